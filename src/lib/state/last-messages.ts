import type { Chat, ChatID, LastMessage } from '$lib/domain/chat/chat';
import { getMessagesChatID } from '$lib/domain/chat/merge';
import { findLastMessage } from '$lib/domain/chat/waiting';
import type { ChatStore } from './chat-store.svelte';
import { BatchQueue, forEachConcurrent } from './concurrency';
import type { Threads } from './threads';

/** Chats whose messages are read at once. */
const AT_ONCE = 2;

/**
 * Finds the last real message of chats whose preview is none, such as a reaction, by reading their
 * newest messages. What was found is kept with the chat until it has another preview.
 */
export class LastMessages {
	readonly #store: ChatStore;
	readonly #threads: Pick<Threads, 'readNewest'>;
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

	/** Reads the chats in their order, each once. A chat that can't be read is left out. */
	async find(chats: readonly Chat[], signal: AbortSignal): Promise<void> {
		await forEachConcurrent(chats, AT_ONCE, signal, (chat) => this.#findOne(chat, signal));
		this.#found.flush();
	}

	async #findOne(chat: Chat, signal: AbortSignal): Promise<void> {
		const messagesID = getMessagesChatID(chat, (id) => this.#store.get(id));
		const holder = this.#store.get(messagesID);
		const messages = holder && (await this.#threads.readNewest(holder, signal));
		if (messages) this.#found.add([chat.id, findLastMessage(chat, messages)]);
	}
}
