import type { Account } from '$lib/domain/account';
import { SourceError, type Oddity, type Source } from '$lib/domain/source';

/** The accounts that a server lists; those seen on chats only are not among them. */
export class Roster {
	#accounts = $state.raw<readonly Account[]>([]);
	#oddities = $state.raw<readonly Oddity[]>([]);

	get accounts() {
		return this.#accounts;
	}

	/** What could not be read of them. */
	get oddities() {
		return this.#oddities;
	}

	/** As they were known the last time, until they are read. */
	recall(accounts: readonly Account[]) {
		if (this.#accounts.length === 0) this.#accounts = accounts;
	}

	/** Chats tell most of what accounts would, so a failure here is noted and no more. */
	async read(source: Pick<Source, 'accounts'>, signal: AbortSignal) {
		try {
			const page = await source.accounts(signal);
			this.#accounts = page.items;
			this.#oddities = page.oddities;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			if (signal.aborted) return;
			this.#oddities = [{ item: 'all', path: '', found: 'an error', leftOut: true }];
		}
	}
}
