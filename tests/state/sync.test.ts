import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSource } from '$lib/api/source';
import type { Chat } from '$lib/domain/chat/chat';
import { CHANGES, change } from '$lib/sample/simulate-activity';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import type { Behaviour } from '$lib/sample/server/behaviour';
import { Inbox } from '$lib/state/inbox.svelte';
import type { Watch } from '$lib/state/concurrency';
import { Sync } from '$lib/state/sync.svelte';
import { never } from '../fixtures/http';
import { makeSampleServer, NOW, PAGING } from '../fixtures/sample';
import { IN_VIEW } from '../fixtures/watch';

const SWEEP = 600_000;

/**
 * A watch whose waits end at once, except those between sweeps; it records all waits.
 *
 * @param passing - number of waits between sweeps that end at once too
 */
function quickWatch(passing = 0): Watch & { waits: number[]; sweeps: () => number } {
	const waits: number[] = [];
	function sweeps() {
		return waits.filter((wait) => wait === SWEEP).length;
	}
	return {
		waits,
		sweeps,
		now: () => NOW + waits.reduce((sum, wait) => sum + wait, 0),
		async wait(milliseconds, signal) {
			waits.push(milliseconds);
			if (milliseconds < SWEEP || sweeps() <= passing)
				await new Promise((resolve) => setImmediate(resolve));
			else await new Promise((resolve) => signal.addEventListener('abort', resolve));
		},
		...IN_VIEW
	};
}

function makeSampleSource(
	options: { chats: number; behaviour?: Partial<Behaviour> },
	meddle: (count: number) => void = () => {}
) {
	const { server, world } = makeSampleServer({ ...options, hasCapabilities: false });
	let requests = 0;
	const source = createSource({
		address: 'http://localhost:23373',
		token: SAMPLE_TOKEN,
		retry: { limit: 0 },
		fetch: async (request) => {
			meddle(++requests);
			return server.fetch(request);
		}
	});
	return { source, world };
}

async function listed(source: ReturnType<typeof makeSampleSource>['source']) {
	const chats = new Map<string, Chat>();
	for await (const { items } of source.chats(never)) {
		for (const chat of items) chats.set(chat.id, chat);
	}
	return [...chats.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

test.for(PAGING)(
	'whatever changes elsewhere, after one more sweep the inbox is exactly what the list is: $cursors, $listLimit',
	{ timeout: 30_000 },
	async (behaviour) => {
		const elsewhere = fc.record({ place: fc.nat(), kind: fc.constantFrom(...CHANGES) });
		await fc.assert(
			fc.asyncProperty(fc.array(elsewhere, { minLength: 1, maxLength: 30 }), async (changes) => {
				const waiting = [...changes];
				const { source, world } = makeSampleSource({ chats: 60, behaviour }, (count) => {
					const next = waiting.pop();
					const record = next && world.chats[next.place % world.chats.length];
					if (record) change(world, record, next.kind, NOW + count);
				});
				const inbox = new Inbox();
				await inbox.load(source);
				while (waiting.length > 0) await source.server(never);

				const ending = new AbortController();
				const watch = quickWatch(1);
				const running = new Sync(inbox, watch).run(source, ending.signal);
				await expect.poll(watch.sweeps, { timeout: 20_000 }).toBe(2);
				ending.abort();
				await running;
				expect(inbox.isConfirmed).toBe(true);
				expect(inbox.chats.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
					await listed(source)
				);
			}),
			{ numRuns: 5 }
		);
	}
);

test('changes found by the sweep are not applied while the user scrolls', async () => {
	const { source } = makeSampleSource({ chats: 60, behaviour: { listLimit: 'ignored' } });
	const inbox = new Inbox();
	await inbox.load(source);
	const before = inbox.chats;
	let rest: (() => void) | undefined;
	const ending = new AbortController();
	function still() {
		return new Promise<void>((resolve) => (rest = resolve));
	}
	const running = new Sync(inbox, { ...quickWatch(), still }).run(source, ending.signal);
	await expect.poll(() => rest).toBeDefined();
	expect(inbox.chats).toBe(before);
	await expect
		.poll(() => {
			rest?.();
			return inbox.chats;
		})
		.not.toBe(before);
	ending.abort();
	rest?.();
	await running;
});

test('a first walk that the server ended in the middle goes on to the end once the server is back', async () => {
	let isAway = false;
	const options = { chats: 400, behaviour: { listLimit: 'ignored' } } as const;
	const { source, world } = makeSampleSource(options, (count) => {
		isAway ||= count === 4;
		if (isAway) throw new TypeError('fetch failed');
	});
	const inbox = new Inbox();
	await inbox.load(source);
	expect(inbox.phase.name).toBe('failed');
	expect(inbox.chats.length).toBeGreaterThan(0);
	expect(inbox.chats.length).toBeLessThan(world.chats.length);

	isAway = false;
	const ending = new AbortController();
	const running = new Sync(inbox, quickWatch()).run(source, ending.signal);
	await expect.poll(() => inbox.phase.name).toBe('ready');
	expect(inbox.chats).toHaveLength(world.chats.length);
	ending.abort();
	await running;
});
