import type { ChatID } from '$lib/domain/chat/chat';

/** Remembers which chats came by themselves after a moment: fresher than pages that were asked for before it. */
export class Freshness {
	readonly #comings = new Map<ChatID, number>();
	#count = 0;

	note(ids: Iterable<ChatID>) {
		this.#count += 1;
		for (const id of ids) this.#comings.set(id, this.#count);
	}

	/** This moment. */
	mark(): number {
		return this.#count;
	}

	isFresher(id: ChatID, mark: number): boolean {
		return (this.#comings.get(id) ?? 0) > mark;
	}
}
