import type { OptimisticUpdate } from '$lib/domain/mutations/optimistic';
import type { Chat, ChatID, MessagePreview } from '$lib/domain/chat/chat';
import {
	addChats,
	findChangedChats,
	NO_CHATS,
	withoutChats,
	type ChatMap
} from '$lib/domain/chat/chat-map';
import { Brief } from './brief';
import { Freshness } from './freshness';
import { Guesses } from './guesses.svelte';

/** Chats as the server last described them, and which of its answers are the later ones. */
export class Holding {
	#inventory = $state.raw<ChatMap>(NO_CHATS);
	readonly #guesses = new Guesses();
	readonly #freshness = new Freshness();
	readonly brief = new Brief();

	/** In the order first met, without what is under way and in no disguise. */
	get all(): readonly Chat[] {
		return [...this.#inventory.values()];
	}

	/** Show what is under way as if it were done. */
	protected guessed(chats: readonly Chat[]): readonly Chat[] {
		return this.#guesses.apply(chats);
	}

	/** As the server last described it, by `id`, without what is under way and in no disguise. */
	known(id: ChatID): Chat | undefined {
		return this.#inventory.get(id);
	}

	ids(): Iterable<ChatID> {
		return this.#inventory.keys();
	}

	/** Take in what the server says of some chats now, new ones included. */
	take(chats: readonly Chat[]) {
		this.#freshness.note(chats.map(({ id }) => id));
		this.#inventory = addChats(this.#inventory, chats);
	}

	/** Take in what was so at an earlier time, of chats that nobody knows yet. */
	protected addOlder(chats: readonly Chat[]) {
		const unknown = chats.filter(({ id }) => !this.known(id));
		this.#inventory = addChats(this.#inventory, unknown);
	}

	/** To be handed to `merge` with the answer to a request that begins now. */
	mark(): number {
		return this.#freshness.mark();
	}

	/**
	 * Take in a page of the list, but for chats that were taken since its request began, or are
	 * being changed: what it says of those may be from before.
	 *
	 * @returns the chats that were not known like this
	 */
	merge(chats: readonly Chat[], mark: number): readonly Chat[] {
		const settled = chats.filter(({ id }) => !this.known(id) || !this.#isFresher(id, mark));
		const news = findChangedChats(this.#inventory, settled);
		this.#inventory = addChats(this.#inventory, news);
		return news;
	}

	/** All but those that came by themselves since. */
	protected idsBefore(mark: number): readonly ChatID[] {
		return [...this.ids()].filter((id) => !this.#freshness.isFresher(id, mark));
	}

	/** Take in the newest messages of chats, by the chats' `id`. */
	preview(previews: ReadonlyMap<ChatID, MessagePreview>) {
		const chats = [...previews].flatMap(([id, preview]) => {
			const chat = this.known(id);
			return chat ? { ...chat, preview } : [];
		});
		this.#inventory = addChats(this.#inventory, chats);
		this.brief.settle(previews.keys());
	}

	/** Let go of chats that the server has no more. */
	drop(ids: readonly ChatID[]) {
		this.#inventory = withoutChats(this.#inventory, ids);
	}

	#isFresher(id: ChatID, mark: number): boolean {
		if (this.#freshness.isFresher(id, mark)) return true;
		return this.#guesses.concern(id);
	}

	/** Show a write as if it were done, until the returned function is called. */
	guess(guess: OptimisticUpdate): () => void {
		return this.#guesses.add(guess);
	}
}
