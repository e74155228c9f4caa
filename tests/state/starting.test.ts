import { describe, expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import type { NotReady } from '$lib/sample/server/behaviour';
import { Inbox } from '$lib/state/inbox.svelte';
import { Sync } from '$lib/state/sync.svelte';
import { makeAccount, makeChat } from '../fixtures/chats';
import { never } from '../fixtures/http';
import { makeSampleServer, makeSampleWorld, NOW } from '../fixtures/sample';
import { IN_VIEW } from '../fixtures/watch';
import { makeSource, page } from '../fixtures/source';

const MINUTE = 60_000;
/** A long time limit, as the machine may be busy. */
const PATIENT = { timeout: 30_000 };
/** The responses of a server that has only just started. */
const FORMS = [
	{ listed: 0, chatStatus: 404 },
	{ listed: 0, chatStatus: 500 },
	{ listed: 3, chatStatus: 404 },
	{ listed: 3, chatStatus: 500 }
] as const;

/**
 * A dashboard and a server that is not ready at first. Every wait moves the clock and ends at once.
 */
function opened(notReady: Pick<NotReady, 'listed' | 'chatStatus'>, seconds = 15) {
	const clock = { now: NOW };
	const world = makeSampleWorld({ chats: 40 });
	function connect(behaviour: { notReady: NotReady | null }) {
		const { server } = makeSampleServer({ world, now: () => clock.now, behaviour });
		const address = 'http://localhost:23373';
		const retry = { limit: 0 };
		return createSource({ address, token: SAMPLE_TOKEN, retry, fetch: server.fetch });
	}
	const until = NOW + 1000 * seconds;
	const starting = { until, ...notReady };
	const source = connect({ notReady: starting });
	const inbox = new Inbox(() => clock.now);
	/** The shown state at every wait. */
	const sights: { at: number; isStarting: boolean; isConfirmed: boolean; chats: number }[] = [];
	const ending = new AbortController();
	const sync = new Sync(inbox, {
		now: () => clock.now,
		async wait(milliseconds, signal) {
			// Only polls move the clock; longer waits wait for it.
			const { isStarting, isConfirmed, store } = inbox;
			sights.push({ at: clock.now, isStarting, isConfirmed, chats: store.all.length });
			const end = clock.now + milliseconds;
			if (milliseconds <= 20_000) clock.now = end;
			do await new Promise((resolve) => setTimeout(resolve));
			while (clock.now < end && !signal.aborted);
		},
		...IN_VIEW
	});
	return {
		...{ clock, inbox, until, sights },
		/** Loads everything and keeps it current, as a visit does. */
		async visit() {
			await inbox.load(source);
			const running = sync.run(source, ending.signal);
			return async () => {
				ending.abort();
				await running;
			};
		},
		/** Loads the chats before the server restarts. */
		async known() {
			const before = new Inbox(() => clock.now);
			await before.load(connect({ notReady: null }));
			return { chats: before.store.all, accounts: before.listedAccounts, at: NOW - 3 * MINUTE };
		},
		/** Restarts the server. */
		restart: () => (starting.until = clock.now + 1000 * seconds)
	};
}

describe.for(FORMS)(
	'a server that is not ready ($listed of 40, single chats $chatStatus)',
	(form) => {
		test('leaves what was kept in sight, says of when it is, and all is right by itself', async () => {
			const { inbox, until, known, visit, sights } = opened(form);
			inbox.restore(await known());
			const end = await visit();
			expect([inbox.isStarting, inbox.isConfirmed, inbox.isLoading]).toEqual([true, false, true]);
			expect([inbox.store.all.length, inbox.asOf]).toEqual([40, NOW - 3 * MINUTE]);
			await expect.poll(() => inbox.isConfirmed, PATIENT).toBe(true);
			await expect
				.poll(() => sights.find(({ isConfirmed }) => isConfirmed)?.at, PATIENT)
				.toBeLessThan(until + MINUTE);
			expect([inbox.phase.name, inbox.store.all.length, inbox.asOf]).toEqual(['ready', 40, null]);
			expect(inbox.accounts.length).toBeGreaterThan(0);
			await end();
		});

		test('also where what was kept comes after its answer', async () => {
			const { inbox, known, visit } = opened(form);
			const end = await visit();
			inbox.restore(await known());
			expect([inbox.isStarting, inbox.store.all.length]).toEqual([true, 40]);
			await expect.poll(() => inbox.isConfirmed, PATIENT).toBe(true);
			expect(inbox.store.all).toHaveLength(40);
			await end();
		});

		test('is not taken for a Beeper without chats where nothing was kept', async () => {
			const { inbox, visit } = opened(form);
			const end = await visit();
			expect([inbox.phase.name, inbox.store.all.length]).toEqual(['starting', form.listed]);
			await expect.poll(() => inbox.isConfirmed, PATIENT).toBe(true);
			expect(inbox.store.all).toHaveLength(40);
			await end();
		});

		test('that starts again while the page is open costs no chat', async () => {
			const { inbox, clock, visit, until, restart, sights } = opened(form);
			clock.now = until;
			const end = await visit();
			expect([inbox.isConfirmed, inbox.store.all.length]).toEqual([true, 40]);
			restart();
			await expect.poll(() => sights.some(({ isStarting }) => isStarting), PATIENT).toBe(true);
			await expect.poll(() => inbox.isConfirmed, PATIENT).toBe(true);
			expect(sights.every(({ chats }) => chats === 40)).toBe(true);
			expect(sights.some(({ isStarting, isConfirmed }) => isStarting && isConfirmed)).toBe(false);
			expect([inbox.isStarting, inbox.store.all.length]).toEqual([false, 40]);
			await end();
		});

		test('and stays so for a minute is believed in the end, but for chats that it does not say are gone', async () => {
			const { inbox, clock, known, visit } = opened(form, 10_000);
			inbox.restore(await known());
			const end = await visit();
			await expect.poll(() => inbox.isConfirmed, PATIENT).toBe(true);
			expect(clock.now).toBeGreaterThanOrEqual(NOW + MINUTE);
			expect(inbox.store.all).toHaveLength(form.chatStatus === 404 ? form.listed : 40);
			await end();
		});
	}
);

test('a Beeper with accounts, no chats and nothing kept has none, at once', async () => {
	const inbox = new Inbox();
	await inbox.load(makeSource({ accounts: page([makeAccount()]), chats: [page([])] }));
	expect([inbox.phase.name, inbox.isConfirmed, inbox.chats.length]).toEqual(['ready', true, 0]);
});

test('a computer that slept between two looks has not kept to an answer for that long', async () => {
	const clock = { now: NOW };
	const inbox = new Inbox(() => clock.now);
	const chats = [makeChat(), makeChat(), makeChat()];
	inbox.restore({ chats, accounts: [], at: NOW });
	await inbox.load(makeSource({ chats: [page([])] }));
	clock.now += 8 * 3_600_000;
	await inbox.load(makeSource({ chats: [page([])] }));
	expect([inbox.isStarting, inbox.chats.length]).toEqual([true, 3]);
});

test('chats that have gone are asked for four at a time, and go together', async () => {
	const { server } = makeSampleServer({ chats: 30 });
	const address = 'http://localhost:23373';
	let [underWay, most] = [0, 0];
	const source = createSource({
		...{ address, token: SAMPLE_TOKEN, retry: { limit: 0 } },
		async fetch(request) {
			most = Math.max(most, ++underWay);
			const response = await server.fetch(request);
			underWay -= 1;
			return response;
		}
	});
	const inbox = new Inbox();
	const chats = Array.from({ length: 29 }, () => makeChat());
	inbox.restore({ chats, accounts: [makeAccount()], at: NOW });
	let drops = 0;
	const drop = inbox.store.remove.bind(inbox.store);
	inbox.store.remove = (ids) => {
		if (ids.length > 0) drops += 1;
		drop(ids);
	};
	await inbox.load(source);
	expect([inbox.isConfirmed, inbox.store.all.length]).toEqual([true, 30]);
	expect(most).toBe(4);
	// One after the other they would be 29; a busy machine makes more of one.
	expect(drops).toBeLessThan(10);
});

describe('until the list itself has confirmed it', () => {
	test('what the search gave is not the whole; the list then says so', async () => {
		const { server } = makeSampleServer({ chats: 60, behaviour: { listLimit: 'ignored' } });
		const { source, hide } = hiding(server.fetch);
		const inbox = new Inbox();
		await inbox.load(source);
		expect([inbox.phase.name, inbox.isConfirmed]).toEqual(['ready', false]);
		expect(inbox.store.all.length).toBeLessThan(60);
		const ending = new AbortController();
		const running = new Sync(inbox, quick()).run(source, ending.signal);
		await expect.poll(() => inbox.isConfirmed, PATIENT).toBe(true);
		expect(inbox.store.all).toHaveLength(60);
		expect(hide).toBe(7);
		ending.abort();
		await running;
	});

	test('a chat that no walk meets and the server still has stays, and one that it has no more goes', async () => {
		const { server, world } = makeSampleServer({ chats: 60 });
		const address = 'http://localhost:23373';
		const source = createSource({
			address,
			token: SAMPLE_TOKEN,
			retry: { limit: 0 },
			fetch: server.fetch
		});
		const inbox = new Inbox();
		await inbox.load(source);
		const [gone, unlisted] = world.chats.slice(30, 32);
		if (!gone || !unlisted) throw new Error('The sample world is too small');
		world.remove(gone);
		const id = unlisted.chat.id;
		const hiding = {
			...source,
			async *inventory(signal: AbortSignal) {
				for await (const page of source.inventory(signal)) {
					yield { ...page, items: page.items.filter((chat) => chat.id !== id) };
				}
			}
		};
		await inbox.load(hiding);
		expect([inbox.store.get(gone.chat.id), inbox.store.get(id)?.id]).toEqual([undefined, id]);
		expect([inbox.isConfirmed, inbox.store.all.length]).toEqual([true, 59]);
	});
});

/** A source whose search lacks some chats of its list. */
function hiding(fetch: (request: Request) => Promise<Response>) {
	const hide = 7;
	const source = createSource({
		address: 'http://localhost:23373',
		token: SAMPLE_TOKEN,
		retry: { limit: 0 },
		async fetch(request) {
			const response = await fetch(request);
			if (!new URL(request.url).pathname.endsWith('/search')) return response;
			const { items, ...rest } = await response.json();
			return Response.json({
				...rest,
				items: items.filter((_: unknown, place: number) => place % hide)
			});
		}
	});
	return { source, hide };
}

/** A watch whose waits end at once, except waits of minutes. */
function quick() {
	return {
		now: () => NOW,
		async wait(milliseconds: number, signal: AbortSignal) {
			if (milliseconds < 60_000) await new Promise((resolve) => setTimeout(resolve));
			else await new Promise((resolve) => signal.addEventListener('abort', resolve));
		},
		...IN_VIEW
	};
}

test('a chat that should have been met by the walk makes the next one come at once', async () => {
	const { server, world } = makeSampleServer({ chats: 60 });
	const address = 'http://localhost:23373';
	const source = createSource({
		address,
		token: SAMPLE_TOKEN,
		retry: { limit: 0 },
		fetch: server.fetch
	});
	const late = world.chats.slice(10, 50).map(({ chat }) => chat.id);
	const inbox = new Inbox();
	// A server that lists its accounts already, but not all chats yet.
	await inbox.load({
		...source,
		async *inventory(signal) {
			for await (const page of source.inventory(signal)) {
				yield { ...page, items: page.items.filter(({ id }) => !late.includes(id)) };
			}
		}
	});
	expect(inbox.store.all).toHaveLength(20);
	const ending = new AbortController();
	const running = new Sync(inbox, { ...quick(), now: () => NOW }).run(source, ending.signal);
	await expect.poll(() => inbox.store.all.length, PATIENT).toBe(60);
	ending.abort();
	await running;
	await source.server(never);
});
