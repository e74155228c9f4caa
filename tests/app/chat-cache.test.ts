import { describe, expect, test } from 'vitest';
import { toOptimisticUpdate } from '$lib/domain/mutations/optimistic';
import type { ChatCache, CachedChats, SaveResult } from '$lib/domain/chat-cache';
import type { Chat } from '$lib/domain/chat/chat';
import { SourceError } from '$lib/domain/connection/source-error';
import { Inbox } from '$lib/state/inbox.svelte';
import { ChatCacheSync } from '$lib/app/chat-cache.svelte';
import { ServerIdentity } from '$lib/state/server-identity.svelte';
import { makeAccount, makeChat } from '../fixtures/chats';
import { NOW } from '../fixtures/sample';
import { makeSource, page } from '../fixtures/source';

const [ann, ben, cem] = [
	makeChat({ id: 'ann' }),
	makeChat({ id: 'ben' }),
	makeChat({ id: 'cem', title: 'Cem as he was' })
];

/** A cache with these batches, which records what is saved. */
function makeCache(remembered: readonly CachedChats[], result: SaveResult = 'saved') {
	const saved: (readonly Chat[])[] = [];
	const cache: ChatCache = {
		async *load() {
			yield* remembered;
		},
		async save(chats) {
			saved.push(chats);
			return result;
		},
		forget: async () => {},
		close: () => {}
	};
	return { cache, saved };
}

/** A watch that a test advances from one check to the next. */
function makeWatch() {
	const ends: (() => void)[] = [];
	return {
		now: () => NOW,
		wait: (_milliseconds: number, signal: AbortSignal) =>
			new Promise<void>((resolve) => {
				ends.push(resolve);
				signal.addEventListener('abort', () => resolve());
			}),
		async pass() {
			ends.shift()?.();
			await new Promise((resolve) => setImmediate(resolve));
		}
	};
}

async function started(inbox: Inbox, cache: ChatCache) {
	const watch = makeWatch();
	const ending = new AbortController();
	let isOver = false;
	const identity = new ServerIdentity(inbox, watch.now);
	const running = new ChatCacheSync(inbox, identity, watch)
		.run(cache, ending.signal)
		.then(() => (isOver = true));
	await new Promise((resolve) => setImmediate(resolve));
	async function end() {
		ending.abort();
		await running;
	}
	return { pass: watch.pass, end, isOver: () => isOver };
}

function ids(inbox: Inbox) {
	return inbox.chats.map(({ id }) => id);
}

describe('what was kept', () => {
	const kept = [{ chats: [ann, cem], accounts: [makeAccount({ accountID: 'a1' })], at: NOW - 5 }];

	test('is shown as of when it was so, until a walk has met everything', async () => {
		const inbox = new Inbox();
		const { end } = await started(inbox, makeCache(kept).cache);
		expect([ids(inbox), inbox.asOf]).toEqual([['ann', 'cem'], NOW - 5]);
		expect(inbox.accounts.map(({ accountID }) => accountID)).toEqual(['a1']);
		await inbox.load(makeSource({ chats: [page([ben, { ...cem, title: 'Cem' }])] }));
		expect(inbox.chats.map(({ title }) => title)).toEqual(['Cem', ben.title]);
		expect(inbox.asOf).toBeNull();
		await end();
	});

	test('stays, and says of when it is, where the server does not answer', async () => {
		const inbox = new Inbox();
		const { end } = await started(inbox, makeCache(kept).cache);
		await inbox.load(makeSource({ chats: [new SourceError('unreachable')] }));
		expect([inbox.phase.name, ids(inbox), inbox.asOf]).toEqual(['failed', ['ann', 'cem'], NOW - 5]);
		await end();
	});

	test('never takes the place of what the server has said', async () => {
		const inbox = new Inbox();
		inbox.store.put([{ ...cem, title: 'Cem' }]);
		const { end } = await started(inbox, makeCache(kept).cache);
		expect(inbox.find('cem')?.title).toBe('Cem');
		await end();
	});

	test('comes too late once everything is there', async () => {
		const inbox = new Inbox();
		await inbox.load(makeSource({ chats: [page([ben, cem])] }));
		const { end } = await started(inbox, makeCache(kept).cache);
		expect(ids(inbox)).toEqual(['ben', 'cem']);
		await end();
	});
});

