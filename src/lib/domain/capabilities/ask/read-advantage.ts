import { findPhrase, type PhraseIndex } from './phrase-index';
import { toStemSet, type Token } from './tokens';

/**
 * A network that is asked for its advantages over others. Each network is given by the names that
 * its word may mean.
 */
export interface NamedAdvantage {
	better: readonly string[];
	others: readonly (readonly string[])[];
}

const ADVANTAGES = toStemSet('advantage benefit pro upside strength');
const DISADVANTAGES = toStemSet('disadvantage con downside drawback weakness');
const LOSSES = toStemSet('lose losing lost sacrifice');
const GAINS = toStemSet('gain win');
const MOVES = toStemSet('switch move migrate');
const BETTER = toStemSet('better superior beat');
const WORSE = toStemSet('worse inferior');

/** Words between networks that are named together. */
const LINKS = toStemSet('and or nor vs versus');
/** Words between a negation and the network that it is about: “but not on WhatsApp”. */
const PREPOSITIONS = toStemSet('on in for with by via at available possible');

/** Negations of the network before them: “what WhatsApp lacks that Telegram has”. */
const LACKS = toStemSet('lack lacking missing');
/** Words that end a clause which isn’t denied: “what WhatsApp can’t that Telegram can”. */
const AUXILIARIES = toStemSet('can could do does has have is');

/** A run of networks that are named together: “Signal and WhatsApp”. */
interface Group {
	names: (readonly string[])[];
	start: number;
	end: number;
}

/**
 * Finds a question about what one network has over others: “what can Telegram do that WhatsApp can’t”,
 * “advantages of Telegram over WhatsApp”, “what would I lose by moving from Telegram to Signal”.
 *
 * @returns undefined for any other question
 */
export function readAdvantage(
	tokens: readonly Token[],
	index: PhraseIndex
): NamedAdvantage | undefined {
	const [first, second, ...more] = groupNetworks(tokens, index);
	if (!first || !second || more.length > 0) return undefined;
	const isFirst = isFirstBetter(tokens, first, second, index);
	if (isFirst === undefined) return undefined;
	const [winner, loser] = isFirst ? [first, second] : [second, first];
	const [better, ...rest] = winner.names;
	return better && rest.length === 0 ? { better, others: loser.names } : undefined;
}

function groupNetworks(tokens: readonly Token[], index: PhraseIndex): Group[] {
	const groups: Group[] = [];
	for (let at = 0; at < tokens.length;) {
		const phrase = findPhrase(tokens, at, index);
		const end = at + (phrase?.count ?? 1);
		if (phrase?.meaning.is === 'networks') {
			const last = groups.at(-1);
			const between = last ? tokens.slice(last.end, at) : [];
			if (last && between.every(({ stem }) => LINKS.has(stem))) {
				last.names.push(phrase.meaning.names);
				last.end = end;
			} else groups.push({ names: [phrase.meaning.names], start: at, end });
		}
		at = end;
	}
	return groups;
}

/** Undefined where neither is asked for its advantage. */
function isFirstBetter(
	tokens: readonly Token[],
	first: Group,
	second: Group,
	{ meanings }: PhraseIndex
): boolean | undefined {
	const stems = tokens.map(({ stem }) => stem);

	function has(words: ReadonlySet<string>): boolean {
		return stems.some((stem) => words.has(stem));
	}

	const [before, beforeSecond] = [stems[first.start - 1], stems[second.start - 1]];
	const isFromFirst = before !== 'to' && beforeSecond !== 'from';
	if (has(LOSSES) || (has(MOVES) && stems.includes('miss'))) return isFromFirst;
	if (has(GAINS) || (has(MOVES) && stems.includes('get'))) return !isFromFirst;
	if (has(ADVANTAGES) !== has(DISADVANTAGES)) return has(ADVANTAGES);
	const between = stems.slice(first.end, second.start);
	const isRanked = ['than', 'to', 'beat'].some((word) => between.includes(word));
	if (has(WORSE) && isRanked) return false;
	if (between.includes('over') || (has(BETTER) && isRanked)) return true;
	return isFirstNotDenied(stems, first, second, (stem) => meanings.get(stem)?.is === 'negation');
}

/**
 * “A can, B can’t” or “A can’t, B can”; undefined where neither network has a negation, or both
 * have.
 */
function isFirstNotDenied(
	stems: readonly string[],
	first: Group,
	second: Group,
	isNegation: (stem: string) => boolean
): boolean | undefined {
	let end = second.start;
	while (PREPOSITIONS.has(stems[end - 1] ?? '')) end--;
	const denial = end > first.end ? (stems[end - 1] ?? '') : '';
	const isBeforeSecond =
		isNegation(denial) && !LACKS.has(denial) && !AUXILIARIES.has(stems[second.end] ?? '');
	const isOfSecond = isBeforeSecond || stems.slice(second.end).some(isNegation);
	const isOfFirst = stems.slice(0, isBeforeSecond ? end - 1 : second.start).some(isNegation);
	return isOfFirst === isOfSecond ? undefined : isOfSecond;
}
