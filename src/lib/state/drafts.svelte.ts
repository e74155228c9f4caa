import { isDone, type Outcome } from '$lib/domain/actions/outcome';
import { inverseOf } from '$lib/domain/actions/undo';
import { stepsOf, type DraftWrite } from '$lib/domain/actions/write';
import type { ChatID, Draft } from '$lib/domain/chat';
import type { ChatStore, Sender, SendOptions } from './sender';

/**
 * Sets drafts, in one step or two: Beeper takes a new one only after the old one is cleared.
 * A draft that was cleared for one that then could not be set is kept here.
 */
export class Drafts {
	readonly #sender: Sender;
	readonly #chats: ChatStore;
	#rescued = $state.raw<readonly { id: ChatID; draft: Draft }[]>([]);

	constructor(sender: Sender, chats: ChatStore) {
		this.#sender = sender;
		this.#chats = chats;
	}

	/** What was in the chat before a replacement that failed half-way: to be offered again. */
	rescued(id: ChatID): Draft | undefined {
		return this.#rescued.find((rescued) => rescued.id === id)?.draft;
	}

	/** The person has taken the rescued draft, or does not want it. */
	forget(id: ChatID) {
		this.#rescued = this.#rescued.filter((rescued) => rescued.id !== id);
	}

	async set(write: DraftWrite, options: SendOptions): Promise<Outcome> {
		const { chatID } = write;
		// What is cleared must be what is kept, so look at what is there now.
		if (stepsOf(this.#chats.known(chatID), write).length > 1) {
			await this.#sender.read(chatID, options);
		}
		const old = this.#chats.known(chatID);
		const [first = write, second] = stepsOf(old, write);
		let outcome = await this.#sender.send(first, options);
		// It may have been cleared all the same, so that nobody else holds it any more.
		if (second && outcome.kind === 'unknown' && old?.draft) this.#rescue(chatID, old.draft);
		if (second && isDone(outcome)) {
			const canUndo = options.canUndo && old !== undefined && inverseOf(old, first).length > 0;
			outcome = await this.#sender.send(second, { ...options, canUndo });
			if (!isDone(outcome) && old?.draft) this.#rescue(chatID, old.draft);
		}
		if (isDone(outcome)) this.forget(chatID);
		return outcome;
	}

	#rescue(id: ChatID, draft: Draft) {
		this.forget(id);
		this.#rescued = [...this.#rescued, { id, draft }];
	}
}
