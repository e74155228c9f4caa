import { createSampleServer, type Version } from './server';
import { makeWorld } from './world';

export { SAMPLE_TOKEN } from './server';

/** The address of the sample server. Requests to it never leave the page. */
export const SAMPLE_ADDRESS = 'http://sample.localhost';

export interface SampleFetchOptions {
	seed?: number;
	chats?: number;
	/** Epoch milliseconds for a clock that stands still; by default the system clock. */
	now?: number;
	/** Delay of each response, in milliseconds. */
	latency?: number;
	version?: Version;
}

/**
 * Creates a `fetch` that a sample server answers from memory. Each has its own world, changes
 * included.
 */
export function createSampleFetch(options: SampleFetchOptions = {}): typeof fetch {
	const { seed = 1, chats = 400, now: moment, ...rest } = options;
	function now() {
		return moment ?? Date.now();
	}
	const world = makeWorld({ seed, chats, now: now() });
	const server = createSampleServer({ world, now, ...rest });

	return function sampleFetch(input, init) {
		const request = new Request(input, init);
		const { signal } = request;
		return new Promise((resolve, reject) => {
			signal.throwIfAborted();
			signal.addEventListener('abort', () => reject(signal.reason), { once: true });
			server.fetch(request).then(resolve, reject);
		});
	};
}
