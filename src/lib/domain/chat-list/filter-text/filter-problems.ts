import { findNearMiss } from '$lib/domain/near-miss';
import { quoteValue, type FilterToken } from './filter-tokens';

/** A part of a filter line that can't be applied. */
export interface FilterProblem {
	message: string;
	/** The words that were probably meant, and the whole line with them. */
	suggestion?: { label: string; line: string };
}

/** The problems of a filter line, in its order, each with the line that was probably meant. */
export class FilterProblemList {
	readonly #line: string;
	readonly #problems: FilterProblem[] = [];

	constructor(line: string) {
		this.#line = line;
	}

	get all(): readonly FilterProblem[] {
		return this.#problems;
	}

	add(message: string) {
		this.#problems.push({ message });
	}

	/** @param meant - the text that was probably meant instead of the token */
	addMeant(token: FilterToken, message: string, meant: string, label = meant) {
		this.#suggest(message, label, token, meant);
	}

	/** @param choices - valid values, one of which may have been meant */
	addValue({ values }: FilterToken, value: string, message: string, choices: readonly string[]) {
		const meant = findNearMiss(value, choices);
		const own = values.find(({ text }) => text.endsWith(value));
		if (meant === undefined || !own) return this.add(message);
		const better = quoteValue(own.text.slice(0, own.text.length - value.length) + meant);
		this.#suggest(message, meant, own, better);
	}

	/** Adds a problem for a second value of a part that can have only one. */
	addContradiction({ text }: FilterToken) {
		this.add(`“${text}” contradicts another filter.`);
	}

	/** Adds a problem for a minus in front of a key whose values can't be excluded. */
	addMinus({ key = '' }: FilterToken) {
		this.add(`“-${key}:” isn’t possible. Only is: and type: can be excluded.`);
	}

	#suggest(
		message: string,
		label: string,
		{ start, end }: { start: number; end: number },
		text: string
	) {
		const line = this.#line.slice(0, start) + text + this.#line.slice(end);
		this.#problems.push({ message, suggestion: { label, line } });
	}
}
