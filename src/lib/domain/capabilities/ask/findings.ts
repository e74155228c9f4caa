import { spellOutDuration } from '$lib/format/duration';
import { formatCount, formatNumber } from '$lib/format/number';
import type { CapabilityColumn } from '../columns/column';
import { formatValue } from '../format-value';
import type { Capabilities } from '../model';
import type { CapabilityRow } from '../row';
import { doesWork } from '../table/build-row';
import { createStatementReader, getShownLimits, type Statement } from '../table/statement';
import type { CapabilityValue } from '../value';
import type { Wording } from './field-words';

/**
 * The answer of some chats. Silence is never “no”: `unstated` chats state nothing about the topic,
 * `unreported` ones report nothing at all.
 */
export interface Outcome {
	/** `changed`: it arrives converted, or without a part of it. */
	kind: 'yes' | 'changed' | 'no' | 'unstated' | 'unreported';
	/**
	 * Details after the answer of one network: `for 24 hours, at most 10 times`; empty: nothing to
	 * add.
	 */
	long: string;
	/** Details in a list of networks: `24 hours, 10 times`; empty: nothing to add. */
	short: string;
	/** The size of a limit, for the order of a list; Infinity: no stated limit. */
	amount?: number;
}

/** The answer of one column: that of most of its chats, silent ones aside. */
export interface Finding extends Outcome {
	column: CapabilityColumn;
	/** Number of chats with this answer. */
	chats: number;
	/** Number of chats with any answer. */
	answering: number;
	/** Number of chats of the column that report capabilities. */
	of: number;
}

/** Finds the answer of a column from that of each set of capabilities. */
export function findAnswer(
	column: CapabilityColumn,
	read: (capabilities: Capabilities) => Outcome
): Finding {
	const tallies = new Map<string, { outcome: Outcome; chats: number }>();
	for (const [capabilities, chats] of column.sets) {
		const outcome = read(capabilities);
		const key = `${outcome.kind} ${outcome.long}`;
		const tally = tallies.get(key);
		if (tally) tally.chats += chats;
		else tallies.set(key, { outcome, chats });
	}
	const of = column.reported;
	const all = [...tallies.values()].sort((a, b) => b.chats - a.chats);
	const most = all.find(({ outcome }) => isAnswer(outcome)) ?? all[0];
	if (!most)
		return { column, kind: 'unreported', long: '', short: '', chats: 0, answering: 0, of: 0 };
	const answering = all
		.filter(({ outcome }) => isAnswer(outcome))
		.reduce((sum, { chats }) => sum + chats, 0);
	return { column, ...most.outcome, chats: most.chats, answering, of };
}

function isAnswer({ kind }: Outcome): boolean {
	return kind !== 'unstated' && kind !== 'unreported';
}

/** The share of chats that answer otherwise: `1 of 244 differs`, `in 60 of 244 chats`; empty: none. */
export function describeDifference({ column, chats, answering, of }: Finding): string {
	if (chats >= of) return '';
	const noun = column.origin === 'reference' ? ' kinds of chats' : '';
	if (chats === answering && chats * 2 <= of)
		return `in ${formatNumber(chats)} of ${formatNumber(of)}${noun || ' chats'}`;
	const count = of - chats;
	return `${formatNumber(count)} of ${formatNumber(of)}${noun} ${count === 1 ? 'differs' : 'differ'}`;
}

/** Answers by column and path, since every key of a question asks the same columns again. */
const cache = new WeakMap<CapabilityColumn, Map<string, Finding>>();

/** Finds the answer of a column about one capability. */
export function findRowAnswer(
	column: CapabilityColumn,
	row: CapabilityRow,
	wording: Wording
): Finding {
	let byPath = cache.get(column);
	if (!byPath) cache.set(column, (byPath = new Map()));
	let finding = byPath.get(row.path);
	if (!finding) byPath.set(row.path, (finding = readRow(column, row, wording)));
	return finding;
}

function readRow(column: CapabilityColumn, row: CapabilityRow, wording: Wording): Finding {
	const read = createStatementReader(row.path);
	const readLevel = row.levelPath === undefined ? undefined : createStatementReader(row.levelPath);
	return findAnswer(column, (capabilities) => {
		const level = readLevel?.(capabilities);
		const answer = level && toLevelOutcome(level);
		return answer && answer.kind !== 'yes' ? answer : toOutcome(row, read(capabilities), wording);
	});
}

