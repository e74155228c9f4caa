import type { SourcedColumn } from '../columns/column';
import { isWorking } from '../model';
import { type Parts, partsReader } from './cell';
import type { Reading } from '../value';
import type { SheetRow, SheetCell } from './table';
import { compareCells } from './compare';
import { notesFor } from './notes';
import { deviationOf, type Reference } from '../reference';
import type { CapabilityRow } from '../row';

/** A row with what every column says in it, before it is put into words. */
export interface Line {
	row: CapabilityRow;
	/** One for each column, in the columns' order. */
	cells: readonly Parts[];
}

/** What the words of a row depend on beside itself. */
export interface Surroundings {
	columns: readonly SourcedColumn[];
	/** Index of the baseline's column; -1 without one. */
	baseline: number;
	reference: Reference;
	hasShare: boolean;
	/** The number of a note, which is written down when it is new. */
	numberOf: (note: string) => number;
}

/** A row in words. */
export function sheetRow(line: Line, surroundings: Surroundings): SheetRow {
	const { columns, hasShare } = surroundings;
	const { row, cells } = line;
	const isAnswerable = row.kind === 'level' || row.kind === 'flag';
	const share = hasShare && isAnswerable ? shareOf(cells, columns) : undefined;
	return {
		row,
		cells: columns.flatMap((column, index) => {
			const parts = cells[index];
			return parts ? [sheetCell(line, parts, column, index, surroundings)] : [];
		}),
		...(share && { share })
	};
}

function sheetCell(
	{ row, cells }: Line,
	parts: Parts,
	column: SourcedColumn,
	index: number,
	{ baseline, reference, numberOf }: Surroundings
): SheetCell {
	const known = column.origin === 'chats' && reference.get(column.networkKey ?? '');
	const deviation = known ? deviationOf(parts, partsReader(row)(known)) : undefined;
	const notes = notesFor({ row, column, parts, cells, reference: deviation });
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
export function shareOf(
	cells: readonly Parts[],
	columns: readonly Pick<SourcedColumn, 'origin'>[]
): SheetRow['share'] {
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
export function doesWork(reading: Reading): boolean | undefined {
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
