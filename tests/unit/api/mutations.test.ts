import { describe, expect, test } from 'vitest';
import { toRequest } from '$lib/api/requests';
import { createSource } from '$lib/api/source';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { makeThread } from '$lib/sample/make-thread';
import { SAMPLE_TOKEN, VERSIONS, type Version } from '$lib/sample/create-server';
import {
	json,
	makeFetch,
	networkFailure,
	never,
	silence,
	type Reaction
} from '../../fixtures/http';
import { makeChatPayload } from '../../fixtures/payloads';
import { makeSampleServer } from '../../fixtures/sample';
import { ODD_IDS, toggle, writesAbout } from '../../fixtures/writes';

const INFO = json({ app: { version: '4.3.73' } });

/** A source in which `reaction` answers every request except that for the version. */
function makeWriter(reaction: Reaction, timeout = 30_000) {
	const { fetch, requests } = makeFetch((request) => {
		if (request.url.endsWith('/v1/info')) return INFO.clone();
		if (reaction instanceof Error) throw reaction;
		return reaction instanceof Response ? reaction.clone() : reaction(request);
	});
	const address = 'http://localhost:23373';
	const source = createSource({
		address,
		token: 's3cret',
		fetch,
		retry: { delay: () => 0 },
		timeout
	});
	return { source, mutations: () => requests.filter(({ method }) => method !== 'GET') };
}

const WRITES: readonly Mutation[] = [
	...ODD_IDS.flatMap((id) => writesAbout(id)),
	{ kind: 'start', accountID: 'w', user: { id: 'u' } },
	{ kind: 'create', accountID: 'w', participantIDs: ['u'], type: 'single' }
];

describe('what is sent', () => {
	test('is each write exactly once, as the API documents it', async () => {
		for (const mutation of WRITES) {
			const { source, mutations } = makeWriter(json({}));
			await source.sendMutation(mutation, never);
			const { method, path, body } = toRequest(mutation);
			const [sent, ...more] = mutations();
			expect([sent?.method, sent?.url, more]).toEqual([
				method,
				`http://localhost:23373${path}`,
				[]
			]);
			expect(await sent?.text()).toBe(body ? JSON.stringify(body) : '');
			expect([...(sent?.headers ?? [])]).toEqual([
				['authorization', 'Bearer s3cret'],
				...(body ? [['content-type', 'application/json']] : [])
			]);
		}
	});

	test.for([
		['400', new Response('{}', { status: 400 }), 'invalid'],
		['401', new Response('{}', { status: 401 }), 'token-refused'],
		['403', new Response('{}', { status: 403 }), 'read-only'],
		['404', new Response('{}', { status: 404 }), 'not-found'],
		['408', new Response('{}', { status: 408 }), 'timed-out'],
		['409', new Response('{}', { status: 409 }), 'conflict'],
		['422', new Response('{}', { status: 422 }), 'invalid'],
		['429', new Response('{}', { status: 429, headers: { 'Retry-After': '0' } }), 'rate-limited'],
		['500', new Response('{}', { status: 500 }), 'server-fault'],
		['502', new Response('{}', { status: 502 }), 'network-failed'],
		['503', new Response('{}', { status: 503 }), 'server-fault'],
		['a dropped connection', networkFailure(), 'unreachable'],
		['silence', silence, 'timed-out']
	] as const)('is never sent again after %s', async ([, reaction, failure]) => {
		for (const mutation of writesAbout('!a')) {
			const { source, mutations } = makeWriter(reaction, 5);
			await expect(source.sendMutation(mutation, never)).rejects.toMatchObject({ failure });
			expect(mutations()).toHaveLength(1);
		}
	});

	test('is nothing once the signal has aborted', async () => {
		const { source, mutations } = makeWriter(json({}));
		const gone = AbortSignal.abort();
		await expect(source.sendMutation(toggle('mute', 'a'), gone)).rejects.toMatchObject({
			failure: 'cancelled'
		});
		expect(mutations()).toEqual([]);
	});
});

