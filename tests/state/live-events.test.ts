import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSource } from '$lib/api/source';
import { sleep } from '$lib/api/sleep';
import type { ChatID } from '$lib/domain/chat/chat';
import type { ServerEvent, ServerEvents } from '$lib/domain/connection/events';
import { makeThread } from '$lib/sample/make-thread';
import { change } from '$lib/sample/simulate-activity';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import { ChatStore } from '$lib/state/chat-store.svelte';
import { LiveEvents, type LiveEventsOptions } from '$lib/state/live-events.svelte';
import { makeSampleServer } from '../fixtures/sample';
import { IN_VIEW } from '../fixtures/watch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Chats that are followed at a sample server; the test reports its events. */
async function follow(
	chats: number,
	{
		isHidden = () => false,
		...options
	}: Partial<LiveEventsOptions> & { isHidden?: () => boolean } = {}
) {
	const { server, world } = makeSampleServer({ chats, hasCapabilities: false });
	const paths: string[] = [];
	let running = 0;
	let mostRunning = 0;
	let isAway = false;
	const source = createSource({
		address: 'http://localhost:23323/beeper',
		token: SAMPLE_TOKEN,
		retry: { limit: 0 },
		fetch: async (request) => {
			if (isAway) throw new TypeError('Failed to fetch');
			const url = request.url.replace('/beeper', '');
			paths.push(decodeURIComponent(new URL(url).pathname));
			mostRunning = Math.max(mostRunning, ++running);
			await new Promise((resolve) => setTimeout(resolve, 20));
			running -= 1;
			return server.fetch(new Request(url, request));
		}
	});
	const store = new ChatStore();
	const leaving = new AbortController();
	const { signal } = leaving;
	const loading = (async () => {
		for await (const { items } of source.chats(signal)) store.put(items);
	})();
	await vi.advanceTimersByTimeAsync(60_000);
	await loading;
	paths.length = 0;

	let tell: (event: ServerEvent) => void = () => {};
	let drop: () => void = () => {};
	let connections = 0;
	let isRefusing = false;
	function events(...[onevent, ending]: Parameters<ServerEvents>): Promise<void> {
		return new Promise((resolve) => {
			connections += 1;
			if (isRefusing || ending.aborted) return resolve();
			tell = onevent;
			drop = resolve;
			ending.addEventListener('abort', () => resolve());
			onevent({ kind: 'subscribed' });
		});
	}
	const oncatchup = vi.fn();
	const live = new LiveEvents({
		...{ store, oncatchup, onread: () => {}, random: () => 1 },
		watch: {
			...{ ...IN_VIEW, now: Date.now, wait: sleep },
			seen: async () => {
				while (isHidden()) await sleep(1000, signal);
			}
		},
		...options
	});
	void live.run({ ...source, events }, signal);
	await vi.advanceTimersByTimeAsync(1000);
	oncatchup.mockClear();
	return {
		...{ store, world, live, paths, oncatchup, leaving },
		tell: (...told: ServerEvent[]) => told.forEach((event) => tell(event)),
		drop: () => drop(),
		refuse: (isSo: boolean) => (isRefusing = isSo),
		leave: (isSo: boolean) => (isAway = isSo),
		connections: () => connections,
		mostRunning: () => mostRunning,
		record(index: number) {
			const record = world.chats[index];
			if (!record) throw new Error(`No chat at ${index}`);
			return record;
		}
	};
}

function changed(chatID: ChatID): ServerEvent {
	return { kind: 'chat-changed', chatID };
}

