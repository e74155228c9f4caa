import { foldText, toSearchWords } from './search';

/** A part of a text: a search match, or the text between two matches. */
export interface TextPart {
	text: string;
	isMatch: boolean;
}

/** Folded text. For each of its code units: the start and end of the original character. */
interface Folded {
	text: string;
	starts: readonly number[];
	ends: readonly number[];
}

/** Characters before the first match, and of a whole excerpt. */
const [EXCERPT_BEFORE, EXCERPT_LENGTH] = [40, 200];
/** Text in which every character folds to exactly one, which avoids the slower mapping. */
const PLAIN = /^[ -~]*$/;
/** A character with the marks and invisible characters that fold together with it. */
const CHARACTER = /[\s\S](?:[\p{M}\p{Default_Ignorable_Code_Point}\u{FF9E}\u{FF9F}])*/gu;

/**
 * Splits a text into parts, so that matches of the search `q` can be highlighted; joined, they are
 * the text. If a character folds to several (`ß`), a match of one of them highlights the character.
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

/** The part of a text around the first match of a search, in one line. */
export function findExcerpt(text: string, q: string): string {
	// Only the start of a very long text is searched: matching takes long.
	const line = text.slice(0, 10_000).replace(/\s+/gu, ' ').trim();
	const [first, ...rest] = highlight(line, q);
	const place = first && !first.isMatch && rest.length > 0 ? first.text.length : 0;
	const start = Math.max(0, place - EXCERPT_BEFORE);
	const part = line
		.slice(start, start + EXCERPT_LENGTH)
		.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
	return `${start > 0 ? '…' : ''}${part}${start + EXCERPT_LENGTH < line.length ? '…' : ''}`;
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
