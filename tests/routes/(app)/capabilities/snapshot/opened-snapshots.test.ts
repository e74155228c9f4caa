import { expect, test } from 'vitest';
import { SnapshotError } from '$lib/domain/capabilities/snapshot/snapshot-error';
import {
	SnapshotSlot,
	SnapshotPair
} from '../../../../../src/routes/(app)/capabilities/snapshot/opened-snapshots.svelte';
import { makeSnapshot } from '../../../../fixtures/snapshots';

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

function file(taken: string) {
	const reading = Promise.resolve({ snapshot: makeSnapshot({ taken }), parseIssues: [] });
	return { fileName: `${taken}.json`, reading };
}

function days({ before, after }: SnapshotPair) {
	return [before.opened?.snapshot.taken, after.opened?.snapshot.taken];
}

test('a single one is the later one', async () => {
	const pair = new SnapshotPair();
	await pair.add([file('2026-05-31')]);
	expect(days(pair)).toEqual([undefined, '2026-05-31']);
});

test.for([
	['2026-01-31', '2026-05-31'],
	['2026-05-31', '2026-01-31']
] as const)('of %s and %s the older one comes before', async ([first, second]) => {
	const together = new SnapshotPair();
	await together.add([file(first), file(second)]);
	expect(days(together)).toEqual(['2026-01-31', '2026-05-31']);

	const inTurn = new SnapshotPair();
	await inTurn.add([file(first)]);
	await inTurn.add([file(second)]);
	expect(days(inTurn)).toEqual(['2026-01-31', '2026-05-31']);
});

test('two of one day keep the order in which they came', async () => {
	const pair = new SnapshotPair();
	await pair.add([file('2026-05-31')]);
	await pair.add([{ ...file('2026-05-31'), fileName: 'second.json' }]);
	expect(pair.before.opened?.fileName).toBe('second.json');
});

test('a third one takes the place of the later one', async () => {
	const pair = new SnapshotPair();
	await pair.add([file('2026-01-31'), file('2026-05-31')]);
	await pair.add([file('2026-08-31')]);
	expect(days(pair)).toEqual(['2026-01-31', '2026-08-31']);
});

test('a broken one beside a good one does not stop it', async () => {
	const pair = new SnapshotPair();
	const broken = Promise.reject(new SnapshotError('no-snapshot'));
	await pair.add([{ fileName: 'broken.json', reading: broken }, file('2026-05-31')]);
	expect([pair.before, pair.after].map(({ failure }) => failure)).toContain('no-snapshot');
	expect(days(pair)).toContain('2026-05-31');
});

test('swapping asks the opposite question', async () => {
	const pair = new SnapshotPair();
	await pair.add([file('2026-01-31'), file('2026-05-31')]);
	pair.swap();
	expect(days(pair)).toEqual(['2026-05-31', '2026-01-31']);
});
