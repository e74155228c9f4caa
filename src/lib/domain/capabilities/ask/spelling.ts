import { findNearMiss } from '$lib/domain/near-miss';
import type { PhraseIndex } from './phrase-index';
import type { Correction } from './question';
import { toStems, type Token } from './tokens';

/** Letters of each half of a word that is read as two. */
const SHORTEST_HALF = 3;
/** Letters from which a mistyped word is read as the one that was meant; shorter ones have too many neighbours. */
const SHORTEST_MISTYPED = 6;
/** Letters from which two of them may be wrong. */
const LONG = 8;

/**
 * Reads words of a question as those that were meant: “filesize” as two, “dissapearing” without its
 * mistakes. Names of networks are only suggested, since another network is another answer.
 */
export function correctTokens(
	tokens: readonly Token[],
	index: PhraseIndex
): { tokens: Token[]; corrections: Correction[] } {
	const corrections = new Map<string, Correction>();
	const corrected = tokens.flatMap((token) => {
		if (index.stems.has(token.stem) || !/^\p{L}{4,30}$/u.test(token.text)) return [token];
		const halves = splitToken(token, index);
		if (halves) return halves;
		const meant = findMeant(token.text, index);
		if (!meant) return [token];
		corrections.set(token.text, { typed: token.text, meant });
		return [{ ...token, stem: toStems(meant) }];
	});
	return { tokens: corrected, corrections: [...corrections.values()] };
}

/** Reads “filesize” as “file” and “size”; undefined unless both halves have a meaning. */
function splitToken(token: Token, { meanings }: PhraseIndex): Token[] | undefined {
	const { text, start } = token;

	function isMeaning(stem: string): boolean {
		const meaning = meanings.get(stem);
		return meaning !== undefined && meaning.is !== 'filler';
	}

	for (let at = SHORTEST_HALF; at <= text.length - SHORTEST_HALF; at++) {
		const halves = [text.slice(0, at), text.slice(at)];
		const stems = halves.map(toStems);
		if (!isMeaning(stems.join(' ')) && !stems.every(isMeaning)) continue;
		return halves.map((half, index) => ({
			text: half,
			stem: stems[index] ?? '',
			start: start + (index === 0 ? 0 : at)
		}));
	}
	return undefined;
}

function findMeant(typed: string, index: PhraseIndex): string | undefined {
	const known = index.corrections.get(typed);
	if (known !== undefined) return known ?? undefined;
	const meant = findWord(typed, index);
	index.corrections.set(typed, meant ?? null);
	return meant;
}

function findWord(
	typed: string,
	{ words, asked, fillers, meanings }: PhraseIndex
): string | undefined {
	const named = findNearMiss(typed, filterSimilar(typed, words));
	if (named !== undefined && meanings.get(toStems(named))?.is === 'networks') return undefined;
	// Phrases have the singular.
	const singular = typed.replace(/s$/i, '');
	if (typed.length >= SHORTEST_MISTYPED) {
		const most = typed.length < LONG ? 1 : 2;
		const word = findNearMiss(singular, filterSimilar(singular, asked), most);
		if (word !== undefined) return word;
	}
	return findNearMiss(singular, filterSimilar(singular, fillers), 1);
}

/**
 * The words that begin like a typed one, without those that merely continue it: a word that is
 * still being typed is no mistake.
 */
function filterSimilar(typed: string, words: readonly string[]): string[] {
	const start = typed.toLowerCase();
	return words.filter((word) => {
		const other = word.toLowerCase();
		return other[0] === start[0] && !other.startsWith(start);
	});
}
