import { getFields, parseJSONOrUndefined } from '$lib/format/parse-json';
import { isLoopback } from './address';

/** Classification of a text pasted as an access token. */
export type PastedToken =
	/** A usable token, without any surrounding text. */
	| { kind: 'token'; token: string }
	| { kind: 'empty' }
	/** An access token of a Matrix account, which Beeper's API does not accept. */
	| { kind: 'matrix' }
	/** A signed token (JWT) that names another service as its issuer. */
	| { kind: 'foreign'; issuer: string }
	/** The address of a server. */
	| { kind: 'address' }
	/** Contains characters that no token contains. */
	| { kind: 'unusable' };

/**
 * Quotes, brackets and Markdown that are copied along by accident; a full stop ends a sentence, not
 * a token.
 */
const BEFORE = /^[\s"'`´*<>,;:|\\\p{Ps}\p{Pe}\p{Pi}\p{Pf}]+/u;
const AFTER = /[\s"'`´*<>,;:|\\\p{Ps}\p{Pe}\p{Pi}\p{Pf}.!…]+$/u;
const QUOTE = /["'`“”„‟‘’‚‛«»]/u;

/** Labels in front of a token in JSON, settings, URLs and headers, most specific first. */
const LABELS: readonly RegExp[] = [
	/access[_-]?token["'”’]?\s*[:=]\s*/iu,
	/\w*token["'”’]?\s*[:=]\s*/iu,
	/authorization["'”’]?\s*[:=]?\s*["'`“”„‘«]?\s*(bearer\s*[:=]?\s*)?/iu,
	/bearer["'”’]?(\s*[:=]\s*|\s+)/iu
];
/** End of an unquoted value: the next field, parameter or header. */
const NEXT = /["'`“”’,&#;}]|\s+[\w-]+:\s|\s+https?:/u;

/**
 * Token prefixes of Synapse and of the Matrix Authentication Service; `MDAx` begins a macaroon, the
 * oldest kind.
 */
const MATRIX = /^(sy[tlr]_|m(at|ar|ct|cr)_|MDAx)/u;
const ADDRESS = /^((https?|wss?):\/\/|(localhost|127\.0\.0\.1)(:|\/|$))/iu;

/**
 * Extract the token from a pasted text: `Authorization: Bearer x`, `"x"`, `{"access_token": "x"}`,
 * or a token with line breaks and invisible characters in it.
 *
 * @param address - of the API, which may issue tokens itself; absent: on this computer
 */
export function readToken(pasted: string, address?: string): PastedToken {
	const visible = pasted.replace(/[\p{Cf}\u034f\ufe00-\ufe0f]/gu, '').replace(/\p{Cc}/gu, ' ');
	const token = LABELS.reduce(getLabelled, visible)
		.replace(BEFORE, '')
		// A single-line field joins a label and a token that were on two lines.
		.replace(/^bearer\s*/iu, '')
		.replace(BEFORE, '')
		.replace(AFTER, '')
		.replace(/\s+/gu, '');
	if (token === '') return { kind: 'empty' };
	if (MATRIX.test(token)) return { kind: 'matrix' };
	if (ADDRESS.test(token)) return { kind: 'address' };
	const issuer = findForeignIssuer(token, address);
	if (issuer !== null) return { kind: 'foreign', issuer };
	// Headers carry no other characters; quotes or brackets inside show that more than a token was
	// pasted.
	if (!/^[\x21-\x7e]+$/u.test(token) || /["<>{}]/u.test(token)) return { kind: 'unusable' };
	return { kind: 'token', token };
}

/** Three parts in base64url, of which the first two are JSON: `{"…`. */
const JWT = /^eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+$/u;
const HOST = /^[a-z\d-]+(\.[a-z\d-]+)+$/iu;
/**
 * Hosts of Beeper itself. The form of its tokens is not documented, so none of them is refused
 * here.
 */
const BEEPER = /(^|\.)beeper(-[a-z]+)?\.com$/iu;

/**
 * The host that issued a JWT, if it can’t be the API.
 *
 * @returns null for any other token, and for a JWT that names no host: the server decides
 */
function findForeignIssuer(token: string, address = 'http://localhost'): string | null {
	const [, payload = ''] = JWT.exec(token) ?? [];
	const { iss } = getFields(parseJSONOrUndefined(decodeBase64URL(payload)));
	if (typeof iss !== 'string') return null;
	const host = URL.canParse(iss) ? new URL(iss).hostname : iss;
	const isOwn = isLoopback(`http://${host}`) || host === new URL(address).hostname;
	return HOST.test(host) && !BEEPER.test(host) && !isOwn ? host : null;
}

/** @returns null for a text that isn't base64url */
function decodeBase64URL(text: string): string | null {
	try {
		return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
	} catch {
		return null;
	}
}

/** The value after a label; the whole text if the label does not occur. */
function getLabelled(text: string, label: RegExp): string {
	const found = label.exec(text);
	if (!found) return text;
	const rest = text.slice(found.index + found[0].length);
	const isQuoted = QUOTE.test(rest.charAt(0));
	const value = isQuoted ? rest.slice(1) : rest;
	const end = (isQuoted ? QUOTE : NEXT).exec(value);
	return end ? value.slice(0, end.index) : value;
}

const PROBLEMS: Readonly<Record<Exclude<PastedToken['kind'], 'token' | 'foreign'>, string>> = {
	empty: 'Paste an access token',
	matrix: 'This is a Matrix token. Beeper’s API needs its own: see below.',
	address: 'This is an address, not a token',
	unusable: 'Not a token. Copy it again, without anything around it.'
};

/** Error message for an unusable token; empty for a usable one. */
export function getTokenProblem(pasted: PastedToken): string {
	if (pasted.kind === 'token') return '';
	if (pasted.kind === 'foreign')
		return `This token is from ${pasted.issuer}. Beeper’s API needs its own: see below.`;
	return PROBLEMS[pasted.kind];
}

/** The user is warned this many milliseconds before a token expires. */
const WARN_BEFORE = 10 * 60_000;

/**
 * Warning about a token that expires soon.
 *
 * @param left - milliseconds until expiry; negative afterwards
 * @returns null while no warning is due
 */
export function getExpiryWords(left: number): string | null {
	if (left > WARN_BEFORE) return null;
	if (left <= 0) return 'Your token has expired';
	const minutes = Math.ceil(left / 60_000);
	return `Your token expires in ${minutes === 1 ? 'less than a minute' : `${minutes} min`}`;
}