function toOutcome(row: CapabilityRow, statement: Statement, wording: Wording): Outcome {
	const { value } = statement;
	switch (value.kind) {
		case 'limit':
			return toLimitOutcome(value.value, row, wording);
		case 'list':
			return value.items.length === 0
				? createOutcome('no', '', '')
				: toListOutcome(spellOutDuration(formatValue(value, row).text), wording);
		case 'reported':
			return createOutcome('yes', ...repeatText(formatValue(value, row).text));
		case 'omitted':
			if (value.as === 'no-limit')
				return {
					...createOutcome('yes', 'with no stated limit', 'no stated limit'),
					amount: Infinity
				};
			if (value.as === 'any')
				return createOutcome('yes', ...repeatText(wording.limit?.any ?? 'any'));
			return toLevelOutcome(statement);
		default:
			return toLevelOutcome(statement);
	}
}

function toListOutcome(items: string, { limit }: Wording): Outcome {
	const long = [limit?.before, items].filter(Boolean).join(' ');
	return createOutcome('yes', ...repeatText(long));
}

function toLimitOutcome(value: number, row: CapabilityRow, { limit }: Wording): Outcome {
	const text = spellOutDuration(formatAmount(value, row));
	const short = [text, limit?.after].filter(Boolean).join(' ');
	return { ...createOutcome('yes', `${limit?.before ?? 'up to'} ${short}`, short), amount: value };
}

function formatAmount(value: number, row: CapabilityRow): string {
	// “10 edits per message” says what it counts already.
	return row.unit === 'edits' || row.unit === 'count'
		? formatNumber(value)
		: formatValue({ kind: 'limit', value }, row).text;
}

function toLevelOutcome(statement: Statement): Outcome {
	const { value, limits } = statement;
	const works = doesWork(value);
	if (works === undefined)
		return createOutcome(value.kind === 'unreported' ? 'unreported' : 'unstated', '', '');
	if (!works) {
		const why = value.kind === 'level' && value.level !== 'unsupported' ? value.level : '';
		return createOutcome('no', ...repeatText(why));
	}
	const isPartial = value.kind === 'level' && value.level === 'partial';
	const shown = limits.map(({ path, unit, value: limit }) => formatShown(path, unit, limit));
	const stated = shown.filter((each) => each !== undefined);
	const partly = isPartial ? ['in part'] : [];
	return createOutcome(
		'yes',
		[...stated.map(([long]) => long), ...partly].join(', '),
		[...stated.map(([, short]) => short), ...partly].join(', ')
	);
}

type Texts = readonly [long: string, short: string];

/** A limit beside its level; undefined where none is stated. */
function formatShown(
	path: string,
	unit: CapabilityRow['unit'],
	value: CapabilityValue
): Texts | undefined {
	if (value.kind === 'list') {
		const { text, short } = formatValue(value, unit ? { unit } : {});
		if (unit === 'emoji') return repeatText(formatCount(value.items.length, 'emoji', 'emoji'));
		const spelled = spellOutDuration(text);
		return [`after ${spelled}`, spellOutDuration(short)];
	}
	if (value.kind !== 'limit') return undefined;
	const text = spellOutDuration(formatValue(value, unit ? { unit } : {}).text);
	switch (path) {
		case 'editMaxAge':
			return [`for ${text}`, text];
		case 'editMaxCount': {
			const times = value.value === 1 ? 'once' : `${formatNumber(value.value)} times`;
			return [`at most ${times}`, times];
		}
		case 'deleteMaxAge':
			return [`within ${text}`, text];
		case 'reactionCount':
			return repeatText(`${formatNumber(value.value)} per message`);
		default:
			return [`up to ${text}`, text];
	}
}

/** True for levels that are usually limited in time or size, so that no limit is worth saying. */
export function canBeLimited(path: string): boolean {
	return getShownLimits(path).some(({ unit }) => unit === 'seconds' || unit === 'bytes');
}

export function createOutcome(kind: Outcome['kind'], long: string, short: string): Outcome {
	return { kind, long, short };
}

function repeatText(text: string): Texts {
	return [text, text];
}
