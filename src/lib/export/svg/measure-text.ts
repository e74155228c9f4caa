/** Pixels, before a picture is enlarged to its size. */
export const SMALLEST_SIZE = 12;

/** The font of a row's name, on which the width of the first column depends. */
export const NAME_FONT = { size: 13 } as const;

export interface Font {
	/** Pixels. */
	size: number;
	/** 400 where absent. */
	weight?: 600;
}

/**
 * Widths of the printable ASCII characters from space on, in hundredths of the font size. Each is the
 * widest of Noto Sans, Arial and DejaVu Sans, so that text that fits by this estimate fits in most
 * system fonts.
 */
const REGULAR = [
	32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 55, 84, 32, 36, 32, 37, 64, 64, 64, 64, 64, 64, 64, 64,
	64, 64, 34, 34, 84, 84, 84, 56, 102, 68, 69, 72, 77, 67, 61, 78, 75, 34, 50, 67, 56, 91, 76, 79,
	67, 79, 72, 67, 61, 73, 68, 99, 69, 67, 69, 39, 37, 39, 84, 56, 50, 61, 63, 55, 63, 62, 35, 63,
	63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 55, 64, 84
];
const BOLD = [
	35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 59, 84, 38, 42, 38, 40, 70, 70, 70, 70, 70, 70, 70, 70,
	70, 70, 40, 40, 84, 84, 84, 60, 110, 77, 76, 78, 83, 72, 68, 84, 84, 37, 54, 77, 64, 100, 84, 85,
	73, 85, 78, 72, 68, 81, 77, 110, 77, 72, 73, 46, 40, 46, 84, 60, 50, 67, 72, 59, 72, 68, 44, 72,
	71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 71, 59, 71, 84
];
/** Greek, Cyrillic and symbols, the widest of which are wider than any Latin letter. */
const BROAD = /^[\u00a9\u00ae\u00d7\u0370-\u04ff\u2014\u2026\u2100-\u22ff\u25a0-\u25ff]/u;
const EMOJI = /^[\u2600-\u27bf\u2b00-\u2bff\u{1f000}-\u{1faff}]/u;
const WIDE =
	/^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
/** A grapheme: a character with its accents, an emoji with its modifiers and joined emoji, both halves of a flag. */
const GRAPHEME =
	/[\u{1f1e6}-\u{1f1ff}]{2}|[^](?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200c|\u200d[^])*/gu;

const HEAVIER = 1.07;
const OTHER_LETTER = 0.8;
const BROAD_LETTER = 1.1;

/** Splits text into graphemes, which must not be broken. */
export function splitGraphemes(text: string): string[] {
	return text.match(GRAPHEME) ?? [];
}

/** True when a grapheme is a wide East Asian one, after which a line may break. */
export function isWide(grapheme: string): boolean {
	return WIDE.test(grapheme);
}

/** Estimates the width in pixels: equal on every system, a little wider than most fonts need. */
export function measureWidth(text: string, { size, weight }: Font): number {
	const widths = weight ? BOLD : REGULAR;
	let ems = 0;
	if (/^[ -~]*$/.test(text)) {
		for (let index = 0; index < text.length; index++)
			ems += (widths[text.charCodeAt(index) - 32] ?? 0) / 100;
		return ems * size;
	}
	for (const grapheme of splitGraphemes(text)) {
		const ascii = widths[grapheme.charCodeAt(0) - 32];
		ems += ascii === undefined ? getEms(grapheme) * (weight ? HEAVIER : 1) : ascii / 100;
	}
	return ems * size;
}

/** The width in pixels of the longest part of a text that no line break separates. */
export function measureLongestWord(text: string, font: Font): number {
	const words = text.split(/(?<=[ /–-])/u);
	return Math.max(0, ...words.map((word) => measureWidth(word.trimEnd(), font)));
}

function getEms(grapheme: string): number {
	if (EMOJI.test(grapheme)) return 1.38;
	if (isWide(grapheme)) return 1.02;
	return BROAD.test(grapheme) ? BROAD_LETTER : OTHER_LETTER;
}
