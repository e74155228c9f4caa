import ky, { HTTPError, TimeoutError, type Options, type RetryOptions } from 'ky';
import { SIZE_LIMITS } from '$lib/domain/connection/size-limits';
import { SourceError } from '$lib/domain/connection/source-error';
import type { OnProgress } from '$lib/domain/mutations/upload';
import { readRetryAfter, toSourceError } from './errors';
import { createPreflights, type Probe } from './preflight';
import type { ApiRequest, TextResponse } from './requests';
import type { UploadTransport } from './xhr-upload';

/** The browser's own, or the sample server's. */
export type Fetch = (request: Request) => Promise<Response>;

export interface ClientOptions {
	/** The server’s address, such as `http://localhost:23373`; a path in it is kept. */
	address: string;
	token?: string | undefined;
	fetch?: Fetch;
	/** Milliseconds for one attempt, the body of the response included; 30 seconds unless given. */
	timeout?: number;
	/** Number of retries of a failed GET (2 by default), and milliseconds before each. */
	retry?: Pick<RetryOptions, 'limit' | 'delay'>;
	/** Called when the server no longer accepts the token for a read. */
	onrefused?: ((error: SourceError) => void) | undefined;
	/** For uploads with progress; without it they go by `fetch`, which reports only their end. */
	transport?: UploadTransport;
	/** Tells writes that the browser blocked from those whose response was lost; without it all count as lost. */
	probe?: Probe;
}

export interface Client {
	/** @param path - from the root of the API, its parts percent-encoded, without a query */
	get(path: string, signal: AbortSignal, query?: Record<string, string>): Promise<TextResponse>;
	/**
	 * The bytes of a file. Sent once: without them the page shows the file's name.
	 *
	 * @param onprogress - called with the number of bytes that have come; then there is no time limit
	 */
	getFile(
		path: string,
		signal: AbortSignal,
		query: Record<string, string>,
		onprogress?: (bytes: number) => void
	): Promise<Uint8Array<ArrayBuffer>>;
	/** Resolves to true when anything responds, even with an error. Sends one request, without the token. */
	isReachable(signal: AbortSignal): Promise<boolean>;
	/** Without the token, for public resources. A 404 is a response too, not an error. */
	getPublic(path: string, signal: AbortSignal): Promise<TextResponse>;
	/**
	 * Without the token; sent once. A status below 500 is a response too, not an error: OAuth gives its
	 * reasons in the body.
	 */
	postPublic(path: string, signal: AbortSignal, body: PublicBody): Promise<TextResponse>;
	/** Sent once: never retried. */
	postForm(path: string, signal: AbortSignal, form: Record<string, string>): Promise<TextResponse>;
	/**
	 * Sent once, as JSON: never retried, and a redirect is not followed. Without a response it may have
	 * been carried out all the same, except for `not-sent`.
	 */
	write(request: ApiRequest, signal: AbortSignal): Promise<TextResponse>;
	/** Sent once, without a time limit. */
	postFile(
		path: string,
		signal: AbortSignal,
		form: FormData,
		onprogress: OnProgress
	): Promise<TextResponse>;
}

/** The body of a request that any program may send. */
export type PublicBody =
	| { json: Readonly<Record<string, unknown>> }
	/** `keepalive`: the request outlives the page. */
	| { form: Record<string, string>; keepalive?: true };

const RETRIED_STATUSES = [408, 429, 500, 502, 503, 504];
/** Milliseconds. If a server asks for a longer wait, the failure is reported instead. */
const MAX_RETRY_AFTER = 30_000;

/** No response reached the page, or only part of one; browsers do not report the cause. */
class NetworkError extends Error {}

/** Only part of a response reached the page, which may therefore read responses. */
class BrokenResponseError extends NetworkError {}

/**
 * Requests to one server, with its token, and to no other: redirects are refused.
 * Sends no header but `Authorization` and `Content-Type`. Every call throws `SourceError`.
 *
 * @throws TypeError when the address is not an absolute URL
 */
