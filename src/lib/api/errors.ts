import * as v from 'valibot';
import { parseJSONOrUndefined } from '$lib/format/json';
import { SourceError, type Issue, type SourceFailure } from '$lib/domain/connection/source-error';
import type { TextResponse } from './requests';
import { record, text } from './schemas/primitives';
import { parseTolerant } from './parse';

const FAILURES: Partial<Record<number, SourceFailure>> = {
	400: 'invalid',
	401: 'token-refused',
	403: 'scope',
	404: 'not-found',
	408: 'timed-out',
	409: 'conflict',
	422: 'invalid',
	429: 'rate-limited',
	502: 'network-failed'
};

/** The codes with which the dashboard’s relay says that it got no response from Beeper. */
const RELAY_CODES = /^RELAY_(NO_BEEPER|BROKEN)$/;

/** `{message, code}`, or `{error, code}` in older apps. */
const complaint = record({
	message: v.exactOptional(text),
	error: v.exactOptional(text),
	code: v.exactOptional(text),
	details: v.exactOptional(
		record({
			issues: v.exactOptional(
				v.array(
					record({
						message: v.optional(text, ''),
						path: v.optional(v.array(v.union([text, v.number()])), () => [])
					})
				)
			)
		})
	)
});

/** Characters: enough for a sentence, and a limit for a server that answers with its log. */
const MAX_MESSAGE_LENGTH = 500;

/**
 * The error for a response that is no success. It holds nothing of the request, which has the token.
 *
 * @param secret - removed from the server’s words, in case they repeat it
 */
export function toSourceError({ status, headers, text }: TextResponse, secret: string | undefined) {
	function censor(words: string): string {
		return (secret ? words.replaceAll(secret, '…') : words).slice(0, MAX_MESSAGE_LENGTH);
	}

	// A proxy’s error page is no JSON; its status is enough.
	const { value } = parseTolerant(complaint, parseJSONOrUndefined(text));
	const says = value?.message ?? value?.error;
	const issues = value?.details?.issues?.map(({ message, path }): Issue => ({
		message: censor(message),
		path: censor(path.join('.'))
	}));
	const retryAfter = readRetryAfter(headers, Date.now());
	const isExpired = status === 401 && [says, value?.code].some(saysExpired);
	// These are the relay’s words, and not Beeper’s.
	if (status === 502 && RELAY_CODES.test(value?.code ?? ''))
		return new SourceError('unreachable', { status });
	return new SourceError(isExpired ? 'token-expired' : toFailure(status), {
		status,
		...(says && { says: censor(says) }),
		...(issues && { issues }),
		...(retryAfter !== undefined && { retryAfter })
	});
}

/** A server that says `invalid or expired` does not know which. */
function saysExpired(words: string | undefined): boolean {
	return words !== undefined && /expired/i.test(words) && !/invalid|revoked/i.test(words);
}

function toFailure(status: number): SourceFailure {
	const failure = FAILURES[status];
	if (failure) return failure;
	if (status >= 500) return 'server-fault';
	if (status >= 400) return 'invalid';
	return status >= 300 ? 'redirected' : 'malformed';
}

/**
 * @param now - epoch milliseconds
 * @returns milliseconds to wait, 0 for a time in the past; undefined if missing or unreadable
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
	const value = headers.get('retry-after')?.trim();
	if (!value) return undefined;
	const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
	return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** @throws SourceError `malformed`, without the parser’s message, which quotes the response */
export function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		throw new SourceError('malformed');
	}
}
