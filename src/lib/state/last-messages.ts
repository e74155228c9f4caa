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
	/** IDs of the previews that chats had when they were looked at. */
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
		if (messages) this.#found.add([chat.id, findLastMessage(chat, messages)]);
	}
}
