import type { ChatID } from '$lib/domain/chat';
import { missingOf } from '$lib/domain/inventory';
import type { ChatPage } from '$lib/domain/source';

/** What a walk through the chats has come upon so far. */
export class Walked {
	readonly #met = new Set<ChatID>();
	#isWhole = false;

	/** The list itself was walked to its end, not only the search. */
	get isWhole(): boolean {
		return this.#isWhole;
	}

	/** Chats met. */
	get size(): number {
		return this.#met.size;
	}

	note({ items, isLast }: ChatPage) {
		for (const { id } of items) this.#met.add(id);
		if (isLast) this.#isWhole = true;
	}

	/** Of the chats that were there before, those not met. */
	missingOf(known: readonly ChatID[]): readonly ChatID[] {
		return missingOf(known, this.#met);
	}
}