describe('what comes back', () => {
	test('is the chat, when the answer holds it', async () => {
		const { source } = makeWriter(json(makeChatPayload({ isMuted: false })));
		const answer = await source.sendMutation(toggle('mute', '!lunch:beeper.local', false), never);
		expect(answer).toMatchObject({ status: 200, chatID: '!lunch:beeper.local' });
		expect(answer.chat).toMatchObject({ id: '!lunch:beeper.local', isMuted: false });
	});

	test.for([
		['nothing', new Response(null, { status: 204 })],
		['a text', new Response('ok')],
		['something else', json({ success: true, chatID: 'a', messageID: 'm' })]
	] as const)('is no chat when it is %s, and no error', async ([, response]) => {
		const { source } = makeWriter(response);
		const { chat, chatID } = await source.sendMutation(toggle('archive', 'a'), never);
		expect([chat, chatID]).toEqual([undefined, undefined]);
	});

	test('is the ID of an opened chat, where an old server says no more', async () => {
		const { source } = makeWriter(json({ chatID: '!new', status: 'created' }));
		const mutation = {
			kind: 'create',
			accountID: 'w',
			participantIDs: ['u'],
			type: 'single'
		} as const;
		expect(await source.sendMutation(mutation, never)).toMatchObject({ chatID: '!new' });
	});

	test('shares its capabilities with the chats that were read before', async () => {
		const { source } = makeWriter(json(makeChatPayload()));
		const { chat: read } = await source.chat('!lunch:beeper.local', never);
		const { chat } = await source.sendMutation(toggle('mute', '!lunch:beeper.local'), never);
		expect(chat?.capabilities).toBe(read.capabilities);
	});
});

describe('on the sample server', () => {
	function start(version: Version) {
		const { server, world } = makeSampleServer({ version, chats: 60 });
		const address = 'http://localhost:23373';
		return { world, source: createSource({ address, token: SAMPLE_TOKEN, fetch: server.fetch }) };
	}

	test.for(VERSIONS.slice(1))('%s: a reaction comes and goes', async (version) => {
		const { source, world } = start(version);
		const record = world.chats.find(
			({ chat, history }) => history > 0 && !chat.capabilities?.allowedReactions
		);
		if (!record) throw new Error('The sample world lacks such a chat');
		const [message] = makeThread(record);
		const about = { chatID: record.chat.id, messageID: message?.id ?? '', reactionKey: '🦉' };
		const before = makeThread(record)[0]?.reactions ?? [];
		await source.sendMutation({ kind: 'react', ...about }, never);
		expect(makeThread(record)[0]?.reactions?.at(-1)).toMatchObject({ reactionKey: '🦉' });
		await source.sendMutation({ kind: 'unreact', ...about }, never);
		expect(makeThread(record)[0]?.reactions).toEqual(before);
	});

	test.for(['4.1.294', '4.2.557', '4.3.73'] as const)('%s: a reminder is set', async (version) => {
		const { source, world } = start(version);
		const [record] = world.chats;
		const chatID = record?.chat.id ?? '';
		const value = { remindAt: Date.UTC(2026, 8, 1), dismissOnIncomingMessage: true };
		await source.sendMutation({ kind: 'remind', chatID, value }, never);
		expect(record?.chat.reminder?.remindAt).toBe('2026-09-01T00:00:00.000Z');
	});

	test('the version is asked for once, and only where it matters', async () => {
		const { server, world } = makeSampleServer({ chats: 5 });
		const { fetch, requests } = makeFetch(server.fetch);
		const source = createSource({ address: 'http://localhost:1', token: SAMPLE_TOKEN, fetch });
		const chatID = world.chats[0]?.chat.id ?? '';
		const value = { remindAt: 0, dismissOnIncomingMessage: true };
		await source.sendMutation({ kind: 'remind', chatID, value: null }, never);
		expect(requests).toHaveLength(1);
		await source.sendMutation({ kind: 'remind', chatID, value }, never);
		await source.sendMutation({ kind: 'remind', chatID, value }, never);
		expect(requests.filter(({ url }) => url.endsWith('/v1/info'))).toHaveLength(1);
	});
});
