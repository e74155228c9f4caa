import type { ChatID } from '$lib/domain/chat/chat';
import type { ChatPage } from '$lib/domain/connection/source';
import { findMissingIDs } from '$lib/domain/chat/chat-map';

/** What a walk through the chats has come upon so far. */
export class Walked {
	readonly #isKnown: (id: ChatID) => boolean;
	readonly #met = new Set<ChatID>();
	#news = 0;
	#isWhole = false;

	/** @param isKnown - whether a chat is known; asked when it is first met */
	constructor(isKnown: (id: ChatID) => boolean) {
		this.#isKnown = isKnown;
	}

	/** The list itself was walked to its end, not only the search. */
	get isWhole(): boolean {
		return this.#isWhole;
	}

	/** Chats met. */
	get size(): number {
		return this.#met.size;
	}

	/** Chats met that were not known before. */
	get news(): number {
		return this.#news;
	}

	note({ items, isLast }: ChatPage) {
		for (const { id } of items) {
			if (!this.#met.has(id) && !this.#isKnown(id)) this.#news += 1;
			this.#met.add(id);
		}
		if (isLast) this.#isWhole = true;
	}

	/** Of the chats that were there before, those not met. */
	findMissingIDs(known: readonly ChatID[]): readonly ChatID[] {
		return findMissingIDs(known, this.#met);
	}
}
