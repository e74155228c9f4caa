import type { ChatCache } from '$lib/domain/cache';
import type { Inbox } from './inbox.svelte';
import type { Watch } from './live.svelte';

/** Milliseconds between two looks whether there is something new to keep. */
const BETWEEN_SAVES = 30_000;
/** Milliseconds between two looks whether all is there. */
const BETWEEN_GLANCES = 1_000;

/** What is known now, kept for the next visit: shown there until the server has answered. */
export class Memory {
	readonly #inbox: Pick<Inbox, 'recall' | 'all' | 'listedAccounts' | 'phase'>;
	readonly #watch: Pick<Watch, 'now' | 'wait'>;
	#kept: readonly unknown[] = [];

	constructor(
		inbox: Pick<Inbox, 'recall' | 'all' | 'listedAccounts' | 'phase'>,
		watch: Pick<Watch, 'now' | 'wait'>
	) {
		this.#inbox = inbox;
		this.#watch = watch;
	}

	/** Show what was kept, and keep what comes, until the signal aborts. */
	async run(cache: ChatCache, signal: AbortSignal): Promise<void> {
		for await (const remembered of cache.load(signal)) this.#inbox.recall(remembered);
		while (!signal.aborted) {
			const result = await this.#save(cache);
			if (result === 'full' || result === 'unavailable') return;
			await this.#watch.wait(result ? BETWEEN_SAVES : BETWEEN_GLANCES, signal);
		}
	}

	/** Half a list is not worth a whole one from before. */
	async #save(cache: ChatCache) {
		if (this.#inbox.phase.name !== 'ready') return undefined;
		const { all: chats, listedAccounts: accounts } = this.#inbox;
		const isKept =
			chats.length === this.#kept.length &&
			chats.every((chat, place) => chat === this.#kept[place]);
		if (isKept) return 'saved';
		const result = await cache.save(chats, accounts, this.#watch.now());
		if (result === 'saved') this.#kept = chats;
		return result;
	}
}
