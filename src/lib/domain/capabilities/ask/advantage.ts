import { joinList } from '$lib/format/list';
import { formatCount, formatNumber } from '$lib/format/number';
import type { CapabilityColumn } from '../columns/column';
import type { CapabilityRow } from '../row';
import { compareCells } from '../table/compare';
import { getToldPart } from './answer-row';
import { canBeLimited, type Finding, type Outcome } from './findings';
import type { Question } from './question';
import { createRowTopics } from './row-topics';
import { describeWhat } from './sentences';
import type { Topic } from './topic';

/** The advantages of one network over others. */
export interface Advantage {
	/** Capabilities that work on the first network and, as the others state, not on these. */
	only: readonly Topic[];
	/**
	 * Capabilities that work on all networks, and better on the first: for longer, with larger files,
	 * in full.
	 */
	better: readonly Topic[];
	/** Capabilities that work on the first network, and that some of the others don’t state. */
	unsaid: readonly Topic[];
}

/** Named capabilities that are told one by one, at most. */
const MAX_NAMED = 3;

/**
 * Finds the advantages of the first network over the others.
 *
 * @param rows - all rows; where the question names many of them, only these are compared
 * @param columns - of the networks, in the question's order
 * @returns undefined where the question isn't about them, or a network reports nothing
 */
export function createAdvantage(
	{ isAdvantage, networks, paths, file, age, textLength, emoji }: Question,
	rows: ReadonlyMap<string, CapabilityRow>,
	columns: readonly CapabilityColumn[]
): Advantage | undefined {
	const isWhole = paths.length === 0 || paths.length > MAX_NAMED;
	const isCheck = (file ?? age ?? textLength ?? emoji) !== undefined;
	if (!isAdvantage || !isWhole || isCheck || columns.length !== networks.length) return undefined;
	if (columns.some(({ reported }) => reported === 0)) return undefined;
	const looked = paths.length > 0 ? paths : [...rows.keys()];
	const comparable = looked.filter((path) => {
		const row = rows.get(path);
		return row && canBeAdvantage(row);
	});
	const topics = createRowTopics(comparable, rows, columns);
	const found = topics.map((topic) => ({ topic, lead: findLead(topic) }));

	function list(wanted: Lead): Topic[] {
		return found.flatMap(({ topic, lead }) => (lead === wanted ? [topic] : []));
	}

	return { only: list('only'), better: list('better'), unsaid: list('unsaid') };
}

/** True for rows that an advantage can be about; limits belong to the rows that they limit. */
function canBeAdvantage({ path, kind, levelPath }: CapabilityRow): boolean {
	if (path.includes('.mimeTypes.')) return false;
	return kind === 'level' || kind === 'flag' || (kind === 'limit' && levelPath === undefined);
}

/** The rows of the small table: those in which the network is better, or else those that may be. */
export function listAdvantages({ only, better, unsaid }: Advantage): readonly Topic[] {
	const certain = [...only, ...better];
	return certain.length > 0 ? certain : unsaid;
}

type Lead = 'only' | 'better' | 'unsaid';

function findLead({ row, findings: [first, ...others] }: Topic): Lead | undefined {
	if (!row || first?.kind !== 'yes') return undefined;
	const leads = new Set(others.map((other) => findLeadOver(row, first, other)));
	if (leads.has(undefined)) return undefined;
	return (['unsaid', 'better', 'only'] as const).find((lead) => leads.has(lead));
}

function findLeadOver(row: CapabilityRow, first: Finding, other: Finding): Lead | undefined {
	if (other.kind === 'no') return 'only';
	if (other.kind !== 'yes') return 'unsaid';
	const comparison = compareCells([getToldPart(row, first)], [getToldPart(row, other)]);
	return comparison === 'better' ? 'better' : undefined;
}

/** Names in a sentence, at most; the table has them all. */
const MAX_NAMES = 12;

/**
 * `Telegram can do 2 things that WhatsApp can’t: underline, spoilers. It’s better at 1: edit. WhatsApp
 * doesn’t say about 1: ban members.`
 *
 * @param columns - of the network, then of the others
 */
export function writeAdvantage(
	{ only, better, unsaid }: Advantage,
	columns: readonly CapabilityColumn[]
): string[] {
	const [name = '', ...others] = columns.map((column) => column.name);
	return [
		only.length > 0
			? `${name} can do ${formatCount(only.length, 'thing')} that ${joinList(others)} can’t: ${list(only)}.`
			: `${name} can do nothing that ${joinList(others)} ${others.length === 1 ? 'says it' : 'say they'} can’t.`,
		better.length > 0 &&
			`It’s better at ${formatNumber(better.length)}: ${list(better, describeBetter)}.`,
		unsaid.length > 0 &&
			`${joinList(others, 'or')} doesn’t say about ${formatNumber(unsaid.length)}: ${list(unsaid)}.`
	].flatMap((sentence) => sentence || []);
}

/**
 * Describes what is better. A missing limit is mentioned, as it makes a network better than most.
 */
function describeBetter(topic: Topic, outcome: Outcome): string {
	const isUnlimited = outcome.short === '' && topic.row && canBeLimited(topic.row.path);
	return describeWhat(topic, isUnlimited ? { ...outcome, short: 'no stated limit' } : outcome);
}

function list(topics: readonly Topic[], describe = describeWhat): string {
	const names = topics.flatMap((topic) =>
		topic.findings.slice(0, 1).map((finding) => describe(topic, finding))
	);
	const more = names.length - MAX_NAMES;
	return more > 1
		? `${names.slice(0, MAX_NAMES).join(', ')} and ${formatNumber(more)} more`
		: names.join(', ');
}
