import { foldText, toSearchWords } from './search';

/** A stretch of text that search has found, or one between those. */
export interface TextPart {
	text: string;
	isMatch: boolean;
}

/** Folded text, and for each of its code units where in the original its character begins and ends. */
interface Folded {
	text: string;
	starts: readonly number[];
	ends: readonly number[];
}

/** Text of which every character folds to one, as most does: no need to look at each. */
const PLAIN = /^[ -~]*$/;
/** A character with the marks and invisible characters that fold together with it. */
const CHARACTER = /[\s\S](?:[\p{M}\p{Default_Ignorable_Code_Point}\u{FF9E}\u{FF9F}])*/gu;

/**
 * A text in parts that join to the whole, so that what a search for `q` finds can be marked. Of a
 * character that folds to several (`ß`) a part is enough to mark all of it.
 */
export function highlight(text: string, q: string): readonly TextPart[] {
	const words = toSearchWords(q);
	const whole = foldText(text);
	const found = words.filter((word) => whole.includes(word));
	if (found.length === 0) return text === '' ? [] : [{ text, isMatch: false }];

	const isMarked = findMarked(foldCharacters(text), found, text.length);
	const parts: TextPart[] = [];
	let start = 0;
	for (let end = 1; end <= text.length; end++) {
		if (end < text.length && isMarked[end] === isMarked[start]) continue;
		parts.push({ text: text.slice(start, end), isMatch: isMarked[start] === 1 });
		start = end;
	}
	return parts;
}

/** By code unit of the original: 1 if it is part of a match. */
function findMarked(folded: Folded, words: readonly string[], length: number): Uint8Array {
	const isMarked = new Uint8Array(length);
	for (const word of words) {
		let place = folded.text.indexOf(word);
		while (place >= 0) {
			isMarked.fill(1, folded.starts[place], folded.ends[place + word.length - 1]);
			place = folded.text.indexOf(word, place + 1);
		}
	}
	return isMarked;
}

function foldCharacters(text: string): Folded {
	if (PLAIN.test(text)) {
		const starts = Array.from(text, (_, place) => place);
		return { text: foldText(text), starts, ends: starts.map((start) => start + 1) };
	}
	const starts: number[] = [];
	const ends: number[] = [];
	let folded = '';
	for (const { 0: character, index } of text.matchAll(CHARACTER)) {
		const own = foldText(character);
		folded += own;
		for (let unit = 0; unit < own.length; unit++) {
			starts.push(index);
			ends.push(index + character.length);
		}
	}
	return { text: folded, starts, ends };
}
