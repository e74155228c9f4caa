import { expect, test } from 'vitest';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import { SnapshotSlot } from '$lib/state/snapshots.svelte';
import { makeSnapshot } from '../fixtures/snapshots';

const JANUARY = { snapshot: makeSnapshot({ taken: '2026-01-31' }), parseIssues: [] };
const MAY = { snapshot: makeSnapshot({ taken: '2026-05-31' }), parseIssues: [] };

test('one that cannot be opened leaves the earlier one, and says why', async () => {
	const slot = new SnapshotSlot();
	await slot.open(Promise.resolve(JANUARY), 'january.json');
	await slot.open(Promise.reject(new SnapshotError('newer')), 'broken.json');
	expect(slot.opened).toEqual({ ...JANUARY, fileName: 'january.json' });
	expect(slot.failure).toBe('newer');
});

test('the next that opens takes the failure away', async () => {
	const slot = new SnapshotSlot();
	await slot.open(Promise.reject(new SnapshotError('no-snapshot')));
	await slot.open(Promise.resolve(MAY));
	expect(slot).toMatchObject({ opened: MAY, failure: undefined });
});

test('of two on their way the last one asked for stays, whichever comes first', async () => {
	const slot = new SnapshotSlot();
	let finish: (reading: typeof JANUARY) => void = () => undefined;
	const slow = slot.open(new Promise((resolve) => (finish = resolve)), 'slow.json');
	await slot.open(Promise.resolve(MAY), 'fast.json');
	finish(JANUARY);
	await slow;
	expect(slot.opened?.fileName).toBe('fast.json');
});

test('what was taken away meanwhile does not come back', async () => {
	const slot = new SnapshotSlot();
	const opening = slot.open(Promise.resolve(MAY));
	slot.put(undefined);
	await opening;
	expect(slot.opened).toBeUndefined();
});

test('a bug is no failure of the file', async () => {
	const slot = new SnapshotSlot();
	await expect(slot.open(Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
	expect(slot.failure).toBeUndefined();
});
