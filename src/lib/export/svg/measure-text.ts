/** The font of a row's name, on which the width of the first column depends. */
export const NAME_FONT = { size: 12.5 } as const;

export interface Font {
	/** Pixels. */
	size: number;
	/** 400 where absent. */
	weight?: 600;
}

/**
 * Widths of the printable ASCII characters from space on, in hundredths of the font size. Each is the
 * wider of Noto Sans and Arial, so that text that fits by this estimate fits in most system fonts.
 */
const ASCII = [
	28, 28, 41, 65, 57, 89, 73, 22, 33, 33, 55, 58, 28, 33, 28, 37, 57, 57, 57, 57, 57, 57, 57, 57,
	57, 57, 28, 28, 58, 58, 58, 56, 102, 67, 67, 72, 73, 67, 61, 78, 74, 34, 50, 67, 56, 91, 76, 78,
	67, 78, 72, 67, 61, 73, 67, 94, 67, 67, 61, 33, 37, 33, 57, 56, 33, 56, 61, 50, 61, 56, 34, 61,
	62, 26, 26, 53, 26, 93, 62, 60, 61, 61, 41, 50, 36, 62, 51, 79, 53, 51, 50, 38, 55, 38, 58
];
const EMOJI = /^[\u2600-\u27bf\u2b00-\u2bff\u{1f000}-\u{1faff}]/u;
const WIDE =
	/^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
/** A grapheme: a character with its accents, an emoji with its modifiers and joined emoji, both halves of a flag. */
const GRAPHEME =
	/[\u{1f1e6}-\u{1f1ff}]{2}|[^](?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200c|\u200d[^])*/gu;

const HEAVIER = 1.07;
const OTHER_LETTER = 0.68;

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
	const ems = splitGraphemes(text).reduce((sum, grapheme) => sum + getEms(grapheme), 0);
	return ems * size * (weight ? HEAVIER : 1);
}

function getEms(grapheme: string): number {
	const ascii = ASCII[grapheme.charCodeAt(0) - 32];
	if (ascii !== undefined) return ascii / 100;
	if (EMOJI.test(grapheme)) return 1.38;
	return isWide(grapheme) ? 1.02 : OTHER_LETTER;
}
