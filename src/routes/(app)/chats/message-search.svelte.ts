import type { Message } from '$lib/domain/chat/message';
import type { LoadState } from '$lib/domain/connection/async-state';
import type { MessageLookup } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { groupBy } from '$lib/format/list';
import { LatestRequest } from '$lib/state/concurrency';
import { PageCursor } from '$lib/state/resource.svelte';

/** Milliseconds without a keystroke before a request is sent. */
const PAUSE = 300;

export interface MessageSearchOptions {
	source: () => Pick<MessageLookup, 'searchMessages'>;
	/** Resolves after this time, or at once when the signal aborts. */
	wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The messages that hold every word of a text. Only the latest search counts. */
export class MessageSearch {
	readonly #options: MessageSearchOptions;
	#hits = $state.raw<readonly Message[]>([]);
	#phase = $state.raw<LoadState>({ name: 'idle' });
	#query = '';
	readonly #pages = new PageCursor();
	readonly #latest = new LatestRequest();

	constructor(options: MessageSearchOptions) {
		this.#options = options;
	}

	/** In the order of the server; those of the search before stay until there are others. */
	get hits() {
		return this.#hits;
	}

	get phase() {
		return this.#phase;
	}

	get hasMore() {
		return this.#pages.next !== undefined;
	}

	/** Searches after a pause in typing. A bug is thrown. */
	async search(text: string): Promise<void> {
		const signal = this.#latest.begin();
		this.#query = text.trim();
		this.#pages.reset();
		if (this.#query === '') {
			this.#hits = [];
			this.#phase = { name: 'idle' };
			return;
		}
		this.#phase = { name: 'loading' };
		await this.#options.wait(PAUSE, signal);
		if (!signal.aborted) await this.#request(undefined, signal);
	}

	/** Loads the next page, or repeats the request that failed. */
	async loadMore(): Promise<void> {
		if (this.#phase.name === 'loading') return;
		await this.#request(this.#pages.next, this.#latest.begin());
	}

	stop() {
		this.#latest.stop();
	}

	async #request(cursor: string | undefined, signal: AbortSignal): Promise<void> {
		this.#phase = { name: 'loading' };
		try {
			const page = await this.#options.source().searchMessages(this.#query, cursor, signal);
			if (signal.aborted) return;
			const before = cursor === undefined ? [] : this.#hits;
			this.#hits = toDistinct([...before, ...page.items]);
			this.#pages.advance(cursor, page.older);
			this.#phase = { name: 'ready' };
		} catch (error) {
			if (signal.aborted) return;
			if (!(error instanceof SourceError)) throw error;
			if (cursor === undefined) this.#hits = [];
			this.#phase = { name: 'failed', error };
		}
	}
}

/** Each message once; messages of different chats may have the same ID. */
function toDistinct(messages: readonly Message[]): readonly Message[] {
	const alike = groupBy(messages, ({ chatID, id }) => JSON.stringify([chatID, id]));
	return [...alike.values()].flatMap(([first]) => first ?? []);
}
