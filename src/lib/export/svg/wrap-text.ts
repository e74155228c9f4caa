import { splitGraphemes, isWide, measureWidth, type Font } from './measure-text';

/** Characters; more than any block shows, so that a huge text is not measured. */
const MAX_LENGTH = 2_000;

/**
 * Breaks text into lines no wider than `room` (pixels). Joined, the lines are the text again: a space
 * at a break stays at the end of its line. A word that is too long for a line is broken. Text beyond
 * `most` lines is cut and ends in `…`.
 */
export function wrapText(text: string, room: number, font: Font, most = Infinity): string[] {
	const lines = [''];
	for (const piece of splitPieces(text.slice(0, MAX_LENGTH))) {
		const line = lines.at(-1) ?? '';
		if (fits(line + piece, room, font)) lines[lines.length - 1] = line + piece;
		else if (fits(piece, room, font)) lines.push(piece);
		else breakWord(piece, lines, room, font);
	}
	const shown = lines.filter((line) => line !== '');
	const isCut = shown.length > most || text.length > MAX_LENGTH;
	return isCut ? truncate(shown.slice(0, most), room, font) : shown;
}

function breakWord(piece: string, lines: string[], room: number, font: Font) {
	for (const grapheme of splitGraphemes(piece)) {
		const line = lines.at(-1) ?? '';
		if (fits(line + grapheme, room, font)) lines[lines.length - 1] = line + grapheme;
		else lines.push(grapheme);
	}
}

/** Splits text at each position where a line may break. */
function splitPieces(text: string): string[] {
	const pieces: string[] = [];
	let piece = '';
	for (const grapheme of splitGraphemes(text)) {
		if (isWide(grapheme) && piece !== '') {
			pieces.push(piece);
			piece = '';
		}
		piece += grapheme;
		if (isWide(grapheme) || /^[ /–-]$/.test(grapheme)) {
			pieces.push(piece);
			piece = '';
		}
	}
	return piece === '' ? pieces : [...pieces, piece];
}

function fits(text: string, room: number, font: Font): boolean {
	return measureWidth(text.trimEnd(), font) <= room;
}

function truncate(lines: readonly string[], room: number, font: Font): string[] {
	const letters = splitGraphemes(lines.at(-1) ?? '');
	while (letters.length > 0 && !fits(`${letters.join('').trimEnd()}…`, room, font)) letters.pop();
	return [...lines.slice(0, -1), `${letters.join('').trimEnd()}…`];
}
