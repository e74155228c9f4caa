import { formatDuration } from '$lib/format/duration';
import { formatBytes, formatExactBytes } from '$lib/format/bytes';
import { formatCount, formatNumber } from '$lib/format/number';
import type { CapabilityValue } from './value';
import type { SupportLevel } from './model';
import { toReadableName } from './readable-name';
import type { CapabilityRow, Unit } from './row';
import { toSortedJson } from './url-value';

/** The colour of a value; it only repeats the meaning of symbol and text. */
export type Tone = 'good' | 'fair' | 'poor' | 'bad' | 'silent' | 'plain';

/** The appearance of all values of one kind. */
export interface CellStyle {
	text: string;
	/** One character, legible without colour. */
	symbol: string;
	tone: Tone;
	/** One line, for the legend. */
	meaning: string;
}

/** A value as the table shows it. */
export interface FormattedValue extends Omit<CellStyle, 'meaning'> {
	/** A shorter form of `text`: `73 emoji`; equal to `text` where that is short. */
	short: string;
	/** The complete text; absent where `text` is complete. */
	detail?: string;
}

const LEVELS: Readonly<Record<SupportLevel, CellStyle>> = {
	full: createStyle('Full', '✓', 'good', 'Works fully.'),
	partial: createStyle('Partial', '◐', 'fair', 'Works with limits.'),
	unsupported: createStyle(
		'Unsupported',
		'✕',
		'poor',
		'The network doesn’t have this, but may have a fallback.'
	),
	dropped: createStyle('Dropped', '⚠', 'bad', 'Sent, but this part is dropped.'),
	rejected: createStyle('Rejected', '⊘', 'bad', 'The message is refused.')
};
const YES = createStyle('Yes', '✓', 'good', 'Possible.');
const NO = createStyle('No', '✕', 'poor', 'Not possible.');
const NO_ITEMS = createStyle('None', '✕', 'poor', 'The list is empty: nothing is allowed.');
const OMISSIONS = {
	rejected: createStyle('Rejected (not listed)', '⊖', 'bad', 'Not in the list of supported types.'),
	any: createStyle('Any', '∗', 'plain', 'No list is given: anything is allowed.'),
	none: createStyle(
		'None (not listed)',
		'○',
		'silent',
		'Not in the list of supported formatting: sent as plain text.'
	),
	'no-limit': createStyle('No stated limit', '–', 'silent', 'No number is given.')
} satisfies Record<string, CellStyle>;
const SILENCES = {
	unstated: createStyle(
		'Not stated',
		'–',
		'silent',
		'The chat reports capabilities, but not this one.'
	),
	unreported: createStyle(
		'Not reported',
		'?',
		'silent',
		'The chat reports no capabilities at all.'
	),
	inapplicable: createStyle('Doesn’t apply', '·', 'silent', 'Not applicable here.')
} satisfies Record<string, CellStyle>;
const LIMIT = createStyle('Limit', '≤', 'plain', 'The highest value allowed.');
const LIST = createStyle('List', '•', 'plain', 'Only these are allowed.');
const REPORTED = createStyle(
	'New',
	'+',
	'plain',
	'Newer than this dashboard, shown as Beeper reports it.'
);

/** Every style, best first: the order of the legend. */
export const CELL_STYLES: readonly CellStyle[] = [
	...[LEVELS.full, LEVELS.partial, LEVELS.unsupported, LEVELS.dropped, LEVELS.rejected],
	...[OMISSIONS.rejected, YES, NO, LIMIT, LIST, OMISSIONS.any, NO_ITEMS, OMISSIONS.none],
	...[REPORTED, OMISSIONS['no-limit'], ...Object.values(SILENCES)]
];

/** Items of a list that is shown whole, at most. */
const MAX_ITEMS = 6;
/** Characters of a reported field that is shown whole, at most. */
const MAX_REPORTED = 40;

const STARTS: ReadonlyMap<string, string> = new Map([
	['afterRead', 'after reading'],
	['afterReadByRecipient', 'after the recipient has read it'],
	['afterSend', 'after sending']
]);

