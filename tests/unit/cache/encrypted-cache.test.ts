import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Capabilities } from '$lib/domain/capabilities/model';
import type { Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';
import {
	ACCOUNTS,
	aroundPut,
	AT,
	chunkCount,
	contents,
	makeChats,
	recall,
	refuse,
	startAfresh,
	visit
} from '../../fixtures/database';
import { hostileText } from '../../fixtures/hostile';

beforeEach(startAfresh);
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

/** Counts the chunks that are written from now on. */
function countPuts() {
	const put = vi.spyOn(IDBObjectStore.prototype, 'put');
	return () =>
		put.mock.contexts.filter((store) => store instanceof IDBObjectStore && store.name === 'chunks')
			.length;
}

describe('what is saved', () => {
	test('is there on the next visit, newest activity first, the first rows at once', async () => {
		const chats = makeChats(1500);
		expect(await visit().save([...chats].reverse(), ACCOUNTS, AT)).toBe('saved');
		const { parts, ...recalled } = await recall(visit());
		expect(recalled).toEqual({ chats, accounts: ACCOUNTS, at: AT });
		expect(parts[0]).toBe(200);
		expect(parts.length).toBeGreaterThan(2);
	});

	test('is the same whatever is in it', async () => {
		const text = hostileText();
		const anyChat = fc.record({
			title: text,
			description: fc.option(text),
			isMuted: fc.boolean(),
			participants: fc.record({
				items: fc.array(fc.record({ id: text, fullName: text }), { maxLength: 2 }),
				hasMore: fc.boolean(),
				total: fc.nat()
			}),
			preview: fc.record({ id: text, text, attachments: fc.array(text, { maxLength: 2 }) }),
			capabilities: fc.record({ other: fc.dictionary(text, fc.jsonValue(), { maxKeys: 3 }) })
		});
		await fc.assert(
			fc.asyncProperty(fc.array(anyChat, { maxLength: 5 }), async (drafts) => {
				startAfresh();
				// JSON excludes Infinity and −0, which the API cannot send.
				const chats: Chat[] = drafts.map((draft) => makeChat(JSON.parse(JSON.stringify(draft))));
				await visit().save(chats, ACCOUNTS, AT);
				expect((await recall(visit())).chats).toEqual(chats);
			}),
			{ numRuns: 30 }
		);
	});

	test('shares one frozen object of capabilities among chats that shared one', async () => {
		const full: Capabilities = { edit: 'full', poll: 'dropped' };
		const none: Capabilities = {};
		const chats = makeChats(900).map((chat, place): Chat => {
			if (place % 3 === 2) return chat;
			return { ...chat, capabilities: place % 3 === 0 ? full : none };
		});
		await visit().save(chats, ACCOUNTS, AT);
		const recalled = await recall(visit());
		expect(recalled.chats).toEqual(chats);
		const sets = [...new Set(recalled.chats.map((chat) => chat.capabilities))];
		expect(sets).toEqual([full, none, undefined]);
		expect(sets.every((set) => Object.isFrozen(set))).toBe(true);
	});

	test('takes the objects that others use for equal capabilities', async () => {
		const full: Capabilities = { edit: 'full' };
		await visit().save([makeChat({ capabilities: { edit: 'full' } })], ACCOUNTS, AT);
		const { chats } = await recall(visit({ share: () => full }));
		expect(chats[0]?.capabilities).toBe(full);
	});

	test('is replaced by the next save, and its chunks go', async () => {
		const cache = visit();
		await cache.save(makeChats(3000), ACCOUNTS, AT);
		const [chat] = makeChats(1);
		await cache.save(chat ? [chat] : [], [], AT + 1);
		expect(await recall(visit())).toEqual({ chats: [chat], accounts: [], at: AT + 1, parts: [1] });
		expect(await chunkCount()).toBe(1);
	});

	test('ends when it is no longer wanted, and stays for the next time', async () => {
		await visit().save(makeChats(1500), ACCOUNTS, AT);
		const stop = new AbortController();
		let met = 0;
		for await (const { chats } of visit().load(stop.signal)) {
			met += chats.length;
			stop.abort();
		}
		expect(met).toBe(200);
		expect((await recall(visit())).chats).toHaveLength(1500);
	});
});

describe('saving again', () => {
	test('writes no chunk when the chats are the same objects', async () => {
		const cache = visit();
		const chats = makeChats(3000);
		await cache.save(chats, ACCOUNTS, AT);
		const packing = vi.spyOn(JSON, 'stringify');
		const puts = countPuts();
		await cache.save(chats, ACCOUNTS, AT + 1);
		expect(puts()).toBe(0);
		expect(packing.mock.calls.some(([value]) => Array.isArray(value?.rows))).toBe(false);
		expect((await recall(visit())).at).toBe(AT + 1);
	});

	test('writes none either for what was loaded, or for equal chats in another tab', async () => {
		const chats = makeChats(3000);
		await visit().save(chats, ACCOUNTS, AT);
		const puts = countPuts();
		const cache = visit();
		const loaded = (await recall(cache)).chats;
		await cache.save(loaded, ACCOUNTS, AT);
		await visit().save(structuredClone(chats), ACCOUNTS, AT);
		expect(puts()).toBe(0);
	});

	test('writes the chunk of a chat that changed where it is', async () => {
		const cache = visit();
		const chats = makeChats(5000);
		await cache.save(chats, ACCOUNTS, AT);
		const puts = countPuts();
		const changed = chats.map((chat, place) =>
			place === 2500 ? { ...chat, isMuted: true } : chat
		);
		await cache.save(changed, ACCOUNTS, AT);
		expect(puts()).toBe(1);
		expect((await recall(visit())).chats).toEqual(changed);
	});

	test('writes few when a chat comes new or to the front, however many there are', async () => {
		const cache = visit();
		const chats = makeChats(10_000);
		await cache.save(chats, ACCOUNTS, AT);
		const puts = countPuts();
		const fresh = makeChat({ id: '!fresh:beeper.local', lastActivity: AT + 2 });
		const moved = chats.map((chat, place) =>
			place === 7000 ? { ...chat, lastActivity: AT + 1 } : chat
		);
		await cache.save([...moved, fresh], ACCOUNTS, AT);
		expect(puts()).toBeLessThanOrEqual(5);
		expect((await recall(visit())).chats.slice(0, 2)).toEqual([fresh, moved[7000]]);
	});
});

describe('where there is no room', () => {
	const [old, fresh] = [makeChats(3000, 'Old'), makeChats(3000, 'Fresh')];

	test.each([1, 4, 9])('a save says so at its write %i, and what was kept goes', async (count) => {
		await visit().save(old, [], 1);
		const tab = visit();
		aroundPut(count, { before: () => refuse('QuotaExceededError') });
		expect(await tab.save(fresh, [], 2)).toBe('full');
		vi.restoreAllMocks();
		expect((await contents()).map(({ store }) => store)).toEqual(['salts']);
		expect(await tab.save(old, [], 3)).toBe('full');
	});

	test('a save says so too when it comes out as late as that', async () => {
		const tab = visit();
		aroundPut(4, {
			after: ({ transaction }) =>
				// Fails like browsers: the transaction with this error, its requests with an `AbortError`.
				Reflect.apply(Reflect.get(transaction, '_abort'), transaction, ['QuotaExceededError'])
		});
		expect(await tab.save(fresh, [], 2)).toBe('full');
	});
});
