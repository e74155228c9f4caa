import { Marked, type MarkedExtension, type Token } from 'marked';

const SPOILER = /^\|\|(?=[^\s|])(?:([^|\n]+)\|)?((?:[^|\n\\]|\\.|\|(?!\|))+)\|\|/;

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
export const MAX_LEXED_LENGTH = 20_000;
/** Containers a line may begin with. Each takes a level of the lexer's recursion. */
const MAX_DEPTH = 20;
const DEEP_LINE = new RegExp(
	`^((?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${MAX_DEPTH}})(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)]))+`,
	'gm'
);

/**
 * The tokens of a Markdown text with Beeper's spoilers.
 * Only the first 20,000 characters and 20 levels of nesting are read.
 */
export function lexMarkdown(text: string): readonly Token[] {
	return marked.lexer(text.slice(0, MAX_LEXED_LENGTH).replace(DEEP_LINE, '$1'));
}

/** All levels in one list, parents first. */
export function flattenTokens(tokens: readonly Token[]): readonly Token[] {
	const all: Token[] = [];
	marked.walkTokens([...tokens], (token) => void all.push(token));
	return all;
}
