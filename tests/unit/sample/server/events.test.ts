import { describe, expect, test } from 'vitest';
import { Random } from '$lib/format/random';
import { createSampleServer } from '$lib/sample/create-server';
import { change, churn } from '$lib/sample/simulate-activity';
import { ask, makeSampleWorld, NOW } from '../../../fixtures/sample';

interface Told {
	type: string;
	seq?: number;
	ts?: number;
	chatID?: string;
	ids?: string[];
	entries?: { id: string }[];
	[field: string]: unknown;
}

/** A sample server, one client of its events, and a chat that sends some. */
function start(chatIDs?: string[]) {
	const world = makeSampleWorld({ chats: 60 });
	const server = createSampleServer({ world, now: () => NOW });
	const told: Told[] = [];
	const session = server.events.connect((text) => void told.push(JSON.parse(text)));
	function say(message: unknown) {
		session.receive(typeof message === 'string' ? message : JSON.stringify(message));
		return told.at(-1);
	}
	if (chatIDs) say({ type: 'subscriptions.set', chatIDs });
	const record = world.chats.find(
		({ chat, history }) =>
			chat.network !== 'iMessage' && !chat.isPinned && !chat.isReadOnly && history > 3
	);
	if (!record) throw new Error('The sample world lacks such a chat');
	const path = `/v1/chats/${encodeURIComponent(record.chat.id)}`;
	told.length = chatIDs ? 0 : told.length;
	return { world, server, session, told, say, record, id: record.chat.id, path };
}

describe('a session', () => {
	test('begins with nothing subscribed, and is told what it has subscribed to', async () => {
		const { server, told, say, path } = start();
		expect(told).toEqual([{ type: 'ready', version: 1, chatIDs: [] }]);
		await ask(server, path, { method: 'PATCH', body: { isMuted: true } });
		expect(told).toHaveLength(1);
		expect(say({ type: 'subscriptions.set', requestID: 'a', chatIDs: ['*'] })).toEqual({
			type: 'subscriptions.updated',
			requestID: 'a',
			chatIDs: ['*']
		});
	});

	test('has one subscription: the next one takes its place', async () => {
		const { server, told, say, path, id } = start([]);
		say({ type: 'subscriptions.set', chatIDs: [id] });
		say({ type: 'subscriptions.set', chatIDs: ['another'] });
		told.length = 0;
		await ask(server, path, { method: 'PATCH', body: { isMuted: true } });
		expect(told).toEqual([]);
	});

	test('numbers its events from 1, and dates them', async () => {
		const { server, told, path } = start(['*']);
		for (const isMuted of [true, false])
			await ask(server, path, { method: 'PATCH', body: { isMuted } });
		expect(told.map(({ seq, ts }) => [seq, ts])).toEqual([
			[1, NOW],
			[2, NOW]
		]);
	});

	test.for([
		'nonsense',
		'{}',
		'[]',
		'{"type":"subscriptions.add","chatIDs":["*"]}',
		'{"type":"subscriptions.set"}',
		'{"type":"subscriptions.set","chatIDs":"*"}',
		'{"type":"subscriptions.set","chatIDs":["*","a"]}'
	])('is told that %s is an error, and keeps what it has', async (text) => {
		const { server, told, say, path, id } = start(['*']);
		expect(say(text)).toMatchObject({ type: 'error', code: 'INVALID_PAYLOAD' });
		await ask(server, path, { method: 'PATCH', body: { isMuted: true } });
		expect(told.at(-1)).toMatchObject({ type: 'chat.upserted', chatID: id });
	});

	test('is told which request an error belongs to', () => {
		const { say } = start([]);
		expect(say({ type: 'subscriptions.set', requestID: 'b' })).toMatchObject({ requestID: 'b' });
	});

	test('that is closed gets nothing more', async () => {
		const { server, session, told, path } = start(['*']);
		session.close();
		await ask(server, path, { method: 'PATCH', body: { isMuted: true } });
		expect(told).toEqual([]);
	});
});

