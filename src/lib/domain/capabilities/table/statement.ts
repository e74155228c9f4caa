import { formatCount, formatNumber } from '$lib/format/number';
import { getCellStyle, formatValue, type FormattedValue } from '../format';
import { type CapabilityValue, createValueReader } from '../value';
import type { CapabilityRow } from '../row';
import { type Capabilities, isWorking } from '../model';
import { parsePath } from '../path';
import { toUrlValue } from '../url-value';

/** A limit, as it is said beside the level it belongs to. */
export interface StatementLimit extends Pick<CapabilityRow, 'path' | 'unit'> {
	reading: CapabilityValue;
	word: string;
}

/** What a chat says about one row of a table: a level that works has its limits beside it. */
export interface Statement {
	reading: CapabilityValue;
	/** The word of `reading`. */
	word: string;
	/** Empty where the level does not work, or the row has no limits; in the row's order. */
	limits: readonly StatementLimit[];
	/** Equal for sayings that a table shows as one. */
	key: string;
	/** The chat leaves out whether it works, yet states a limit of it. */
	isImplied: boolean;
}

/** The limits that are shown beside a level, by its path. */
const BESIDE: ReadonlyMap<string, readonly Pick<CapabilityRow, 'path' | 'unit'>[]> = new Map([
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

/** The limits that a table shows beside the level at `path`; none for most rows. */
export function getShownLimits(path: string): readonly Pick<CapabilityRow, 'path' | 'unit'>[] {
	const place = parsePath(path);
	if (place.in === 'attachment') return [{ path: `${path}.maxSize`, unit: 'bytes' }];
	if (place.in === 'attachment-field' && place.field === 'caption')
		return [{ path: `attachments.${place.type}.maxCaptionLength`, unit: 'characters' }];
	return BESIDE.get(path) ?? [];
}

type StatementReader = (capabilities: Capabilities | undefined) => Statement;

/** By path: tables ask again and again, and capabilities never change. */
const remembered = new WeakMap<Capabilities, Map<string, Statement>>();

/** Reads one row from many chats; undefined is a chat without capabilities. */
export function createStatementReader(path: string): StatementReader {
	const read = readerFor(path);
	return (capabilities) => {
		if (!capabilities) return read(capabilities);
		let sayings = remembered.get(capabilities);
		if (!sayings) remembered.set(capabilities, (sayings = new Map()));
		let saying = sayings.get(path);
		if (!saying) sayings.set(path, (saying = read(capabilities)));
		return saying;
	};
}

function readerFor(path: string): StatementReader {
	const read = createValueReader(path);
	const beside = getShownLimits(path).map((limit) => ({
		...limit,
		read: createValueReader(limit.path)
	}));
	return (capabilities) => {
		const reading = read(capabilities);
		const word = toUrlValue(reading);
		if (beside.length === 0) return { reading, word, limits: [], key: word, isImplied: false };
		const works = reading.kind === 'level' && isWorking(reading.level);
		const limits = beside.map(({ read: readLimit, ...limit }) => {
			const found = readLimit(capabilities);
			return { ...limit, reading: found, word: toUrlValue(found) };
		});
		return {
			reading,
			word,
			limits: works ? limits : [],
			key: works ? [word, ...limits.map((limit) => limit.word)].join('\n') : word,
			isImplied: reading.kind === 'unstated' && limits.some(isStated)
		};
	};
}

function isStated({ reading }: StatementLimit): boolean {
	return reading.kind === 'limit' || reading.kind === 'list';
}

type Words = Pick<FormattedValue, 'text' | 'short' | 'detail'>;

/** A saying in words: `15 min, 5 edits` beside the symbol of `Full`, or `Full` where no limit is stated. */
export function formatStatement(
	{ reading, limits }: Pick<Statement, 'reading' | 'limits'>,
	row: Pick<CapabilityRow, 'unit'> = {}
): FormattedValue {
	const plain = formatValue(reading, row);
	const words = limits.map(limitWordsOf).filter((limit) => limit !== undefined);
	if (words.length === 0) return plain;
	const text = words.map((limit) => limit.text).join(', ');
	const detail = words.map((limit) => limit.detail ?? limit.text).join(', ');
	return {
		text,
		short: words.map(({ short }) => short).join(', '),
		symbol: plain.symbol,
		tone: plain.tone,
		...(detail !== text && { detail })
	};
}

/** What the symbol of a saying means, where its own words don't say so: `Full` beside `15 min`. */
export function getSymbolLabel({
	reading,
	limits
}: Pick<Statement, 'reading' | 'limits'>): string | undefined {
	return limits.some((limit) => limitWordsOf(limit)) ? getCellStyle(reading).text : undefined;
}

/** Undefined for a limit that is not stated. */
function limitWordsOf({ path, unit, reading }: StatementLimit): Words | undefined {
	if (path === 'reactionCount' && reading.kind === 'limit') {
		const count = formatNumber(reading.value);
		return { text: `${count} per message`, short: `${count} each` };
	}
	if (reading.kind === 'list') return listWords(reading, unit);
	// Any emoji is what people expect of reactions; of timers, a few are usual.
	if (unit === 'milliseconds' && reading.kind === 'omitted') return plainly('any timer');
	return reading.kind === 'limit' ? formatValue(reading, unit ? { unit } : {}) : undefined;
}

/** Emoji are counted, whatever their number: a row of them says little, and takes much room. */
function listWords(
	reading: CapabilityValue & { kind: 'list' },
	unit: CapabilityRow['unit']
): Words {
	const { length } = reading.items;
	if (length === 0) return unit === 'emoji' ? plainly('no emoji') : plainly('no timers');
	const { text, short, detail = text } = formatValue(reading, unit ? { unit } : {});
	if (unit !== 'emoji') return { text, short, detail };
	return { ...plainly(formatCount(length, 'emoji', 'emoji')), detail };
}

function plainly(text: string): Words {
	return { text, short: text };
}
