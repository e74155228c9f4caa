import { SourceError } from '$lib/domain/source';
import type { OnProgress } from '$lib/domain/upload';
import type { Answer } from './answer';
import { errorOf } from './errors';
import { persist, type Patience } from './persist';
import { createPreflights, type Probe } from './preflight';
import type { WriteRequest } from './request';
import type { Transport } from './transport';

/** The browser's own, or the sample server's. */
export type Fetch = (request: Request) => Promise<Response>;

export interface HTTPOptions extends Patience {
	/** Of the server, such as `http://localhost:23373`; a path in it is kept. */
	address: string;
	token?: string | undefined;
	fetch?: Fetch;
	/** Milliseconds for one try, its whole answer included; 30 seconds unless told. */
	timeout?: number;
	/** Told when the server no longer takes the token for a read. */
	onrefused?: ((error: SourceError) => void) | undefined;
	/** For uploads; without it they are sent by `fetch`, which tells only that they have arrived. */
	transport?: Transport;
	/** Tells writes that the browser kept back from those whose answer was lost; without it all count as the latter. */
	probe?: Probe;
}

export interface HTTP {
	/** @param path - from the root of the API, its parts percent-encoded */
	get(path: string, signal: AbortSignal, query?: Record<string, string>): Promise<Answer>;
	/** Whether anything at all answers, be it only to say no. One request, which sends no token. */
	isThere(signal: AbortSignal): Promise<boolean>;
	/** Without the token, for what a server tells to anybody. A 404 is an answer too, not an error. */
	getOpenly(path: string, signal: AbortSignal): Promise<Answer>;
	/** Sent once: never tried again. */
	postForm(path: string, signal: AbortSignal, form: Record<string, string>): Promise<Answer>;
	/**
	 * Sent once, as JSON: never tried again, never sent on to where a redirect leads. When no answer
	 * comes it may have been done all the same, but for `not-sent`.
	 */
	write(request: WriteRequest, signal: AbortSignal): Promise<Answer>;
	/** Sent once, without a time limit. */
	postFile(
		path: string,
		signal: AbortSignal,
		form: FormData,
		onprogress: OnProgress
	): Promise<Answer>;
}

/** How one request is sent; without a method it is a read. */
interface Sending extends Pick<RequestInit, 'method' | 'headers' | 'body' | 'redirect'> {
	/** The browser's own unless told. */
	exchange?: Fetch;
	/** An upload takes as long as it takes. */
	isUnlimited?: boolean;
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
	timeout = 30_000,
	transport,
	onrefused,
	probe,
	...patience
}: HTTPOptions): HTTP {
	const { origin, pathname } = new URL(address);
	const root = origin + pathname.replace(/\/+$/, '');
	const preflights =
		probe &&
		createPreflights({
			probe,
			url: `${root}/v1`,
			authorization: () => authorization().Authorization ?? ''
		});

	/** The whole answer, so that the time limit covers it; null when none came, or half of one. */
	async function ask(
		url: string,
		signal: AbortSignal,
		{ exchange = fetch, isUnlimited, ...request }: Sending
	): Promise<Answer | null> {
		const late = new AbortController();
		const timer = isUnlimited ? undefined : setTimeout(() => late.abort(), timeout);
		try {
			signal.throwIfAborted();
			const response = await exchange(
				new Request(url, {
					redirect: 'error',
					...request,
					credentials: 'omit',
					cache: 'no-store',
					referrerPolicy: 'no-referrer',
					signal: AbortSignal.any([signal, late.signal])
				})
			);
			const { status, headers } = response;
			// Browsers hide even the status of a redirect that is not followed.
			if (response.type === 'opaqueredirect') throw new SourceError('redirected');
			if (status >= 300 && status < 400) throw new SourceError('redirected', { status });
			return { status, headers, text: await response.text() };
		} catch (error) {
			if (late.signal.aborted) throw new SourceError('timed-out');
			// What browsers throw where a network fails, whatever the reason.
			if (error instanceof TypeError && !signal.aborted) return null;
			throw error;
		} finally {
			clearTimeout(timer);
		}
	}

	/** @param isExpected - whether a status is an answer, not an error */
	async function send(
		path: string,
		signal: AbortSignal,
		sending: Sending = {},
		isExpected = isSuccess
	): Promise<Answer> {
		const isRead = sending.method === undefined;
		try {
			const url = root + path;
			const answer = isRead
				? await persist(() => ask(url, signal, sending), patience, signal)
				: await ask(url, signal, sending);
			// Only a read cannot have reached anybody who then went silent.
			const isAnybody = answer !== null || (isRead && (await isThere(signal)));
			signal.throwIfAborted();
			if (!answer) throw new SourceError(isAnybody ? 'blocked' : 'unreachable');
			if (!isExpected(answer.status)) throw errorOf(answer, token);
			return answer;
		} catch (error) {
			throw signal.aborted ? new SourceError('cancelled') : error;
		}
	}

	/** A browser hides why a request failed, but lets anything through that it need not show. */
	async function isThere(signal: AbortSignal): Promise<boolean> {
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
		isThere,
		async get(path, signal, query = {}) {
			const search = new URLSearchParams(query).toString();
			const headers = authorization();
			try {
				return await send(search ? `${path}?${search}` : path, signal, { headers });
			} catch (error) {
				if (error instanceof SourceError && error.status === 401) onrefused?.(error);
				throw error;
			}
		},
		async getOpenly(path, signal) {
			return send(path, signal, {}, (status) => status === 404 || isSuccess(status));
		},
		async postForm(path, signal, form) {
			const body = new URLSearchParams(form);
			return send(path, signal, { method: 'POST', headers: authorization(), body });
		},
		async write({ method, path, body }, signal) {
			const kind = { method, isJSON: body !== undefined };
			if (preflights?.isRefused(kind)) throw new SourceError('not-sent');
			const headers = {
				...authorization(),
				...(body && { 'Content-Type': 'application/json' })
			};
			const sending: Sending = {
				...{ method, headers, redirect: 'manual' },
				...(body && { body: JSON.stringify(body) })
			};
			try {
				const answer = await send(path, signal, sending);
				preflights?.noteAnswer(kind);
				return answer;
			} catch (error) {
				if (!(error instanceof SourceError)) throw error;
				const { failure, status } = error;
				if (status !== undefined || failure === 'redirected') preflights?.noteAnswer(kind);
				const isRefused = failure === 'unreachable' && (await preflights?.wasRefused(kind, signal));
				throw isRefused ? new SourceError('not-sent') : error;
			}
		},
		async postFile(path, signal, form, onprogress) {
			const headers = authorization();
			onprogress(0);
			const answer = await send(path, signal, {
				...{ method: 'POST', headers, body: form, isUnlimited: true },
				exchange: (request) => {
					if (!transport) return fetch(request);
					return transport({ url: request.url, headers, form, signal: request.signal }, onprogress);
				}
			});
			onprogress(1);
			return answer;
		}
	};
}

function isSuccess(status: number): boolean {
	return status >= 200 && status < 300;
}
