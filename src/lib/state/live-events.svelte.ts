import type { ChatID } from '$lib/domain/chat/chat';
import type { ServerEvent, ServerEvents } from '$lib/domain/connection/events';
import type { Source } from '$lib/domain/connection/source';
import { NewsReader, type NewsReaderOptions } from './news-reader';

/** Milliseconds between two requests to catch up. */
const BETWEEN_CATCH_UPS = 5_000;
/** Milliseconds before a new connection: the shortest and the longest wait, which doubles each time. */
const RECONNECT = { first: 1_000, last: 30_000 };
/** A server that has refused so many connections, and accepted none, is asked rarely. */
const MOST_REFUSALS = 5;
/** Milliseconds between two of these rare connections. */
const REFUSED_PAUSE = 5 * 60_000;

export interface LiveEventsOptions extends NewsReaderOptions {
	/** Called when changes may have been missed, so that the newest chats have to be read. */
	oncatchup: () => void;
	/** From 0 up to 1; by default random. */
	random?: () => number;
}

/**
 * Follows the events of a server: chats that they name are read again. The events themselves are
 * never shown, and a missed one makes no difference in the end, since the chats are polled too.
 */
export class LiveEvents {
	readonly #options: LiveEventsOptions;
	readonly #reader: NewsReader;
	#isLive = $state(false);
	/** Ends the wait for the next connection. */
	#reconnectAlarm = new AbortController();
	#caughtUpAt = -Infinity;
	#isCatchingUp = false;

	constructor(options: LiveEventsOptions) {
		this.#options = options;
		this.#reader = new NewsReader(options);
	}

	/** True while the server reports changes. */
	get isLive() {
		return this.#isLive;
	}

	/** See {@link NewsReader.follow}. */
	follow(onmessages: (chatIDs: ReadonlySet<ChatID>) => void): () => void {
		return this.#reader.follow(onmessages);
	}

	/** Connects now, if not connected. */
	reconnect() {
		this.#reconnectAlarm.abort();
	}

	/** Runs until the signal aborts. Resolves at once for a source without events. */
	async run(source: Source, signal: AbortSignal): Promise<void> {
		const { events } = source;
		if (!events) return;
		await Promise.all([this.#keepOpen(events, signal), this.#reader.run(source, signal)]);
	}

	async #keepOpen(events: ServerEvents, signal: AbortSignal): Promise<void> {
		let failures = 0;
		let hasSubscribed = false;
		while (!signal.aborted) {
			await events((event) => {
				if (event.kind === 'subscribed') {
					hasSubscribed = true;
					failures = 0;
					this.#isLive = true;
				}
				this.#note(event, signal);
			}, signal);
			const wasLive = this.#isLive;
			this.#isLive = false;
			// Polling goes on at once at its usual pace.
			if (wasLive && !signal.aborted) this.#catchUp(signal);
			const isRefused = !hasSubscribed && failures >= MOST_REFUSALS;
			await this.#waitToReconnect(isRefused ? REFUSED_PAUSE : this.#getPause(failures), signal);
			failures += 1;
		}
	}

	/** Spread, so that several pages do not connect in the same moment. */
	#getPause(failures: number): number {
		const { random = Math.random } = this.#options;
		const pause = Math.min(RECONNECT.first * 2 ** failures, RECONNECT.last);
		return Math.max(RECONNECT.first, pause * (0.5 + random() / 2));
	}

	async #waitToReconnect(pause: number, signal: AbortSignal): Promise<void> {
		this.#reconnectAlarm = new AbortController();
		await this.#options.watch.wait(pause, AbortSignal.any([signal, this.#reconnectAlarm.signal]));
	}

	#note(event: ServerEvent, signal: AbortSignal) {
		if (event.kind === 'subscribed' || event.kind === 'missed') this.#catchUp(signal);
		else this.#reader.note(event);
	}

	/** Joins several requests to catch up; a hostile server cannot cause more. */
	#catchUp(signal: AbortSignal) {
		if (this.#isCatchingUp) return;
		this.#isCatchingUp = true;
		const { watch, oncatchup } = this.#options;
		const left = this.#caughtUpAt + BETWEEN_CATCH_UPS - watch.now();
		void watch.wait(Math.max(0, left), signal).then(() => {
			this.#isCatchingUp = false;
			this.#caughtUpAt = watch.now();
			if (!signal.aborted) oncatchup();
		});
	}
}
