import { groupBy, joinList } from '$lib/format/list';
import { formatNumber } from '$lib/format/number';
import type { CapabilityColumn } from '../columns/column';
import { parsePath } from '../path';
import { getFullName, type CapabilityRow } from '../row';
import type { CapabilityValue } from '../value';
import { doesWork, type RowParts } from './build-row';
import { compareCells } from './compare';
import {
	formatFirstClause,
	formatNextClause,
	PHRASES,
	type Claim,
	type ClauseSubject,
	type Phrase
} from './phrases';
import { getShownLimits } from './statement';
import type { CellPart, CellParts } from './table';

/** Sentences of a summary, at most. */
const MAX_SENTENCES = 6;
/** Clauses after the baseline's own, at most; further groups of columns are counted. */
const MAX_CLAUSES = 3;
/** Names that are listed when the columns of one clause are too many to name all. */
const MAX_NAMES = 2;

/**
 * The differences from the baseline, a sentence for each of the most important rows:
 * `Signal edits for 24 h, WhatsApp for 15 min.` Silent columns are left out.
 *
 * @param baseline - index of the baseline's column; -1 without one, which gives no sentences
 */
export function summarizeDifferences(
	rows: readonly RowParts[],
	columns: readonly CapabilityColumn[],
	baseline: number
): string[] {
	const sentences: string[] = [];
	for (const row of sortByImportance(rows)) {
		const sentence = formatSentence(row, columns, baseline);
		if (sentence !== undefined) sentences.push(sentence);
		if (sentences.length === MAX_SENTENCES) break;
	}
	return sentences;
}

/** The rows that have a phrase, then other levels and flags, in the table's order. */
function sortByImportance(rows: readonly RowParts[]): RowParts[] {
	const byPath = new Map(rows.map((parts) => [parts.row.path, parts]));
	const first = [...PHRASES.keys()].map((path) => byPath.get(path));
	const others = rows.filter(
		({ row }) =>
			!PHRASES.has(row.path) &&
			(row.kind === 'level' || row.kind === 'flag') &&
			parsePath(row.path).in !== 'mime'
	);
	return [...first.filter((parts) => parts !== undefined), ...others];
}

/** A column with its cell of the row that a sentence is about. */
interface ColumnCell {
	column: CapabilityColumn;
	cell: CellParts;
}

function formatSentence(
	{ row, cells }: RowParts,
	columns: readonly CapabilityColumn[],
	baseline: number
): string | undefined {
	const cell = cells[baseline];
	const column = columns[baseline];
	if (!cell || !column || !isStated(cell)) return undefined;
	const others = columns.flatMap((other, index): ColumnCell[] => {
		const otherCell = cells[index];
		if (index === baseline || !otherCell || !isStated(otherCell)) return [];
		const comparison = compareCells(otherCell, cell);
		const isDifferent = comparison !== 'same' && comparison !== 'similar';
		return isDifferent ? [{ column: other, cell: otherCell }] : [];
	});
	const phrase = PHRASES.get(row.path);
	const clauses = phrase
		? formatClaims(row, phrase, { column, cell }, others)
		: formatValues({ column, cell }, others);
	if (clauses.length < 2) return undefined;
	const isPlain = clauses.length === 2 && !clauses.some((clause) => clause.includes(', '));
	const start = phrase ? '' : `${getFullName(row)}: `;
	return `${start}${clauses.join(isPlain ? ', ' : ' · ')}.`;
}

/** Clauses of a row that has a phrase: `Signal edits for 24 h`, `WhatsApp for 15 min`. */
function formatClaims(
	row: CapabilityRow,
	phrase: Phrase,
	baseline: ColumnCell,
	others: readonly ColumnCell[]
): string[] {
	const first = toClaim(baseline.cell, phrase);
	const claims = others.map((other) => ({ ...other, claim: toClaim(other.cell, phrase) }));
	const different = claims.filter(({ claim }) => getClaimKey(claim) !== getClaimKey(first));
	const groups = [...groupBy(different, ({ claim }) => getClaimKey(claim)).values()].sort(
		(a, b) => b.length - a.length
	);
	const rest = groups.slice(MAX_CLAUSES).flat().length;
	const isLimited = phrase.limited !== undefined && different.some(({ claim }) => claim.how !== '');
	return [
		formatFirstClause(
			toSubject([baseline]),
			isLimited ? mentionMissingLimit(first, row) : first,
			phrase
		),
		...groups.slice(0, MAX_CLAUSES).flatMap((group) => {
			const claim = group[0]?.claim;
			const complete = claim && first.works ? mentionMissingLimit(claim, row) : claim;
			return complete ? [formatNextClause(toSubject(group), complete, phrase, first)] : [];
		}),
		...(rest > 0 ? [formatRest(rest)] : [])
	];
}