export function createClient({
	address,
	token,
	fetch = (request) => globalThis.fetch(request),
	timeout = 30_000,
	retry,
	onrefused,
	transport,
	probe
}: ClientOptions): Client {
	const { origin, pathname } = new URL(address);
	const root = origin + pathname.replace(/\/+$/, '');
	const server = ky.create({
		prefixUrl: root,
		timeout,
		credentials: 'omit',
		cache: 'no-store',
		redirect: 'error',
		referrerPolicy: 'no-referrer',
		fetch: (input) => fetchWhole(fetch, toRequest(input)),
		retry: {
			limit: 2,
			// Requests of any other method change something, and are sent once.
			methods: ['get'],
			statusCodes: RETRIED_STATUSES,
			afterStatusCodes: RETRIED_STATUSES,
			maxRetryAfter: MAX_RETRY_AFTER,
			jitter: (delay) => delay * (0.5 + Math.random() / 2),
			shouldRetry: ({ error }) => (isWorthRetrying(error) ? undefined : false),
			...retry
		}
	});

	const preflights =
		probe &&
		createPreflights({
			probe,
			url: `${root}/v1`,
			authorization: () => getAuthorization().Authorization ?? ''
		});

	async function send(
		path: string,
		signal: AbortSignal,
		options: Options = {}
	): Promise<TextResponse> {
		const response = await fetchResponse(path, signal, options);
		const { status, headers } = response;
		return { status, headers, text: await response.text() };
	}

	/** Sends a request, and resolves once the whole body of its response has arrived. */
	async function fetchResponse(
		path: string,
		signal: AbortSignal,
		options: Options
	): Promise<Response> {
		try {
			signal.throwIfAborted();
			const response = await server(path.replace(/^\//, ''), { ...options, signal });
			signal.throwIfAborted();
			return response;
		} catch (error) {
			const reason = signal.aborted ? undefined : await explainError(error);
			throw signal.aborted ? new SourceError('cancelled') : reason;
		}

		async function explainError(error: unknown): Promise<unknown> {
			if (error instanceof TimeoutError) return new SourceError('timed-out');
			if (error instanceof HTTPError) {
				const { status, headers } = error.response;
				return toSourceError({ status, headers, text: await error.response.text() }, token);
			}
			if (!(error instanceof NetworkError)) return error;
			// A mutation without a response may have arrived, even if the server is reachable now.
			const mayBeBlocked = options.method === undefined && !(error instanceof BrokenResponseError);
			return new SourceError(
				mayBeBlocked && (await isReachable(signal)) ? 'blocked' : 'unreachable'
			);
		}
	}

	/**
	 * Browsers hide the cause of a failed request, but a `no-cors` request succeeds whenever anything
	 * responds.
	 */
	async function isReachable(signal: AbortSignal): Promise<boolean> {
		try {
			await server('v1/info', {
				mode: 'no-cors',
				// Browsers require it in this mode. The request carries no token.
				redirect: 'follow',
				retry: 0,
				throwHttpErrors: false,
				fetch: (input) => fetch(toRequest(input)),
				signal
			});
			return true;
		} catch {
			return false;
		}
	}

	function getAuthorization(): Record<string, string> {
		if (!token) throw new SourceError('token-missing');
		// No server issues such a token, and a header cannot carry it.
		if (!/^[\x21-\x7e]+$/.test(token)) throw new SourceError('token-refused');
		return { Authorization: `Bearer ${token}` };
	}

	async function reportRefusal<Answer>(answer: Promise<Answer>): Promise<Answer> {
		try {
			return await answer;
		} catch (error) {
			if (error instanceof SourceError && error.status === 401) onrefused?.(error);
			throw error;
		}
	}

	return {
		isReachable,
		async get(path, signal, query = {}) {
			const headers = getAuthorization();
			return reportRefusal(send(path, signal, { headers, searchParams: query }));
		},
		async getFile(path, signal, query, onprogress) {
			const options: Options = {
				...{ headers: getAuthorization(), searchParams: query, retry: 0 },
				...(onprogress && {
					timeout: false,
					fetch: (input) => fetchWhole(fetch, toRequest(input), onprogress)
				})
			};
			const response = await reportRefusal(fetchResponse(path, signal, options));
			return new Uint8Array(await response.arrayBuffer());
		},
		async getPublic(path, signal) {
			return send(path, signal, { throwHttpErrors: (status) => status !== 404 });
		},
		async postPublic(path, signal, body) {
			const { keepalive = false } = 'form' in body ? body : {};
			return send(path, signal, {
				...{ method: 'post', keepalive, throwHttpErrors: (status) => status >= 500 },
				...('form' in body ? { body: new URLSearchParams(body.form) } : { json: body.json })
			});
		},
		async postForm(path, signal, form) {
			const body = new URLSearchParams(form);
			return send(path, signal, { method: 'post', headers: getAuthorization(), body });
		},
		async write({ method, path, body }, signal) {
			const kind = { method, isJSON: body !== undefined };
			if (await preflights?.isRefused(kind, signal)) throw new SourceError('not-sent');
			const headers = getAuthorization();
			try {
				const response = await send(path, signal, {
					...{ method, headers, redirect: 'manual' },
					...(body && { json: body })
				});
				preflights?.noteAnswer(kind);
				return response;
			} catch (error) {
				if (!(error instanceof SourceError)) throw error;
				const { failure, status } = error;
				if (status !== undefined || failure === 'redirected') preflights?.noteAnswer(kind);
				const isRefused = failure === 'unreachable' && (await preflights?.wasRefused(kind, signal));
				throw isRefused ? new SourceError('not-sent') : error;
			}
		},
		async postFile(path, signal, form, onprogress) {
			const headers = getAuthorization();
			onprogress(0);
			const response = await send(path, signal, {
				...{ method: 'post', headers, body: form, timeout: false },
				...(transport && {
					fetch: (input) =>
						fetchWhole(
							({ url, signal }) => transport({ url, headers, form, signal }, onprogress),
							toRequest(input)
						)
				})
			});
			onprogress(1);
			return response;
		}
	};
}

/** ky passes a `Request`, though its types allow more. */
function toRequest(input: RequestInfo | URL): Request {
	return input instanceof Request ? input : new Request(input);
}

/**
 * Reads the whole body here, so that the time limit and the retries cover it.
 *
 * @param onprogress - called with the bytes that have come
 */
async function fetchWhole(
	fetch: Fetch,
	request: Request,
	onprogress?: (bytes: number) => void
): Promise<Response> {
	let response: Response | undefined;
	try {
		response = await fetch(request);
		// Browsers hide even the status of a redirect that is not followed.
		if (response.type === 'opaqueredirect') throw new SourceError('redirected');
		const body = await readBody(response, onprogress);
		return new Response(body.byteLength > 0 ? body : null, response);
	} catch (error) {
		if (!(error instanceof TypeError) || request.signal.aborted) throw error;
		throw response ? new BrokenResponseError() : new NetworkError();
	}
}

/** @throws SourceError `malformed` for a body that is too large, or never ends */
async function readBody(
	{ body }: Response,
	onprogress?: (bytes: number) => void
): Promise<Uint8Array<ArrayBuffer>> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	const reader = body?.getReader();
	for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
		size += part.value.length;
		if (size > SIZE_LIMITS.response) {
			await reader?.cancel();
			throw new SourceError('malformed');
		}
		chunks.push(part.value);
		onprogress?.(size);
	}
	const whole = new Uint8Array(size);
	let end = 0;
	for (const chunk of chunks) {
		whole.set(chunk, end);
		end += chunk.length;
	}
	return whole;
}

/** ky would shorten a long `Retry-After`, and treat an unreadable one as missing. */
function isWorthRetrying(error: unknown): boolean {
	if (!(error instanceof HTTPError)) return error instanceof NetworkError;
	const { headers } = error.response;
	if (!headers.has('retry-after')) return true;
	const wait = readRetryAfter(headers, Date.now());
	return wait !== undefined && wait <= MAX_RETRY_AFTER;
}
