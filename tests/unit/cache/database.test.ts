import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eraseCaches } from '$lib/cache/database';
import { makeChats, NOTHING, recall, startAfresh, visit } from '../../fixtures/database';

beforeEach(startAfresh);
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

const [old, fresh] = [makeChats(3000, 'Old'), makeChats(3000, 'Fresh')];

describe('signing out', () => {
	test('erases the chats of every server, the salt and the database', async () => {
		await visit().save(old, [], 1);
		await visit({ token: 'another' }).save(fresh, [], 1);
		expect(await eraseCaches()).toBe(true);
		expect(await indexedDB.databases()).toEqual([]);
		expect(await recall(visit())).toEqual(NOTHING);
	});

	test('does not wait for other tabs, which keep nothing from then on', async () => {
		const [one, other] = [visit(), visit()];
		await Promise.all([one.save(old, [], 1), recall(other)]);
		expect(await eraseCaches()).toBe(true);
		expect(await one.save(old, [], 2)).toBe('unavailable');
		expect(await recall(other)).toEqual(NOTHING);
		expect(await indexedDB.databases()).toEqual([]);
	});

	test('ends a running save', async () => {
		const saving = visit().save(old, [], 1);
		await eraseCaches();
		expect(await saving).toBe('unavailable');
		expect(await indexedDB.databases()).toEqual([]);
	});

	test('leaves nothing legible even where a sleeping tab keeps the database from going', async () => {
		await visit().save(old, [], 1);
		// A connection that ignores the request to close.
		const sleeping = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('beeper-dashboard');
			request.onsuccess = () => resolve(request.result);
		});
		expect(await eraseCaches()).toBe(true);
		const left = await new Promise<number>((resolve) => {
			const request = sleeping.transaction('chunks').objectStore('chunks').count();
			request.onsuccess = () => resolve(request.result);
		});
		expect(left).toBe(0);
		sleeping.close();
	});

	test('keeps nothing from being kept after signing in again', async () => {
		await visit().save(old, [], 1);
		await eraseCaches();
		expect(await visit().save(fresh, [], 2)).toBe('saved');
		expect((await recall(visit())).chats).toEqual(fresh);
	});
});
