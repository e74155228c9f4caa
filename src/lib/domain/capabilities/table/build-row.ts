import type { CapabilityColumn } from '../columns/column';
import { isWorking } from '../model';
import { type Parts, partsReader } from './cell';
import type { CapabilityValue } from '../value';
import type { TableRow, TableCell } from './table';
import { compareCells } from './compare';
import { findNotes } from './notes';
import { findDeviation, type Reference } from '../reference';
import type { CapabilityRow } from '../row';

/** A row with what every column says in it, before it is put into words. */
export interface Line {
	row: CapabilityRow;
	/** One for each column, in the columns' order. */
	cells: readonly Parts[];
}

/** What the words of a row depend on beside itself. */
export interface RowContext {
	columns: readonly CapabilityColumn[];
	/** Index of the baseline's column; -1 without one. */
	baseline: number;
	reference: Reference;
	hasShare: boolean;
	/** The number of a note, which is written down when it is new. */
	numberOf: (note: string) => number;
}

/** A row in words. */
export function buildRow(line: Line, surroundings: RowContext): TableRow {
	const { columns, hasShare } = surroundings;
	const { row, cells } = line;
	const isAnswerable = row.kind === 'level' || row.kind === 'flag';
	const share = hasShare && isAnswerable ? countWorking(cells, columns) : undefined;
	return {
		row,
		cells: columns.flatMap((column, index) => {
			const parts = cells[index];
			return parts ? [buildCell(line, parts, column, index, surroundings)] : [];
		}),
		...(share && { share })
	};
}

function buildCell(
	{ row, cells }: Line,
	parts: Parts,
	column: CapabilityColumn,
	index: number,
	{ baseline, reference, numberOf }: RowContext
): TableCell {
	const known = column.origin === 'chats' && reference.get(column.networkKey ?? '');
	const deviation = known ? findDeviation(parts, partsReader(row)(known)) : undefined;
	const notes = findNotes({ row, column, parts, cells, reference: deviation });
	const [first, ...others] = parts;
	const own = cells[baseline];
	return {
		parts: [first.words, ...others.map(({ words }) => words)],
		notes: [...new Set(notes.map(numberOf))].sort((a, b) => a - b),
		...(own && index !== baseline && { comparison: compareCells(parts, own) }),
		...(deviation && { reference: deviation })
	};
}

/**
 * In how many chats something is said to work, of all that report capabilities; undefined where
 * none of them says anything about it, and for what can neither work nor fail.
 */
export function countWorking(
	cells: readonly Parts[],
	columns: readonly Pick<CapabilityColumn, 'origin'>[]
): TableRow['share'] {
	// Chats of a snapshot that stand beside those of today are mostly the same chats.
	const origin = columns.some((column) => column.origin === 'chats') ? 'chats' : 'snapshot';
	const parts = cells.flatMap((cell, index) => (columns[index]?.origin === origin ? cell : []));
	let works = 0;
	let of = 0;
	let isSaid = false;
	for (const { saying, chats } of parts) {
		const answer = doesWork(saying.reading);
		if (answer === undefined && saying.reading.kind !== 'unstated') continue;
		isSaid ||= answer !== undefined;
		of += chats;
		if (answer) works += chats;
	}
	return isSaid ? { works, of } : undefined;
}

/** Undefined: nobody says. */
export function doesWork(reading: CapabilityValue): boolean | undefined {
	switch (reading.kind) {
		case 'level':
			return isWorking(reading.level);
		case 'flag':
			return reading.value;
		case 'omitted':
			return reading.as === 'rejected' || reading.as === 'none' ? false : undefined;
		default:
			return undefined;
	}
}
