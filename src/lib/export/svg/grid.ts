import { getFullName } from '$lib/domain/capabilities/row';
import type { TableModel } from '$lib/domain/capabilities/table/table';
import { clean } from '../clean-text';
import { hasShares } from '../words';
import { measureCell } from './cell';
import { NAME_FONT } from './row-name';
import { measureWidth } from './measure-text';

/** Where the table's columns stand, in pixels. */
export interface Grid {
	left: number;
	width: number;
	nameWidth: number;
	cellWidth: number;
	/** 0 without such a column. */
	shareWidth: number;
}

const LEAST = 660;
const NAMES = { least: 150, most: 236, around: 34 } as const;
const CELLS = { least: 94, most: 172, widest: 190 } as const;
/** As many columns may take more room. */
const FEW = 6;
const SHARE = 92;
/** Room right of the last column. */
export const EDGE = 8;

/** Columns as wide as their words, all alike, within reason. */
export function buildGrid(sheet: TableModel, left: number): Grid {
	const rows = sheet.sections.flatMap((section) => section.rows);
	const names = rows.map(
		({ row }) => measureWidth(clean(getFullName(row)), NAME_FONT) + NAMES.around
	);
	const cells = rows.flatMap((row) => row.cells.map(measureCell));
	const count = Math.max(1, sheet.columns.length);
	const shareWidth = hasShares(sheet) ? SHARE : 0;
	const name = within(most(names), NAMES.least, NAMES.most);
	const cell = within(most(cells), CELLS.least, count > FEW ? CELLS.most : CELLS.widest);
	const spare = Math.max(0, LEAST - name - cell * count - shareWidth - EDGE);
	const cellWidth = Math.ceil(Math.max(cell, Math.min(CELLS.widest, cell + spare / count)));
	const rest = Math.max(0, LEAST - name - cellWidth * count - shareWidth - EDGE);
	const nameWidth = Math.ceil(name + rest);
	const width = nameWidth + cellWidth * sheet.columns.length + shareWidth + EDGE;
	return { left, width, nameWidth, cellWidth, shareWidth };
}

/** Where a column begins. */
export function columnLeft({ left, nameWidth, cellWidth }: Grid, index: number): number {
	return left + nameWidth + cellWidth * index;
}

function most(values: readonly number[]): number {
	return values.reduce((a, b) => Math.max(a, b), 0);
}

function within(value: number, least: number, greatest: number): number {
	return Math.min(greatest, Math.max(least, value));
}
