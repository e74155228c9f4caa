import { splitGraphemes, isWide, measureWidth, type Font } from './measure-text';

/** More than any place shows; a text of a million letters is not to be measured. */
const MOST = 2_000;

/**
 * Text in lines no wider than `room` (pixels). Joined, the lines are the text again: a space at
 * which it broke stays at the line's end. A word too long for a line is torn; beyond `most` lines
 * it ends in `…`.
 */
export function wrap(text: string, room: number, font: Font, most = Infinity): string[] {
	const lines = [''];
	for (const piece of piecesOf(text.slice(0, MOST))) {
		const line = lines.at(-1) ?? '';
		if (fits(line + piece, room, font)) lines[lines.length - 1] = line + piece;
		else if (fits(piece, room, font)) lines.push(piece);
		else tear(piece, lines, room, font);
	}
	const shown = lines.filter((line) => line !== '');
	const isCut = shown.length > most || text.length > MOST;
	return isCut ? shortened(shown.slice(0, most), room, font) : shown;
}

function tear(piece: string, lines: string[], room: number, font: Font) {
	for (const cluster of splitGraphemes(piece)) {
		const line = lines.at(-1) ?? '';
		if (fits(line + cluster, room, font)) lines[lines.length - 1] = line + cluster;
		else lines.push(cluster);
	}
}

/** Text up to each place where it may break. */
function piecesOf(text: string): string[] {
	const pieces: string[] = [];
	let piece = '';
	for (const cluster of splitGraphemes(text)) {
		if (isWide(cluster) && piece !== '') {
			pieces.push(piece);
			piece = '';
		}
		piece += cluster;
		if (isWide(cluster) || /^[ /–-]$/.test(cluster)) {
			pieces.push(piece);
			piece = '';
		}
	}
	return piece === '' ? pieces : [...pieces, piece];
}

function fits(text: string, room: number, font: Font): boolean {
	return measureWidth(text.trimEnd(), font) <= room;
}

function shortened(lines: readonly string[], room: number, font: Font): string[] {
	const letters = splitGraphemes(lines.at(-1) ?? '');
	while (letters.length > 0 && !fits(`${letters.join('').trimEnd()}…`, room, font)) letters.pop();
	return [...lines.slice(0, -1), `${letters.join('').trimEnd()}…`];
}
