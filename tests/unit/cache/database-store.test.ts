import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import {
	aroundPut,
	chunkCount,
	makeChats,
	NOTHING,
	recall,
	startAfresh,
	visit
} from '../../fixtures/database';

beforeEach(startAfresh);
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

const [old, fresh] = [makeChats(3000, 'Old'), makeChats(3000, 'Fresh')];

describe('a save that is cut off', () => {
	test.each([1, 2, 4])('before its write %i leaves what was there before', async (count) => {
		await visit().save(old, [], 1);
		const tab = visit();
		aroundPut(count, { before: () => tab.close() });
		expect(await tab.save(fresh, [], 2)).toBe('unavailable');
		vi.restoreAllMocks();
		const { chats, at } = await recall(visit());
		expect([chats, at]).toEqual([old, 1]);
	});

	test('is nothing at all on a first visit, and leaves nothing behind after the next', async () => {
		const tab = visit();
		aroundPut(4, { before: () => tab.close() });
		await tab.save(old, [], 1);
		vi.restoreAllMocks();
		expect(await recall(visit())).toEqual(NOTHING);
		await visit().save([], [], 2);
		expect(await chunkCount()).toBe(0);
	});
});

describe('two tabs', () => {
	test('that save at once leave the one or the other, whole', async () => {
		const [one, other] = [visit(), visit()];
		const results = await Promise.all([one.save(old, [], 1), other.save(fresh, [], 2)]);
		expect(results).toContain('saved');
		const { chats, at } = await recall(visit());
		expect(chats).toEqual(at === 1 ? old : fresh);
	});

	test('that take turns each leave what they saved last', async () => {
		const [one, other] = [visit(), visit()];
		for (let turn = 0; turn < 2; turn++) {
			await one.save(old, [], 1);
			await other.save(fresh, [], 2);
			expect((await recall(visit())).chats).toEqual(fresh);
			await one.save(old, [], 3);
			expect((await recall(visit())).chats).toEqual(old);
		}
	});

	test('one reads to the end what the other replaces meanwhile', async () => {
		await visit().save(old, [], 1);
		const met: Chat[] = [];
		for await (const { chats } of visit().load(new AbortController().signal)) {
			if (met.length === 0) await visit().save(fresh, [], 2);
			met.push(...chats);
		}
		expect(met).toEqual(old);
		expect((await recall(visit())).chats).toEqual(fresh);
	});

	test('a second save during another does nothing', async () => {
		const tab = visit();
		const first = tab.save(old, [], 1);
		expect(await tab.save(fresh, [], 2)).toBe('busy');
		expect(await first).toBe('saved');
		expect(await tab.save(fresh, [], 2)).toBe('saved');
	});
});
