import { findNearMiss } from '$lib/domain/near-miss';
import type { PhraseIndex } from './phrase-index';
import type { NearMiss } from './question';

/** Unknown words for which near misses are looked for, at most: each takes some time. */
const MAX_NEAR_MISSES = 4;

/** Finds known words that were probably meant by unknown ones. */
export function findNearMisses(
	question: string,
	unknown: readonly { text: string; start: number; end: number }[],
	index: PhraseIndex
): NearMiss[] {
	const distinct = [...new Map(unknown.map((word) => [word.text, word])).values()];
	return distinct.slice(0, MAX_NEAR_MISSES).flatMap(({ text, start, end }) => {
		const meant = findMeant(text, index);
		if (meant === undefined) return [];
		const meantQuestion = `${question.slice(0, start)}${meant}${question.slice(end)}`;
		return [{ typed: text, meant, question: meantQuestion }];
	});
}

function findMeant(typed: string, { words, nearMisses }: PhraseIndex): string | undefined {
	if (!/^\p{L}{3,30}$/u.test(typed)) return undefined;
	if (!nearMisses.has(typed)) {
		const similar = words.filter((word) => isSimilar(word, typed));
		nearMisses.set(typed, findNearMiss(typed, similar));
	}
	return nearMisses.get(typed);
}

/** A quick test, as comparing letter by letter is slow: an equal letter among the first two. */
function isSimilar(word: string, typed: string): boolean {
	const [one = '', other = ''] = word.toLowerCase();
	const [first = '', second = ''] = typed.toLowerCase();
	const isLong = word.length >= typed.length - 2;
	return isLong && (one === first || other === second || other === first);
}
