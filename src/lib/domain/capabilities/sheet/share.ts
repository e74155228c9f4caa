import type { SourcedColumn } from '../columns/column';
import { isWorking } from '../level';
import type { Parts } from './parts';
import type { Reading } from '../reading';
import type { SheetRow } from './sheet';

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
