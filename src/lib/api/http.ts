import ky, { HTTPError, TimeoutError, type Options } from 'ky';
import { SourceError } from '$lib/domain/source';
import type { OnProgress } from '$lib/domain/upload';
import { errorOf, retryAfterOf } from './errors';
import type { WriteRequest } from './request';
import type { Transport } from './transport';

/** The browser's own, or the sample server's. */
export type Fetch = (request: Request) => Promise<Response>;

export interface HTTPOptions {
	/** Of the server, such as `http://localhost:23373`; a path in it is kept. */
	address: string;
	token?: string | undefined;
	fetch?: Fetch;
	/** How often a read that failed is tried again; 2 unless told. */
	retries?: number;
	/** Milliseconds before the nth retry, counted from 1. */
	retryDelay?: (retry: number) => number;
	/** Milliseconds for one try, its whole answer included; 30 seconds unless told. */
	timeout?: number;
	/** For uploads; without it they are sent by `fetch`, which tells only that they have arrived. */
	transport?: Transport;
}

export interface Answer {
	status: number;
	text: string;
	headers: Headers;
}

export interface HTTP {
	/** @param path - from the root of the API, its parts percent-encoded */
	get(path: string, signal: AbortSignal, query?: Record<string, string>): Promise<Answer>;
	/** Without the token, for what a server tells to anybody. A 404 is an answer too, not an error. */
	getOpenly(path: string, signal: AbortSignal): Promise<Answer>;
	/** Sent once: never tried again. */
	postForm(path: string, signal: AbortSignal, form: Record<string, string>): Promise<Answer>;
	/** Sent once, as JSON: never tried again. When no answer comes it may have been done all the same. */
	write(request: WriteRequest, signal: AbortSignal): Promise<Answer>;
	/** Sent once, without a time limit. */
	postFile(
		path: string,
		signal: AbortSignal,
		form: FormData,
		onprogress: OnProgress
	): Promise<Answer>;
}

const RETRIED_STATUSES = [408, 429, 500, 502, 503, 504];

/** Milliseconds; whoever is asked to wait longer is told so instead. */
const LONGEST_WAIT = 30_000;

/** No answer came, or only half of one. */
class NoAnswer extends Error {}

function backOff(retry: number): number {
	return 300 * 2 ** (retry - 1) * (0.5 + Math.random() / 2);
}

/**
 * Requests to one server, with its token, and to no other: redirects are refused.
 * Sends no header but `Authorization` and `Content-Type`. Every call throws `SourceError`.
 *
 * @throws TypeError when the address is not an absolute URL
 */
export function createHTTP({
	address,
	token,
	fetch = (request) => globalThis.fetch(request),
	retries = 2,
	retryDelay = backOff,
	timeout = 30_000,
	transport
}: HTTPOptions): HTTP {
	const { origin, pathname } = new URL(address);
	const root = origin + pathname.replace(/\/+$/, '');

	/** Reads the whole answer, so that the time limit and the retries cover it. */
	async function fetchWhole(request: Request, exchange: Fetch): Promise<Answer> {
		request.signal.throwIfAborted();
		try {
			const response = await exchange(request);
			return { status: response.status, headers: response.headers, text: await response.text() };
		} catch (error) {
			if (error instanceof TypeError) throw new NoAnswer();
			throw error;
		}
	}

	async function send(
		path: string,
		signal: AbortSignal,
		options: Options,
		exchange: Fetch = fetch
	): Promise<Answer> {
		let whole: Answer | undefined;
		try {
			// Not `.json()` or `.text()` on the promise: they would add an Accept header.
			const { status, headers } = await ky(root + path, {
				timeout,
				...options,
				signal,
				fetch: async (input) => {
					const request = new Request(input, { referrerPolicy: 'no-referrer' });
					whole = await fetchWhole(request, exchange);
					// Without its text: pages of chats are large, and each copy takes its time.
					return new Response(null, whole);
				},
				credentials: 'omit',
				cache: 'no-store',
				redirect: 'error',
				retry: {
					limit: retries,
					methods: ['get'],
					statusCodes: RETRIED_STATUSES,
					afterStatusCodes: RETRIED_STATUSES,
					maxRetryAfter: LONGEST_WAIT,
					delay: retryDelay,
					shouldRetry: ({ error }) => mayRetry(error)
				}
			});
			signal.throwIfAborted();
			return { status, headers, text: whole?.text ?? '' };
		} catch (error) {
			if (signal.aborted) throw new SourceError('cancelled');
			if (error instanceof HTTPError && whole) throw errorOf(whole, token);
			if (error instanceof TimeoutError) throw new SourceError('timed-out');
			if (error instanceof NoAnswer) {
				// Only a read cannot have reached anybody who then went silent.
				const isThere = options.method === undefined && (await answersAnybody(signal));
				if (signal.aborted) throw new SourceError('cancelled');
				throw new SourceError(isThere ? 'blocked' : 'unreachable');
			}
			throw error;
		}
	}

	/** A browser hides why a request failed, but lets anything through that it need not show. */
	async function answersAnybody(signal: AbortSignal): Promise<boolean> {
		const request = new Request(`${root}/v1/info`, {
			mode: 'no-cors',
			credentials: 'omit',
			cache: 'no-store',
			referrerPolicy: 'no-referrer',
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)])
		});
		return fetch(request).then(
			() => true,
			() => false
		);
	}

	function authorization(): Record<string, string> {
		if (!token) throw new SourceError('token-missing');
		// No server made such a token, and a header cannot carry it.
		if (!/^[\x21-\x7e]+$/.test(token)) throw new SourceError('token-refused');
		return { Authorization: `Bearer ${token}` };
	}

	return {
		async get(path, signal, query = {}) {
			return send(path, signal, { headers: authorization(), searchParams: query });
		},
		async getOpenly(path, signal) {
			return send(path, signal, { throwHttpErrors: (status) => status !== 404 });
		},
		async postForm(path, signal, form) {
			const body = new URLSearchParams(form);
			return send(path, signal, { method: 'post', headers: authorization(), body });
		},
		async write({ method, path, body }, signal) {
			if (!body) return send(path, signal, { method, headers: authorization() });
			const headers = { ...authorization(), 'Content-Type': 'application/json' };
			return send(path, signal, { method, headers, body: JSON.stringify(body) });
		},
		async postFile(path, signal, form, onprogress) {
			const headers = authorization();
			const options: Options = { method: 'post', headers, body: form, timeout: false };
			onprogress(0);
			const answer = await send(path, signal, options, (request) => {
				if (!transport) return fetch(request);
				return transport({ url: request.url, headers, form, signal: request.signal }, onprogress);
			});
			onprogress(1);
			return answer;
		}
	};
}

/** `undefined` leaves the decision to the status. */
function mayRetry(error: Error): boolean | undefined {
	if (error instanceof NoAnswer) return true;
	if (!(error instanceof HTTPError)) return false;
	const { headers } = error.response;
	if (!headers.has('retry-after')) return undefined;
	const wait = retryAfterOf(headers, Date.now());
	return wait !== undefined && wait <= LONGEST_WAIT ? undefined : false;
}
