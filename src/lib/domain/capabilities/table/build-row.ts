import type { CapabilityColumn } from '../columns/column';
import { isWorking } from '../model';
import { findDeviation, type Reference } from '../reference';
import type { CapabilityRow } from '../row';
import type { CapabilityValue } from '../value';
import { createPartsReader } from './cell-parts';
import { compareCells } from './compare';
import { findNotes } from './notes';
import type { CellPart, CellParts, TableCell, TableRow, WorkingShare } from './table';

/** A row with the parts of its cells, before notes and comparisons are added. */
export interface RowParts {
	row: CapabilityRow;
	/** One entry for each column, in the columns' order. */
	cells: readonly CellParts[];
}

/** The parts of the table that a row depends on. */
export interface RowContext {
	columns: readonly CapabilityColumn[];
	/** Index of the baseline's column; -1 without one. */
	baseline: number;
	reference: Reference;
	hasShare: boolean;
	/** Returns the note's number; a new note is added to the table's notes. */
	numberNote: (note: string) => number;
}

/** Adds notes, comparisons and the share to the parts of a row. */
export function buildRow(parts: RowParts, context: RowContext): TableRow {
	const { columns, hasShare } = context;
	const { row } = parts;
	const cells = distinguishSizes(parts.cells, context.baseline);
	const canWork = row.kind === 'level' || row.kind === 'flag';
	const share = hasShare && canWork ? countWorking(cells, columns) : undefined;
	return {
		row,
		cells: columns.flatMap((column, index) => {
			const cell = cells[index];
			return cell ? [buildCell({ row, cells }, cell, column, index, context)] : [];
		}),
		...(share && { share })
	};
}

/** Sizes that read the same, one of them better, show their bytes: 1 GB by powers of ten and of two. */
function distinguishSizes(cells: readonly CellParts[], baseline: number): readonly CellParts[] {
	const base = cells[baseline];
	if (!base) return cells;
	// Cells that read otherwise need no comparison, which takes longer.
	const unlike = cells.filter((cell) => {
		if (!cell.some((part) => isAlike(part, base))) return false;
		const comparison = compareCells(cell, base);
		return comparison === 'better' || comparison === 'worse';
	});
	return cells.map((cell): CellParts => {
		const others = cell === base ? unlike.flat() : unlike.includes(cell) ? base : [];
		if (others.length === 0) return cell;
		const [first, ...more] = cell;
		return [showBytes(first, others), ...more.map((part) => showBytes(part, others))];
	});
}

function showBytes(part: CellPart, others: readonly CellPart[]): CellPart {
	const { formatted } = part;
	const { detail } = formatted;
	if (detail === undefined || !isAlike(part, others)) return part;
	return { ...part, formatted: { ...formatted, text: detail, short: detail } };
}

/** True for a size that reads as one of the others does. */
function isAlike({ formatted: { text, detail } }: CellPart, others: readonly CellPart[]): boolean {
	return (
		detail?.startsWith(`${text} (`) === true &&
		others.some((other) => other.formatted.text === text)
	);
}

function buildCell(
	{ row, cells }: RowParts,
	parts: CellParts,
	column: CapabilityColumn,
	index: number,
	{ baseline, reference, numberNote }: RowContext
): TableCell {
	const known = column.origin === 'chats' && reference.get(column.networkKey ?? '');
	const deviation = known ? findDeviation(parts, createPartsReader(row)(known)) : undefined;
	const notes = findNotes({ row, column, parts, cells, reference: deviation });
	const base = index === baseline ? undefined : cells[baseline];
	return {
		parts,
		notes: [...new Set(notes.map(numberNote))].sort((a, b) => a - b),
		...(base && compareParts(parts, base)),
		...(deviation && { reference: deviation })
	};
}

function compareParts(
	parts: CellParts,
	base: CellParts
): Pick<TableCell, 'comparison' | 'partComparisons'> {
	const comparison = compareCells(parts, base);
	if (parts.length === 1 || comparison === 'same') return { comparison };
	return { comparison, partComparisons: parts.map((part) => compareCells([part], base)) };
}

/**
 * Counts the chats in which a capability works, of all that report capabilities. Undefined where
 * no chat states whether it works, and for capabilities that can neither work nor fail.
 */
export function countWorking(
	cells: readonly CellParts[],
	columns: readonly Pick<CapabilityColumn, 'origin'>[]
): WorkingShare | undefined {
	// Most chats of a snapshot beside the live chats are the same chats: counted once.
	const origin = columns.some((column) => column.origin === 'chats') ? 'chats' : 'snapshot';
	const parts = cells.flatMap((cell, index) => (columns[index]?.origin === origin ? cell : []));
	let works = 0;
	let of = 0;
	let isStated = false;
	for (const { statement, chats } of parts) {
		const answer = doesWork(statement.value);
		if (answer === undefined && statement.value.kind !== 'unstated') continue;
		isStated ||= answer !== undefined;
		of += chats;
		if (answer) works += chats;
	}
	return isStated ? { works, of } : undefined;
}

/** True when a value means that the capability works; undefined where it does not say. */
export function doesWork(value: CapabilityValue): boolean | undefined {
	switch (value.kind) {
		case 'level':
			return isWorking(value.level);
		case 'flag':
			return value.value;
		case 'omitted':
			return value.as === 'rejected' || value.as === 'none' ? false : undefined;
		default:
			return undefined;
	}
}
