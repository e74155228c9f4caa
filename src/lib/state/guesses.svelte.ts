import { applyGuesses, type Guess } from '$lib/domain/mutations/guesses';
import type { Chat, ChatID } from '$lib/domain/chat/chat';

/** What is shown of writes under way, as if they were done. */
export class Guesses {
	#guesses = $state.raw<readonly Guess[]>([]);

	/** @returns withdraws it */
	add(guess: Guess): () => void {
		this.#guesses = [...this.#guesses, guess];
		return () => (this.#guesses = this.#guesses.filter((other) => other !== guess));
	}

	concern(id: ChatID): boolean {
		return this.#guesses.some(({ chatID }) => chatID === id);
	}

	apply(chats: readonly Chat[]): readonly Chat[] {
		return applyGuesses(chats, this.#guesses);
	}
}
