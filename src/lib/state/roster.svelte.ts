import { NO_ACCOUNTS, updateAccounts, type Account } from '$lib/domain/chat/account';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Oddity, Source } from '$lib/domain/connection/source';
import type { Watch } from './sync.svelte';

/** Milliseconds until accounts are read again: at first, then twice as long each time, then always. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;
const USUAL_PAUSE = 40_000;

type AccountSource = Pick<Source, 'accounts'>;

/** The accounts that a server lists; those seen on chats only are not among them. */
export class Roster {
	readonly #now: () => number;
	#listed = $state.raw(NO_ACCOUNTS);
	#oddities = $state.raw<readonly Oddity[]>([]);
	/** The last answer listed some. */
	#isListed = false;

	readonly accounts: readonly Account[] = $derived(this.#listed.accounts);

	/** @param now - epoch milliseconds */
	constructor(now: () => number = Date.now) {
		this.#now = now;
	}

	/** What could not be read of them. */
	get oddities() {
		return this.#oddities;
	}

	/** As they were known the last time, until they are read. */
	recall(accounts: readonly Account[]) {
		if (this.accounts.length === 0) this.#listed = { ...NO_ACCOUNTS, accounts };
	}

	/** Chats tell most of what accounts would, so a failure here is noted and no more. */
	async read(source: AccountSource, signal: AbortSignal): Promise<void> {
		try {
			const page = await source.accounts(signal);
			this.#listed = updateAccounts(this.#listed, page.items, this.#now());
			this.#oddities = page.oddities;
			this.#isListed = page.items.length > 0;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			this.#isListed = false;
			// Where they are known, the newest chats tell that the server is away.
			if (!signal.aborted && this.accounts.length === 0) {
				this.#oddities = [{ item: 'all', path: '', found: 'an error', leftOut: true }];
			}
		}
	}

	/** Read them again and again while somebody sees the page, until the signal aborts. */
	async keepCurrent(
		source: AccountSource,
		watch: Pick<Watch, 'wait' | 'seen'>,
		signal: AbortSignal
	): Promise<void> {
		let pause = FIRST_PAUSE;
		for (;;) {
			await watch.wait(pause, signal);
			await watch.seen(signal);
			if (signal.aborted) return;
			// The first walk through the chats reads them, too.
			if (pause !== FIRST_PAUSE || !this.#isListed) await this.read(source, signal);
			pause = this.#isListed ? USUAL_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
		}
	}
}