describe('what events name', () => {
	test('is read again, and shown as the server tells it', async () => {
		const { store, record, tell } = await follow(30);
		const { chat } = record(5);
		chat.isMuted = !chat.isMuted;
		tell(changed(chat.id));
		await vi.advanceTimersByTimeAsync(200);
		expect(store.get(chat.id)?.isMuted).toBe(chat.isMuted);
	});

	test('a hundred times in a burst is read once', async () => {
		const { record, tell, paths } = await follow(30);
		const { id } = record(5).chat;
		for (let count = 0; count < 100; count++) tell(changed(id));
		await vi.advanceTimersByTimeAsync(1000);
		expect(paths).toEqual([`/v1/chats/${id}`]);
	});

	test('is read by four requests at most at once', async () => {
		const { world, tell, paths, mostRunning } = await follow(90);
		const some = world.chats.slice(0, 20).map(({ chat }) => chat.id);
		tell(...some.map(changed));
		await vi.advanceTimersByTimeAsync(5000);
		expect(paths.toSorted()).toEqual(some.map((id) => `/v1/chats/${id}`).toSorted());
		expect(mostRunning()).toBe(4);
	});

	test('comes from the list when that takes fewer requests', async () => {
		const { store, world, tell, paths } = await follow(400);
		for (const { chat } of world.chats) chat.isMuted = !chat.isMuted;
		tell(...world.chats.map(({ chat }) => changed(chat.id)));
		await vi.advanceTimersByTimeAsync(5000);
		expect(paths).toEqual(['/v1/chats', '/v1/chats']);
		for (const { chat } of world.chats) expect(store.get(chat.id)?.isMuted).toBe(chat.isMuted);
	});

	test('again while the list is read is left to the next round, since it may have moved to a page that is read', async () => {
		const { world, tell, paths } = await follow(400);
		tell(...world.chats.map(({ chat }) => changed(chat.id)));
		// The first page has been read, and the second has been requested.
		await vi.advanceTimersByTimeAsync(75);
		const last = world.chats.at(-1);
		if (!last) throw new Error('No chats');
		change(world, last, 'message', Date.now());
		tell(changed(last.chat.id));
		await vi.advanceTimersByTimeAsync(5000);
		expect(paths).toEqual(['/v1/chats', '/v1/chats', `/v1/chats/${last.chat.id}`]);
	});

	test('as new messages is shown with the last of them', async () => {
		const { store, world, record, tell } = await follow(60);
		const last = record(50);
		change(world, last, 'message', Date.now());
		tell({ kind: 'messages-changed', chatID: last.chat.id });
		await vi.advanceTimersByTimeAsync(1000);
		const shown = store.get(last.chat.id);
		expect(shown?.unreadCount).toBe(last.chat.unreadCount);
		expect(shown?.preview?.id).toBe(makeThread(last)[0]?.id);
	});

	test('as deleted is gone once the server says so too', async () => {
		const { store, world, record, tell } = await follow(60);
		const [kept, deleted] = [record(3), record(4)];
		world.remove(deleted);
		tell(
			{ kind: 'chat-deleted', chatID: kept.chat.id },
			{ kind: 'chat-deleted', chatID: deleted.chat.id }
		);
		await vi.advanceTimersByTimeAsync(1000);
		expect(store.has(kept.chat.id)).toBe(true);
		expect(store.has(deleted.chat.id)).toBe(false);
	});

	test('as deleted stays when it is nearly everything, since the server may have just started', async () => {
		const { store, world, tell } = await follow(60);
		const all = [...world.chats];
		for (const each of all) world.remove(each);
		tell(...all.map(({ chat }): ServerEvent => ({ kind: 'chat-deleted', chatID: chat.id })));
		await vi.advanceTimersByTimeAsync(5000);
		expect(store.all).toHaveLength(60);
	});

	test('and is unknown to the server changes nothing', async () => {
		const { store, tell } = await follow(30);
		const before = store.all;
		tell(changed('nobody'), { kind: 'chat-deleted', chatID: 'nothing' });
		await vi.advanceTimersByTimeAsync(1000);
		expect(store.all).toEqual(before);
	});

	test('while the server is away is read later', async () => {
		const { store, record, tell, leave } = await follow(30);
		const { chat } = record(5);
		chat.isMuted = !chat.isMuted;
		leave(true);
		tell(changed(chat.id));
		await vi.advanceTimersByTimeAsync(1000);
		leave(false);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(store.get(chat.id)?.isMuted).toBe(chat.isMuted);
	});

	test('is not overwritten by an earlier answer that comes later', async () => {
		const { store, record, tell } = await follow(30);
		const { chat } = record(5);
		const before = store.getRequestTime();
		const old = store.get(chat.id);
		chat.isMuted = !chat.isMuted;
		tell(changed(chat.id));
		await vi.advanceTimersByTimeAsync(1000);
		store.apply(old ? [old] : [], before);
		expect(store.get(chat.id)?.isMuted).toBe(chat.isMuted);
	});

	test('is read only once the page is seen', async () => {
		let isHidden = true;
		const { record, tell, paths } = await follow(30, { isHidden: () => isHidden });
		tell(changed(record(5).chat.id));
		await vi.advanceTimersByTimeAsync(60_000);
		expect(paths).toEqual([]);
		isHidden = false;
		await vi.advanceTimersByTimeAsync(2000);
		expect(paths).toHaveLength(1);
	});
});

