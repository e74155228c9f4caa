import type { MutationNotification } from '$lib/domain/mutations/notification';

/** Something told in passing, with the number of the deed it tells of. */
export interface Told extends MutationNotification {
	id: number;
	/** Epoch milliseconds until which the deed can be undone; absent where it cannot. */
	undoUntil?: number;
}

/** What is told in passing, oldest first, until it is dismissed. */
export class Toasts {
	#shown = $state.raw<readonly Told[]>([]);

	get shown() {
		return this.#shown;
	}

	/** What was told of the same deed before gives way. */
	tell(told: Told) {
		this.#shown = [...this.#shown.filter(({ id }) => id !== told.id), told];
	}

	clear() {
		this.#shown = [];
	}

	dismiss(id: Told['id']) {
		this.#shown = this.#shown.filter((other) => other.id !== id);
	}
}
