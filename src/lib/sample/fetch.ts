import { Random } from '$lib/format/random';
import type { EventSession } from './event-feed';
import { createSampleServer, type Version } from './create-server';
import { churn } from './simulate-activity';
import { makeWorld } from './world';

export { SAMPLE_TOKEN } from './create-server';

/** The address of the sample server. Requests to it never leave the page. */
export const SAMPLE_ADDRESS = 'http://sample.localhost';

export interface SampleOptions {
	seed?: number;
	chats?: number;
	/** Epoch milliseconds for a clock that stands still; by default the system clock. */
	now?: number;
	/** Delay of each response, in milliseconds. */
	latency?: number;
	version?: Version;
	/** Milliseconds between two changes by themselves; absent: there are none. */
	churn?: number;
}

/** A sample server within the page. */
export interface Sample {
	fetch: typeof fetch;
	/** Connects to the server's events; see `EventFeed`. Chats change by themselves while connected. */
	openSocket: (listener: SampleListener) => { send(text: string): void; close(): void };
}

interface SampleListener {
	onopen(): void;
	ontext(text: string): void;
	onclose(): void;
}

/** Creates a sample server that answers from memory. Each has its own world, changes included. */
export function createSample(options: SampleOptions = {}): Sample {
	const { seed = 1, chats = 400, now: moment, churn: pause, ...rest } = options;
	function now() {
		return moment ?? Date.now();
	}
	const world = makeWorld({ seed, chats, now: now(), hasRhythm: moment === undefined });
	const server = createSampleServer({ world, now, ...rest });
	const random = new Random(seed);

	function makeChange() {
		const made = churn(world, random, now());
		if (made) server.publishChange(made.record, made.kind);
	}

	return {
		fetch(input, init) {
			const request = new Request(input, init);
			const { signal } = request;
			return new Promise((resolve, reject) => {
				signal.throwIfAborted();
				signal.addEventListener('abort', () => reject(signal.reason), { once: true });
				server.fetch(request).then(resolve, reject);
			});
		},
		openSocket({ onopen, ontext, onclose }) {
			let session: EventSession | undefined;
			let isClosed = false;
			const churning = pause === undefined ? undefined : setInterval(makeChange, pause);
			// As a socket of the network, it calls back later only.
			setTimeout(() => {
				if (isClosed) return;
				onopen();
				session = server.events.connect((text) => queueMicrotask(() => isClosed || ontext(text)));
			});
			return {
				send: (text) => session?.receive(text),
				close() {
					if (isClosed) return;
					isClosed = true;
					clearInterval(churning);
					session?.close();
					onclose();
				}
			};
		}
	};
}
