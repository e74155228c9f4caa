import { decodeEntities } from './entities';

export type Tag = { kind: 'open' | 'close'; name: string; attributes: string };

/** A piece of Matrix HTML: the text between two tags, or one tag. */
export type HtmlToken = { kind: 'text'; text: string } | Tag;

/**
 * The tags a Matrix message may be formatted with. All others are text: people write `<name>` and
 * `List<String>`, and no message says whether it's HTML.
 *
 * @see https://spec.matrix.org/latest/client-server-api/#mroommessage-msgtypes
 */
const TAGS = new Set(
	'a,b,blockquote,br,caption,code,del,details,div,em,font,h1,h2,h3,h4,h5,h6,hr,i,img,li,ol,p,pre,s,span,strike,strong,sub,summary,sup,table,tbody,td,th,thead,tr,tt,u,ul'.split(
		','
	)
);

/** Tags that end a line of text. */
const LINES = new Set(
	'blockquote,br,caption,details,div,h1,h2,h3,h4,h5,h6,hr,li,ol,p,pre,summary,table,tr,ul'.split(
		','
	)
);

/** Elements whose content isn't read (a reply's quotation, parts of a page), and their ends. */
const HIDDEN: ReadonlyMap<string, RegExp> = new Map(
	['head', 'mx-reply', 'script', 'style', 'title'].map((name) => [
		name,
		new RegExp(`</${name}\\s*>`, 'gi')
	])
);

const COMMENT_END = /-->/g;

/** A possible beginning of a comment or a tag. */
const BEGINNING = /<(?:!--|(\/?)([a-z][a-z0-9-]*)(?![^\s/>]))/gi;

/** True when a line of text ends where a tag opens, and where it closes. */
export function endsLine(name: string): boolean {
	return LINES.has(name);
}

/** True when words before and after a tag are apart, on one line. */
export function isCell(name: string): boolean {
	return name === 'td' || name === 'th';
}

/**
 * The readable parts of a Matrix HTML body, in order; names of tags in lower case. Takes linear
 * time for any input.
 */
export function* tokenize(html: string): Iterable<HtmlToken> {
	const find = createFinder(html);
	let end = 0;
	for (const { 0: beginning, 1: slash, 2: rawName = '', index } of html.matchAll(BEGINNING)) {
		if (index < end) continue;
		const name = rawName.toLowerCase();
		const inner = index + beginning.length;
		const hidden = slash ? undefined : name ? HIDDEN.get(name) : COMMENT_END;
		// An element without an end was typed, and hides nothing.
		const tag = hidden ? undefined : readTag(html, inner, slash ? 'close' : 'open', name);
		const next = hidden ? find(hidden, inner) : tag?.end;
		if (next === undefined) continue;

		if (index > end) yield toText(html.slice(end, index));
		if (tag) yield tag.token;
		// A line break after `<br>` in the source is the same line end.
		end = tag?.token.name === 'br' && html.charAt(next) === '\n' ? next + 1 : next;
	}
	if (end < html.length) yield toText(html.slice(end));
}

/** @param from - where its name has ended */
function readTag(html: string, from: number, kind: Tag['kind'], name: string) {
	if (!TAGS.has(name)) return undefined;
	const close = findTagEnd(html, from);
	const attributes = close === undefined ? undefined : html.slice(from, close);
	if (attributes === undefined || close === undefined || !isAttributeList(attributes)) {
		return undefined;
	}
	return { token: { kind, name, attributes }, end: close + 1 };
}

function toText(text: string): HtmlToken {
	return { kind: 'text', text: decodeEntities(text) };
}

const ATTRIBUTE = /([a-z][a-z0-9-]*)(?![a-z0-9-])(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=]+)))?/gi;

/** @returns empty for an attribute without a value, undefined for one that is not there */
export function getAttribute(attributes: string, name: string): string | undefined {
	for (const [, key = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
		if (key.toLowerCase() === name) return decodeEntities(double ?? single ?? bare ?? '');
	}
	return undefined;
}

const STOP = /[<>"']/g;

/**
 * Index at which a tag ends: the first `>` outside quotes.
 *
 * @param from - index after the tag's name
 * @returns undefined if there is none, or another `<` comes first
 */
function findTagEnd(html: string, from: number): number | undefined {
	let place = from;
	for (;;) {
		STOP.lastIndex = place;
		const stop = STOP.exec(html);
		if (!stop || stop[0] === '<') return undefined;
		if (stop[0] === '>') return stop.index;
		const quote = html.indexOf(stop[0], stop.index + 1);
		if (quote === -1) return undefined;
		place = quote + 1;
	}
}

/** Attributes that may have no value. */
const BARE =
	/^(?:data-.*|alt|class|color|download|height|href|id|open|rel|reversed|src|start|style|target|title|width)$/i;

const ATTRIBUTE_IN_LIST =
	/[\s/]*([a-z][\w:.-]*)(?![\w:.-])(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/giy;

/**
 * True for a text with the syntax of HTML attributes: `a <b && c> d` and `a <b and c> d` have none.
 */
function isAttributeList(text: string): boolean {
	ATTRIBUTE_IN_LIST.lastIndex = 0;
	let end = 0;
	for (let match = ATTRIBUTE_IN_LIST.exec(text); match; match = ATTRIBUTE_IN_LIST.exec(text)) {
		const [, name = '', value] = match;
		if (value === undefined && !BARE.test(name)) return false;
		end = ATTRIBUTE_IN_LIST.lastIndex;
	}
	return /^[\s/]*$/.test(text.slice(end));
}

/** The end of the first match of a pattern from an index on. */
type Finder = (pattern: RegExp, from: number) => number | undefined;

/** Remembers patterns that did not match, so each is searched to the end once; `from` never decreases. */
function createFinder(text: string): Finder {
	const missing = new Set<RegExp>();
	return (pattern, from) => {
		if (missing.has(pattern)) return undefined;
		pattern.lastIndex = from;
		if (pattern.test(text)) return pattern.lastIndex;
		missing.add(pattern);
		return undefined;
	};
}