describe('a change through the API', () => {
	const REACTION = { method: 'POST', body: { reactionKey: '👍' } };

	test.for([
		['', { method: 'PATCH', body: { isMuted: true } }],
		['/archive', { method: 'POST', body: { archived: true } }],
		['/read', { method: 'POST' }],
		['/reminders', { method: 'DELETE' }]
	] as const)('to a chat (%s) tells the chat as it is then', async ([suffix, request]) => {
		const { server, told, path, id } = start(['*']);
		expect((await ask(server, path + suffix, request)).status).toBeLessThan(300);
		expect(told).toMatchObject([
			{ type: 'chat.upserted', chatID: id, ids: [id], entries: [{ id }] }
		]);
		const { json } = await ask(server, path);
		expect(told[0]?.entries).toEqual([json]);
	});

	test('that is refused or only reads tells nothing', async () => {
		const { server, told, path } = start(['*']);
		await ask(server, path);
		await ask(server, path, {
			method: 'PATCH',
			token: 'sample-read-only',
			body: { isMuted: true }
		});
		await ask(server, '/v1/chats/none', { method: 'PATCH', body: { isMuted: true } });
		expect(told).toEqual([]);
	});

	test('a message that is sent tells the message, then its chat', async () => {
		const { server, told, path, id } = start(['*']);
		await ask(server, `${path}/messages`, { method: 'POST', body: { text: 'Yes' } });
		expect(told.map(({ type, chatID }) => [type, chatID])).toEqual([
			['message.upserted', id],
			['chat.upserted', id]
		]);
		expect(told[0]).toMatchObject({ entries: [{ id: told[0]?.ids?.[0], text: 'Yes' }] });
	});

	test('a reaction tells the message it belongs to, a deletion only its ID', async () => {
		const { server, told, path, record } = start(['*']);
		delete record.chat.capabilities;
		const messages = await ask(server, `${path}/messages`);
		const messageID = JSON.parse(JSON.stringify(messages.json)).items[0].id;
		await ask(server, `${path}/messages/${messageID}/reactions`, REACTION);
		await ask(server, `${path}/messages/${messageID}`, { method: 'DELETE' });
		expect(told).toMatchObject([
			{ type: 'message.upserted', ids: [messageID], entries: [{ id: messageID }] },
			{ type: 'message.deleted', ids: [messageID] }
		]);
		expect(told[1]?.entries).toBeUndefined();
	});

	test('a chat that is started tells the new chat', async () => {
		const { server, told, world, record } = start(['*']);
		const { accountID } = record.chat;
		const [, other] = world.people(accountID)?.known ?? [];
		const body = { accountID, participantIDs: [other?.id, '@new:beeper.local'], type: 'group' };
		const { json } = await ask(server, '/v1/chats', { method: 'POST', body });
		expect(told).toMatchObject([
			{ type: 'chat.upserted', chatID: Reflect.get(Object(json), 'id') }
		]);
	});
});

describe('a change elsewhere', () => {
	test('tells what was changed', () => {
		const { server, told, world, record, id } = start(['*']);
		for (const kind of ['message', 'mute', 'delete'] as const) {
			change(world, record, kind, NOW);
			server.publishChange(record, kind);
		}
		expect(told.map(({ type, chatID }) => [type, chatID])).toEqual([
			['message.upserted', id],
			['chat.upserted', id],
			['chat.upserted', id],
			['chat.deleted', id]
		]);
	});

	test('is told for every chat but those of iMessage', () => {
		const { server, told, world } = start(['*']);
		const random = new Random(1);
		const changed = new Set<string>();
		for (let step = 0; step < 500; step++) {
			const made = churn(world, random, NOW + step);
			if (!made) continue;
			server.publishChange(made.record, made.kind);
			if (made.record.chat.network !== 'iMessage') changed.add(made.record.chat.id);
		}
		expect(new Set(told.map(({ chatID }) => chatID))).toEqual(changed);
	});
});

describe('the route of the socket', () => {
	test.for([
		['4.3.73', 'sample-token', 426],
		['4.3.73', 'wrong', 401],
		['4.1.294', 'sample-token', 404]
	] as const)('%s with %s answers %s', async ([version, token, status]) => {
		const server = createSampleServer({ world: makeSampleWorld({ chats: 1 }), version });
		expect((await ask(server, '/v1/ws', { token })).status).toBe(status);
	});
});
