/** The parts of a request that a CORS preflight asks the server about. */
export interface RequestKind {
	method: string;
	/** True for a body of JSON, whose type a server has to allow too. */
	isJSON: boolean;
}

/**
 * The progress of a request: `arrived` at the server; `stopped` on the way, by the browser or
 * because nothing responds; `silent`: unknown.
 */
export type ProbeResult = 'arrived' | 'stopped' | 'silent';

/** Sends a request that changes nothing, and resolves to its progress. */
export type Probe = (
	request: RequestKind & { url: string; authorization: string },
	signal: AbortSignal
) => Promise<ProbeResult>;

/** Milliseconds. */
const PROBE_TIMEOUT = 5_000;

/**
 * A probe by `XMLHttpRequest`. Unlike `fetch` it reports that a body was sent, even if the page may
 * not read the response.
 *
 * @param open - creates an `XMLHttpRequest`
 */
export function createProbe(open: () => XMLHttpRequest): Probe {
	return function probe({ method, isJSON, url, authorization }, signal) {
		return new Promise((resolve) => {
			if (signal.aborted) return resolve('silent');
			const exchange = open();
			exchange.open(method, url);
			exchange.timeout = PROBE_TIMEOUT;
			exchange.setRequestHeader('Authorization', authorization);
			if (isJSON) exchange.setRequestHeader('Content-Type', 'application/json');
			exchange.upload.onload = () => resolve('arrived');
			exchange.onload = () => resolve('arrived');
			exchange.onerror = () => resolve('stopped');
			exchange.ontimeout = exchange.onabort = () => resolve('silent');
			signal.addEventListener('abort', () => exchange.abort(), { once: true });
			exchange.send('{}');
		});
	};
}

export interface PreflightsOptions {
	probe: Probe;
	/** A path without side effects, under the same CORS rules as all others. */
	url: string;
	/** The `Authorization` header of every write. */
	authorization: () => string;
}

/** Finds the kinds of requests that the browser blocks because the server does not allow them. */
export interface Preflights {
	/** Resolves to true when a request of this kind was blocked before, and another would be too. */
	isRefused(kind: RequestKind, signal: AbortSignal): Promise<boolean>;
	/** Records that a request of this kind got a response, so this kind is not blocked. */
	noteAnswer(kind: RequestKind): void;
	/**
	 * Resolves to true when a request that failed without a response was certainly blocked, so that
	 * nothing was sent.
	 */
	wasRefused(kind: RequestKind, signal: AbortSignal): Promise<boolean>;
}

/** The control of the experiment: every server that allows the token allows this method and body. */
const CONTROL: RequestKind = { method: 'POST', isJSON: false };

/**
 * Browsers report a blocked request and a lost response alike. An experiment tells them apart: a
 * request of the same kind to a path without side effects is stopped, twice, while a control that
 * differs only in its kind arrives. With the same path, token and time, only the response to the
 * preflight can have stopped it. If the control does not arrive either, nothing follows.
 */
export function createPreflights({ probe, url, authorization }: PreflightsOptions): Preflights {
	const refused = new Set<string>();
	const answered = new Set<string>();
	const underWay = new Map<string, Promise<boolean>>();

	function send(kind: RequestKind, signal: AbortSignal): Promise<ProbeResult> {
		return probe({ ...kind, url, authorization: authorization() }, signal);
	}

	async function isStopped(kind: RequestKind, signal: AbortSignal): Promise<boolean> {
		return (
			(await send(kind, signal)) === 'stopped' &&
			(await send(CONTROL, signal)) === 'arrived' &&
			(await send(kind, signal)) === 'stopped'
		);
	}

	return {
		async isRefused(kind, signal) {
			const key = toKey(kind);
			// A server that was restarted may allow it now.
			if (refused.has(key) && (await send(kind, signal)) === 'arrived') refused.delete(key);
			return refused.has(key);
		},
		noteAnswer: (kind) => answered.add(toKey(kind)),
		async wasRefused(kind, signal) {
			const key = toKey(kind);
			if (answered.has(key) || key === toKey(CONTROL)) return false;
			const asking = underWay.get(key) ?? isStopped(kind, signal);
			underWay.set(key, asking);
			const found = await asking.finally(() => underWay.delete(key));
			if (found) refused.add(key);
			return found;
		}
	};
}

function toKey({ method, isJSON }: RequestKind): string {
	return `${method} ${isJSON}`;
}
