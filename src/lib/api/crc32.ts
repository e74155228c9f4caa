/** Of the polynomial that ZIP, PNG and gzip use too. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/**
 * The CRC-32 of a text: another number for every text in which up to four characters in a row are
 * others.
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
