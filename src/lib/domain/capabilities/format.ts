import { formatDuration } from '$lib/format/duration';
import { formatBytes } from '$lib/format/bytes';
import { formatCount, formatNumber } from '$lib/format/number';
import type { CapabilityValue } from './value';
import type { SupportLevel } from './model';
import { toReadableName } from './readable-name';
import type { CapabilityRow, Unit } from './row';
import { toSortedJson } from './url-value';

/** How a statement feels, for a tint that only repeats what symbol and words say. */
export type Tone = 'good' | 'fair' | 'poor' | 'bad' | 'silent' | 'plain';

/** How a kind of answer looks wherever it appears. */
export interface CellStyle {
	text: string;
	/** One character, legible without colour. */
	symbol: string;
	tone: Tone;
	/** What it means, one line. */
	meaning: string;
}

/** A reading in words for people. */
export interface FormattedValue extends Omit<CellStyle, 'meaning'> {
	/** The same in very little room: `73 emoji`; equal to `text` where that is short. */
	short: string;
	/** The whole of what `text` shortens. */
	detail?: string;
}

const LEVELS: Readonly<Record<SupportLevel, CellStyle>> = {
	full: look('Full', '✓', 'good', 'It arrives as meant.'),
	partial: look('Partial', '◐', 'fair', 'It arrives converted or incomplete.'),
	unsupported: look(
		'Unsupported',
		'✕',
		'poor',
		'The network has nothing like it; there may be a fallback.'
	),
	dropped: look('Dropped', '⚠', 'bad', 'The message is sent, and this is silently lost.'),
	rejected: look('Rejected', '⊘', 'bad', 'The message is refused.')
};
const YES = look('Yes', '✓', 'good', 'It is possible.');
const NO = look('No', '✕', 'poor', 'It is not possible.');
const NO_ITEMS = look('None', '✕', 'poor', 'The list is empty: nothing is allowed.');
const OMISSIONS = {
	rejected: look(
		'Rejected (not listed)',
		'⊖',
		'bad',
		'The chat lists what it takes, and this is not among it.'
	),
	any: look('Any', '∗', 'plain', 'No list is given: anything is allowed.'),
	none: look(
		'None (not listed)',
		'○',
		'silent',
		'Not among the formatting that is reported: plain text.'
	),
	'no-limit': look('No stated limit', '–', 'silent', 'No number is given.')
} satisfies Record<string, CellStyle>;
const SILENCES = {
	unstated: look('Not stated', '–', 'silent', 'The chat reports capabilities, but not this one.'),
	unreported: look('Not reported', '?', 'silent', 'The chat reports no capabilities at all.'),
	inapplicable: look(
		"Doesn't apply",
		'·',
		'silent',
		'It belongs to something the chat does not carry.'
	)
} satisfies Record<string, CellStyle>;
const LIMIT = look('Limit', '≤', 'plain', 'The most that is allowed.');
const LIST = look('List', '•', 'plain', 'These, and nothing else.');
const REPORTED = look('New', '+', 'plain', 'Newer than this dashboard, as the server reports it.');

/** Every look, best first, for a legend. */
export const CELL_STYLES: readonly CellStyle[] = [
	...[LEVELS.full, LEVELS.partial, LEVELS.unsupported, LEVELS.dropped, LEVELS.rejected],
	...[OMISSIONS.rejected, YES, NO, LIMIT, LIST, OMISSIONS.any, NO_ITEMS, OMISSIONS.none],
	...[REPORTED, OMISSIONS['no-limit'], ...Object.values(SILENCES)]
];

/** Lists up to this long are shown whole. */
const SHOWN = 6;
const REPORTED_CHARACTERS = 40;

const STARTS: ReadonlyMap<string, string> = new Map([
	['afterRead', 'after reading'],
	['afterReadByRecipient', 'after the recipient has read it'],
	['afterSend', 'after sending']
]);

/** How a reading looks; `text` is that of its kind, `Limit` rather than `15 min`. */
export function getCellStyle(reading: CapabilityValue): CellStyle {
	switch (reading.kind) {
		case 'level':
			return LEVELS[reading.level];
		case 'flag':
			return reading.value ? YES : NO;
		case 'limit':
			return LIMIT;
		case 'list':
			return reading.items.length === 0 ? NO_ITEMS : LIST;
		case 'reported':
			return REPORTED;
		case 'omitted':
			return OMISSIONS[reading.as];
		default:
			return SILENCES[reading.kind];
	}
}

/**
 * A reading in words: `Full`, `15 min`, `Not stated` …
 * Within one row, two readings look the same only where `toUrlValue` is the same.
 */
export function formatValue(
	reading: CapabilityValue,
	row: Pick<CapabilityRow, 'unit'> = {}
): FormattedValue {
	const look = getCellStyle(reading);
	switch (reading.kind) {
		case 'limit':
			return plainly({ ...look, text: formatLimit(reading.value, row.unit) });
		case 'list':
			return reading.items.length === 0 ? plainly(look) : listStatement(reading.items, row.unit);
		case 'reported':
			return reportedStatement(reading.value);
		default:
			return plainly(look);
	}
}

/** A number with its unit: `15 min`, `100 MiB`, `65,536 characters`. */
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

function listStatement(
	items: readonly (string | number)[],
	unit: Unit | undefined
): FormattedValue {
	const words = items.map((item) => itemWords(item, unit));
	const separator = unit === 'emoji' ? ' ' : ', ';
	const whole = words.join(separator);
	const short = items.length === 1 ? whole : countWords(items.length, unit);
	if (items.length <= SHOWN) return { ...plainly({ ...LIST, text: whole }), short, detail: whole };
	const first = words.slice(0, SHOWN - 1).join(separator);
	const text = `${first} … (${items.length})`;
	return { ...plainly({ ...LIST, text }), short, detail: whole };
}

function itemWords(item: string | number, unit: Unit | undefined): string {
	if (typeof item === 'number') return formatLimit(item, unit);
	return unit === 'starts' ? (STARTS.get(item) ?? toReadableName(item).toLowerCase()) : item;
}

function countWords(count: number, unit: Unit | undefined): string {
	if (unit === 'emoji') return formatCount(count, 'emoji', 'emoji');
	return formatCount(count, unit === 'milliseconds' ? 'timer' : 'choice');
}

function reportedStatement(value: unknown): FormattedValue {
	const json = toSortedJson(value);
	if (json.length <= REPORTED_CHARACTERS) return plainly({ ...REPORTED, text: json });
	const text = `${json.slice(0, REPORTED_CHARACTERS - 1)}…`;
	return { ...plainly({ ...REPORTED, text }), detail: json };
}

function plainly({ text, symbol, tone }: Omit<CellStyle, 'meaning'>): FormattedValue {
	return { text, short: text, symbol, tone };
}

function look(text: string, symbol: string, tone: Tone, meaning: string): CellStyle {
	return { text, symbol, tone, meaning };
}
