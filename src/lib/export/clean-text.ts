const BREAKS = /[\s\u0085]+/gu;
/** Control characters, direction marks, characters without width, and noncharacters. */
const UNSEEN =
	/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

/**
 * Cleans text for one line of an export: removes line breaks, direction marks and characters that
 * XML forbids. A lone surrogate becomes `�`; emoji keep their joiners.
 */
export function cleanText(text: string): string {
	return text
		.replace(/\p{Cs}/gu, '\ufffd')
		.replace(BREAKS, ' ')
		.replace(UNSEEN, '')
		.replace(/ {2,}/g, ' ')
		.trim();
}
