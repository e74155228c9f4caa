import { combinePieces } from './combine-pieces';
import type { Meaning } from './phrase-index';
import type { Pieces } from './question';
import { joinStems, toStemSet, type Token } from './tokens';

/** A part of a question, with the pieces read from it alone. */
export interface Clause {
	tokens: readonly Token[];
	pieces: Pieces;
}

/** Words after which a clause may say that something works: “and has threads”. */
const VERBS = toStemSet('with has have support can do does allow offer let use send');

/** Words between a negation and its object: “doesn’t support any threads”. */
const LINKS = new Set([...VERBS, ...toStemSet('a an any be able to')]);

const CONJUNCTIONS = toStemSet('and yet while though although whereas');

/**
 * Cuts a question where it may turn from capabilities that work to others that don’t, or back: `who
 * has polls | but not threads`, `polls | without threads`, `no threads | and has polls`.
 */
export function splitClauses(
	tokens: readonly Token[],
	meanings: ReadonlyMap<string, Meaning>
): readonly (readonly Token[])[] {
	function isNegation(stem: string | undefined): boolean {
		return meanings.get(stem ?? '')?.is === 'negation';
	}

	/**
	 * True for a negation right before its object, unlike that of “polls aren’t allowed by Signal”.
	 */
	function isDenial(at: number): boolean {
		if (!isNegation(tokens[at]?.stem)) return false;
		let next = at + 1;
		while (LINKS.has(tokens[next]?.stem ?? '')) next++;
		return canBeAsked(tokens.slice(next), meanings);
	}

	function isStart({ stem }: Token, at: number): boolean {
		if (stem === 'but') return true;
		if (CONJUNCTIONS.has(stem)) return VERBS.has(tokens[at + 1]?.stem ?? '');
		return tokens[at - 1]?.stem !== 'but' && isDenial(at);
	}

	const starts = tokens.flatMap((token, at) => (at > 0 && isStart(token, at) ? [at] : []));
	return [0, ...starts].map((start, index) => tokens.slice(start, starts[index]));
}

/** Words of the longest phrase that can name the object of a negation. */
const MAX_WORDS = 5;

/** True where tokens begin with a capability. */
function canBeAsked(tokens: readonly Token[], meanings: ReadonlyMap<string, Meaning>): boolean {
	for (let count = 1; count <= Math.min(MAX_WORDS, tokens.length); count++) {
		const is = meanings.get(joinStems(tokens.slice(0, count)))?.is;
		if (is === 'capabilities' || is === 'type') return true;
	}
	return false;
}

/** Capabilities that a network is to have and to lack, at most: a sentence names them all. */
export const MAX_COMBINED = 4;

/** True where a capability or a file is named. */
export function isAsking({ paths, types, formats, size }: Pieces): boolean {
	return [paths, types, formats].some(({ length }) => length > 0) || size !== undefined;
}

/** True for a negation with an unknown object: “but not for everyone”. */
export function isEmptyDenial({ tokens: [first], pieces }: Clause): boolean {
	const { mentions, fields, measures, time, characters, isNegated } = pieces;
	const isEmpty = [mentions, fields, measures].every(({ length }) => length === 0);
	return (
		first?.stem === 'but' && isNegated && isEmpty && time === undefined && characters === undefined
	);
}

/** True for a question about levels and limits of capabilities only. */
export function isOfCapabilities(pieces: Pieces): boolean {
	const { file, age, timer, textLength } = combinePieces(pieces);
	return (file ?? age ?? timer ?? textLength ?? pieces.emoji) === undefined && !pieces.isFormats;
}

/** The paths that clauses with a negation ask for, or clauses without one. */
export function listClausePaths(clauses: readonly Clause[], isNegated: boolean): readonly string[] {
	const chosen = clauses.filter(({ pieces }) => pieces.isNegated === isNegated);
	return [...new Set(chosen.flatMap(({ pieces }) => combinePieces(pieces).paths))];
}
