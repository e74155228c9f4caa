import { foldText } from '$lib/domain/chat-list/search';
import { parseNumber } from '../check/units';

/** One word, number or MIME type of a question. */
export interface Token {
	/** As typed. */
	text: string;
	/** Folded and without its ending, so that “editing” and “edits” are one word. */
	stem: string;
	/** The value of a number; absent for words. */
	number?: number;
	/** Width and height, as in `1920×1080`. */
	pixels?: readonly [width: number, height: number];
	/** Position of its first character in the question. */
	start: number;
}

/** Words that are read; a longer question is cut, as addresses can be of any length. */
const MAX_TOKENS = 60;

/** Words that may stand within a phrase and mean nothing: “share my location”. */
const ARTICLES: ReadonlySet<string> = new Set([
	...['the', 'my', 'your', 'our', 'their', 'his', 'her', 'its', 'this', 'that', 'these', 'those'],
	...['whole', 'entire', 'complete']
]);

/** Articles that begin an amount (“a day”), and mean nothing within a phrase (“delete a chat”). */
const INDEFINITE_ARTICLES: ReadonlySet<string> = new Set(['a', 'an']);

const TOKEN =
	/(?<mime>(?:image|video|audio|application|text|\*)\/[\w.*+-]+(?:;\s*codecs=[\w.]+)?)|(?<width>\d{1,6})\s?[x×]\s?(?<height>\d{1,6})(?!\w)|(?<number>\d[\d.,]*\d|\d)|[\p{L}\p{M}][\p{L}\p{M}\p{N}'’]*|[@>]|\p{Extended_Pictographic}/giu;

/** Splits a question into its words. Punctuation and spaces have no meaning. */
export function readTokens(question: string): Token[] {
	const tokens: Token[] = [];
	for (const match of question.matchAll(TOKEN)) {
		if (tokens.length === MAX_TOKENS) break;
		const [text] = match;
		if (ARTICLES.has(text.toLowerCase())) continue;
		const { width, height, number } = match.groups ?? {};
		tokens.push({
			text,
			stem: toStem(text),
			start: match.index,
			...(number !== undefined && { number: parseNumber(number) }),
			...(width !== undefined && { pixels: [Number(width), Number(height)] as const })
		});
	}
	return tokens;
}

/** The stems of a phrase, joined by spaces: the form in which phrases are looked up. */
export function toStems(phrase: string): string {
	return joinStems(readTokens(phrase));
}

/** The stems of tokens, joined by spaces. */
export function joinStems(tokens: readonly Token[]): string {
	return tokens
		.filter(({ stem }, index) => {
			const isWithin = index > 0 && index < tokens.length - 1;
			return !isWithin || !INDEFINITE_ARTICLES.has(stem);
		})
		.map(({ stem }) => stem)
		.join(' ');
}

/** The stems of single words, separated by spaces. */
export function toStemSet(words: string): ReadonlySet<string> {
	return new Set(words.split(' ').map(toStems));
}

/**
 * Words that only their endings distinguish from others, with their stems: messengers from
 * Messenger, formats from formatting, moved from MOV.
 */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
	['messengers', 'messengers'],
	['moved', 'move'],
	['moving', 'move'],
	['format', 'formats'],
	['formats', 'formats']
]);

/** A word without case, accents, apostrophes and its usual English endings. */
function toStem(text: string): string {
	const word = foldText(text).toLowerCase().replaceAll(/['’]/g, '');
	const irregular = IRREGULAR.get(word);
	if (irregular !== undefined) return irregular;
	if (!/^[a-z]+$/.test(word)) return word.replace(/(?<=^[a-z]+\d)s$/, '');
	const singular = word
		.replace(/(?<=\w{2})ies$/, 'y')
		.replace(/(?<=\w(?:ss|ch|sh|x))es$/, '')
		.replace(/(?<=\w{2}[^su])s$/, '');
	const plain = singular.replace(/(?<=\w{3})(?:ing|ed)$/, '');
	const root = plain === singular ? plain : plain.replace(/([bdfgmnprt])\1$/, '$1');
	return root.length > 4 ? root.replace(/e$/, '') : root;
}
