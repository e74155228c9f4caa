import { expect, test } from 'vitest';
import { limitColumns, getSnapshotColumns } from '$lib/domain/capabilities/snapshot/snapshot';
import type { Capabilities } from '$lib/domain/capabilities/model';
import { makeSnapshot, makeSnapshotColumn } from '../../../../fixtures/snapshots';

function columns(count: number, set: Capabilities) {
	return getSnapshotColumns(
		makeSnapshot({
			columns: Array.from({ length: count }, (_, index) =>
				makeSnapshotColumn([set], { name: `Network ${index}` })
			)
		})
	);
}

const FORMATTING = Object.fromEntries(
	Array.from({ length: 2_500 }, (_, index) => [`feature ${index}`, 'full' as const])
);

test('all the columns that people have fit', () => {
	expect(limitColumns(columns(40, { edit: 'full' }))).toHaveLength(40);
});

test('a table with too many columns keeps the first ones', () => {
	const all = columns(300, { formatting: FORMATTING });
	const kept = limitColumns(all);
	expect(kept.length).toBeLessThan(25);
	expect(kept).toEqual(all.slice(0, kept.length));
});

test('no columns are none', () => {
	expect(limitColumns([])).toEqual([]);
});
