import type { CapabilityColumn } from '../columns/column';
import type { FormattedValue } from '../format-value';
import { isWorking } from '../model';
import { parsePath } from '../path';
import type { CapabilityRow } from '../row';
import type { CellPart, CellParts } from './table';

/** The parts of the table that a cell's notes depend on. */
export interface NoteInput {
	row: CapabilityRow;
	column: CapabilityColumn;
	parts: CellParts;
	/** All cells of the row, including this one. */
	cells: readonly CellParts[];
	/** The reference's value; undefined where it does not deviate. */
	reference: FormattedValue | undefined;
}

/** Sentences that explain a cell where its own text can't; most cells need none. */
export function findNotes(input: NoteInput): string[] {
	return [
		noteDropped(input),
		noteUnlisted(input),
		noteImplied(input),
		noteMixedTypes(input),
		noteReference(input)
	].filter((note) => note !== undefined);
}

function noteDropped({ row, parts }: NoteInput): string | undefined {
	const isDropped = parts.some(
		({ statement: { value } }) => value.kind === 'level' && value.level === 'dropped'
	);
	return isDropped ? `Dropped: ${describeLoss(row.path)}` : undefined;
}

function describeLoss(path: string): string {
	switch (parsePath(path).in) {
		case 'formatting':
			return 'sent, but the formatting is lost.';
		case 'attachment-field':
			return 'the file is sent without its caption.';
		case 'attachment':
		case 'mime':
			return 'the file never arrives, and there’s no error.';
		default:
			return 'it never arrives, and there’s no error.';
	}
}

/**
 * A note on a refusal by leaving out, in rows with an explicit refusal for which it could be
 * mistaken.
 */
function noteUnlisted({ parts, cells }: NoteInput): string | undefined {
	if (!parts.some(isUnlisted) || !cells.some((cell) => cell.some(isRefused))) return undefined;
	return 'Not listed: missing from the chat’s list of supported types. Other chats refuse it explicitly.';
}

function isUnlisted({ statement: { value } }: CellPart): boolean {
	return value.kind === 'omitted' && value.as === 'rejected';
}

function isRefused({ statement: { value } }: CellPart): boolean {
	return value.kind === 'level' && value.level === 'rejected';
}

function noteImplied({ parts }: NoteInput): string | undefined {
	return parts.some(({ statement }) => statement.isImplied)
		? 'A limit is stated, but not whether it works.'
		: undefined;
}

/** The level of an attachment type is the best level of its MIME types. */
function noteMixedTypes({ row, column, parts }: NoteInput): string | undefined {
	const target = parsePath(row.path);
	if (target.in !== 'attachment' || !parts.some(isWorkingPart)) return undefined;
	const isMixed = [...column.sets.keys()].some(({ attachments = {} }) => {
		const attachment = Object.hasOwn(attachments, target.type)
			? attachments[target.type]
			: undefined;
		return new Set(Object.values(attachment?.mimeTypes ?? {})).size > 1;
	});
	return isMixed ? 'Best format. Others may be limited.' : undefined;
}

function isWorkingPart({ statement: { value } }: CellPart): boolean {
	return value.kind === 'level' && isWorking(value.level);
}

function noteReference({ reference }: NoteInput): string | undefined {
	return reference && `The reference says: ${reference.text}.`;
}
