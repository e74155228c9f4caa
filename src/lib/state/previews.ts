import type { ChatID, MessagePreview } from '$lib/domain/chat/chat';
import { getMessagesChatID } from '$lib/domain/chat/merge';
import { findPreview } from '$lib/domain/chat/message-list';
import type { MessageSource } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { ChatStore } from './chat-store.svelte';
import { BatchQueue } from './concurrency';

/** Requests that run at once: few, since all other requests are more urgent. */
const AT_ONCE = 2;

/** Reads the last messages of chats in view that no list has contained yet. */
export class Previews {
	readonly #store: ChatStore;
	readonly #getSource: () => MessageSource;
	readonly #coming: BatchQueue<readonly [ChatID, MessagePreview]>;
	#wantedIDs: readonly ChatID[] = [];
	readonly #loadingIDs = new Set<ChatID>();

	/**
	 * @param getSource - called for each request
	 * @param now - epoch milliseconds
	 */
	constructor(store: ChatStore, getSource: () => MessageSource, now = Date.now) {
		this.#store = store;
		this.#getSource = getSource;
		this.#coming = new BatchQueue((previews) => store.putPreviews(new Map(previews)), now);
	}

	/** Loads the previews of the chats in view; waiting chats of an earlier call are dropped. */
	async load(ids: readonly ChatID[], signal: AbortSignal): Promise<void> {
		this.#wantedIDs = ids;
		const free = AT_ONCE - this.#loadingIDs.size;
		await Promise.all(Array.from({ length: free }, () => this.#loadWanted(signal)));
	}

	async #loadWanted(signal: AbortSignal): Promise<void> {
		try {
			for (let id = this.#next(); id !== undefined && !signal.aborted; id = this.#next()) {
				await this.#loadOne(id, signal);
			}
		} catch (error) {
			// The next call retries them, and the sweep through all chats reads them too.
			if (!(error instanceof SourceError)) throw error;
			this.#wantedIDs = [];
		}
		if (this.#loadingIDs.size === 0) this.#coming.flush();
	}

	#next(): ChatID | undefined {
		return this.#wantedIDs.find(
			(id) => this.#store.missingPreviews.has(id) && !this.#loadingIDs.has(id)
		);
	}

	async #loadOne(id: ChatID, signal: AbortSignal): Promise<void> {
		this.#loadingIDs.add(id);
		try {
			const chat = this.#store.get(id);
			const messagesID = chat ? getMessagesChatID(chat, (other) => this.#store.get(other)) : id;
			const { items } = await this.#getSource().messages(messagesID, undefined, signal);
			const preview = findPreview(items);
			if (preview) this.#coming.add([id, preview]);
			this.#store.missingPreviews.remove([id]);
		} finally {
			this.#loadingIDs.delete(id);
		}
	}
}
