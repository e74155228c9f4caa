import { isNetworkNamed, type Network } from '$lib/domain/chat/network';
import { getFormat } from '../check/file-formats';
import { findResolution, type QuestionUnit } from '../check/units';
import {
	isAsking,
	isEmptyDenial,
	isOfCapabilities,
	listClausePaths,
	MAX_COMBINED,
	splitClauses,
	type Clause
} from './clauses';
import { combinePieces } from './combine-pieces';
import { isExclusion } from './exclusions';
import { findNearMisses } from './near-misses';
import { findPhrase, type FoundPhrase, type Meaning, type PhraseIndex } from './phrase-index';
import { readAdvantage } from './read-advantage';
import type { Pieces, Question } from './question';
import { correctTokens } from './spelling';
import { readTokens, type Token } from './tokens';

/** Reads a question: words become networks, capabilities, sizes and ages. */
export function readQuestion(
	question: string,
	networks: readonly Network[],
	index: PhraseIndex
): Question {
	const { tokens, corrections } = correctTokens(readTokens(question), index);
	const { pieces, paths, unwanted } = readClauses(question, tokens, index);

	function find(name: string): Network | undefined {
		return networks.find((network) => network.name === name || isNetworkNamed(network, name));
	}

	const mentioned = pieces.mentions.map((names) => ({
		names,
		found: names.flatMap((name) => find(name) ?? [])
	}));
	const advantage = readAdvantage(tokens, index);
	const compared = advantage
		? [advantage.better, ...advantage.others].flatMap((names) =>
				names.flatMap((name) => find(name) ?? [])
			)
		: [];
	const isAdvantage = new Set(compared).size > 1;
	return {
		networks: [...new Set(isAdvantage ? compared : mentioned.flatMap(({ found }) => found))],
		excluded: isAdvantage ? [] : pieces.exclusions.flat().flatMap((name) => find(name) ?? []),
		isAdvantage,
		chatTypes: [...new Set(pieces.chatTypes)],
		missing: [...new Set(mentioned.flatMap(({ names, found }) => (found.length > 0 ? [] : names)))],
		...combinePieces(pieces),
		...(paths && { paths }),
		unwanted,
		isNegated: pieces.isNegated && !advantage,
		isLeast: pieces.isLeast,
		isEverything: pieces.isEverything,
		foreign: pieces.foreign,
		unknown: [...new Set(pieces.unknown.map(({ text }) => text))],
		...(pieces.comparison && { comparison: pieces.comparison }),
		...(pieces.emoji !== undefined && { emoji: pieces.emoji }),
		corrections: [...corrections, ...pieces.broadened],
		nearMisses: findNearMisses(question, pieces.unknown, index)
	};
}

interface Reading {
	pieces: Pieces;
	/** Replace the paths that the pieces give together. */
	paths?: readonly string[];
	unwanted: readonly string[];
}

/**
 * Reads the clauses of a question together, unless one asks for networks that can, and another for
 * those that can’t.
 */
function readClauses(question: string, tokens: readonly Token[], index: PhraseIndex): Reading {
	const whole = readPieces(question, tokens, index);
	const clauses = splitClauses(tokens, index.meanings).map((part) => ({
		tokens: part,
		pieces: readPieces(question, part, index)
	}));
	const asking = clauses.filter(({ pieces }) => isAsking(pieces));

	/** The same question without some clauses, which count as not understood. */
	function readWithout(left: readonly Clause[]): Reading {
		const kept = clauses.filter((clause) => !left.includes(clause));
		const pieces = readPieces(
			question,
			kept.flatMap((clause) => clause.tokens),
			index
		);
		const unknown = left.flatMap((clause) => cutClause(question, clause));
		return {
			pieces: { ...pieces, mentions: whole.mentions, unknown: [...pieces.unknown, ...unknown] },
			unwanted: []
		};
	}

	const [first, ...others] = asking;
	if (!first) return { pieces: whole, unwanted: [] };
	if (others.every(({ pieces }) => pieces.isNegated === first.pieces.isNegated)) {
		const left = first.pieces.isNegated ? [] : clauses.filter(isEmptyDenial);
		return left.length > 0 ? readWithout(left) : { pieces: whole, unwanted: [] };
	}
	const wanted = listClausePaths(asking, false);
	const unwanted = listClausePaths(asking, true);
	const paths = [...new Set([...wanted, ...unwanted])];
	const isPlain =
		[whole, ...asking.map(({ pieces }) => pieces)].every(isOfCapabilities) &&
		paths.length === wanted.length + unwanted.length &&
		paths.length <= MAX_COMBINED;
	// A file, an age or a long list can’t be combined: the first clause is answered alone.
	if (!isPlain) return readWithout(others);
	return { pieces: { ...whole, isNegated: false }, paths, unwanted };
}

function cutClause(question: string, { tokens }: Clause): Pieces['unknown'] {
	const [first, last] = [tokens[0], tokens.at(-1)];
	if (!first || !last) return [];
	const { start } = first;
	const end = last.start + last.text.length;
	return [{ text: question.slice(start, end), start, end }];
}

