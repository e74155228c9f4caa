/** Features whose marks stand within a line, and what they look like in Markdown. */
const INLINE: readonly (readonly [feature: string, mark: RegExp])[] = [
	['bold', /\*\*(?=[^\s*])(?:[^*\n]|\*(?!\*))+\*\*|(?<![\w_])__(?=[^\s_])[^_\n]+__(?!\w)/],
	['italic', /(?<![*\w])\*(?=[^\s*])[^*\n]+(?<!\s)\*(?![*\w])|(?<![\w_])_(?=[^\s_])[^_\n]+_(?!\w)/],
	['bold', /\*\*\*(?=[^\s*])[^*\n]+\*\*\*/],
	['italic', /\*\*\*(?=[^\s*])[^*\n]+\*\*\*/],
	['underline', /<u>/i],
	['strikethrough', /~~(?=[^\s~])[^~\n]+~~/],
	['spoiler', /\|\|(?=[^\s|])(?:[^|\n]|\|(?!\|))+\|\|/],
	['spoiler.reason', /\|\|(?=[^\s|])[^|\n]+\|[^|\n]+\|\|/],
	['at_room_mention', /(?<![\w.])@room\b/]
];

/** Features that are marked at the beginning of a line. */
const LINES: readonly (readonly [feature: string, mark: RegExp])[] = [
	['headers', /^ {0,3}#{1,6} +\S/m],
	['blockquote', /^ {0,3}> ?\S/m],
	['unordered_list', /^[ \t]*[-*+] +\S/m],
	['ordered_list', /^[ \t]*\d{1,9}[.)] +\S/m]
];

const FENCED = /^ {0,3}(```+|~~~+(?!~))([^\n`]*)\n[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))/gm;
const INLINE_CODE = /(?<!`)(`+)(?!`)[^`\n]+\1(?!`)/g;
const LINK = /\[[^[\]\n]+\]\(([^()\s]+)\)/g;
const NUMBER = /^[ \t]*(\d{1,9})[.)] +\S/;

/**
 * The formatting a text asks for in Markdown, as the names of `Capabilities.formatting`, each once.
 * A look at the marks and not a parser: what stands in code, or behind a backslash, is none.
 */
export function formattingIn(text: string): readonly string[] {
	const found = new Set<string>();
	const prose = withoutCode(text, found);
	for (const [feature, mark] of [...INLINE, ...LINES]) if (mark.test(prose)) found.add(feature);
	for (const [, address = ''] of prose.matchAll(LINK)) found.add(linkFeature(address));
	for (const feature of listFeatures(prose)) found.add(feature);
	return [...found];
}

function withoutCode(text: string, found: Set<string>): string {
	return text
		.replace(/\r\n?/g, '\n')
		.replace(FENCED, (_, __, language: string) => {
			found.add('code_block');
			if (language.trim()) found.add('code_block.syntax_highlighting');
			return '';
		})
		.replace(INLINE_CODE, () => {
			found.add('inline_code');
			return 'x';
		})
		.replace(/\\[!-/:-@[-`{-~]/g, 'x');
}

/** Links to people, chats and messages are addresses of matrix.to. */
function linkFeature(address: string): string {
	const [, path = ''] = address.split('matrix.to/#/');
	if (path.startsWith('@')) return 'user_link';
	if (!/^[!#]/.test(path)) return 'inline_link';
	return path.includes('/$') ? 'event_link' : 'room_link';
}

function listFeatures(prose: string): readonly string[] {
	const features: string[] = [];
	let last: number | undefined;
	for (const line of prose.split('\n')) {
		const digits = NUMBER.exec(line)?.[1];
		const number = digits === undefined ? undefined : Number(digits);
		if (number !== undefined && last === undefined && number !== 1) {
			features.push('ordered_list.start');
		}
		// The same number again is how some write lists that are numbered by themselves.
		if (number !== undefined && last !== undefined && number !== last && number !== last + 1) {
			features.push('ordered_list.jump_value');
		}
		last = number;
	}
	return features;
}
