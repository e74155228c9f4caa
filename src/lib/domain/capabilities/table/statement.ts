import { lookOf, statementOf, type Statement } from '../format';
import { counted, numberWords } from '../quantity';
import { type Reading, readerOf } from '../value';
import type { CapabilityRow } from '../row';
import { type Capabilities, isWorking } from '../model';
import { placeOf } from '../path';
import { wordOf } from '../url-value';

/** A limit, as it is said beside the level it belongs to. */
export interface LimitSaying extends Pick<CapabilityRow, 'path' | 'unit'> {
	reading: Reading;
	word: string;
}

/** What a chat says about one row of a table: a level that works has its limits beside it. */
export interface Saying {
	reading: Reading;
	/** The word of `reading`. */
	word: string;
	/** Empty where the level does not work, or the row has no limits; in the row's order. */
	limits: readonly LimitSaying[];
	/** Equal for sayings that a table shows as one. */
	key: string;
	/** The chat leaves out whether it works, yet states a limit of it. */
	isLoose: boolean;
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
export function limitsBeside(path: string): readonly Pick<CapabilityRow, 'path' | 'unit'>[] {
	const place = placeOf(path);
	if (place.in === 'attachment') return [{ path: `${path}.maxSize`, unit: 'bytes' }];
	if (place.in === 'attachment-field' && place.field === 'caption')
		return [{ path: `attachments.${place.type}.maxCaptionLength`, unit: 'characters' }];
	return BESIDE.get(path) ?? [];
}

type SayingReader = (capabilities: Capabilities | undefined) => Saying;

/** By path: tables ask again and again, and capabilities never change. */
const remembered = new WeakMap<Capabilities, Map<string, Saying>>();

/** Reads one row from many chats; undefined is a chat without capabilities. */
export function sayingReader(path: string): SayingReader {
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

function readerFor(path: string): SayingReader {
	const read = readerOf(path);
	const beside = limitsBeside(path).map((limit) => ({ ...limit, read: readerOf(limit.path) }));
	return (capabilities) => {
		const reading = read(capabilities);
		const word = wordOf(reading);
		if (beside.length === 0) return { reading, word, limits: [], key: word, isLoose: false };
		const works = reading.kind === 'level' && isWorking(reading.level);
		const limits = beside.map(({ read: readLimit, ...limit }) => {
			const found = readLimit(capabilities);
			return { ...limit, reading: found, word: wordOf(found) };
		});
		return {
			reading,
			word,
			limits: works ? limits : [],
			key: works ? [word, ...limits.map((limit) => limit.word)].join('\n') : word,
			isLoose: reading.kind === 'unstated' && limits.some(isStated)
		};
	};
}

function isStated({ reading }: LimitSaying): boolean {
	return reading.kind === 'limit' || reading.kind === 'list';
}

type Words = Pick<Statement, 'text' | 'short' | 'detail'>;

/** A saying in words: `15 min, 5 edits` beside the symbol of `Full`, or `Full` where no limit is stated. */
export function sayingStatement(
	{ reading, limits }: Pick<Saying, 'reading' | 'limits'>,
	row: Pick<CapabilityRow, 'unit'> = {}
): Statement {
	const plain = statementOf(reading, row);
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
export function lookBeside({
	reading,
	limits
}: Pick<Saying, 'reading' | 'limits'>): string | undefined {
	return limits.some((limit) => limitWordsOf(limit)) ? lookOf(reading).text : undefined;
}

/** Undefined for a limit that is not stated. */
function limitWordsOf({ path, unit, reading }: LimitSaying): Words | undefined {
	if (path === 'reactionCount' && reading.kind === 'limit') {
		const count = numberWords(reading.value);
		return { text: `${count} per message`, short: `${count} each` };
	}
	if (reading.kind === 'list') return listWords(reading, unit);
	// Any emoji is what people expect of reactions; of timers, a few are usual.
	if (unit === 'milliseconds' && reading.kind === 'omitted') return plainly('any timer');
	return reading.kind === 'limit' ? statementOf(reading, unit ? { unit } : {}) : undefined;
}

/** Emoji are counted, whatever their number: a row of them says little, and takes much room. */
function listWords(reading: Reading & { kind: 'list' }, unit: CapabilityRow['unit']): Words {
	const { length } = reading.items;
	if (length === 0) return unit === 'emoji' ? plainly('no emoji') : plainly('no timers');
	const { text, short, detail = text } = statementOf(reading, unit ? { unit } : {});
	if (unit !== 'emoji') return { text, short, detail };
	return { ...plainly(counted(length, 'emoji', 'emoji')), detail };
}

function plainly(text: string): Words {
	return { text, short: text };
}
