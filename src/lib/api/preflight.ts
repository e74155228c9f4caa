/** What a browser asks a server about before it sends a request: nothing else decides. */
export interface RequestKind {
	method: string;
	/** With a body of JSON, whose type a server has to allow too. */
	isJSON: boolean;
}

/**
 * How far a request came: `arrived` at the server, or `stopped` on the way, by the browser or because
 * nothing answers; `silent`: nobody can tell.
 */
export type Course = 'arrived' | 'stopped' | 'silent';

/** Sends a request that changes nothing, and tells how far it came. */
export type Probe = (
	request: RequestKind & { url: string; authorization: string },
	signal: AbortSignal
) => Promise<Course>;

/** Milliseconds. */
const PATIENCE = 5_000;

/**
 * A probe by `XMLHttpRequest`: other than `fetch` it tells that a body has gone out, even where the page
 * may not read the answer.
 *
 * @param open - makes the browser's own `XMLHttpRequest`
 */
export function createProbe(open: () => XMLHttpRequest): Probe {
	return function probe({ method, isJSON, url, authorization }, signal) {
		return new Promise((resolve) => {
			if (signal.aborted) return resolve('silent');
			const exchange = open();
			exchange.open(method, url);
			exchange.timeout = PATIENCE;
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
	/** Where nothing can be changed, under the same rules as all that can be. */
	url: string;
	/** As every write carries it. */
	authorization: () => string;
}

/** Tells which kinds of requests the browser keeps back because the server does not allow them. */
export interface Preflights {
	/** Whether such a request was seen to be kept back: there is no use in trying. */
	isRefused(kind: RequestKind): boolean;
	/** Such a request was answered, so that no other can have been kept back. */
	noteAnswer(kind: RequestKind): void;
	/**
	 * Whether a request that failed without an answer was kept back, so that nothing was sent. Only true
	 * where that is certain.
	 */
	wasRefused(kind: RequestKind, signal: AbortSignal): Promise<boolean>;
}

/** Allowed by method and by body wherever the token is: it differs from others in what is asked about. */
const CONTROL: RequestKind = { method: 'POST', isJSON: false };

/**
 * A browser says the same of a request that it kept back and of one whose answer was lost. They are told
 * apart by experiment: a request of the same kind to where nothing can be changed is stopped, twice,
 * while one that differs in nothing but the kind arrives. What stops the one and not the other, at the
 * same path, with the same token and at the same time, is the server's answer to the preflight. Where the
 * control does not arrive either, nothing follows.
 */
export function createPreflights({ probe, url, authorization }: PreflightsOptions): Preflights {
	const refused = new Set<string>();
	const answered = new Set<string>();
	const underWay = new Map<string, Promise<boolean>>();

	function send(kind: RequestKind, signal: AbortSignal): Promise<Course> {
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
		isRefused: (kind) => refused.has(keyOf(kind)),
		noteAnswer: (kind) => answered.add(keyOf(kind)),
		async wasRefused(kind, signal) {
			const key = keyOf(kind);
			if (answered.has(key) || key === keyOf(CONTROL)) return false;
			const asking = underWay.get(key) ?? isStopped(kind, signal);
			underWay.set(key, asking);
			const found = await asking.finally(() => underWay.delete(key));
			if (found) refused.add(key);
			return found;
		}
	};
}

function keyOf({ method, isJSON }: RequestKind): string {
	return `${method} ${isJSON}`;
}
