import type { Chat } from '$lib/domain/chat';
import type { ChatStore } from './sender';

/** Milliseconds between two renderings; in a bulk, answers come much faster. */
const RENDER_EVERY = 100;

/** Hands over chats many at a time, as a store copies the whole list for each. */
export class Batch {
	readonly #chats: ChatStore;
	readonly #now: () => number;
	#waiting: { chat: Chat; known: Chat | undefined }[] = [];
	#rendered: number;

	/** @param now - epoch milliseconds */
	constructor(chats: ChatStore, now: () => number) {
		this.#chats = chats;
		this.#now = now;
		this.#rendered = now();
	}

	add(chat: Chat) {
		this.#waiting.push({ chat, known: this.#chats.known(chat.id) });
		if (this.#now() - this.#rendered >= RENDER_EVERY) this.flush();
	}

	flush() {
		// What the store has learnt of a chat meanwhile is fresher.
		const fresh = this.#waiting.filter(({ chat, known }) => this.#chats.known(chat.id) === known);
		this.#chats.take(fresh.map(({ chat }) => chat));
		this.#waiting = [];
		this.#rendered = this.#now();
	}
}
