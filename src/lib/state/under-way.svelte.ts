import { chatIDOf, isChange, kindsOf, slotOf, type Write } from '$lib/domain/mutations/mutation';
import type { ChatID } from '$lib/domain/chat/chat';

/** The writes under way, or waiting for their turn, in the order in which they were asked for. */
export class UnderWay {
	#writes = $state.raw<readonly Write[]>([]);

	get writes() {
		return this.#writes;
	}

	/** Whether a write about the same is among them. */
	has(write: Write): boolean {
		const slot = slotOf(write);
		return this.#writes.some((other) => slotOf(other) === slot);
	}

	/** Whether any of them changes anything. */
	get isBusy(): boolean {
		return this.#writes.some(isChange);
	}

	/** The kinds of those about a chat. */
	kinds(chatID: ChatID): ReadonlySet<Write['kind']> {
		return kindsOf(this.#writes.filter((write) => chatIDOf(write) === chatID));
	}

	/** A write is among them as long as something runs. */
	async during<Value>(write: Write, run: () => Promise<Value>): Promise<Value> {
		this.#writes = [...this.#writes, write];
		try {
			return await run();
		} finally {
			this.#writes = this.#writes.filter((other) => other !== write);
		}
	}
}
