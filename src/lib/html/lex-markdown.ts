import { Marked, type MarkedExtension, type Token } from 'marked';

const SPOILER = /^\|\|(?=[^\s|])(?:([^|\n]+)\|)?((?:[^|\n]|\|(?!\|))+)\|\|/;

/** Hidden words, `||words||` or `||reason|words||`: tokens of type `spoiler`, with `hasReason`. */
const spoilers: MarkedExtension = {
	extensions: [
		{
			name: 'spoiler',
			level: 'inline',
			start: (text) => text.indexOf('||'),
			tokenizer(text) {
				const [raw, reason, words = ''] = SPOILER.exec(text) ?? [];
				if (raw === undefined) return undefined;
				const tokens = this.lexer.inlineTokens(words);
				return { type: 'spoiler', raw, hasReason: reason !== undefined, tokens };
			}
		}
	]
};

const marked = new Marked({ gfm: true, breaks: true }, spoilers);

/** Characters. Bounds the time for hostile texts, which grows with the square of their length. */
const MAX_LENGTH = 20_000;
/** Containers a line may begin with. Each takes a level of the lexer's recursion. */
const MAX_DEPTH = 20;
const DEEP_LINE = new RegExp(
	`^((?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${MAX_DEPTH}})(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)]))+`,
	'gm'
);

/**
 * The tokens of a Markdown text with Beeper's spoilers, all levels in one list, parents first.
 * Only the first 20,000 characters and 20 levels of nesting are read.
 */
export function lexMarkdown(text: string): readonly Token[] {
	const tokens: Token[] = [];
	const source = text.slice(0, MAX_LENGTH).replace(DEEP_LINE, '$1');
	marked.walkTokens(marked.lexer(source), (token) => void tokens.push(token));
	return tokens;
}
