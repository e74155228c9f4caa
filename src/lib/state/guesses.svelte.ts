import { applyOptimisticUpdates, type OptimisticUpdate } from '$lib/domain/mutations/optimistic';
import type { Chat, ChatID } from '$lib/domain/chat/chat';

/** What is shown of writes under way, as if they were done. */
export class Guesses {
	#guesses = $state.raw<readonly OptimisticUpdate[]>([]);

	/** @returns withdraws it */
	add(guess: OptimisticUpdate): () => void {
		this.#guesses = [...this.#guesses, guess];
		return () => (this.#guesses = this.#guesses.filter((other) => other !== guess));
	}

	concern(id: ChatID): boolean {
		return this.#guesses.some(({ chatID }) => chatID === id);
	}

	apply(chats: readonly Chat[]): readonly Chat[] {
		return applyOptimisticUpdates(chats, this.#guesses);
	}
}
