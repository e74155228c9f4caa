export interface Font {
	/** Pixels. */
	size: number;
	/** 400 where absent. */
	weight?: 600;
}

/**
 * How wide the printable ASCII letters are, from space on, in hundredths of their size: the wider
 * of Noto Sans and Arial, so that what fits by this fits in most system fonts.
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
/** A letter with what belongs to it: accents, an emoji's colour and what is joined to it, a flag's halves. */
const CLUSTER =
	/[\u{1f1e6}-\u{1f1ff}]{2}|[^](?:\p{M}|\p{Emoji_Modifier}|[\u{e0020}-\u{e007f}]|\u200c|\u200d[^])*/gu;

const HEAVIER = 1.07;
const OTHER_LETTER = 0.68;

/** Text in pieces that must not be torn. */
export function splitGraphemes(text: string): string[] {
	return text.match(CLUSTER) ?? [];
}

/** Always a piece of its own on the line: text may break behind it. */
export function isWide(cluster: string): boolean {
	return WIDE.test(cluster);
}

/** Pixels, about: an estimate that is the same everywhere, a little more than most fonts need. */
export function measureWidth(text: string, { size, weight }: Font): number {
	const ems = splitGraphemes(text).reduce((sum, cluster) => sum + emsOf(cluster), 0);
	return ems * size * (weight ? HEAVIER : 1);
}

function emsOf(cluster: string): number {
	const ascii = ASCII[cluster.charCodeAt(0) - 32];
	if (ascii !== undefined) return ascii / 100;
	if (EMOJI.test(cluster)) return 1.38;
	return isWide(cluster) ? 1.02 : OTHER_LETTER;
}
