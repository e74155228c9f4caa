import type { FoundPhrase } from './phrase-index';
import { toStemSet, type Token } from './tokens';

/** Negations that can stand before a network: “not WhatsApp”, “without Signal”. */
const EXCLUDING = toStemSet('not no without');
/**
 * Words whose negation asks for networks that can't do something: “does not WhatsApp allow polls”.
 */
const AUXILIARIES = toStemSet('do does did can could is are was has have will would should');
/**
 * The negation of “networks that aren’t WhatsApp”; questions such as “isn’t WhatsApp able to edit”
 * begin with it, too.
 */
const COPULAS = toStemSet('isnt arent');
/** Words between a negation and the network that it leaves out. */
const PREPOSITIONS = toStemSet('on in for at by via from with using counting including only just');
/** Words between networks that are named in a row. */
const LINKS = toStemSet('and or nor');

/**
 * True for a negation that leaves networks out and asks for nothing: “polls, but not on WhatsApp”.
 *
 * @param at - position of the negation
 * @param findPhrase - the phrase that begins at a position
 */
export function isExclusion(
	tokens: readonly Token[],
	at: number,
	findPhrase: (at: number) => FoundPhrase | undefined
): boolean {
	function skipNetworks(from: number): number {
		const phrase = findPhrase(from);
		if (phrase?.meaning.is === 'networks') return skipNetworks(from + phrase.count);
		return LINKS.has(tokens[from]?.stem ?? '') ? skipNetworks(from + 1) : from;
	}

	const stem = tokens[at]?.stem ?? '';
	let next = at + 1;
	while (PREPOSITIONS.has(tokens[next]?.stem ?? '')) next++;
	if (findPhrase(next)?.meaning.is !== 'networks') return false;
	const end = skipNetworks(next);
	if (COPULAS.has(stem)) return end === tokens.length;
	if (!EXCLUDING.has(stem) || AUXILIARIES.has(tokens[at - 1]?.stem ?? '')) return false;
	// “No WhatsApp polls” asks about WhatsApp.
	const denied = findPhrase(end)?.meaning.is;
	return denied !== 'capabilities' && denied !== 'type';
}
