import type { CapabilityColumn } from '../columns/column';
import type { FormattedValue } from '../format';
import { isWorking } from '../model';
import type { Part, Parts } from './cell';
import { parsePath } from '../path';
import type { CapabilityRow } from '../row';

/** What a sentence about a cell may need to know. */
export interface NoteInput {
	row: CapabilityRow;
	column: CapabilityColumn;
	parts: Parts;
	/** Every cell of the row, this one too. */
	cells: readonly Parts[];
	reference: FormattedValue | undefined;
}

/** Sentences for what a cell's own words cannot say; most cells need none. */
export function findNotes(subject: NoteInput): string[] {
	return [
		droppedNote(subject),
		unlistedNote(subject),
		looseNote(subject),
		mixedTypesNote(subject),
		referenceNote(subject)
	].filter((note) => note !== undefined);
}

function droppedNote({ row, parts }: NoteInput): string | undefined {
	const isDropped = parts.some(
		({ saying }) => saying.reading.kind === 'level' && saying.reading.level === 'dropped'
	);
	return isDropped ? `Dropped: ${lossOf(row.path)}` : undefined;
}

function lossOf(path: string): string {
	const place = parsePath(path);
	switch (place.in) {
		case 'formatting':
			return 'sent, but the formatting is lost.';
		case 'attachment-field':
			return 'the file is sent without its caption.';
		case 'attachment':
		case 'mime':
			return 'the file never arrives, and nobody is told.';
		default:
			return 'it never arrives, and nobody is told.';
	}
}

/** Only where the row has an outright refusal too, which it could be taken for. */
function unlistedNote({ parts, cells }: NoteInput): string | undefined {
	if (!parts.some(isUnlisted) || !cells.some((cell) => cell.some(isRefused))) return undefined;
	return 'Not listed: refused only because it is not among what the chat says it takes; others refuse it by name.';
}

function isUnlisted({ saying: { reading } }: Part): boolean {
	return reading.kind === 'omitted' && reading.as === 'rejected';
}

function isRefused({ saying: { reading } }: Part): boolean {
	return reading.kind === 'level' && reading.level === 'rejected';
}

function looseNote({ parts }: NoteInput): string | undefined {
	return parts.some(({ saying }) => saying.isImplied)
		? 'Not stated whether it works, though a limit of it is.'
		: undefined;
}

/** A type of attachment is as good as the best of its MIME types. */
function mixedTypesNote({ row, column, parts }: NoteInput): string | undefined {
	const place = parsePath(row.path);
	if (place.in !== 'attachment' || !parts.some(worksAtAll)) return undefined;
	const isMixed = [...column.sets.keys()].some(({ attachments = {} }) => {
		const attachment = Object.hasOwn(attachments, place.type) ? attachments[place.type] : undefined;
		return new Set(Object.values(attachment?.mimeTypes ?? {})).size > 1;
	});
	return isMixed ? 'The best of its MIME types; others are carried less well.' : undefined;
}

function worksAtAll({ saying: { reading } }: Part): boolean {
	return reading.kind === 'level' && isWorking(reading.level);
}

function referenceNote({ reference }: NoteInput): string | undefined {
	return reference && `The reference says: ${reference.text}.`;
}
