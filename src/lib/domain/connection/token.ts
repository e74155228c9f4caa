/** What was pasted where an access token belongs. */
export type PastedToken =
	/** Fit to be sent, without anything that stood around it. */
	| { kind: 'token'; token: string }
	| { kind: 'empty' }
	/** An access token of a Matrix account, which Beeper's own API doesn't take. */
	| { kind: 'matrix' }
	/** The address of a server. */
	| { kind: 'address' }
	/** Holds what no token can hold. */
	| { kind: 'unusable' };

/** Quotes, brackets and Markdown that people copy along; a full stop ends a sentence, not a token. */
const BEFORE = /^[\s"'`´*<>,;:|\\\p{Ps}\p{Pe}\p{Pi}\p{Pf}]+/u;
const AFTER = /[\s"'`´*<>,;:|\\\p{Ps}\p{Pe}\p{Pi}\p{Pf}.!…]+$/u;
const QUOTE = /["'`“”„‟‘’‚‛«»]/u;

/** What stands in front of a token in JSON, settings, addresses and headers; the most exact first. */
const LABELS: readonly RegExp[] = [
	/access[_-]?token["'”’]?\s*[:=]\s*/iu,
	/\w*token["'”’]?\s*[:=]\s*/iu,
	/authorization["'”’]?\s*[:=]?\s*["'`“”„‘«]?\s*(bearer\s*[:=]?\s*)?/iu,
	/bearer["'”’]?(\s*[:=]\s*|\s+)/iu
];
/** Where the value of a label ends when nothing closes it: the next field, parameter or header. */
const NEXT = /["'`“”’,&#;}]|\s+[\w-]+:\s|\s+https?:/u;

/** Of Synapse and of the Matrix Authentication Service; the last are macaroons, the oldest kind. */
const MATRIX = /^(sy[tlr]_|m(at|ar|ct|cr)_|MDAx)/u;
const ADDRESS = /^((https?|wss?):\/\/|(localhost|127\.0\.0\.1)(:|\/|$))/iu;

/**
 * Read what people paste for a token: `Authorization: Bearer x`, `"x"`, `{"access_token": "x"}`, or a
 * token with line breaks and invisible characters in it.
 */
export function readToken(pasted: string): PastedToken {
	const visible = pasted.replace(/[\p{Cf}\u034f\ufe00-\ufe0f]/gu, '').replace(/\p{Cc}/gu, ' ');
	const token = LABELS.reduce(getLabelled, visible)
		.replace(BEFORE, '')
		// A field for one line has joined the two on which they stood.
		.replace(/^bearer\s*/iu, '')
		.replace(BEFORE, '')
		.replace(AFTER, '')
		.replace(/\s+/gu, '');
	if (token === '') return { kind: 'empty' };
	if (MATRIX.test(token)) return { kind: 'matrix' };
	if (ADDRESS.test(token)) return { kind: 'address' };
	// No header can carry anything else, and quotes or brackets inside are of something longer.
	if (!/^[\x21-\x7e]+$/u.test(token) || /["<>{}]/u.test(token)) return { kind: 'unusable' };
	return { kind: 'token', token };
}

/** The value behind a label; all of the text where the label isn't in it. */
function getLabelled(text: string, label: RegExp): string {
	const found = label.exec(text);
	if (!found) return text;
	const rest = text.slice(found.index + found[0].length);
	const isQuoted = QUOTE.test(rest.charAt(0));
	const value = isQuoted ? rest.slice(1) : rest;
	const end = (isQuoted ? QUOTE : NEXT).exec(value);
	return end ? value.slice(0, end.index) : value;
}

const PROBLEMS: Readonly<Record<Exclude<PastedToken['kind'], 'token'>, string>> = {
	empty: 'Paste an access token',
	matrix: 'This is a Matrix token. Beeper’s API needs its own: see below.',
	address: 'This is an address, not a token',
	unusable: 'This isn’t a token. Copy it again, and nothing around it.'
};

/** Why what was pasted can't be used, for people; empty for a token. */
export function getTokenProblem(pasted: PastedToken): string {
	return pasted.kind === 'token' ? '' : PROBLEMS[pasted.kind];
}

/** Milliseconds before the end of a token from which on it is told. */
const TOLD_BEFORE = 10 * 60_000;

/**
 * What to say of a token that ends soon.
 *
 * @param left - milliseconds until it ends; below 0 afterwards
 * @returns null while there is nothing to say
 */
export function getExpiryWords(left: number): string | null {
	if (left > TOLD_BEFORE) return null;
	if (left <= 0) return 'Your token has expired';
	const minutes = Math.ceil(left / 60_000);
	return `Your token expires in ${minutes === 1 ? 'less than a minute' : `${minutes} min`}`;
}
