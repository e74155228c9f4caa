/** Longer ones help nobody; the longest emoji are made of about a dozen. */
const MOST = 40;

/** A reaction for people: networks name their own emoji by addresses, or at any length. */
export function formatReaction(key: string): string {
	if (/^\w+:\/\//.test(key)) return 'custom emoji';
	const signs = [...key];
	return signs.length > MOST ? `${signs.slice(0, MOST).join('')}…` : key;
}
