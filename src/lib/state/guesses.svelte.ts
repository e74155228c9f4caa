import { applyWrites } from '$lib/domain/actions/guess';
import { chatIDOf, type Write } from '$lib/domain/actions/write';
import type { Chat, ChatID } from '$lib/domain/chat';

/** Writes under way, which are shown as if they were done. */
export class Guesses {
	#writes = $state.raw<readonly Write[]>([]);

	/** @returns withdraws it */
	add(write: Write): () => void {
		this.#writes = [...this.#writes, write];
		return () => (this.#writes = this.#writes.filter((other) => other !== write));
	}

	concern(id: ChatID): boolean {
		return this.#writes.some((write) => chatIDOf(write) === id);
	}

	apply(chats: readonly Chat[]): readonly Chat[] {
		return applyWrites(chats, this.#writes);
	}
}
