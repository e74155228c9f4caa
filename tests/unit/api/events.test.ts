import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEvents } from '$lib/api/events';
import type { SocketListener } from '$lib/api/web-socket';
import type { ServerEvent } from '$lib/domain/connection/events';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A followed socket, of which the test is the server. */
function follow() {
	const events: ServerEvent[] = [];
	const sent: unknown[] = [];
	const leaving = new AbortController();
	let listener: SocketListener | undefined;
	let isEnded = false;
	let isClosed = false;
	const open = createEvents((given) => {
		listener = given;
		return {
			send: (text) => void sent.push(JSON.parse(text)),
			close: () => (isClosed = true)
		};
	});
	void open((event) => events.push(event), leaving.signal).then(() => (isEnded = true));
	function say(...messages: unknown[]) {
		for (const message of messages) listener?.ontext(JSON.stringify(message));
	}
	return {
		...{ events, sent, leaving, say },
		listener: () => listener,
		isEnded: () => isEnded,
		isClosed: () => isClosed,
		subscribe() {
			listener?.onopen();
			say({ type: 'ready', version: 1, chatIDs: [] });
			say({ type: 'subscriptions.updated', chatIDs: ['*'] });
			events.length = 0;
		}
	};
}

function upserted(seq: number, chatID = 'a') {
	return { type: 'chat.upserted', seq, ts: 1, chatID, ids: [chatID], entries: [] };
}

describe('events', () => {
	test('are asked for of all chats, and reported once the server agrees', () => {
		const socket = follow();
		socket.listener()?.onopen();
		expect(socket.sent).toEqual([]);
		socket.say({ type: 'ready', version: 1, chatIDs: [] });
		expect(socket.sent).toEqual([{ type: 'subscriptions.set', chatIDs: ['*'] }]);
		expect(socket.events).toEqual([]);
		socket.say({ type: 'subscriptions.updated', chatIDs: ['*'] });
		expect(socket.events).toEqual([{ kind: 'subscribed' }]);
	});

	test.for([
		['chat.upserted', 'chat-changed'],
		['chat.deleted', 'chat-deleted'],
		['message.upserted', 'messages-changed'],
		['message.deleted', 'messages-changed']
	] as const)('of type %s name a chat: %s', ([type, kind]) => {
		const socket = follow();
		socket.subscribe();
		socket.say({ type, seq: 1, ts: '2026-08-01T12:00:00Z', chatID: 'a', ids: ['1'] });
		expect(socket.events).toEqual([{ kind, chatID: 'a' }]);
	});

	test.for([
		[[1, 2, 3], 0],
		[[7, 8], 0],
		[[1, 3], 1],
		[[1, 3, 4, 9], 2],
		[[5, 1, 2], 0],
		[[1, 1, 2], 0]
	] as const)('numbered %o show %i gaps', ([numbers, gaps]) => {
		const socket = follow();
		socket.subscribe();
		socket.say(...numbers.map((seq) => upserted(seq)));
		expect(socket.events.filter(({ kind }) => kind === 'missed')).toHaveLength(gaps);
		expect(socket.events.filter(({ kind }) => kind === 'chat-changed')).toHaveLength(
			numbers.length
		);
	});

	test.for([
		['an unknown type', { type: 'chat.archived', seq: 1, chatID: 'a' }],
		['the state of the app', { type: 'app.state.updated', state: 'ready' }],
		['no chat', { type: 'chat.upserted', seq: 1 }],
		['a chat that is no text', { type: 'chat.upserted', seq: 1, chatID: { id: 'a' } }],
		['a chat that no path can name', { type: 'chat.upserted', seq: 1, chatID: '..' }],
		['a chat of endless name', { type: 'chat.upserted', seq: 1, chatID: 'a'.repeat(10_000) }],
		['a list', [upserted(1)]],
		['null', null],
		['an error', { type: 'error', code: 'INTERNAL', message: 'Oops' }]
	])('with %s change nothing', ([, message]) => {
		const socket = follow();
		socket.subscribe();
		socket.say(message);
		expect(socket.events).toEqual([]);
		expect(socket.isEnded()).toBe(false);
	});

	test('of any other form change nothing and break nothing', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.json(),
					fc.json().map((json) => json.slice(1))
				),
				(text) => {
					const socket = follow();
					socket.subscribe();
					socket.listener()?.ontext(text);
					expect(socket.events).toEqual([]);
				}
			)
		);
	});

	test('with a number that is none still count', () => {
		const socket = follow();
		socket.subscribe();
		socket.say({ ...upserted(1), seq: '__proto__' }, { ...upserted(1), seq: 1e300 });
		expect(socket.events.map(({ kind }) => kind)).toEqual(['chat-changed', 'chat-changed']);
	});

	test('larger than any should be are not read, and count as missed', () => {
		const socket = follow();
		socket.subscribe();
		socket.say({ ...upserted(1), entries: ['x'.repeat(1_000_001)] });
		expect(socket.events).toEqual([{ kind: 'missed' }]);
	});
});

describe('the connection', () => {
	test('ends when the server refuses the subscription', async () => {
		const socket = follow();
		socket.listener()?.onopen();
		socket.say({ type: 'ready' }, { type: 'error', code: 'INVALID_PAYLOAD', message: 'No' });
		await vi.advanceTimersByTimeAsync(0);
		expect(socket.isEnded()).toBe(true);
		expect(socket.isClosed()).toBe(true);
	});

	test('is tried by another subscription after 40 silent seconds, and stays when answered', async () => {
		const socket = follow();
		socket.subscribe();
		await vi.advanceTimersByTimeAsync(39_000);
		expect(socket.sent).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(1_000);
		expect(socket.sent).toHaveLength(2);
		socket.say({ type: 'subscriptions.updated', chatIDs: ['*'] });
		await vi.advanceTimersByTimeAsync(39_000);
		expect(socket.isEnded()).toBe(false);
		expect(socket.events).toEqual([]);
	});

	test('ends when the server stays silent even then', async () => {
		const socket = follow();
		socket.subscribe();
		await vi.advanceTimersByTimeAsync(50_000);
		expect(socket.isEnded()).toBe(true);
		expect(socket.isClosed()).toBe(true);
	});

	test('ends with the socket', async () => {
		const socket = follow();
		socket.subscribe();
		socket.listener()?.onclose();
		await vi.advanceTimersByTimeAsync(0);
		expect(socket.isEnded()).toBe(true);
	});

	test('ends with its signal, and reports nothing afterwards', async () => {
		const socket = follow();
		socket.subscribe();
		socket.leaving.abort();
		socket.say(upserted(1));
		await vi.advanceTimersByTimeAsync(60_000);
		expect(socket.isEnded()).toBe(true);
		expect(socket.events).toEqual([]);
		expect(socket.sent).toHaveLength(1);
	});
});
