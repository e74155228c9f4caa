/** Tags that end a line of text. */
const LINES = new Set(
	'address,article,blockquote,br,details,div,dd,dl,dt,footer,h1,h2,h3,h4,h5,h6,header,hr,li,ol,p,pre,section,summary,table,tr,ul'.split(
		','
	)
);

/** Tags whose content is not for reading: the quoted message of a reply, and code. */
const SKIPPED = new Set(['mx-reply', 'script', 'style']);

/**
 * A tag or a comment. `<` before anything but a tag's name is text: people write `<3`.
 * Strangers choose the text, so no part may be tried twice: hence the look-ahead after the name.
 */
const TAG = /<(?:!--[^<>]*--|(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])([^<>]*))>/gi;

const ALT = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;

/** Those that serialisers write and people type; all others are shown as they came. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
	['nbsp', ' '],
	['hellip', '…'],
	['ndash', '–'],
	['mdash', '—'],
	['lsquo', '‘'],
	['rsquo', '’'],
	['ldquo', '“'],
	['rdquo', '”'],
	['laquo', '«'],
	['raquo', '»'],
	['bull', '•'],
	['middot', '·'],
	['copy', '©'],
	['reg', '®'],
	['trade', '™'],
	['euro', '€'],
	['times', '×']
]);

/**
 * The words of a Matrix HTML body, line by line, without anything else.
 * The result is text, not safe HTML: `&lt;b&gt;` becomes `<b>`.
 */
export function plainText(html: string): string {
	const words = html.includes('<') ? withoutTags(html) : html;
	return decode(words)
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

/** A message as one line; `{{sender}}` in it is the place of the sender's name. */
export function previewText(html: string, sender: string): string {
	return plainText(html)
		.replace(/\s+/g, ' ')
		.replaceAll('{{sender}}', () => sender);
}

function withoutTags(html: string): string {
	let words = '';
	let end = 0;
	let skipped: string | undefined;
	for (const match of html.matchAll(TAG)) {
		const [tag, slash, rawName = '', attributes = ''] = match;
		const name = rawName.toLowerCase();
		if (skipped === undefined) words += html.slice(end, match.index);
		end = match.index + tag.length;

		if (skipped !== undefined) {
			if (slash && name === skipped) skipped = undefined;
		} else if (SKIPPED.has(name) && !slash) {
			skipped = name;
		} else if (LINES.has(name)) {
			words += '\n';
		} else if (name === 'img') {
			const [, double, single] = ALT.exec(attributes) ?? [];
			words += double ?? single ?? '';
		}
	}
	return skipped === undefined ? words + html.slice(end) : words;
}

function decode(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(ENTITY, (entity, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) return CHARACTERS.get(name) ?? entity;
		const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
		const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
		return isCharacter ? String.fromCodePoint(code) : '\ufffd';
	});
}
