import { lookOf, statementOf, type Statement } from '../format';
import { counted, numberWords } from '../quantity';
import type { Reading } from '../reading';
import type { CapabilityRow } from '../row';
import type { LimitSaying, Saying } from './saying';

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
