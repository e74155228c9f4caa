import { formatValue, getCellStyle, type FormattedValue } from '../format-value';
import { isWorking, type Capabilities } from '../model';
import { parsePath } from '../path';
import { formatCount, formatNumber } from '$lib/format/number';
import type { CapabilityRow } from '../row';
import { toUrlValue } from '../url-value';
import { createValueReader, type CapabilityValue } from '../value';

/** A limit that is shown together with the level it belongs to. */
export interface StatementLimit extends Pick<CapabilityRow, 'path' | 'unit'> {
	value: CapabilityValue;
	/** `value` as it is written in URLs. */
	urlValue: string;
}

/** The statement of one chat in one row of the table: a value and, if the value is a working level, its limits. */
export interface Statement {
	value: CapabilityValue;
	/** `value` as it is written in URLs. */
	urlValue: string;
	/** In the row's order; empty where the level does not work or the row has no limits. */
	limits: readonly StatementLimit[];
	/** Equal for statements that the table shows as one. */
	key: string;
	/** The chat states a limit of the capability, but not the level itself. */
	isImplied: boolean;
}

type Row = Pick<CapabilityRow, 'path' | 'unit'>;

/** The limits that are shown beside a level, by the level's path. */
const LIMITS: ReadonlyMap<string, readonly Row[]> = new Map([
	[
		'edit',
		[
			{ path: 'editMaxAge', unit: 'seconds' },
			{ path: 'editMaxCount', unit: 'edits' }
		]
	],
	['delete', [{ path: 'deleteMaxAge', unit: 'seconds' }]],
	[
		'reaction',
		[
			{ path: 'allowedReactions', unit: 'emoji' },
			{ path: 'reactionCount', unit: 'count' }
		]
	],
	['state.disappearingTimer', [{ path: 'disappearingTimer.timers', unit: 'milliseconds' }]]
]);

/** The limits that the table shows beside the level at `path`; empty for most rows. */
export function getShownLimits(path: string): readonly Row[] {
	const target = parsePath(path);
	if (target.in === 'attachment') return [{ path: `${path}.maxSize`, unit: 'bytes' }];
	if (target.in === 'attachment-field' && target.field === 'caption')
		return [{ path: `attachments.${target.type}.maxCaptionLength`, unit: 'characters' }];
	return LIMITS.get(path) ?? [];
}

export type StatementReader = (capabilities: Capabilities | undefined) => Statement;

/** Statements by capabilities and path: every table reads them again, and capabilities never change. */
const cache = new WeakMap<Capabilities, Map<string, Statement>>();

/** Creates a reader of one row for many chats; `undefined` is a chat without capabilities. */
export function createStatementReader(path: string): StatementReader {
	const read = createUncachedReader(path);
	return (capabilities) => {
		if (!capabilities) return read(capabilities);
		let statements = cache.get(capabilities);
		if (!statements) cache.set(capabilities, (statements = new Map()));
		let statement = statements.get(path);
		if (!statement) statements.set(path, (statement = read(capabilities)));
		return statement;
	};
}

function createUncachedReader(path: string): StatementReader {
	const read = createValueReader(path);
	const shown = getShownLimits(path).map((limit) => ({
		...limit,
		read: createValueReader(limit.path)
	}));
	return (capabilities) => {
		const value = read(capabilities);
		const urlValue = toUrlValue(value);
		if (shown.length === 0) return { value, urlValue, limits: [], key: urlValue, isImplied: false };
		const works = value.kind === 'level' && isWorking(value.level);
		const limits = shown.map(({ read: readLimit, ...limit }): StatementLimit => {
			const limitValue = readLimit(capabilities);
			return { ...limit, value: limitValue, urlValue: toUrlValue(limitValue) };
		});
		return {
			value,
			urlValue,
			limits: works ? limits : [],
			key: works ? [urlValue, ...limits.map((limit) => limit.urlValue)].join('\n') : urlValue,
			isImplied: value.kind === 'unstated' && limits.some(isLimitStated)
		};
	};
}

function isLimitStated({ value }: StatementLimit): boolean {
	return value.kind === 'limit' || value.kind === 'list';
}

/**
 * True for a statement that isn't silent: a value, a limit without its level, or a refusal by
 * leaving out.
 */
export function isStated({ value, isImplied }: Pick<Statement, 'value' | 'isImplied'>): boolean {
	switch (value.kind) {
		case 'unreported':
		case 'unstated':
		case 'inapplicable':
			return isImplied;
		case 'omitted':
			return value.as === 'rejected';
		default:
			return true;
	}
}

/** `15 min, 5 edits` with the symbol of `Full`; `Full` where no limit is stated. */
export function formatStatement(
	{ value, limits }: Pick<Statement, 'value' | 'limits'>,
	row: Pick<CapabilityRow, 'unit'> = {}
): FormattedValue {
	const plain = formatValue(value, row);
	const texts = limits.map(formatShownLimit).filter((limit) => limit !== undefined);
	if (texts.length === 0) return plain;
	const text = texts.map((limit) => limit.text).join(', ');
	const detail = texts.map((limit) => limit.detail ?? limit.text).join(', ');
	return {
		text,
		short: texts.map(({ short }) => short).join(', '),
		symbol: plain.symbol,
		tone: plain.tone,
		...(detail !== text && { detail })
	};
}

/** The meaning of a statement's symbol (`Full`); undefined where the statement's text names it. */
export function getSymbolLabel({
	value,
	limits
}: Pick<Statement, 'value' | 'limits'>): string | undefined {
	return limits.some((limit) => formatShownLimit(limit)) ? getCellStyle(value).text : undefined;
}

type LimitText = Pick<FormattedValue, 'text' | 'short' | 'detail'>;

/** Undefined for a limit that is not stated. */
function formatShownLimit({ path, unit, value }: StatementLimit): LimitText | undefined {
	if (path === 'reactionCount' && value.kind === 'limit') {
		const count = formatNumber(value.value);
		return { text: `${count} per message`, short: `${count} each` };
	}
	if (value.kind === 'list') return formatShownList(value, unit);
	// Any emoji is usual for reactions and not worth a word; any timer is unusual.
	if (unit === 'milliseconds' && value.kind === 'omitted') return toLimitText('any timer');
	return value.kind === 'limit' ? formatValue(value, unit ? { unit } : {}) : undefined;
}

/** Emoji are always counted: a row of them takes much room and is hard to compare. */
function formatShownList(
	list: CapabilityValue & { kind: 'list' },
	unit: CapabilityRow['unit']
): LimitText {
	const { length } = list.items;
	if (length === 0) return toLimitText(unit === 'emoji' ? 'no emoji' : 'no timers');
	const { text, short, detail = text } = formatValue(list, unit ? { unit } : {});
	if (unit !== 'emoji') return { text, short, detail };
	return { ...toLimitText(formatCount(length, 'emoji', 'emoji')), detail };
}

function toLimitText(text: string): LimitText {
	return { text, short: text };
}
