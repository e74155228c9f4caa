import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eraseCaches } from '$lib/cache/database';
import { SnapshotStore } from '$lib/cache/snapshot-store';
import type { KeptSnapshot } from '$lib/domain/capabilities/snapshot/history';
import {
	aroundPut,
	makeChats,
	OWNER,
	recall,
	refuse,
	startAfresh,
	visit
} from '../../fixtures/database';

beforeEach(startAfresh);
afterEach(() => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
});

function makeKept(taken: string, about = taken): KeptSnapshot {
	return { taken, about, fragment: `snapshot=${taken}` };
}

function always() {
	return true;
}

/** Wants one only while there is none. */
function first(days: readonly string[]) {
	return days.length === 0;
}

const store = new SnapshotStore(OWNER.address);

test('snapshots come back latest first, one of a day', async () => {
	for (const day of ['2026-10-03', '2026-11-20', '2026-10-10'])
		expect(await store.keep(makeKept(day), always)).toBe('kept');
	await store.keep(makeKept('2026-10-10', 'again'), always);
	expect((await store.list()).map(({ about }) => about)).toEqual([
		'2026-11-20',
		'again',
		'2026-10-03'
	]);
	expect(await store.listDays()).toEqual(['2026-10-03', '2026-10-10', '2026-11-20']);
});

test('of two tabs that would keep one at the same time only one does', async () => {
	const tabs = [new SnapshotStore(OWNER.address), new SnapshotStore(OWNER.address)];
	const results = await Promise.all(
		tabs.map((tab, index) => tab.keep(makeKept(`2026-10-0${index + 1}`), first))
	);
	expect(results.sort()).toEqual(['kept', 'unwanted']);
	expect(await store.list()).toHaveLength(1);
});

test('each server has its own', async () => {
	const other = new SnapshotStore('http://localhost:23374');
	await store.keep(makeKept('2026-10-03'), always);
	await other.keep(makeKept('2026-10-04'), always);
	await other.erase();
	expect(await other.list()).toEqual([]);
	expect(await store.listDays()).toEqual(['2026-10-03']);
	await store.remove('2026-10-03');
	expect(await store.list()).toEqual([]);
});

describe('a full disk', () => {
	test('keeps what was there, the chats too', async () => {
		const chats = makeChats(3);
		await visit().save(chats, [], 1);
		await store.keep(makeKept('2026-10-03'), always);
		aroundPut(1, { before: () => refuse('QuotaExceededError') });
		expect(await store.keep(makeKept('2026-10-10'), always)).toBe('full');
		vi.restoreAllMocks();
		expect(await store.listDays()).toEqual(['2026-10-03']);
		expect((await recall(visit())).chats).toEqual(chats);
	});

	test('leaves the snapshots when the chats no longer fit', async () => {
		await store.keep(makeKept('2026-10-03'), always);
		// The first one is the salt.
		aroundPut(2, { before: () => refuse('QuotaExceededError') });
		expect(await visit().save(makeChats(3), [], 1)).toBe('full');
		expect(await store.listDays()).toEqual(['2026-10-03']);
	});
});

test('signing out removes the snapshots of every server', async () => {
	await store.keep(makeKept('2026-10-03'), always);
	await eraseCaches();
	expect(await store.list()).toEqual([]);
});

test('chats kept by a version without snapshots stay', async () => {
	const request = indexedDB.open('beeper-dashboard', 1);
	await new Promise<void>((resolve) => {
		request.onupgradeneeded = () => {
			for (const name of ['salts', 'heads', 'chunks']) request.result.createObjectStore(name);
			request.transaction?.objectStore('heads').put('kept', 'name');
		};
		request.onsuccess = () => resolve(request.result.close());
	});
	expect(await store.keep(makeKept('2026-10-03'), always)).toBe('kept');
	const upgraded = indexedDB.open('beeper-dashboard');
	const kept = await new Promise((resolve) => {
		upgraded.onsuccess = () => {
			const read = upgraded.result.transaction('heads').objectStore('heads').get('name');
			read.onsuccess = () => resolve(read.result);
		};
	});
	upgraded.result.close();
	expect(kept).toBe('kept');
});

test('where the browser allows no storage nothing is kept, and nothing fails', async () => {
	vi.stubGlobal('indexedDB', undefined);
	expect(await store.keep(makeKept('2026-10-03'), always)).toBe('unavailable');
	expect(await store.list()).toEqual([]);
	expect(await store.listDays()).toEqual([]);
});
