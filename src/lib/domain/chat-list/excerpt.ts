import { highlight } from './highlight';

/** Characters before the first match, and of a whole excerpt. */
const [BEFORE, LENGTH] = [40, 200];

/** The part of a text around the first match of a search, in one line. */
export function findExcerpt(text: string, q: string): string {
	// Only the start of a very long text is searched: matching takes long.
	const line = text.slice(0, 10_000).replace(/\s+/gu, ' ').trim();
	const [first, ...rest] = highlight(line, q);
	const place = first && !first.isMatch && rest.length > 0 ? first.text.length : 0;
	const start = Math.max(0, place - BEFORE);
	const part = line.slice(start, start + LENGTH).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
	return `${start > 0 ? '…' : ''}${part}${start + LENGTH < line.length ? '…' : ''}`;
}
