import { getFullName } from '$lib/domain/capabilities/row';
import type { TableModel } from '$lib/domain/capabilities/table/table';
import { cleanText } from '../clean-text';
import { hasShares } from '$lib/domain/capabilities/table/table-labels';
import { measureCell } from './cell';
import { measureWidth, NAME_FONT } from './measure-text';

/** Positions and widths of the table's columns, in pixels. */
export interface Grid {
	left: number;
	width: number;
	nameWidth: number;
	cellWidth: number;
	/** 0 in a table without the column of shares. */
	shareWidth: number;
}

const LEAST = 660;
const NAMES = { least: 150, most: 236, around: 34 } as const;
const CELLS = { least: 94, most: 172, widest: 190 } as const;
/** A table with at most this number of columns may have wider columns. */
const FEW = 6;
const SHARE = 92;
/** Pixels to the right of the last column. */
export const EDGE = 8;

/** Chooses one width for all columns, within limits, by the longest text. */
export function buildGrid(table: TableModel, left: number): Grid {
	const rows = table.sections.flatMap((section) => section.rows);
	const names = rows.map(
		({ row }) => measureWidth(cleanText(getFullName(row)), NAME_FONT) + NAMES.around
	);
	const cells = rows.flatMap((row) => row.cells.map(measureCell));
	const count = Math.max(1, table.columns.length);
	const shareWidth = hasShares(table) ? SHARE : 0;
	const name = clamp(findMax(names), NAMES.least, NAMES.most);
	const cell = clamp(findMax(cells), CELLS.least, count > FEW ? CELLS.most : CELLS.widest);
	const spare = Math.max(0, LEAST - name - cell * count - shareWidth - EDGE);
	const cellWidth = Math.ceil(Math.max(cell, Math.min(CELLS.widest, cell + spare / count)));
	const rest = Math.max(0, LEAST - name - cellWidth * count - shareWidth - EDGE);
	const nameWidth = Math.ceil(name + rest);
	const width = nameWidth + cellWidth * table.columns.length + shareWidth + EDGE;
	return { left, width, nameWidth, cellWidth, shareWidth };
}

/** The left edge of a column. */
export function getColumnLeft({ left, nameWidth, cellWidth }: Grid, index: number): number {
	return left + nameWidth + cellWidth * index;
}

function findMax(values: readonly number[]): number {
	return values.reduce((a, b) => Math.max(a, b), 0);
}

function clamp(value: number, least: number, greatest: number): number {
	return Math.min(greatest, Math.max(least, value));
}
