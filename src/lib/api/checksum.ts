/** The beginning of a text with a checksum. No deflated JSON begins with its first half. */
const MARK = 'checksum';
const HALF = MARK.length / 2;
const BASE = 36;
/** Digits of the checksum, of the length. */
const [SUM, LENGTH] = [7, 4];
const SEALED = new RegExp(`^${MARK}([\\da-z]{${SUM}})([\\da-z]{${LENGTH}})([\\w-]*)$`);

/**
 * Puts a mark, a checksum and the length before a text, so that any change to it is noticed.
 *
 * @param text - letters, digits, `-` and `_`, fewer than a million
 */
export function addChecksum(text: string): string {
	return MARK + toDigits(getCrc32(text), SUM) + toDigits(text.length, LENGTH) + text;
}

/**
 * True when a text was made by {@link addChecksum}, also after one character was changed, removed
 * or inserted, since half of the mark is then still whole.
 */
export function hasChecksum(text: string): boolean {
	return (
		text.startsWith(MARK.slice(0, HALF)) ||
		text.slice(0, MARK.length + 1).includes(MARK.slice(HALF))
	);
}

/** @returns the text without its checksum; undefined if anything was changed */
export function removeChecksum(sealed: string): string | undefined {
	const [, sum, length, text] = SEALED.exec(sealed) ?? [];
	if (text === undefined) return undefined;
	const isWhole = toDigits(text.length, LENGTH) === length && toDigits(getCrc32(text), SUM) === sum;
	return isWhole ? text : undefined;
}

function toDigits(value: number, digits: number): string {
	return value.toString(BASE).padStart(digits, '0');
}

/** CRC-32 of each byte, for the polynomial of ZIP, PNG and gzip. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/**
 * The CRC-32 of a text. It differs for any two texts that differ in up to four neighbouring
 * characters.
 *
 * @param text - of characters below 256
 * @returns an unsigned number of 32 bits
 */
export function getCrc32(text: string): number {
	let value = 0xffffffff;
	for (let place = 0; place < text.length; place++)
		value = (value >>> 8) ^ (TABLE[(value ^ text.charCodeAt(place)) & 0xff] ?? 0);
	return (value ^ 0xffffffff) >>> 0;
}
