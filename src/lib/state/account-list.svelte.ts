import { type Account, NO_ACCOUNTS, updateAccounts } from '$lib/domain/chat/account';
import type { Label } from '$lib/domain/chat/chat';
import { SourceError, type SourceFailure } from '$lib/domain/connection/source-error';
import type { ParseIssue, Source } from '$lib/domain/connection/source';
import type { Watch } from './concurrency';

/** The parse issue of a list that could not be read at all. */
const NOTHING_READ: readonly ParseIssue[] = [
	{ item: null, path: '', found: 'an error', leftOut: true }
];

/** Failures of every request alike, of which a notice is shown anyway. */
const GENERAL: ReadonlySet<SourceFailure> = new Set([
	'unreachable',
	'blocked',
	'token-missing',
	'token-refused',
	'token-expired',
	'other-server',
	'cancelled'
]);

function listFailure({ failure }: SourceError): readonly ParseIssue[] {
	return GENERAL.has(failure) ? [] : NOTHING_READ;
}

/**
 * Milliseconds until accounts are read again: the first interval, which then doubles up to the
 * longest.
 */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;
const USUAL_PAUSE = 40_000;

type AccountSource = Pick<Source, 'accounts'>;

/** The accounts that a server lists, without those known from chats only. */
export class AccountList {
	readonly #now: () => number;
	#listed = $state.raw(NO_ACCOUNTS);
	#parseIssues = $state.raw<readonly ParseIssue[]>([]);
	/** Number of accounts in the last response; null while there is none, or after a failure. */
	#listedCount: number | null = null;

	readonly accounts: readonly Account[] = $derived(this.#listed.accounts);

	/** @param now - epoch milliseconds */
	constructor(now: () => number = Date.now) {
		this.#now = now;
	}

	get parseIssues() {
		return this.#parseIssues;
	}

	/** True when the server has returned its accounts, but none are listed. */
	get isEmpty(): boolean {
		const isAnswered = this.#listedCount !== null && this.#parseIssues.length === 0;
		return isAnswered && this.accounts.length === 0;
	}

	/** Shows accounts of an earlier visit until they are read. */
	restore(accounts: readonly Account[]) {
		if (this.accounts.length === 0) this.#listed = { ...NO_ACCOUNTS, accounts };
	}

	/**
	 * Most account data is also known from the chats, so a failure is only listed as a parse issue.
	 */
	async read(source: AccountSource, signal: AbortSignal): Promise<void> {
		try {
			const page = await source.accounts(signal);
			this.#listed = updateAccounts(this.#listed, page.items, this.#now());
			this.#parseIssues = page.parseIssues;
			this.#listedCount = page.items.length;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			this.#listedCount = null;
			if (!signal.aborted && this.accounts.length === 0) this.#parseIssues = listFailure(error);
		}
	}

	/** Reads the accounts repeatedly while the page is visible, until the signal aborts. */
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
			// The first walk through the chats reads the accounts, too.
			if (pause !== FIRST_PAUSE || !this.#listedCount) await this.read(source, signal);
			pause = this.#listedCount ? USUAL_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
		}
	}
}

/** The labels that a server lists, without those known from chats only. */
export class LabelList {
	#labels = $state.raw<readonly Label[]>([]);
	#parseIssues = $state.raw<readonly ParseIssue[]>([]);

	get labels() {
		return this.#labels;
	}

	get parseIssues() {
		return this.#parseIssues;
	}

	/** Chats contain the names of their labels, so a failure is only listed as a parse issue. */
	async read(source: Pick<Source, 'labels'>, signal: AbortSignal) {
		try {
			const page = await source.labels(signal);
			this.#labels = page.items;
			this.#parseIssues = page.parseIssues;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			if (!signal.aborted) this.#parseIssues = listFailure(error);
		}
	}
}
