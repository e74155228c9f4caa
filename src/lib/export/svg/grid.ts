/** Positions and widths of the table's columns, in pixels. */
export interface Grid {
	left: number;
	width: number;
	nameWidth: number;
	cellWidth: number;
	/** 0 in a table without the column of shares. */
	shareWidth: number;
}

/** Widths in pixels: `natural`, in which a text fits on one line, and `least`, which breaks no word. */
export interface TextWidths {
	natural: number;
	least: number;
}

/** The widths that the texts of a table ask for, by which grids are built. */
export interface TableWidths {
	/** Widths of the first column. */
	name: TextWidths;
	/** Widths of every other column. */
	cell: TextWidths;
	columns: number;
	hasShares: boolean;
}

const LEAST = 660;
const NAMES = { least: 120, most: 260 } as const;
const CELLS = { least: 94, most: 172, widest: 220 } as const;
/** Limits of the widths in a picture of fixed size, in pixels. Longer words are broken. */
const TIGHT = { name: [84, 200], cell: [64, 150] } as const;
/** A table with at most this number of columns may have wider columns. */
const FEW = 6;
const SHARE = 92;
/** Pixels to the right of the last column. */
export const EDGE = 8;

/** A grid as wide as its texts, within limits. All columns but the first have one width. */
export function buildGrid({ name, cell, columns, hasShares }: TableWidths, left: number): Grid {
	const shareWidth = hasShares ? SHARE : 0;
	const count = Math.max(1, columns);
	const names = clamp(name.natural, NAMES.least, NAMES.most);
	const cells = clamp(cell.natural, CELLS.least, count > FEW ? CELLS.most : CELLS.widest);
	const spare = Math.max(0, LEAST - names - cells * count - shareWidth - EDGE);
	const cellWidth = Math.ceil(Math.max(cells, Math.min(CELLS.widest, cells + spare / count)));
	const rest = Math.max(0, LEAST - names - cellWidth * count - shareWidth - EDGE);
	const nameWidth = Math.ceil(names + rest);
	const width = nameWidth + cellWidth * columns + shareWidth + EDGE;
	return { left, width, nameWidth, cellWidth, shareWidth };
}

/** A grid of exactly this width; undefined where words would have to be broken. */
export function fitGrid(widths: TableWidths, left: number, width: number): Grid | undefined {
	const { name, cell, hasShares } = widths;
	const columns = Math.max(1, widths.columns);
	const shareWidth = hasShares ? SHARE : 0;
	const room = width - shareWidth - EDGE;
	const leastName = clamp(name.least, ...TIGHT.name);
	const leastCell = clamp(cell.least, ...TIGHT.cell);
	if (leastName + leastCell * columns > room) return undefined;
	const wanted = Math.max(leastName, Math.min(name.natural, room / 2));
	const cells = Math.max(leastCell, Math.min(cell.natural, (room - wanted) / columns));
	const names = Math.max(leastName, Math.min(wanted, room - cells * columns));
	const spare = Math.max(0, room - names - cells * columns) / (columns + 1);
	const cellWidth = cells + spare;
	return { left, width, nameWidth: room - cellWidth * columns, cellWidth, shareWidth };
}

/** The number of columns that a grid of this width has room for. */
export function countFittingColumns({ name, cell, hasShares }: TableWidths, width: number): number {
	const room = width - (hasShares ? SHARE : 0) - EDGE - clamp(name.least, ...TIGHT.name);
	return Math.max(1, Math.floor(room / clamp(cell.least, ...TIGHT.cell)));
}

/** The left edge of a column. */
export function getColumnLeft({ left, nameWidth, cellWidth }: Grid, index: number): number {
	return left + nameWidth + cellWidth * index;
}

function clamp(value: number, least: number, greatest: number): number {
	return Math.min(greatest, Math.max(least, value));
}
