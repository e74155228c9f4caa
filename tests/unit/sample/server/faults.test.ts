import { describe, expect, test } from 'vitest';
import { createSampleServer } from '$lib/sample/create-server';
import { WRITE_FAULTS, type Behaviour } from '$lib/sample/server/behaviour';
import { ask, makeSampleWorld, NOW } from '../../../fixtures/sample';

/** A sample server with deviations, and its first chat that is neither muted nor pinned. */
function start(behaviour: Partial<Behaviour>) {
	const world = makeSampleWorld({ chats: 30 });
	const clock = { now: NOW };
	const server = createSampleServer({ world, behaviour, now: () => clock.now });
	const record = world.chats.find(({ chat }) => !chat.isMuted && !chat.isPinned);
	if (!record) throw new Error('The sample world lacks such a chat');
	const path = `/v1/chats/${encodeURIComponent(record.chat.id)}`;
	return { server, world, clock, chat: record.chat, path };
}

describe('a write that is answered falsely', () => {
	test.for(WRITE_FAULTS)('%s: is done, but for the one that comes before', async (writeFaults) => {
		const { server, chat, path } = start({ writeFaults });
		const body = JSON.stringify({ isMuted: true });
		const headers = { Authorization: 'Bearer sample-token' };
		const request = new Request(`http://localhost${path}`, { method: 'PATCH', headers, body });
		const response = await server.fetch(request);
		expect([response.status, chat.isMuted]).toEqual(
			{
				'before-503': [503, false],
				'after-503': [503, true],
				redirect: [307, true],
				broken: [200, true],
				'other-chat': [200, true],
				accepted: [202, true]
			}[writeFaults]
		);
		const text = await response.text();
		if (writeFaults === 'other-chat') expect(JSON.parse(text).id).not.toBe(chat.id);
		if (writeFaults === 'broken') expect(() => JSON.parse(text)).toThrow();
	});

	test('a stale response has the previous chat, a later one the current chat', async () => {
		const { server, clock, path } = start({ staleEcho: 400 });
		const echo = await ask(server, path, { method: 'PATCH', body: { isMuted: true } });
		expect(echo).toMatchObject({ status: 200, json: { isMuted: false } });
		clock.now += 399;
		expect(await ask(server, path)).toMatchObject({ json: { isMuted: false } });
		clock.now += 1;
		expect(await ask(server, path)).toMatchObject({ json: { isMuted: true } });
	});
});

describe('settings of Beeper’s own', () => {
	test('archiving marks as read', async () => {
		const { server, world } = start({ settings: ['archive-marks-read'] });
		const unread = world.chats.find(({ chat }) => chat.unreadCount > 0 && !chat.isPinned)?.chat;
		const path = `/v1/chats/${encodeURIComponent(unread?.id ?? '')}/archive`;
		await ask(server, path, { method: 'POST', body: { archived: true } });
		expect(unread).toMatchObject({ isArchived: true, unreadCount: 0 });
	});

	test('setting a reminder archives', async () => {
		const { server, chat, path } = start({ settings: ['reminder-archives'] });
		const reminder = { remindAt: new Date(NOW + 60_000).toISOString() };
		await ask(server, `${path}/reminders`, { method: 'POST', body: { reminder } });
		expect(chat).toMatchObject({ isArchived: true, reminder });
	});

	test('a message that is sent archives its chat', async () => {
		const { server, world } = start({ settings: ['reply-archives'] });
		const chat = world.chats.find(({ chat }) => !chat.isReadOnly && !chat.isArchived)?.chat;
		const path = `/v1/chats/${encodeURIComponent(chat?.id ?? '')}/messages`;
		await ask(server, path, { method: 'POST', body: { text: 'Yes' } });
		expect(chat?.isArchived).toBe(true);
	});
});

describe('pages that are let in only in part', () => {
	async function preflight(behaviour: Partial<Behaviour>, origin: string) {
		const headers = { Origin: origin, 'Access-Control-Request-Method': 'PATCH' };
		return (await ask(start(behaviour).server, '/v1/chats/x', { method: 'OPTIONS', headers }))
			.headers;
	}

	test('may read and post, and nothing else', async () => {
		const headers = await preflight({ cors: ['reads-only'] }, 'http://localhost:23323');
		expect(headers.get('Access-Control-Allow-Methods')).toBe('GET, POST');
	});

	test('may be at localhost, and not at 127.0.0.1', async () => {
		const cors = ['localhost-only'] as const;
		for (const [origin, allowed] of [
			['http://localhost:23323', 'http://localhost:23323'],
			['http://127.0.0.1:23323', null]
		] as const)
			expect((await preflight({ cors }, origin)).get('Access-Control-Allow-Origin')).toBe(allowed);
	});

	test('may not be anywhere', async () => {
		const headers = await preflight({ cors: ['none'] }, 'http://localhost:23323');
		expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
	});

	test('may not read errors', async () => {
		const { server } = start({ cors: ['no-error-headers'] });
		const headers = { Origin: 'http://localhost:23323' };
		const allowed = [];
		for (const path of ['/v1/accounts', '/v1/chats/none'])
			allowed.push(
				(await ask(server, path, { headers })).headers.get('Access-Control-Allow-Origin')
			);
		expect(allowed).toEqual([headers.Origin, null]);
	});
});
