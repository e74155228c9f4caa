import * as v from 'valibot';
import { parseJSONOrUndefined } from '$lib/format/json';
import { SourceError, type Issue, type SourceFailure } from '$lib/domain/connection/source-error';
import type { TextResponse } from './client';
import { record, text } from './schemas/primitives';
import { read } from './parse';

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

/** Long enough for a sentence, short enough for a server that answers with its log. */
const LONGEST_SAYING = 500;

/**
 * What an answer other than a success means.
 * Nothing of the request becomes part of the error, since that holds the token.
 *
 * @param secret - taken out of what the server says, in case it repeats it
 */
export function errorOf({ status, headers, text }: TextResponse, secret: string | undefined) {
	function censor(words: string): string {
		return (secret ? words.replaceAll(secret, '…') : words).slice(0, LONGEST_SAYING);
	}

	// A proxy's error page is no JSON: its status says enough.
	const { value } = read(complaint, parseJSONOrUndefined(text));
	const says = value?.message ?? value?.error;
	const issues = value?.details?.issues?.map(({ message, path }): Issue => ({
		message: censor(message),
		path: censor(path.join('.'))
	}));
	const retryAfter = retryAfterOf(headers, Date.now());
	const isExpired = status === 401 && [says, value?.code].some(saysExpired);
	return new SourceError(isExpired ? 'token-expired' : failureOf(status), {
		status,
		...(says && { says: censor(says) }),
		...(issues && { issues }),
		...(retryAfter !== undefined && { retryAfter })
	});
}

/** `invalid or expired` is said where nobody knows which. */
function saysExpired(words: string | undefined): boolean {
	return words !== undefined && /expired/i.test(words) && !/invalid|revoked/i.test(words);
}

function failureOf(status: number): SourceFailure {
	const failure = FAILURES[status];
	if (failure) return failure;
	if (status >= 500) return 'server-fault';
	if (status >= 400) return 'invalid';
	return status >= 300 ? 'redirected' : 'malformed';
}

/**
 * @param now - epoch milliseconds
 * @returns milliseconds to wait, 0 for a time that has passed; absent when unsaid or unreadable
 */
export function retryAfterOf(headers: Headers, now: number): number | undefined {
	const value = headers.get('retry-after')?.trim();
	if (!value) return undefined;
	const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
	return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** @throws SourceError `malformed`, without the parser's own message, which quotes the answer */
export function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		throw new SourceError('malformed');
	}
}