describe('keeping', () => {
	test('waits for the whole, and then for something new', async () => {
		const inbox = new Inbox();
		const { cache, saved } = makeCache([]);
		const { pass, end } = await started(inbox, cache);
		await pass();
		expect(saved).toEqual([]);
		await inbox.load(makeSource({ chats: [page([ann, ben])] }));
		await pass();
		await pass();
		expect(saved).toEqual([[ann, ben]]);
		inbox.store.put([cem]);
		await pass();
		expect(saved).toEqual([
			[ann, ben],
			[ann, ben, cem]
		]);
		await end();
	});

	test('keeps what was kept until the list itself has confirmed what there is now', async () => {
		const many = Array.from({ length: 12 }, (_, place) => makeChat({ id: `chat${place}` }));
		const inbox = new Inbox();
		const { cache, saved } = makeCache([{ chats: many, accounts: [], at: NOW - 5 }]);
		const { pass, end } = await started(inbox, cache);
		await inbox.load(makeSource({ chats: [page(many.slice(0, 2))] }));
		await pass();
		expect([ids(inbox).length, saved]).toEqual([12, []]);
		await inbox.load(makeSource({ chats: [{ ...page(many), isLast: true }] }));
		await pass();
		expect(inbox.isConfirmed).toBe(true);
		expect(saved).toEqual([many]);
		await end();
	});

	test('keeps an account that has come since', async () => {
		const inbox = new Inbox();
		const accounts = [makeAccount(), makeAccount({ accountID: 'a2' })];
		await inbox.load(makeSource({ accounts: page(accounts.slice(1)), chats: [page([ann])] }));
		const { cache, saved } = makeCache([]);
		const { pass, end } = await started(inbox, cache);
		await inbox.load(makeSource({ accounts: page(accounts), chats: [page([ann])] }));
		await pass();
		expect(saved).toHaveLength(2);
		await end();
	});

	test('keeps nothing of another Beeper', async () => {
		const inbox = new Inbox();
		const kept = { chats: [cem], accounts: [makeAccount({ accountID: 'of cem' })], at: NOW - 5 };
		const { cache, saved } = makeCache([kept]);
		await inbox.load(makeSource({ accounts: page([makeAccount()]), chats: [] }));
		const { end } = await started(inbox, cache);
		expect(ids(inbox)).toEqual([]);
		expect(saved.flat()).toEqual([]);
		await end();
	});

	test('is retried when another save was in progress', async () => {
		const inbox = new Inbox();
		await inbox.load(makeSource({ chats: [page([ann])] }));
		const { cache, saved } = makeCache([], 'busy');
		const { pass, end } = await started(inbox, cache);
		await pass();
		expect(saved).toHaveLength(2);
		await end();
	});

	test.for(['full', 'unavailable'] as const)(
		'is given up where the browser is %s',
		async (result) => {
			const inbox = new Inbox();
			await inbox.load(makeSource({ chats: [page([ann])] }));
			const { isOver } = await started(inbox, makeCache([], result).cache);
			expect(isOver()).toBe(true);
		}
	);

	test('saves chats as on the server, without optimistic updates and not anonymized', async () => {
		const inbox = new Inbox();
		await inbox.load(makeSource({ chats: [page([ann])] }));
		inbox.store.applyOptimistic(toOptimisticUpdate({ kind: 'mute', chatID: 'ann', value: true }));
		const { cache, saved } = makeCache([]);
		const { end } = await started(inbox, cache);
		expect(inbox.find('ann')?.isMuted).toBe(true);
		expect(saved).toEqual([[ann]]);
		await end();
	});
});
