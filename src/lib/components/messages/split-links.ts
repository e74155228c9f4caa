/** A part of a text; a link if `href` is present. */
export interface LinkPart {
	text: string;
	href?: string;
}

/** Ends before a space, a character that encloses URLs, or an invisible character. */
const CANDIDATE = /\b(?:https?:\/\/|mailto:)[^\s<>"“”«»\p{C}]+/giu;
const SAFE: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
/** Characters that end a sentence, and marks that a URL may contain but seldom ends with. */
const ENDING: ReadonlySet<string> = new Set([...".,;:!?'…’*_~"]);
const BRACKETS: ReadonlyMap<string, string> = new Map([
	[')', '('],
	[']', '['],
	['}', '{']
]);

/** Split a text into plain text and links. The parts, joined, are the original text. */
export function splitLinks(text: string): readonly LinkPart[] {
	const parts: LinkPart[] = [];
	let end = 0;
	for (const { 0: found, index } of text.matchAll(CANDIDATE)) {
		const address = withoutEnding(found);
		const href = safeHref(address);
		if (href === undefined) continue;
		if (index > end) parts.push({ text: text.slice(end, index) });
		parts.push({ text: address, href });
		end = index + address.length;
	}
	if (end < text.length) parts.push({ text: text.slice(end) });
	return parts;
}

/**
 * Remove the punctuation of the surrounding sentence; a closing bracket stays if it was opened
 * inside the URL.
 */
function withoutEnding(address: string): string {
	const surplus = new Map(
		[...BRACKETS].map(([close, open]) => [close, excess(address, close, open)])
	);
	let end = address.length;
	for (; end > 0; end--) {
		const last = address.charAt(end - 1);
		const unopened = surplus.get(last) ?? 0;
		if (unopened > 0) surplus.set(last, unopened - 1);
		else if (!ENDING.has(last)) break;
	}
	return address.slice(0, end);
}

function excess(text: string, close: string, open: string): number {
	return text.split(close).length - text.split(open).length;
}

/** Undefined for an invalid URL, or one that hides its host behind a user name. */
function safeHref(address: string): string | undefined {
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (!SAFE.has(url.protocol) || url.username || url.password) return undefined;
	return url.protocol === 'mailto:' && !url.pathname.includes('@') ? undefined : url.href;
}
