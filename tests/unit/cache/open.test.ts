import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eraseCaches } from '$lib/cache/database';
import { NO_CACHE } from '$lib/cache/encrypted-cache';
import { makeChats, NOTHING, recall, refuse, startAfresh, visit } from '../../fixtures/database';

beforeEach(startAfresh);
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

const old = makeChats(10);

describe('where nothing can be kept', () => {
	test.each<[string, () => void]>([
		['no IndexedDB', () => vi.stubGlobal('indexedDB', undefined)],
		['an insecure context', () => vi.stubGlobal('crypto', {})],
		['no compression', () => vi.stubGlobal('CompressionStream', undefined)],
		[
			'a database that must not be named',
			() =>
				vi.spyOn(globalThis, 'indexedDB', 'get').mockImplementation(() => refuse('SecurityError'))
		],
		[
			'a database that does not open',
			() =>
				vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => refuse('InvalidStateError'))
		]
	])('%s: the cache is empty and says so', async (_title, forbid) => {
		forbid();
		const cache = visit();
		expect(await recall(cache)).toEqual(NOTHING);
		expect(await cache.save(old, [], 1)).toBe('unavailable');
		cache.close();
	});

	test('erasing does not fail, and returns false', async () => {
		vi.stubGlobal('indexedDB', undefined);
		expect(await eraseCaches()).toBe(false);
	});

	test('who wants no cache has none, and no database is made', async () => {
		expect(await NO_CACHE.save(old, [], 1)).toBe('unavailable');
		expect(await recall(NO_CACHE)).toEqual(NOTHING);
		expect(await indexedDB.databases()).toEqual([]);
	});
});
