import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connection, device, keepChats } from '$lib/app/app';
import {
	eraseKeptSnapshots,
	explainNoSnapshots,
	keepSnapshot,
	keepWeeklySnapshot,
	listKeptSnapshots
} from '$lib/app/snapshot-history';
import { findSnapshotNews } from '$lib/app/snapshot-news';
import { unpackSnapshot } from '$lib/api/snapshot-link';
import type { Snapshot } from '$lib/domain/capabilities/snapshot/snapshot';
import type { SupportLevel } from '$lib/domain/capabilities/model';
import { OWNER, startAfresh } from '../fixtures/database';
import { makeSnapshot, makeSnapshotColumn } from '../fixtures/snapshots';

beforeEach(() => {
	startAfresh();
	vi.useFakeTimers({ toFake: ['Date'] });
	setDay('2026-10-03');
	connection.open({ kind: 'live', ...OWNER }, false);
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	keepChats.set(true);
	connection.close();
});

function setDay(day: string) {
	vi.setSystemTime(`${day}T12:00:00Z`);
}

function takeSignal(taken: string, poll: SupportLevel): Snapshot {
	return makeSnapshot({ taken, columns: [makeSnapshotColumn([{ poll }])] });
}

async function listDays() {
	return (await listKeptSnapshots()).map(({ taken }) => taken);
}

test('why no snapshot is kept is told of the sample, before any Beeper, and where chats are not kept', () => {
	expect(explainNoSnapshots()).toBeUndefined();
	keepChats.set(false);
	expect(explainNoSnapshots()).toContain('while chats are kept');
	connection.open({ kind: 'sample' }, false);
	expect(explainNoSnapshots()).toContain('sample data');
	connection.close();
	device.remove('address');
	expect(explainNoSnapshots()).toBe('Connect to Beeper to keep snapshots.');
});

describe('a weekly snapshot', () => {
	test('is kept once a week', async () => {
		for (const day of ['2026-10-03', '2026-10-04', '2026-10-09', '2026-10-10', '2026-10-13']) {
			setDay(day);
			await keepWeeklySnapshot(() => takeSignal(day, 'full'));
		}
		expect(await listDays()).toEqual(['2026-10-10', '2026-10-03']);
	});

	test('is not taken in between, which would cost time', async () => {
		await keepWeeklySnapshot(() => takeSignal('2026-10-03', 'full'));
		const take = vi.fn(() => takeSignal('2026-10-03', 'full'));
		await keepWeeklySnapshot(take);
		expect(take).not.toHaveBeenCalled();
	});

	test('of chats that report nothing is not kept', async () => {
		await keepWeeklySnapshot(() => makeSnapshot({ columns: [makeSnapshotColumn([])] }));
		expect(await listDays()).toEqual([]);
	});

	test('is not kept when storing chats is off, and not of the sample data', async () => {
		keepChats.set(false);
		await keepWeeklySnapshot(() => takeSignal('2026-10-03', 'full'));
		keepChats.set(true);
		connection.open({ kind: 'sample' }, false);
		await keepWeeklySnapshot(() => takeSignal('2026-10-03', 'full'));
		connection.open({ kind: 'live', ...OWNER }, false);
		expect(await listDays()).toEqual([]);
	});

	test('is not written after a sign-out', async () => {
		const keeping = keepSnapshot(takeSignal('2026-10-03', 'full'));
		connection.close();
		expect(await keeping).toBe('unwanted');
	});
});

describe('news', () => {
	test('are the changes since the latest snapshot that differs, with a link to both', async () => {
		await keepSnapshot(takeSignal('2026-10-03', 'rejected'));
		await keepSnapshot(takeSignal('2026-10-10', 'full'));
		const now = takeSignal('2026-10-12', 'full');
		const news = await findSnapshotNews(now);
		expect(news?.text).toBe('Since 3 October: Signal polls Rejected → Full');
		expect(news?.since).toBe('2026-10-03');
		expect((await unpackSnapshot(news?.fragment ?? '')).snapshot).toEqual(now);
	});

	test('are none where nothing changed, or another Beeper answers since', async () => {
		await keepSnapshot(takeSignal('2026-10-03', 'full'));
		expect(await findSnapshotNews(takeSignal('2026-10-12', 'full'))).toBeUndefined();
		await eraseKeptSnapshots();
		expect(await findSnapshotNews(takeSignal('2026-10-12', 'rejected'))).toBeUndefined();
	});
});
