/** Part of a Markdown text: words somebody wrote, or signs that mean something. */
export interface Piece {
	text: string;
	isLiteral: boolean;
	/** Of the signs a line begins with: what follows them. */
	begins?: 'paragraph' | 'heading';
}

/** Characters that a backslash takes the meaning from. */
const PUNCTUATION = /[!-/:-@[-`{-~]/;

/** What makes more than a paragraph of a line; the last character of the first group is escaped. */
const BLOCKS = [
	/^([-+*])(?:\s|$)/,
	/^(#)#{0,5}(?:\s|$)/,
	/^(>|`(?=``)|~(?=~~))/,
	/^([=-])[=-]*$/,
	/^(_) ?(?:_ ?){2,}$/,
	/^(\*) ?(?:\* ?){2,}$/,
	/^(\[)[^\]]*\]:/,
	/^(\d{1,9}[.)])(?:\s|$)/
];

/** What means something wherever it stands. */
const ANYWHERE = /\\(?=[!-/:-@[-`{-~]|$)|<(?=[a-z/!?])|&(?=#?[a-z0-9]{1,31};)/gim;

/**
 * A Markdown text that says its literal pieces as they are.
 * A backslash is put only where Markdown would read something into them.
 */
export function escapePieces(pieces: readonly Piece[]): string {
	const text = pieces.map((piece) => piece.text).join('');
	const places = literalPlaces(pieces, text.length);
	const signs = new Set(pieces.map((piece) => (piece.isLiteral ? '' : piece.text.charAt(0))));
	const escaped = new Uint8Array(text.length);

	for (const place of [
		...blockPlaces(pieces, text),
		...[...text.matchAll(ANYWHERE)].map(({ index }) => index),
		...['*', '_', '~'].flatMap((sign) => emphasisPlaces(text, sign, signs.has(sign))),
		...codePlaces(text, signs.has('`')),
		...spoilerPlaces(text, signs.has('|')),
		...bracketPlaces(text, signs.has('['))
	]) {
		escaped[place] = places[place] ?? 0;
	}

	let result = '';
	let end = 0;
	for (let at = escaped.indexOf(1); at >= 0; at = escaped.indexOf(1, at + 1)) {
		result += `${text.slice(end, at)}\\`;
		end = at;
	}
	return result + text.slice(end);
}

/** 1 where a character belongs to a literal piece. */
function literalPlaces(pieces: readonly Piece[], length: number): Uint8Array {
	const places = new Uint8Array(length);
	let start = 0;
	for (const { text, isLiteral } of pieces) {
		if (isLiteral) places.fill(1, start, start + text.length);
		start += text.length;
	}
	return places;
}

function blockPlaces(pieces: readonly Piece[], text: string): readonly number[] {
	const places: number[] = [];
	let start = 0;
	for (const piece of pieces) {
		start += piece.text.length;
		if (!piece.begins) continue;
		const end = text.indexOf('\n', start);
		const line = text.slice(start, end < 0 ? undefined : end);
		if (piece.begins === 'heading') {
			// Those at its end would be taken for a frame.
			const frame = /(?:^| )#+$/.exec(line);
			if (frame) places.push(start + line.lastIndexOf(' ') + 1);
			continue;
		}
		for (const pattern of BLOCKS) {
			const [, before] = pattern.exec(line) ?? [];
			if (before !== undefined) places.push(start + before.length - 1);
		}
	}
	return places;
}

interface Run {
	index: number;
	length: number;
}

function runsOf(text: string, pattern: RegExp): readonly Run[] {
	return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ index, length }));
}

function placesIn(runs: readonly Run[]): readonly number[] {
	return runs.flatMap(({ index, length }) => Array.from({ length }, (_, place) => index + place));
}

/** Those that could begin or end an emphasis, where another could be its other end. */
function emphasisPlaces(text: string, sign: string, isUsed: boolean): readonly number[] {
	const runs = runsOf(text, new RegExp(`\\${sign}+`, 'g')).map((run) => ({
		...run,
		...flanksOf(text, sign, run)
	}));
	const first = runs.findIndex(({ opens }) => opens);
	const last = runs.findLastIndex(({ closes }) => closes);
	// Simple readers take `*****` for something bold.
	const isLong = sign === '*' && runs.some(({ length }) => length > 4);
	if (!isUsed && !isLong && (first < 0 || last <= first)) return [];
	return placesIn(runs.filter(({ opens, closes }) => opens || closes));
}

function flanksOf(text: string, sign: string, { index, length }: Run) {
	const before = text.charAt(index - 1);
	const after = text.charAt(index + length);
	// Simple readers do not look at what is around two of them.
	if (sign === '*' && length > 1) return { opens: true, closes: true };
	const isLeft = canOpen(before, after);
	const isRight = canClose(before, after);
	if (sign !== '_') return { opens: isLeft, closes: isRight };
	return {
		opens: isLeft && (!isRight || isPunctuation(before)),
		closes: isRight && (!isLeft || isPunctuation(after))
	};
}

/** Whether signs of emphasis between two characters begin one; no character: the end of the text. */
export function canOpen(before: string, after: string): boolean {
	return !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
}

/** Whether signs of emphasis between two characters end one. */
export function canClose(before: string, after: string): boolean {
	return canOpen(after, before);
}

export function isSpace(character: string): boolean {
	return character === '' || /\s/.test(character);
}

/** Half a character is none: emoji of two halves are symbols like the others. */
export function isPunctuation(character: string): boolean {
	return PUNCTUATION.test(character) || /[\p{P}\p{S}\p{Cs}]/u.test(character);
}

/** Code is between two runs of one length. */
function codePlaces(text: string, isUsed: boolean): readonly number[] {
	const runs = runsOf(text, /`+/g);
	if (isUsed) return placesIn(runs);
	const lengths = new Map<number, number>();
	for (const { length } of runs) lengths.set(length, (lengths.get(length) ?? 0) + 1);
	return placesIn(runs.filter(({ length }) => (lengths.get(length) ?? 0) > 1));
}

function spoilerPlaces(text: string, isUsed: boolean): readonly number[] {
	if (isUsed) return placesIn(runsOf(text, /\|+/g));
	const runs = runsOf(text, /\|{2,}/g);
	return runs.length > 1 || runs.some(({ length }) => length > 4) ? placesIn(runs) : [];
}

/** A link needs a `](`; an exclamation mark before one makes a picture of it. */
function bracketPlaces(text: string, isUsed: boolean): readonly number[] {
	if (isUsed) return runsOf(text, /[[\]]|!(?=\[)/g).map(({ index }) => index);
	const last = text.lastIndexOf('](');
	return runsOf(text, /\[/g)
		.map(({ index }) => index)
		.filter((index) => index < last);
}
