import type { Chat } from '$lib/domain/chat/chat';
import type { LoadState } from '$lib/domain/connection/async-state';
import type { ChatLookup } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { LatestRequest } from '$lib/state/concurrency';

/** Milliseconds without a keystroke before a request is sent. */
const PAUSE = 300;

export interface ChatSearchOptions {
	source: () => ChatLookup;
	/** Resolves after this time, or at once when the signal aborts. */
	wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The chats that the server finds for a text. Only the latest search counts. */
export class ChatSearch {
	readonly #options: ChatSearchOptions;
	#found = $state.raw<readonly Chat[]>([]);
	#phase = $state.raw<LoadState>({ name: 'idle' });
	readonly #latest = new LatestRequest();

	constructor(options: ChatSearchOptions) {
		this.#options = options;
	}

	/**
	 * Not anonymized, in the order of the server; those of the search before stay until there are
	 * others.
	 */
	get found() {
		return this.#found;
	}

	get phase() {
		return this.#phase;
	}

	/** Searches after a pause in typing; an empty text finds nothing. A bug is thrown. */
	async search(text: string): Promise<void> {
		const signal = this.#latest.begin();
		const query = text.trim();
		if (query === '') return this.#end([], { name: 'idle' });
		this.#phase = { name: 'loading' };
		await this.#options.wait(PAUSE, signal);
		if (signal.aborted) return;
		try {
			const { items } = await this.#options.source().searchChats(query, signal);
			if (!signal.aborted) this.#end(items, { name: 'ready' });
		} catch (error) {
			if (signal.aborted) return;
			if (!(error instanceof SourceError)) throw error;
			this.#end([], { name: 'failed', error });
		}
	}

	stop() {
		this.#latest.stop();
	}

	#end(found: readonly Chat[], phase: LoadState) {
		this.#found = found;
		this.#phase = phase;
	}
}
