import { groupBy } from '$lib/format/list';
import { formatNumber } from '$lib/format/number';
import type { CapabilityColumn } from '../columns/column';
import { compareCells } from './compare';
import type { Part, Parts } from './cell';
import { parsePath } from '../path';
import {
	formatFirstClause,
	formatNextClause,
	PHRASES,
	type Claim,
	type Phrase,
	type Subject
} from './phrases';
import type { CapabilityValue } from '../value';
import { getFullName, type CapabilityRow } from '../row';
import { getShownLimits } from './statement';
import { doesWork, type Line } from './build-row';

/** Sentences at most. */
const ROOM = 6;
/** Clauses beside the baseline's own; who says something else yet is only counted. */
const CLAUSES = 3;
/** Of several columns in one clause, so many are named. */
const NAMED = 2;

/**
 * What sets the columns apart from the baseline, a sentence for each of the most important rows:
 * `Signal edits for 24 h, WhatsApp for 15 min.` Columns that are silent have no part in it.
 *
 * @param baseline - index of its column
 */
export function summarizeDifferences(
	lines: readonly Line[],
	columns: readonly CapabilityColumn[],
	baseline: number
): string[] {
	const sentences: string[] = [];
	for (const line of byImportance(lines)) {
		const sentence = sentenceOf(line, columns, baseline);
		if (sentence !== undefined) sentences.push(sentence);
		if (sentences.length === ROOM) break;
	}
	return sentences;
}

/** The rows that have a phrase of their own, then other levels and flags, in the table's order. */
function byImportance(lines: readonly Line[]): Line[] {
	const byPath = new Map(lines.map((line) => [line.row.path, line]));
	const first = [...PHRASES.keys()].map((path) => byPath.get(path));
	const others = lines.filter(
		({ row }) =>
			!PHRASES.has(row.path) &&
			(row.kind === 'level' || row.kind === 'flag') &&
			parsePath(row.path).in !== 'mime'
	);
	return [...first.filter((line) => line !== undefined), ...others];
}

function sentenceOf(
	{ row, cells }: Line,
	columns: readonly CapabilityColumn[],
	baseline: number
): string | undefined {
	const own = cells[baseline];
	const column = columns[baseline];
	if (!own || !column || !isTelling(own)) return undefined;
	const others = columns.flatMap((other, index) => {
		const cell = cells[index];
		const isOther = index !== baseline && cell && isTelling(cell);
		return isOther && compareCells(cell, own) !== 'same' ? [{ column: other, cell }] : [];
	});
	const phrase = PHRASES.get(row.path);
	const clauses = phrase
		? claimClauses(row, phrase, { column, cell: own }, others)
		: plainClauses(row, { column, cell: own }, others);
	if (clauses.length < 2) return undefined;
	const isPlain = clauses.length === 2 && !clauses.some((clause) => clause.includes(', '));
	const start = phrase ? '' : `${getFullName(row)}: `;
	return `${start}${clauses.join(isPlain ? ', ' : '; ')}.`;
}

interface Voice {
	column: CapabilityColumn;
	cell: Parts;
}

function claimClauses(
	row: CapabilityRow,
	phrase: Phrase,
	own: Voice,
	others: readonly Voice[]
): string[] {
	const first = claimOf(own.cell, phrase);
	const claims = others.map((voice) => ({ ...voice, claim: claimOf(voice.cell, phrase) }));
	const different = claims.filter(({ claim }) => keyOf(claim) !== keyOf(first));
	const groups = [...groupBy(different, ({ claim }) => keyOf(claim)).values()].sort(
		(a, b) => b.length - a.length
	);
	const spare = groups.slice(CLAUSES).flat().length;
	const isLimited = phrase.limited !== undefined && different.some(({ claim }) => claim.how !== '');
	return [
		formatFirstClause(subjectOf([own]), isLimited ? unlimited(first, row) : first, phrase),
		...groups.slice(0, CLAUSES).flatMap((group) => {
			const claim = group[0]?.claim;
			const said = claim && first.works ? unlimited(claim, row) : claim;
			return said ? [formatNextClause(subjectOf(group), said, phrase, first)] : [];
		}),
		...(spare > 0 ? [spareClause(spare)] : [])
	];
}

function keyOf({ works, how }: Claim): string {
	return works ? how : 'no';
}

/** Where others name a limit, having none is worth a word. */
function unlimited(claim: Claim, row: CapabilityRow): Claim {
	const canBeLimited = row.kind === 'limit' || getShownLimits(row.path).length > 0;
	return claim.works && claim.how === '' && canBeLimited
		? { ...claim, how: 'without a stated limit' }
		: claim;
}

function plainClauses(row: CapabilityRow, own: Voice, others: readonly Voice[]): string[] {
	const voices = [own, ...others].map((voice) => ({
		...voice,
		words: plainWords(voice.cell)
	}));
	const [first, ...groups] = [...groupBy(voices, ({ words }) => words)];
	const said = [...groups].sort(([, a], [, b]) => b.length - a.length);
	const spare = said.slice(CLAUSES).flatMap(([, group]) => group).length;
	return [
		...(first ? [first] : [])
			.concat(said.slice(0, CLAUSES))
			.map(([words, group]) => `${subjectOf(group).name} ${words}`),
		...(spare > 0 ? [spareClause(spare)] : [])
	];
}

function spareClause(count: number): string {
	return count === 1 ? '1 other differs' : `${formatNumber(count)} others differ`;
}

function plainWords(cell: Parts): string {
	const { text } = cell[0].words.statement;
	return cell.length > 1 ? `${text} in most chats` : text;
}

function subjectOf(voices: readonly Voice[]): Subject {
	const names = voices.map(({ column }) => column.name);
	const isPlural = names.length > 1 || voices.some(({ column }) => column.isPlural === true);
	if (names.length <= NAMED + 1) return { name: listed(names), isPlural };
	const rest = `${formatNumber(names.length - NAMED)} others`;
	return { name: listed([...names.slice(0, NAMED), rest]), isPlural };
}

/** `a, b and c` */
function listed(names: readonly string[]): string {
	const last = names.at(-1) ?? '';
	return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

function claimOf(cell: Parts, phrase: Phrase): Claim {
	const working = cell.filter(({ saying }) => works(saying.reading));
	const [first] = working;
	if (!first) return { works: false, how: '' };
	const how = howOf(first, phrase);
	if (cell.length === 1) return { works: true, how };
	if (working.length === cell.length)
		return { works: true, how: `${how || 'fully'} in most chats` };
	const share = `${formatNumber(chatsOf(working))} of ${formatNumber(chatsOf(cell))}`;
	return { works: true, how: `in ${share} chats` };
}

function chatsOf(parts: readonly Part[]): number {
	return parts.reduce((sum, { chats }) => sum + chats, 0);
}

function howOf({ saying: { reading }, words }: Part, { limited }: Phrase): string {
	const isPartial = reading.kind === 'level' && reading.level === 'partial';
	const isLimited = reading.kind === 'limit' || words.look !== undefined;
	const limit = isLimited && limited?.(words.statement.text);
	return [isPartial && 'in part', limit].filter(Boolean).join(', ');
}

/** A limit of its own belongs to something that works. */
function works(reading: CapabilityValue): boolean {
	if (reading.kind === 'limit') return true;
	return doesWork(reading) ?? (reading.kind === 'omitted' && reading.as === 'no-limit');
}

/** Whether a cell says anything at all. */
function isTelling(cell: Parts): boolean {
	return cell.every(
		({ saying: { reading } }) => !['unreported', 'unstated', 'inapplicable'].includes(reading.kind)
	);
}
