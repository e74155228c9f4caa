/** The words of a text as searching sees them: letters and digits, in lower case. */
export function splitWords(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Every word occurs as a whole in one text or another. */
export function holdsWords(texts: readonly string[], words: readonly string[]): boolean {
	return words.every((word) =>
		// Cutting a text into words is slow: only those that hold the letters at all.
		texts.some((text) => text.toLowerCase().includes(word) && splitWords(text).includes(word))
	);
}
