import {
	getChatID,
	getKinds,
	getTargetKey,
	isChange,
	type Mutation
} from '$lib/domain/mutations/mutation';
import type { ChatID } from '$lib/domain/chat/chat';

/** The writes under way, or waiting for their turn, in the order in which they were asked for. */
export class UnderWay {
	#mutations = $state.raw<readonly Mutation[]>([]);

	get mutations() {
		return this.#mutations;
	}

	/** Whether a write about the same is among them. */
	has(mutation: Mutation): boolean {
		const slot = getTargetKey(mutation);
		return this.#mutations.some((other) => getTargetKey(other) === slot);
	}

	/** Whether any of them changes anything. */
	get isBusy(): boolean {
		return this.#mutations.some(isChange);
	}

	/** The kinds of those about a chat. */
	kinds(chatID: ChatID): ReadonlySet<Mutation['kind']> {
		return getKinds(this.#mutations.filter((mutation) => getChatID(mutation) === chatID));
	}

	/** A write is among them as long as something runs. */
	async during<Value>(mutation: Mutation, run: () => Promise<Value>): Promise<Value> {
		this.#mutations = [...this.#mutations, mutation];
		try {
			return await run();
		} finally {
			this.#mutations = this.#mutations.filter((other) => other !== mutation);
		}
	}
}
