import { getCrc32 } from './crc32';

/** How a text with a checksum begins. No deflated JSON begins with its first half. */
const MARK = 'checksum';
const HALF = MARK.length / 2;
const BASE = 36;
/** Digits of the checksum, of the length. */
const [SUM, LENGTH] = [7, 4];
const SEALED = new RegExp(`^${MARK}([\\da-z]{${SUM}})([\\da-z]{${LENGTH}})([\\w-]*)$`);

/**
 * A text that cannot be changed unnoticed: before it stand a mark, its checksum and its length.
 *
 * @param text - letters, digits, `-` and `_`, fewer than a million
 */
export function sealText(text: string): string {
	return MARK + toDigits(getCrc32(text), SUM) + toDigits(text.length, LENGTH) + text;
}

/**
 * Whether a text was sealed, as {@link sealText} does it: still so where one character of it was
 * changed, left out or put in, since half of the mark is whole then.
 */
export function isSealed(text: string): boolean {
	return (
		text.startsWith(MARK.slice(0, HALF)) ||
		text.slice(0, MARK.length + 1).includes(MARK.slice(HALF))
	);
}

/** The text that was sealed; undefined where anything was changed. */
export function openSealed(sealed: string): string | undefined {
	const [, sum, length, text] = SEALED.exec(sealed) ?? [];
	if (text === undefined) return undefined;
	const isWhole = toDigits(text.length, LENGTH) === length && toDigits(getCrc32(text), SUM) === sum;
	return isWhole ? text : undefined;
}

function toDigits(value: number, digits: number): string {
	return value.toString(BASE).padStart(digits, '0');
}
