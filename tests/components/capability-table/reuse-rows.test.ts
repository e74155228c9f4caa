import { expect, test } from 'vitest';
import { reuseRows } from '$lib/components/capability-table/reuse-rows';
import type { TableModel } from '$lib/domain/capabilities/table/table';
import { EXAMPLE_TABLE } from '../../fixtures/example-table';
import {
	makeCell,
	makeColumn,
	makeRow,
	makeTable,
	PARTIAL,
	REJECTED
} from '../../fixtures/table-model';

const COLUMNS = [makeColumn({ key: 'a' }), makeColumn({ key: 'b' })];

function tableWith(...rows: Parameters<typeof makeRow>[]): TableModel {
	return makeTable({
		columns: COLUMNS,
		sections: [{ section: 'Messages', rows: rows.map((row) => makeRow(...row)) }]
	});
}

function listRows(table: TableModel) {
	return table.sections.flatMap(({ rows }) => rows);
}

test('an equal table keeps all its rows and columns', () => {
	const next = structuredClone(EXAMPLE_TABLE);
	const kept = reuseRows(next, EXAMPLE_TABLE);
	expect(kept).toEqual(EXAMPLE_TABLE);
	expect(kept.columns).toBe(EXAMPLE_TABLE.columns);
	expect(listRows(kept).every((row, index) => row === listRows(EXAMPLE_TABLE)[index])).toBe(true);
});

test('a row in which one cell has changed is new, its other cells are not', () => {
	const before = tableWith([[makeCell(), makeCell()]], [[makeCell()], { path: 'other' }]);
	const next = tableWith([[makeCell(), makeCell(REJECTED)]], [[makeCell()], { path: 'other' }]);
	const kept = reuseRows(next, before);
	expect(kept).toEqual(next);
	const [[row, other], [old, otherOld]] = [listRows(kept), listRows(before)];
	expect(row).not.toBe(old);
	expect(row?.cells[0]).toBe(old?.cells[0]);
	expect(other).toBe(otherOld);
});

test.for([
	['a note', makeCell(PARTIAL, { notes: [1] }), makeCell(PARTIAL, { notes: [2] })],
	['a comparison', makeCell(PARTIAL), makeCell(PARTIAL, { comparison: 'same' })],
	['a comparison that is gone', makeCell(PARTIAL, { comparison: 'same' }), makeCell(PARTIAL)]
] as const)('%s is a change', ([, before, after]) => {
	const kept = reuseRows(tableWith([[after, after]]), tableWith([[before, before]]));
	expect(listRows(kept)[0]?.cells[0]).toEqual(after);
});

test('columns that move keep their cells', () => {
	const before = tableWith([[makeCell(), makeCell(REJECTED)]]);
	const next = makeTable({
		columns: structuredClone([...COLUMNS].reverse()),
		sections: [{ section: 'Messages', rows: [makeRow([makeCell(REJECTED), makeCell()])] }]
	});
	const kept = reuseRows(next, before);
	expect(kept).toEqual(next);
	expect(kept.columns).toEqual([...COLUMNS].reverse());
	expect(listRows(kept)[0]?.cells[0]).toBe(listRows(before)[0]?.cells[1]);
});

test('a share that has changed makes a new row', () => {
	const before = tableWith([[makeCell()], {}, { share: { works: 1, of: 2 } }]);
	const next = tableWith([[makeCell()], {}, { share: { works: 2, of: 2 } }]);
	expect(reuseRows(next, before)).toEqual(next);
});
