/** The words of a text as search compares them: letters and digits, in lower case. */
export function splitWords(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** True when every word occurs as a whole word in at least one of the texts. */
export function containsWords(texts: readonly string[], words: readonly string[]): boolean {
	return words.every((word) =>
		// Splitting a text into words is slow, so texts without the letters are skipped first.
		texts.some((text) => text.toLowerCase().includes(word) && splitWords(text).includes(word))
	);
}