function readPieces(question: string, tokens: readonly Token[], index: PhraseIndex): Pieces {
	const { meanings } = index;
	const pieces: Pieces = {
		...{
			mentions: [],
			exclusions: [],
			chatTypes: [],
			paths: [],
			types: [],
			fields: [],
			measures: [],
			formats: [],
			foreign: [],
			broadened: [],
			unknown: []
		},
		...{ isFormats: false, isAge: false, isNegated: false, isLeast: false, isEverything: false }
	};

	function findAt(at: number): FoundPhrase | undefined {
		return findPhrase(tokens, at, index);
	}

	/** The part of the question that some tokens were read from. */
	function cut(at: number, count: number): string {
		const [first, last] = [tokens[at], tokens[at + count - 1]];
		return first && last ? question.slice(first.start, last.start + last.text.length) : '';
	}

	function addUnknown(at: number, count = 1) {
		const text = cut(at, count);
		const start = tokens[at]?.start ?? 0;
		pieces.unknown.push({ text, start, end: start + text.length });
	}

	function isLength(at: number): boolean {
		const meaning = meanings.get(tokens[at]?.stem ?? '');
		return meaning?.is === 'unit' && meaning.unit.measures === 'length';
	}

	/**
	 * @param isAbove - a limit must be above the amount
	 * @returns the number of tokens that were read
	 */
	function readAmount(value: number, at: number, isAbove: boolean): number {
		const word = tokens[at]?.stem ?? '';
		const resolution = findResolution(`${value}${word}`);
		const unit = meanings.get(word);
		if (resolution) pieces.pixels = resolution;
		else if (word === 'k' && isLength(at + 1))
			return 1 + readAmount(value * 1_000, at + 1, isAbove);
		else if (unit?.is === 'unit') addAmount(pieces, value, unit.unit, isAbove);
		else if (unit?.is === 'pixels') pieces.pixels = [value, 0];
		else return 0;
		return 1;
	}

	/** The networks that are named next are left out. */
	let isExcluding = false;
	/** The phrase before is “more than”. */
	let isBehindMore = false;
	for (let at = 0; at < tokens.length;) {
		const token = tokens[at];
		if (!token) break;
		const phrase = findAt(at);
		const isAbove = isBehindMore;
		isBehindMore = phrase?.meaning.is === 'more';
		if (phrase) {
			if (isExcluding && phrase.meaning.is === 'networks') {
				pieces.exclusions.push(phrase.meaning.names);
				at += phrase.count;
				continue;
			}
			const isLeavingOut =
				phrase.meaning.is === 'exclusion' ||
				(phrase.meaning.is === 'negation' && isExclusion(tokens, at, findAt));
			isExcluding = isLeavingOut || (isExcluding && phrase.meaning.is === 'filler');
			at += phrase.count;
			if (isLeavingOut) continue;
			if (phrase.meaning.is === 'number') at += readAmount(phrase.meaning.value, at, isAbove);
			else if (phrase.meaning.is === 'foreign')
				pieces.foreign.push(cut(at - phrase.count, phrase.count));
			else if (!addMeaning(pieces, phrase.meaning)) addUnknown(at - phrase.count, phrase.count);
			if (phrase.meaning.is === 'type' && phrase.meaning.readAs !== undefined)
				pieces.broadened.push({
					typed: cut(at - phrase.count, phrase.count),
					meant: phrase.meaning.readAs
				});
			continue;
		}
		at += 1;
		if (addToken(pieces, token)) continue;
		if (token.number === undefined) {
			addUnknown(at - 1);
			continue;
		}
		const count = readAmount(token.number, at, isAbove);
		if (count === 0 && !addPlainNumber(pieces, token.number)) addUnknown(at - 1);
		at += count;
	}
	return pieces;
}

function addAmount(
	pieces: Pieces,
	value: number,
	{ measures, amount }: QuestionUnit,
	isAbove: boolean
) {
	const total = value * amount;
	if (isAbove) pieces.exceeded = measures;
	if (measures === 'size') pieces.size = total;
	else if (measures === 'time') pieces.time = total;
	else pieces.characters = total;
}

/** @returns false where the phrase means nothing here */
function addMeaning(pieces: Pieces, meaning: Meaning): boolean {
	switch (meaning.is) {
		case 'networks':
			pieces.mentions.push(meaning.names);
			return true;
		case 'capabilities':
			pieces.paths.push(...meaning.paths);
			return true;
		case 'type':
			pieces.types.push(meaning.type);
			return true;
		case 'fields':
			pieces.fields.push(...meaning.fields);
			return true;
		case 'formats':
			pieces.isFormats = true;
			if (meaning.type !== undefined) pieces.types.push(meaning.type);
			return true;
		case 'chats':
			pieces.chatTypes.push(meaning.type);
			return true;
		case 'format':
			pieces.formats.push(meaning.format);
			return true;
		case 'measure':
			pieces.measures.push(meaning.measure);
			return true;
		case 'time':
			pieces.time = meaning.seconds;
			pieces.isAge = true;
			return true;
		case 'age':
			pieces.isAge = true;
			return true;
		case 'negation':
			pieces.isNegated = true;
			return true;
		case 'least':
			pieces.isLeast = true;
			pieces.measures.push('limit');
			return true;
		case 'everything':
			pieces.isEverything = true;
			return true;
		case 'comparison':
			pieces.comparison = meaning.of;
			return true;
		case 'unit':
			if (meaning.unit.measures !== 'length') return false;
			pieces.measures.push('length');
			return true;
		case 'number':
		case 'more':
		case 'filler':
		case 'exclusion':
			return true;
		default:
			return false;
	}
}

/** A MIME type, a width and height, or an emoji. @returns false for any other token */
function addToken(pieces: Pieces, { text, pixels }: Token): boolean {
	if (pixels) pieces.pixels = pixels;
	else if (text.includes('/')) pieces.formats.push(getFormat(text.toLowerCase()));
	else if (/^\p{Extended_Pictographic}/u.test(text)) pieces.emoji = text;
	else return false;
	return true;
}

/** A number without a unit has a meaning behind a word: “caption 300”. */
function addPlainNumber(pieces: Pieces, value: number): boolean {
	const isLength = pieces.fields.at(-1) === 'caption' && pieces.characters === undefined;
	if (isLength) pieces.characters = value;
	return isLength;
}
