import { decodeEntities } from './entities';
import { getAttribute, endsLine, isCell, tokenize } from './tokenize';

/**
 * The text of a message, line by line: HTML without tags, plain text unchanged. Messages do not
 * state their format. The result is text, not safe HTML: `&lt;b&gt;` becomes `<b>`.
 */
export function toPlainText(html: string): string {
	const words = html.includes('<') ? withoutTags(html) : decodeEntities(html);
	return words
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

/** A message as one line; `{{sender}}` in it is the place of the sender's name. */
export function toPreview(html: string, sender: string): string {
	return toPlainText(html)
		.replace(/\s+/g, ' ')
		.replaceAll('{{sender}}', () => sender);
}

function withoutTags(html: string): string {
	let words = '';
	for (const token of tokenize(html)) {
		if (token.kind === 'text') words += token.text;
		else if (endsLine(token.name)) words += '\n';
		else if (isCell(token.name)) words += ' ';
		else if (token.name === 'img') words += getAttribute(token.attributes, 'alt') ?? '';
	}
	return words;
}
