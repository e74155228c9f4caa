import { decodeEntities } from './entities';

/** A piece of Matrix HTML: what is between two tags, or one tag. */
export type Token =
	{ kind: 'text'; text: string } | { kind: 'open' | 'close'; name: string; attributes: string };

/**
 * A tag or a comment. `<` before anything but a tag's name is text: people write `<3`.
 * Strangers choose the text, so no part may be tried twice: hence the look-ahead after the name.
 */
const TAG = /<(?:!--[^<>]*--|(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])([^<>]*))>/gi;

/** Tags whose content is not for reading: the quoted message of a reply, and code. */
const SKIPPED = new Set(['mx-reply', 'script', 'style']);

/** Tags that end a line of text. */
const LINES = new Set(
	'address,article,blockquote,br,details,div,dd,dl,dt,footer,h1,h2,h3,h4,h5,h6,header,hr,li,ol,p,pre,section,summary,table,tr,ul'.split(
		','
	)
);

/** Whether a line of text ends where a tag opens, and where it closes. */
export function endsLine(name: string): boolean {
	return LINES.has(name);
}

/** Everything in a Matrix HTML body that is for reading, in order; names of tags in lower case. */
export function* readTags(html: string): Iterable<Token> {
	let end = 0;
	let skipped: string | undefined;
	for (const match of html.matchAll(TAG)) {
		const [tag, slash, rawName = '', attributes = ''] = match;
		const name = rawName.toLowerCase();
		if (skipped === undefined && match.index > end) yield textOf(html.slice(end, match.index));
		end = match.index + tag.length;

		if (skipped !== undefined) {
			if (slash && name === skipped) skipped = undefined;
		} else if (SKIPPED.has(name) && !slash) {
			skipped = name;
		} else if (name) {
			yield { kind: slash ? 'close' : 'open', name, attributes };
		}
		// Serialisers end the line in the source too: that is one end, not two.
		if (name === 'br' && html.charAt(end) === '\n') end++;
	}
	if (skipped === undefined && end < html.length) yield textOf(html.slice(end));
}

function textOf(text: string): Token {
	return { kind: 'text', text: decodeEntities(text) };
}

const ATTRIBUTE = /([a-z][a-z0-9-]*)(?![a-z0-9-])(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=]+)))?/gi;

/** @returns empty for an attribute without a value, undefined for one that is not there */
export function attributeOf(attributes: string, name: string): string | undefined {
	for (const [, key = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
		if (key.toLowerCase() === name) return decodeEntities(double ?? single ?? bare ?? '');
	}
	return undefined;
}