describe('the connection', () => {
	test('is live while it lasts, and polls at once when it ends', async () => {
		const { live, drop, refuse, oncatchup } = await follow(1);
		expect(live.isLive).toBe(true);
		await vi.advanceTimersByTimeAsync(10_000);
		refuse(true);
		drop();
		await vi.advanceTimersByTimeAsync(0);
		expect(live.isLive).toBe(false);
		expect(oncatchup).toHaveBeenCalledOnce();
	});

	test('is made again, and catches up', async () => {
		const { live, drop, oncatchup } = await follow(1);
		drop();
		await vi.advanceTimersByTimeAsync(10_000);
		expect(live.isLive).toBe(true);
		expect(oncatchup).toHaveBeenCalled();
	});

	test('is tried more and more rarely, at least every 30 s, while it was possible once', async () => {
		const { drop, refuse, connections } = await follow(1);
		refuse(true);
		drop();
		const gaps: number[] = [];
		let since = 0;
		for (let second = 0; second < 200; second++) {
			const before = connections();
			await vi.advanceTimersByTimeAsync(1000);
			since += 1;
			if (connections() > before) gaps.push(since);
			if (connections() > before) since = 0;
		}
		expect(gaps).toEqual([1, 2, 4, 8, 16, 30, 30, 30, 30, 30]);
	});

	test('is tried at once when the page is seen or online again', async () => {
		const { drop, refuse, live, connections } = await follow(1);
		refuse(true);
		drop();
		await vi.advanceTimersByTimeAsync(100_000);
		refuse(false);
		const before = connections();
		live.reconnect();
		await vi.advanceTimersByTimeAsync(0);
		expect(connections()).toBe(before + 1);
		expect(live.isLive).toBe(true);
	});

	test('that loses events catches up, however many times at most every five seconds', async () => {
		const { tell, oncatchup } = await follow(1);
		await vi.advanceTimersByTimeAsync(10_000);
		for (let count = 0; count < 90; count++) {
			tell({ kind: 'missed' });
			await vi.advanceTimersByTimeAsync(100);
		}
		expect(oncatchup).toHaveBeenCalledTimes(2);
	});

	test('catches up at once also where the clock was set back', async () => {
		const { tell, oncatchup } = await follow(1);
		vi.setSystemTime(Date.now() - 3_600_000);
		tell({ kind: 'missed' });
		await vi.advanceTimersByTimeAsync(0);
		expect(oncatchup).toHaveBeenCalledOnce();
	});

	test('ends with its signal', async () => {
		const { leaving, live, record, tell, paths } = await follow(5);
		leaving.abort();
		await vi.advanceTimersByTimeAsync(0);
		tell(changed(record(0).chat.id));
		await vi.advanceTimersByTimeAsync(10_000);
		expect(live.isLive).toBe(false);
		expect(paths).toEqual([]);
	});
});

test('those who follow a chat hear of its messages', async () => {
	const { live, record, tell } = await follow(5);
	const heard = vi.fn();
	const leave = live.follow(heard);
	const { id } = record(2).chat;
	tell(changed(record(1).chat.id), { kind: 'messages-changed', chatID: id });
	await vi.advanceTimersByTimeAsync(1000);
	expect(heard.mock.calls).toEqual([[new Set([id])]]);
	leave();
	tell({ kind: 'messages-changed', chatID: id });
	await vi.advanceTimersByTimeAsync(1000);
	expect(heard).toHaveBeenCalledOnce();
});
