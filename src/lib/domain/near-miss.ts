import { foldText } from './chat-list/search';

/**
 * The word that was probably meant by a mistyped one: the one with the fewest letters missing,
 * added, wrong or swapped, or one that begins with it; undefined if none is close. Case, accents
 * and punctuation do not matter.
 *
 * @param most - letters that may be wrong, at most two; by default one in a word of up to five
 */
export function findNearMiss(
	typed: string,
	words: Iterable<string>,
	most = toLetters(typed).length < 6 ? 1 : 2
): string | undefined {
	const wanted = toLetters(typed);
	if (wanted.length < 2) return undefined;
	let best: string | undefined;
	let least = most + 0.5;
	for (const word of words) {
		const letters = toLetters(word);
		const distance =
			wanted.length > 2 && letters.startsWith(wanted) ? 1 : countEdits(wanted, letters);
		if (distance < least) [best, least] = [word, distance];
	}
	return best;
}

function toLetters(text: string): string {
	return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Number of letters to add, remove, replace or swap with a neighbour. */
function countEdits(one: string, other: string): number {
	// A difference in length is a lower bound, and more than two edits are never a near miss.
	if (Math.abs(one.length - other.length) > 2) return Infinity;
	let [beforeLast, last]: [number[], number[]] = [[], range(other.length)];
	for (let row = 1; row <= one.length; row++) {
		const next = [row];
		for (let column = 1; column <= other.length; column++) {
			const isSame = one[row - 1] === other[column - 1];
			const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			next[column] = Math.min(
				at(last, column) + 1,
				at(next, column - 1) + 1,
				at(last, column - 1) + (isSame ? 0 : 1),
				isSwap ? at(beforeLast, column - 2) + 1 : Infinity
			);
		}
		[beforeLast, last] = [last, next];
	}
	return at(last, other.length);
}

function range(length: number): number[] {
	return Array.from({ length: length + 1 }, (_, place) => place);
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Infinity;
}
