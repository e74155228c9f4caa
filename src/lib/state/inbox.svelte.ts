import type { Account } from '$lib/domain/account';
import { applyWrites } from '$lib/domain/actions/guess';
import { chatIDOf, type Write } from '$lib/domain/actions/write';
import type { Chat, ChatID } from '$lib/domain/chat';
import {
	addChats,
	keepChats,
	newsOf,
	NO_CHATS,
	withoutChats,
	type Inventory
} from '$lib/domain/inventory';
import type { MessagePreview } from '$lib/domain/message';
import type { Disguise } from '$lib/domain/privacy/disguise';
import { SourceError, type Oddity, type Source } from '$lib/domain/source';
import { Brief } from './brief';
import { Freshness } from './freshness';
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
export class Inbox {
	readonly #now: () => number;
	readonly #disguise: () => Disguise | null;
	#inventory = $state.raw<Inventory>(NO_CHATS);
	#oddities = $state.raw<readonly Oddity[]>([]);
	readonly #roster = new Roster();
	#phase = $state.raw<InboxPhase>({ name: 'idle' });
	#guesses = $state.raw<readonly Write[]>([]);
	#walk: AbortController | null = null;
	readonly #freshness = new Freshness();
	readonly brief = new Brief();

	/**
	 * In the order they were first met: newest activity first, as far as the server kept to it.
	 * What is under way is shown as if it were done.
	 */
	readonly chats: readonly Chat[] = $derived(this.#shown([...this.#inventory.values()]));

	/** The accounts the server lists; those seen on chats only are not among them. */
	readonly accounts: readonly Account[] = $derived(
		this.#roster.accounts.map((account) => this.#disguise()?.account(account) ?? account)
	);

	/**
	 * @param now - epoch milliseconds
	 * @param disguise - what chats and accounts are shown in, where they are not shown as they are
	 */
	constructor(now: () => number = Date.now, disguise: () => Disguise | null = () => null) {
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

	get phase() {
		return this.#phase;
	}

	/** By `id`, or by `localChatID`, which some links hold. */
	find(id: ChatID): Chat | undefined {
		const known = this.#inventory.get(id);
		if (!known) return this.chats.find((chat) => chat.localChatID === id);
		return this.#shown([known])[0];
	}

	#shown(chats: readonly Chat[]): readonly Chat[] {
		const guessed = applyWrites(chats, this.#guesses);
		const disguise = this.#disguise();
		return disguise ? guessed.map(disguise.chat) : guessed;
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
		const news = newsOf(this.#inventory, settled);
		this.#inventory = addChats(this.#inventory, news);
		return news;
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
		return this.#guesses.some((write) => chatIDOf(write) === id);
	}

	/** Show a write as if it were done, until the returned function is called. */
	guess(write: Write): () => void {
		this.#guesses = [...this.#guesses, write];
		return () => (this.#guesses = this.#guesses.filter((other) => other !== write));
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
		const fresh = [...this.#inventory.keys()].filter((id) => this.#isFresher(id, mark));
		this.#inventory = keepChats(this.#inventory, [...met, ...fresh]);
	}
}
