import type { Account } from '$lib/domain/chat/account';
import type { ChatCache } from '$lib/domain/chat-cache';
import type { Chat } from '$lib/domain/chat/chat';
import type { Inbox } from './inbox.svelte';
import type { Watch } from './sync.svelte';
import type { ServerIdentity } from './server-identity.svelte';

/** Milliseconds between two looks whether there is something new to keep. */
const BETWEEN_SAVES = 30_000;
/** Milliseconds between two looks whether all is there. */
const BETWEEN_GLANCES = 1_000;

type KeptInbox = Pick<Inbox, 'recall' | 'all' | 'listedAccounts' | 'phase' | 'isConfirmed'>;

interface Kept {
	chats: readonly Chat[];
	accounts: readonly Account[];
}

/** What is known now, kept for the next visit: shown there until the server has answered. */
export class Memory {
	readonly #inbox: KeptInbox;
	readonly #identity: Pick<ServerIdentity, 'recall' | 'isOther' | 'bundleID'>;
	readonly #watch: Pick<Watch, 'now' | 'wait'>;
	#kept: Kept = { chats: [], accounts: [] };
	/** There is something from before that must not be lost. */
	#hasRecalled = false;

	constructor(
		inbox: KeptInbox,
		identity: Pick<ServerIdentity, 'recall' | 'isOther' | 'bundleID'>,
		watch: Pick<Watch, 'now' | 'wait'>
	) {
		this.#inbox = inbox;
		this.#identity = identity;
		this.#watch = watch;
	}

	/**
	 * Show what was kept, and keep what comes, until the signal aborts.
	 *
	 * @param onrecall - called as soon as there is something to compare a server with, or nothing was kept
	 */
	async run(cache: ChatCache, signal: AbortSignal, onrecall = () => {}): Promise<void> {
		let isOurs: boolean | undefined;
		for await (const remembered of cache.load(signal)) {
			// Chats of two Beepers are never shown beside each other.
			isOurs ??= this.#identity.recall(remembered);
			if (!isOurs) break;
			this.#inbox.recall(remembered);
			this.#hasRecalled = true;
			onrecall();
		}
		onrecall();
		while (!signal.aborted) {
			const result = await this.#save(cache);
			if (result === 'full' || result === 'unavailable') return;
			await this.#watch.wait(result ? BETWEEN_SAVES : BETWEEN_GLANCES, signal);
		}
	}

	/**
	 * Half a list is not worth a whole one from before, nor is another Beeper's: what was kept stays
	 * until the list itself has confirmed what there is now.
	 */
	async #save(cache: ChatCache) {
		const isWhole = this.#inbox.isConfirmed || !this.#hasRecalled;
		if (this.#inbox.phase.name !== 'ready' || !isWhole || this.#identity.isOther) return undefined;
		const { all: chats, listedAccounts: accounts } = this.#inbox;
		const isKept =
			accounts === this.#kept.accounts &&
			chats.length === this.#kept.chats.length &&
			chats.every((chat, place) => chat === this.#kept.chats[place]);
		if (isKept) return 'saved';
		const result = await cache.save(chats, accounts, this.#watch.now(), this.#identity.bundleID);
		if (result === 'saved') this.#kept = { chats, accounts };
		return result;
	}
}
