import { joinList } from '$lib/format/list';
import type { Network } from './chat/network';
import { findNearMiss } from './near-miss';

/**
 * A part of a query string that is not known: an invalid value, which the view ignores, or a value
 * that no chat has.
 */
export interface ViewProblem {
	key: string;
	value: string;
	/** A sentence that says what is not known. */
	words: string;
	/** The value that was probably meant, and the name it is shown by. */
	meant?: { name: string; value: string };
}

/**
 * The problem of an invalid value.
 *
 * @param expected - the valid values, as a phrase after "can be"
 */
function createValueProblem(key: string, value: string, expected: string): ViewProblem {
	const rest = value.trim() === '' ? '' : `, not “${value}”`;
	return { key, value, words: `“${key}” can be ${expected}${rest}.` };
}

/** Sentences about a value that no chat has, or that is not on the page, by the key of the query. */
const MISSING_WORDS = {
	account: (id) => `No chats here are in the account “${id}”.`,
	after: (day) => `No snapshot is kept for “${day}”.`,
	before: (day) => `No snapshot is kept for “${day}”.`,
	chat: (id) => `No chat here has the ID “${id}”.`,
	label: (id) => `No chats here have the label “${id}”.`,
	network: (word) => `No chats here are on “${word}”.`,
	split: (column) => `This table has no column “${column}”.`
} as const satisfies Record<string, (value: string) => string>;

/** The problem of a value that no chat has, or that is not on the page. */
export function createMissingProblem(key: keyof typeof MISSING_WORDS, value: string): ViewProblem {
	return { key, value, words: MISSING_WORDS[key](value) };
}

/** The problem of a network that no chat has, with the network that was probably meant. */
export function createNetworkProblem(value: string, networks: readonly Network[]): ViewProblem {
	const words = networks.flatMap(({ key, name }) => [name, key]);
	const word = findNearMiss(value, words);
	const meant = networks.find(({ key, name }) => key === word || name === word);
	return {
		...createMissingProblem('network', value),
		...(meant && { meant: { name: meant.name, value: meant.key } })
	};
}

/** A parameter of a query string. */
export type Parameter = readonly [key: string, value: string];

/** A parameter that is left out if its value is empty, false or absent. */
export type OptionalParameter = readonly [key: string, value: string | false | undefined];

/** The meaning of a value; undefined for an invalid one. */
type Parse<Value> = (value: string) => Value | undefined;

/** Reads the query string of a view. Nothing is thrown: invalid values become problems. */
export class ViewQuery {
	readonly #params: URLSearchParams;
	readonly #keys = new Set<string>();
	/** In the order in which the keys were read. */
	readonly problems: ViewProblem[] = [];

	constructor(query: URLSearchParams | string) {
		this.#params = new URLSearchParams(query);
	}

	/** Parameters with keys that were not read, in their order. */
	get unknown(): Parameter[] {
		return [...this.#params].filter(([key]) => !this.#keys.has(key));
	}

	/** Every valid value of a key; the same value counts once. */
	readAll<Value>(key: string, parse: Parse<Value>, expected: string): Value[] {
		this.#keys.add(key);
		return unique(this.#params.getAll(key)).flatMap((value) => {
			const parsed = parse(value);
			if (parsed !== undefined) return [parsed];
			this.problems.push(createValueProblem(key, value, expected));
			return [];
		});
	}

	/** The first valid value of a key that takes one; each further one is a problem. */
	readOne<Value>(key: string, parse: Parse<Value>, expected: string): Value | undefined {
		let first: Value | undefined;
		this.#keys.add(key);
		for (const value of unique(this.#params.getAll(key))) {
			const parsed = parse(value);
			if (parsed === undefined) this.problems.push(createValueProblem(key, value, expected));
			else if (first === undefined) first = parsed;
			else this.problems.push({ key, value, words: `“${key}” can be used once.` });
		}
		return first;
	}

	readOneOf<Word extends string>(key: string, words: readonly Word[]): Word | undefined {
		const expected = joinList(words, 'or');
		return this.readOne(key, (value) => words.find((word) => word === value), expected);
	}
}

/** The query with the value that was probably meant in place of an invalid one. */
export function mendQuery(query: string, key: string, value: string, meant: string): string {
	const mended = [...new URLSearchParams(query)].map(([name, own]) =>
		name === key && own === value ? [name, meant] : [name, own]
	);
	return new URLSearchParams(mended).toString();
}

/** Parses any text that is not blank. */
export function parseWord(value: string): string | undefined {
	return value.trim() === '' ? undefined : value;
}

/**
 * Writes a query string.
 *
 * @param parameters - equal ones are written once
 * @param unknown - parameters that the page doesn't know, which come last
 */
export function writeViewQuery(
	parameters: readonly OptionalParameter[],
	unknown: readonly Parameter[]
): URLSearchParams {
	const params = new URLSearchParams();
	for (const [key, value] of parameters) {
		if (value && !params.getAll(key).includes(value)) params.append(key, value);
	}
	for (const [key, value] of unknown) params.append(key, value);
	return params;
}

function unique(values: readonly string[]): string[] {
	return [...new Set(values)];
}
