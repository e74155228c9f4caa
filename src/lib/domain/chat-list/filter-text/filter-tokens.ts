/** A value within a token, unquoted. */
export interface TokenValue {
	text: string;
	/** Position in the line, quotes included. */
	start: number;
	end: number;
}

/** One word of a filter line: `tea`, `is:unread`, `-is:muted`, `network:whatsapp,"google chat"`. */
export interface FilterToken {
	/** As it was typed. */
	text: string;
	start: number;
	end: number;
	/** True with a minus in front. */
	isNegated: boolean;
	/** The text before the first colon; undefined for a plain word. */
	key?: string;
	/** The text after the key, or the plain word; unquoted. */
	rest: string;
	/** The rest, divided at its commas. */
	values: readonly TokenValue[];
}

/** Straight quotes, and those that phones put in their place. */
const QUOTE = '"“”„';
/** Quoted text, with the text between its quotes as a group; an unclosed quote reaches to the end. */
const QUOTED = `[${QUOTE}]((?:\\\\(?:.|$)|[^${QUOTE}\\\\])*)(?:[${QUOTE}]|$)`;

const ALL_QUOTED = new RegExp(QUOTED, 'gsu');
const TOKENS = new RegExp(`(?:${QUOTED}|[^\\s${QUOTE}])+`, 'gsu');
const PIECES = new RegExp(`${QUOTED}|,|[^,${QUOTE}]+`, 'gsu');
const KEY = new RegExp(`^-?([^\\s:,${QUOTE}]+):`, 'u');
const DIVIDED_VALUE = new RegExp(`^$|[\\s,${QUOTE}]`, 'u');
const MISREAD_WORD = new RegExp(`^-.|[\\s:${QUOTE}]`, 'su');
const ESCAPED = new RegExp(`[\\\\${QUOTE}]`, 'gu');

/** Divides a filter line at the white space outside quotes. */
export function readFilterTokens(line: string): FilterToken[] {
	return [...line.matchAll(TOKENS)].map((match) => toToken(match[0], match.index));
}

function toToken(text: string, start: number): FilterToken {
	const isNegated = /^-./su.test(text);
	const [head = '', key] = KEY.exec(text) ?? [];
	const before = key === undefined ? Number(isNegated) : head.length;
	const rest = text.slice(before);
	return {
		...{ text, start, end: start + text.length, isNegated },
		...(key !== undefined && { key }),
		rest: unquote(rest),
		values: splitAtCommas(rest).map((part) => ({
			text: unquote(rest.slice(part.start, part.end)),
			start: start + before + part.start,
			end: start + before + part.end
		}))
	};
}

function splitAtCommas(text: string): { start: number; end: number }[] {
	const parts: { start: number; end: number }[] = [];
	let start = 0;
	for (const { 0: piece, index } of text.matchAll(PIECES)) {
		if (piece !== ',') continue;
		parts.push({ start, end: index });
		start = index + 1;
	}
	return [...parts, { start, end: text.length }];
}

function unquote(text: string): string {
	return text.replace(ALL_QUOTED, (_, inner: string) => inner.replace(/\\(.)/gsu, '$1'));
}

/** The words of a search, as they are written. */
export function splitSearch(q: string): string[] {
	return q.split(/\s+/u).filter(Boolean);
}

/** A value as written in a filter line: in quotes if it would be divided otherwise. */
export function quoteValue(value: string): string {
	return DIVIDED_VALUE.test(value) ? quote(value) : value;
}

/** A search word as written in a filter line: in quotes if it would be read as a filter. */
export function quoteWord(word: string): string {
	return MISREAD_WORD.test(word) ? quote(word) : word;
}

function quote(text: string): string {
	return `"${text.replace(ESCAPED, '\\$&')}"`;
}
