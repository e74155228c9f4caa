import type { Chat } from '$lib/domain/chat/chat';
import { Paced } from './paced';
import type { ChatStore } from './send-mutation';

/** Hands over chats many at a time, as a store copies the whole list for each. */
export class Batch {
	readonly #chats: ChatStore;
	readonly #waiting: Paced<{ chat: Chat; known: Chat | undefined }>;

	/** @param now - epoch milliseconds */
	constructor(chats: ChatStore, now: () => number) {
		this.#chats = chats;
		this.#waiting = new Paced((waiting) => {
			// What the store has learnt of a chat meanwhile is fresher.
			const fresh = waiting.filter(({ chat, known }) => chats.known(chat.id) === known);
			chats.take(fresh.map(({ chat }) => chat));
		}, now);
	}

	add(chat: Chat) {
		this.#waiting.add({ chat, known: this.#chats.known(chat.id) });
	}

	flush() {
		this.#waiting.flush();
	}
}
