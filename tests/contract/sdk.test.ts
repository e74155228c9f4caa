import BeeperDesktop from '@beeper/desktop-api';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSampleServer, type RunningSample } from '../fixtures/sample';
import * as answers from './answers';
import { CALLS } from './calls';
import { chat } from './shapes';

let sample: RunningSample;
let client: BeeperDesktop;

function createSDK({ address, token }: RunningSample, accessToken = token) {
	return new BeeperDesktop({ baseURL: address, accessToken, maxRetries: 0 });
}

beforeEach(async () => {
	sample = await startSampleServer();
	client = createSDK(sample);
});

afterEach(() => sample.stop());

function listMethods(resource: object, path: string): string[] {
	const own = Object.entries(resource).filter(([name]) => name !== '_client');
	const base = Object.getPrototypeOf(Object.getPrototypeOf(resource));
	const methods = Object.getOwnPropertyNames(base).filter((name) => name !== 'constructor');
	return [
		...methods.map((name) => `${path}.${name}`),
		...own.flatMap(([name, value]) => listMethods(value, `${path}.${name}`))
	];
}

test('every method that the SDK offers is called here', () => {
	const resources = ['accounts', 'assets', 'chats', 'info', 'messages'] as const;
	const offered = resources.flatMap((name) => listMethods(client[name], name));
	const called = [...Object.keys(CALLS), 'assets.serve'];
	expect(called.toSorted()).toEqual([...offered, 'focus', 'search'].toSorted());
});

test.for(Object.entries(CALLS))('%s answers as the SDK says', async ([, { call, answer }]) => {
	const response = await call(client, sample.world).asResponse();
	const body = await response.text();

	expect(response.headers.get('X-Beeper-Desktop-Version')).toBe('4.3.73');
	if (!answer) {
		expect([response.status, body]).toEqual([204, '']);
		return;
	}
	expect(response.status).toBe(200);
	expect(v.safeParse(answer, JSON.parse(body)).issues).toBeUndefined();
});

describe('walking to the end', () => {
	test('lists every chat once, all of them as the SDK says', async () => {
		const seen: string[] = [];
		for await (const page of (await client.chats.list()).iterPages()) {
			expect(v.safeParse(v.array(answers.listedChat), page.items).issues).toBeUndefined();
			expect(page.items.length).toBeLessThanOrEqual(25);
			seen.push(...page.items.map(({ id }) => id));
		}
		expect(seen).toEqual(sample.world.chats.map(({ chat: { id } }) => id));
	});

	test('finds every chat once, all of them as the SDK says', async () => {
		const seen: string[] = [];
		for await (const found of client.chats.search({ limit: 200 })) {
			expect(v.safeParse(chat, found).issues).toBeUndefined();
			seen.push(found.id);
		}
		expect(new Set(seen).size).toBe(400);
	});

	test('lists every message of a chat, newest first, and comes to an end', async () => {
		const record = sample.world.chats.find(({ history }) => history > 60);
		const sortKeys: number[] = [];
		for await (const message of client.messages.list(record?.chat.id ?? ''))
			sortKeys.push(Number(message.sortKey));
		expect(sortKeys).toHaveLength(record?.history ?? 0);
		expect(sortKeys).toEqual(sortKeys.toSorted((one, other) => other - one));
	});

	test('lists every contact of an account once', async () => {
		const seen: string[] = [];
		for await (const contact of client.accounts.contacts.list('telegram', { limit: 7 }))
			seen.push(contact.id);
		expect(seen).toEqual(sample.world.people('telegram')?.known.map(({ id }) => id));
	});
});

test('gets every chat by its ID, however odd, and by its local ID', async () => {
	for (const { chat: known } of sample.world.chats) {
		const found = await client.chats.retrieve(known.id, { maxParticipantCount: 0 });
		expect(found.id).toBe(known.id);
	}
	const known = sample.world.chats.find(({ chat: { localChatID } }) => localChatID);
	const found = await client.chats.retrieve(known?.chat.localChatID ?? '');
	expect(found.id).toBe(known?.chat.id);
});

test('serves pictures and what was uploaded, whole or in part', async () => {
	const picture = await client.assets.serve({ url: 'mxc://beeper.local/avatar-1' });
	expect(picture.headers.get('Content-Type')).toBe('image/png');

	const file = new File(['Bring cake.'], 'note.txt', { type: 'text/plain' });
	const { srcURL = '', fileSize } = await client.assets.upload({ file });
	expect(fileSize).toBe(11);
	const whole = await client.assets.serve({ url: srcURL });
	expect(await whole.text()).toBe('Bring cake.');
	const part = await client.assets.serve({ url: srcURL }, { headers: { Range: 'bytes=6-9' } });
	expect([part.status, await part.text()]).toEqual([206, 'cake']);
});

test('a sent message is found by its pending ID, and moves its chat to the top', async () => {
	const last = sample.world.chats.findLast(({ chat: { isReadOnly } }) => !isReadOnly);
	const chatID = last?.chat.id ?? '';
	const { pendingMessageID } = await client.messages.send(chatID, { text: 'a < b, **really**' });
	const message = await client.messages.retrieve(pendingMessageID, { chatID });
	expect(message.text).toBe('a &lt; b, <strong>really</strong>');
	const { items } = await client.chats.list();
	expect(items[0]?.preview?.id).toBe(message.id);
	expect(message.sendStatus?.status).toBe('PENDING');
	await expect
		.poll(async () => (await client.messages.retrieve(pendingMessageID, { chatID })).sendStatus)
		.toMatchObject({ status: 'SUCCESS' });
});

test('starting a chat with a known person opens the existing chat', async () => {
	const known = sample.world.chats.find(
		({ chat: one }) => one.accountID === 'sh-signal' && one.participants.total === 2
	);
	const id = known?.chat.participants.items[1]?.id ?? '';
	const started = await client.chats.start({ accountID: 'sh-signal', user: { id } });
	expect([started.id, started.status]).toEqual([known?.chat.id, 'existing']);
});

describe('refusals', () => {
	test.for([
		['a wrong token', 'wrong', 401],
		['a read-only token', 'sample-read-only', 403]
	] as const)('%s', async ([, accessToken, status]) => {
		const refused = createSDK(sample, accessToken).chats.archive('x');
		await expect(refused).rejects.toMatchObject({ status });
	});

	test('a token may be the only one, and be given few scopes', async () => {
		const mine = await startSampleServer({ chats: 1, token: 'mine', scopes: ['read'] });
		const { items } = await createSDK(mine).chats.list();
		expect(items).toHaveLength(1);
		await expect(createSDK(mine).chats.archive('x')).rejects.toMatchObject({ status: 403 });
		await expect(createSDK(mine, 'sample-token').chats.list()).rejects.toMatchObject({
			status: 401
		});
		await mine.stop();
	});
});
