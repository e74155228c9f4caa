import * as v from 'valibot';
import { cutText, SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { parseJSONOrUndefined } from '$lib/format/parse-json';
import { SourceError, type Issue, type SourceFailure } from '$lib/domain/connection/source-error';
import type { TextResponse } from './requests';
import { list, name, record, text } from './schemas/primitives';
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

/** Issues of a request, and parts of the path of each. */
const MAX_ISSUES = 20;

/** `{message, code}`, or `{error, code}` in older apps. */
const complaint = record({
	message: v.exactOptional(text),
	error: v.exactOptional(text),
	code: v.exactOptional(name),
	details: v.exactOptional(
		record({
			issues: v.exactOptional(
				list(
					record({
						message: v.optional(text, ''),
						path: v.optional(list(v.union([name, v.number()]), MAX_ISSUES), () => [])
					}),
					MAX_ISSUES
				)
			)
		})
	)
});

/**
 * The server's own words, as shown: cut, as some servers answer with their log.
 *
 * @param secret - removed, in case they repeat it
 */
export function toMessage(words: string, secret: string | undefined): string {
	return cutText(secret ? words.replaceAll(secret, '…') : words, SIZE_LIMITS.message);
}

/**
 * The error for a response that is no success. It holds nothing of the request, which has the token.
 *
 * @param secret - removed from the server’s words, in case they repeat it
 */
export function toSourceError({ status, headers, text }: TextResponse, secret: string | undefined) {
	// A proxy’s error page is no JSON; its status is enough.
	const { value } = parseTolerant(complaint, parseJSONOrUndefined(text));
	const says = value?.message ?? value?.error;
	const issues = value?.details?.issues?.map(({ message, path }): Issue => ({
		message: toMessage(message, secret),
		path: toMessage(path.join('.'), secret)
	}));
	const retryAfter = readRetryAfter(headers, Date.now());
	const isExpired = status === 401 && [says, value?.code].some(saysExpired);
	// These are the relay’s words, and not Beeper’s.
	if (status === 502 && RELAY_CODES.test(value?.code ?? ''))
		return new SourceError('unreachable', { status });
	return new SourceError(isExpired ? 'token-expired' : toFailure(status), {
		status,
		...(says && { says: toMessage(says, secret) }),
		...(issues && { issues }),
		...(retryAfter !== undefined && { retryAfter })
	});
}

/** True when a server says that the token has expired; `invalid or expired` does not say that. */
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
 * @returns milliseconds to wait, a day at most, 0 for a time in the past; undefined if missing or unreadable
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
	const value = headers.get('retry-after')?.trim();
	if (!value) return undefined;
	const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
	// A timer for a longer wait would end at once.
	return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), SIZE_LIMITS.wait);
}

/** @throws SourceError `malformed`, without the parser’s message, which quotes the response */
export function parseJSON(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		throw new SourceError('malformed');
	}
}
