/**
 * Phrases as sentences: `formatting lost` becomes `Formatting lost.` Names such as iMessage keep
 * their first letter.
 */
export function toSentences(phrases: readonly string[]): string {
	return phrases.map((phrase) => `${phrase.replace(/^\p{Ll}(?!\p{Lu})/u, capitalize)}.`).join(' ');
}

/** The text with a capital first letter. */
export function capitalize(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
