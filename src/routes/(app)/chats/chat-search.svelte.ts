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
	#query = $state.raw('');
	#found = $state.raw<{ query: string; chats: readonly Chat[] }>({ query: '', chats: [] });
	#phase = $state.raw<LoadState>({ name: 'idle' });
	readonly #latest = new LatestRequest();
	/** The source that has no such search. */
	#unable: ChatLookup | undefined;

	constructor(options: ChatSearchOptions) {
		this.#options = options;
	}

	/** Not anonymized, in the order of the server; empty until these words have been searched for. */
	get found(): readonly Chat[] {
		return this.#found.query === this.#query ? this.#found.chats : [];
	}

	get phase() {
		return this.#phase;
	}

	/**
	 * Searches after a pause in typing; an empty text finds nothing. A source that has answered
	 * `not-found` isn't asked again. A bug is thrown.
	 */
	async search(text: string): Promise<void> {
		const signal = this.#latest.begin();
		const query = text.trim();
		this.#query = query;
		if (query === '') return this.#end([], { name: 'idle' });
		this.#phase = { name: 'loading' };
		await this.#options.wait(PAUSE, signal);
		if (signal.aborted) return;
		const source = this.#options.source();
		if (source === this.#unable) return this.#end([], { name: 'idle' });
		try {
			const { items } = await source.searchChats(query, signal);
			if (!signal.aborted) this.#end(items, { name: 'ready' });
		} catch (error) {
			if (signal.aborted) return;
			if (!(error instanceof SourceError)) throw error;
			if (error.failure === 'not-found') this.#unable = source;
			this.#end([], { name: 'failed', error });
		}
	}

	stop() {
		this.#latest.stop();
	}

	#end(chats: readonly Chat[], phase: LoadState) {
		this.#found = { query: this.#query, chats };
		this.#phase = phase;
	}
}
