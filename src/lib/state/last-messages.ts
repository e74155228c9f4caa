import type { Chat, ChatID, LastMessage } from '$lib/domain/chat/chat';
import { getMessagesChatID } from '$lib/domain/chat/merge';
import { findPreview } from '$lib/domain/chat/message-list';
import { findSelfID } from '$lib/domain/chat/sender';
import { findLastMessage } from '$lib/domain/chat/waiting';
import type { MessageSource } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { ChatStore, FoundPreview } from './chat-store.svelte';
import { BatchQueue, forEachConcurrent } from './concurrency';
import type { Threads } from './threads';

/** Requests that run at once: few, since all other requests are more urgent. */
const AT_ONCE = 2;

/**
 * Finds the last real message of chats whose preview is none, such as a reaction, by reading their
 * newest messages. What was found is kept with the chat until it has another preview.
 */
export class LastMessages {
	readonly #store: ChatStore;
	readonly #threads: Pick<Threads, 'readNewest'>;
	/** IDs of the previews that chats had when their messages were read. */
	readonly #lookedAt = new Map<ChatID, string | undefined>();
	readonly #found: BatchQueue<readonly [ChatID, LastMessage]>;

	constructor(options: {
		store: ChatStore;
		threads: Pick<Threads, 'readNewest'>;
		/** Returns epoch milliseconds. */
		now: () => number;
	}) {
		this.#store = options.store;
		this.#threads = options.threads;
		this.#found = new BatchQueue(
			(found) => this.#store.putLastMessages(new Map(found)),
			options.now
		);
	}

	/**
	 * Reads the first of these chats that weren't looked at since they got their last preview. A chat
	 * that can't be read is left out.
	 *
	 * @param most - number of chats to read
	 */
	async findNext(chats: readonly Chat[], most: number, signal: AbortSignal): Promise<void> {
		const next = chats.filter((chat) => this.#isDue(chat)).slice(0, most);
		for (const { id, preview } of next) this.#lookedAt.set(id, preview?.id);
		await forEachConcurrent(next, AT_ONCE, signal, (chat) => this.#findOne(chat, signal));
		this.#found.flush();
	}

	#isDue({ id, preview }: Chat): boolean {
		return !this.#lookedAt.has(id) || this.#lookedAt.get(id) !== preview?.id;
	}

	async #findOne(chat: Chat, signal: AbortSignal): Promise<void> {
		const messagesID = getMessagesChatID(chat, (id) => this.#store.get(id));
		const holder = this.#store.get(messagesID);
		const messages = holder && (await this.#threads.readNewest(holder, signal));
		if (!messages) return;
		const selfID = findSelfID(holder, messages);
		this.#found.add([chat.id, findLastMessage(chat, messages, selfID)]);
	}
}

/** Reads the last messages of chats in view that no list has contained yet. */
export class Previews {
	readonly #store: ChatStore;
	readonly #getSource: () => MessageSource;
	readonly #coming: BatchQueue<FoundPreview>;
	#wantedIDs: readonly ChatID[] = [];
	readonly #loadingIDs = new Set<ChatID>();

	/**
	 * @param getSource - called for each request
	 * @param now - epoch milliseconds
	 */
	constructor(store: ChatStore, getSource: () => MessageSource, now = Date.now) {
		this.#store = store;
		this.#getSource = getSource;
		this.#coming = new BatchQueue((found) => store.putPreviews(found), now);
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
			// Its last message is another one by now, and still missing unless a list contained it.
			if (!this.#store.isQuietSince(id, chat)) return;
			const preview = findPreview(items);
			if (chat && preview) this.#coming.add({ chat, preview });
			this.#store.missingPreviews.remove([id]);
		} finally {
			this.#loadingIDs.delete(id);
		}
	}
}