/** The style of a value's kind; its `text` is `Limit` rather than `15 min`. */
export function getCellStyle(value: CapabilityValue): CellStyle {
	switch (value.kind) {
		case 'level':
			return LEVELS[value.level];
		case 'flag':
			return value.value ? YES : NO;
		case 'limit':
			return LIMIT;
		case 'list':
			return value.items.length === 0 ? NO_ITEMS : LIST;
		case 'reported':
			return REPORTED;
		case 'omitted':
			return OMISSIONS[value.as];
		default:
			return SILENCES[value.kind];
	}
}

/**
 * Formats a value: `Full`, `15 min`, `Not stated` …
 * Within one row, two values have the same complete text (`detail`, or else `text`) only where
 * `toUrlValue` is the same; sizes of equal `text` may differ by some bytes.
 */
export function formatValue(
	value: CapabilityValue,
	row: Pick<CapabilityRow, 'unit'> = {}
): FormattedValue {
	const style = getCellStyle(value);
	switch (value.kind) {
		case 'limit':
			return formatLimitValue(value.value, style, row.unit);
		case 'list':
			return value.items.length === 0 ? toFormatted(style) : formatListValue(value.items, row.unit);
		case 'reported':
			return formatReported(value.value);
		default:
			return toFormatted(style);
	}
}

/**
 * A number with its unit: `15 min`, `100 MB`, `65,536 characters`. Every text about a limit uses
 * it.
 */
export function formatLimit(value: number, unit?: Unit): string {
	switch (unit) {
		case 'seconds':
			return formatDuration(value);
		case 'milliseconds':
			return formatDuration(value / 1000);
		case 'bytes':
			return formatBytes(value);
		case 'characters':
			return formatCount(value, 'character');
		case 'pixels':
			return `${formatNumber(value)} px`;
		case 'edits':
			return formatCount(value, 'edit');
		case 'options':
			return formatCount(value, 'option');
		default:
			return formatNumber(value);
	}
}

/** The complete text of a size has its bytes: `100 MB (104,857,600 bytes)`. */
function formatLimitValue(value: number, style: CellStyle, unit?: Unit): FormattedValue {
	const formatted = toFormatted({ ...style, text: formatLimit(value, unit) });
	const exact = unit === 'bytes' ? formatExactBytes(value) : formatted.text;
	return exact === formatted.text
		? formatted
		: { ...formatted, detail: `${formatted.text} (${exact})` };
}

function formatListValue(
	items: readonly (string | number)[],
	unit: Unit | undefined
): FormattedValue {
	const words = items.map((item) => formatItem(item, unit));
	const separator = unit === 'emoji' ? ' ' : ', ';
	const whole = words.join(separator);
	const short = items.length === 1 ? whole : formatItemCount(items.length, unit);
	if (items.length <= MAX_ITEMS)
		return { ...toFormatted({ ...LIST, text: whole }), short, detail: whole };
	const first = words.slice(0, MAX_ITEMS - 1).join(separator);
	const text = `${first} … (${items.length})`;
	return { ...toFormatted({ ...LIST, text }), short, detail: whole };
}

function formatItem(item: string | number, unit: Unit | undefined): string {
	if (typeof item === 'number') return formatLimit(item, unit);
	return unit === 'starts' ? (STARTS.get(item) ?? toReadableName(item).toLowerCase()) : item;
}

function formatItemCount(count: number, unit: Unit | undefined): string {
	if (unit === 'emoji') return formatCount(count, 'emoji', 'emoji');
	return formatCount(count, unit === 'milliseconds' ? 'timer' : 'choice');
}

function formatReported(value: unknown): FormattedValue {
	const json = toSortedJson(value);
	if (json.length <= MAX_REPORTED) return toFormatted({ ...REPORTED, text: json });
	const text = `${json.slice(0, MAX_REPORTED - 1)}…`;
	return { ...toFormatted({ ...REPORTED, text }), detail: json };
}

function toFormatted({ text, symbol, tone }: Omit<CellStyle, 'meaning'>): FormattedValue {
	return { text, short: text, symbol, tone };
}

function createStyle(text: string, symbol: string, tone: Tone, meaning: string): CellStyle {
	return { text, symbol, tone, meaning };
}
