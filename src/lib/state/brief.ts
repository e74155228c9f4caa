import type { Chat, ChatID } from '$lib/domain/chat/chat';
import type { ChatPage } from '$lib/domain/connection/source';

/** Chats of which nobody has told yet how their last message reads, or whether there is one. */
export class Brief {
	readonly #ids = new Set<ChatID>();

	get size() {
		return this.#ids.size;
	}

	has(id: ChatID): boolean {
		return this.#ids.has(id);
	}

	/** @param known - the chat as it was before the page */
	note({ items, isBrief }: ChatPage, known: (id: ChatID) => Chat | undefined) {
		for (const { id, lastActivity } of items) {
			const before = known(id);
			if (!isBrief) this.#ids.delete(id);
			else if (!before || before.lastActivity !== lastActivity) this.#ids.add(id);
		}
	}

	settle(ids: Iterable<ChatID>) {
		for (const id of ids) this.#ids.delete(id);
	}
}
