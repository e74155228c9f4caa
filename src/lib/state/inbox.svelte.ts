import type { Account } from '$lib/domain/account';
import type { Remembered } from '$lib/domain/cache';
import type { Chat, ChatID } from '$lib/domain/chat';
import type { Disguise } from '$lib/domain/privacy/disguise';
import { SourceError, type Oddity, type Source } from '$lib/domain/source';
import { Holding } from './holding.svelte';
import { Paced } from './paced';
import { Roster } from './roster.svelte';

export type InboxPhase =
	| { name: 'idle' | 'loading' | 'stopped' }
	/** `at`: epoch milliseconds of the end of the walk. */
	| { name: 'ready'; at: number }
	| { name: 'failed'; error: SourceError };

/**
 * Every chat and account of one connection.
 * Knows nothing of tokens, addresses or JSON: those belong to its source.
 */
export class Inbox extends Holding {
	readonly #now: () => number;
	readonly #disguise: () => Disguise | null;
	#oddities = $state.raw<readonly Oddity[]>([]);
	readonly #roster = new Roster();
	#phase = $state.raw<InboxPhase>({ name: 'idle' });
	#asOf = $state.raw<number | null>(null);
	#walk: AbortController | null = null;

	/**
	 * In the order they were first met: newest activity first, as far as the server kept to it.
	 * What is under way is shown as if it were done.
	 */
	readonly chats: readonly Chat[] = $derived(this.#shown(this.all));

	/** The accounts the server lists; those seen on chats only are not among them. */
	readonly accounts: readonly Account[] = $derived(
		this.#roster.accounts.map((account) => this.#disguise()?.account(account) ?? account)
	);

	/**
	 * @param now - epoch milliseconds
	 * @param disguise - what chats and accounts are shown in, where they are not shown as they are
	 */
	constructor(now: () => number = Date.now, disguise: () => Disguise | null = () => null) {
		super();
		this.#now = now;
		this.#disguise = disguise;
	}

	/** What could not be read of the chats in the last walk. */
	get oddities() {
		return this.#oddities;
	}

	/** What could not be read of the accounts. */
	get accountOddities() {
		return this.#roster.oddities;
	}

	/** Epoch milliseconds of when some of what is shown was so; null once it is all from this visit. */
	get asOf() {
		return this.#asOf;
	}

	/** As the server lists them, in no disguise. */
	get listedAccounts(): readonly Account[] {
		return this.#roster.accounts;
	}

	get phase() {
		return this.#phase;
	}

	/** A walk is under way, or about to be. */
	get isLoading(): boolean {
		return this.#phase.name === 'idle' || this.#phase.name === 'loading';
	}

	/** By `id`, or by `localChatID`, which some links hold. */
	find(id: ChatID): Chat | undefined {
		const known = this.known(id);
		if (!known) return this.chats.find((chat) => chat.localChatID === id);
		return this.#shown([known])[0];
	}

	#shown(chats: readonly Chat[]): readonly Chat[] {
		const guessed = this.guessed(chats);
		const disguise = this.#disguise();
		return disguise ? guessed.map(disguise.chat) : guessed;
	}

	/** Show what was known at an earlier visit, until a walk has met everything. */
	recall({ chats, accounts, at }: Remembered) {
		if (this.#phase.name === 'ready') return;
		this.#asOf = at;
		this.#roster.recall(accounts);
		this.addOlder(chats);
	}

	/**
	 * Walk through every chat, showing them as they come, until the end or `stop`.
	 * Chats known from before stay in sight, and go when a whole walk did not meet them again.
	 * An expected failure becomes `phase` and what was loaded stays; a bug is thrown.
	 */
	async load(source: Source): Promise<void> {
		this.stop();
		const walk = new AbortController();
		const { signal } = walk;
		this.#walk = walk;
		this.#phase = { name: 'loading' };
		this.#oddities = [];
		try {
			await Promise.all([this.#roster.read(source, signal), this.#readChats(source, signal)]);
			this.#phase = { name: 'ready', at: this.#now() };
			this.#asOf = null;
		} catch (error) {
			if (this.#walk !== walk) return;
			if (signal.aborted) this.#phase = { name: 'stopped' };
			else if (error instanceof SourceError) this.#phase = { name: 'failed', error };
			else throw error;
		}
	}

	/** End the walk under way; what has come stays. */
	stop() {
		this.#walk?.abort();
	}

	async #readChats(source: Source, signal: AbortSignal) {
		const mark = this.mark();
		const met: ChatID[] = [];
		const coming = new Paced<Chat>((chats) => this.merge(chats, mark), this.#now, {
			isFirstAtOnce: true
		});
		try {
			for await (const page of source.inventory(signal)) {
				for (const chat of page.items) met.push(chat.id);
				this.brief.note(page, (id) => this.known(id));
				if (page.oddities.length) this.#oddities = [...this.#oddities, ...page.oddities];
				coming.add(...page.items);
			}
		} finally {
			coming.flush();
		}
		this.keepOnly(met, mark);
	}
}
