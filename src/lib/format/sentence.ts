/**
 * Phrases as sentences: `formatting lost` becomes `Formatting lost.` Names such as iMessage keep
 * their first letter.
 */
export function toSentences(phrases: readonly string[]): string {
	return phrases.map((phrase) => `${phrase.replace(/^\p{Ll}(?!\p{Lu})/u, capitalize)}.`).join(' ');
}

function capitalize(letter: string): string {
	return letter.toUpperCase();
}