function getClaimKey({ works, how }: Claim): string {
	return works ? how : 'no';
}

/** Beside columns with a limit, a column without one is worth the words. */
function mentionMissingLimit(claim: Claim, row: CapabilityRow): Claim {
	const canBeLimited = row.kind === 'limit' || getShownLimits(row.path).length > 0;
	return claim.works && claim.how === '' && canBeLimited
		? { ...claim, how: 'without a stated limit' }
		: claim;
}

/** Clauses of a row without a phrase: `Signal Full`, `WhatsApp and Slack Rejected`. */
function formatValues(baseline: ColumnCell, others: readonly ColumnCell[]): string[] {
	const columns = [baseline, ...others].map((each) => ({ ...each, text: formatCell(each.cell) }));
	const [first, ...groups] = [...groupBy(columns, ({ text }) => text)];
	const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length);
	const rest = sorted.slice(MAX_CLAUSES).flatMap(([, group]) => group).length;
	return [
		...(first ? [first] : [])
			.concat(sorted.slice(0, MAX_CLAUSES))
			.map(([text, group]) => `${toSubject(group).name} ${text}`),
		...(rest > 0 ? [formatRest(rest)] : [])
	];
}

function formatRest(count: number): string {
	return count === 1 ? '1 other differs' : `${formatNumber(count)} others differ`;
}

function formatCell(cell: CellParts): string {
	const { text } = cell[0].formatted;
	return cell.length > 1 ? `${text} in most chats` : text;
}

function toSubject(columns: readonly ColumnCell[]): ClauseSubject {
	const names = columns.map(({ column }) => column.name);
	const isPlural = names.length > 1 || columns.some(({ column }) => column.isPlural === true);
	if (names.length <= MAX_NAMES + 1) return { name: joinList(names), isPlural };
	const rest = `${formatNumber(names.length - MAX_NAMES)} others`;
	return { name: joinList([...names.slice(0, MAX_NAMES), rest]), isPlural };
}

function toClaim(cell: CellParts, phrase: Phrase): Claim {
	const working = cell.filter(({ statement }) => isWorkingValue(statement.value));
	const [first] = working;
	if (!first) return { works: false, how: '' };
	const how = formatHow(first, phrase);
	if (cell.length === 1) return { works: true, how };
	if (working.length === cell.length)
		return { works: true, how: `${how || 'fully'} in most chats` };
	const share = `${formatNumber(countChats(working))} of ${formatNumber(countChats(cell))}`;
	return { works: true, how: `in ${share} chats` };
}

function countChats(parts: readonly CellPart[]): number {
	return parts.reduce((sum, { chats }) => sum + chats, 0);
}

function formatHow(
	{ statement: { value }, formatted, symbolLabel }: CellPart,
	{ limited }: Phrase
): string {
	const isPartial = value.kind === 'level' && value.level === 'partial';
	const isLimited = value.kind === 'limit' || symbolLabel !== undefined;
	const limit = isLimited && limited?.(formatted.text);
	return [isPartial && 'in part', limit].filter(Boolean).join(', ');
}

/** The row of a limit belongs to something that works. */
function isWorkingValue(value: CapabilityValue): boolean {
	if (value.kind === 'limit') return true;
	return doesWork(value) ?? (value.kind === 'omitted' && value.as === 'no-limit');
}

function isStated(cell: CellParts): boolean {
	return cell.every(
		({ statement: { value } }) => !['unreported', 'unstated', 'inapplicable'].includes(value.kind)
	);
}
