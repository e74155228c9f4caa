import { createSampleServer, type Version } from './server';
import { makeWorld } from './world';

export { SAMPLE_TOKEN } from './server';

/** The address of the sample server. No request leaves the page for it. */
export const SAMPLE_ADDRESS = 'http://sample.localhost';

export interface SampleFetchOptions {
	seed?: number;
	chats?: number;
	/** Epoch milliseconds at which time stands still; the clock's time unless said otherwise. */
	now?: number;
	/** Milliseconds before each answer. */
	latency?: number;
	version?: Version;
}

/** A `fetch` that a sample server answers from memory. Each has its own world, changes included. */
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
