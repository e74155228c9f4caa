const BREAKS = /[\s\u0085]+/gu;
/** Controls, marks that turn the direction of text, characters without width, and no characters. */
const UNSEEN =
	/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/**
 * Text for one line of any export: nothing in it breaks the line, turns the text around it or is
 * forbidden in a file; half a character becomes `�`. Emoji keep their joiners.
 */
export function clean(text: string): string {
	return text
		.replace(/\p{Cs}/gu, '\ufffd')
		.replace(BREAKS, ' ')
		.replace(UNSEEN, '')
		.replace(/ {2,}/g, ' ')
		.trim();
}
