import type { Account } from '$lib/domain/chat/account';
import type { Remembered } from '$lib/domain/chat-cache';
import type { Chat, ChatID, Label } from '$lib/domain/chat/chat';
import type { Oddity, Source } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import { isShrunken } from '$lib/domain/chat/chat-map';
import { keepMerges, type MergeIndex } from '$lib/domain/chat/merge';
import type { Anonymizer } from '$lib/domain/privacy/anonymizer';
import { Doubt } from './doubt';
import { Holding } from './chat-store.svelte';
import { LabelList } from './label-list.svelte';
import type { Watch } from './sync.svelte';
import { Paced } from './paced';
import { MemberReader } from './read-members';
import { Roster } from './roster.svelte';
import { askForEach } from './unmet';
import { Walked } from './chat-walk';

export type InboxPhase =
	/** `starting`: the server lists so little that it has hardly come up yet; it is asked again. */
	| { name: 'idle' | 'loading' | 'stopped' | 'starting' }
	/** `at`: epoch milliseconds of the end of the walk. */
	| { name: 'ready'; at: number }
	| { name: 'failed'; error: SourceError };

/** Chats that a list without an account may well have: not all accounts are listed. */
const MOST_WITHOUT_ACCOUNTS = 25;

/**
 * Every chat and account of one connection.
 * Knows nothing of tokens, addresses or JSON: those belong to its source.
 */
export class Inbox extends Holding {
	readonly #now: () => number;
	readonly #disguise: () => Anonymizer | null;
	#oddities = $state.raw<readonly Oddity[]>([]);
	readonly #roster: Roster;
	readonly #labelList = new LabelList();
	#phase = $state.raw<InboxPhase>({ name: 'idle' });
	#asOf = $state.raw<number | null>(null);
	#isConfirmed = $state.raw(false);
	/** A walk has been over once. */
	#hasEnded = $state.raw(false);
	/** Epoch milliseconds of the end of the last walk that was believed. */
	#readyAt: number | null = null;
	/** Chats that the server has and its list leaves out; members of merged chats are not among them. */
	#unlisted: readonly ChatID[] = [];
	/** Chats of an earlier visit that were told of, whether or not they were known. */
	#recalled = 0;
	#walk: AbortController | null = null;
	readonly #doubt: Doubt;
	readonly memberReader = new MemberReader(this);

	/** Chats of which nobody knows yet whether they are all. */
	readonly #isFirstWalk: boolean = $derived(
		!this.#hasEnded && ['idle', 'loading'].includes(this.#phase.name)
	);

	/**
	 * Merged chats and their members alike, in the order they were first met: newest activity first,
	 * as far as the server kept to it. What is under way is shown as if it were done.
	 */
	readonly everyChat: readonly Chat[] = $derived(this.#shown(this.all));

	readonly #indexMerges = keepMerges();
	readonly merges: MergeIndex = $derived(this.#indexMerges(this.everyChat, !this.#isFirstWalk));

	/** The chats that lists show and count: merged chats stand for their members. */
	readonly chats: readonly Chat[] = $derived(this.merges.listed);

	/** The accounts the server lists; those seen on chats only are not among them. */
	readonly accounts: readonly Account[] = $derived.by(() =>
		this.#roster.accounts.map((account) => this.#disguise()?.account(account) ?? account)
	);

	/** The labels the server lists; those seen on chats only are not among them. */
	readonly labels: readonly Label[] = $derived(
		this.#labelList.labels.map((label) => this.#disguise()?.label(label) ?? label)
	);

	/**
	 * @param now - epoch milliseconds
	 * @param disguise - what chats and accounts are shown in, where they are not shown as they are
	 */
	constructor(now: () => number = Date.now, disguise: () => Anonymizer | null = () => null) {
		super();
		this.#now = now;
		this.#roster = new Roster(now);
		this.#disguise = disguise;
		this.#doubt = new Doubt(now);
	}

	/** What could not be read of the chats in the last walk. */
	get oddities() {
		return this.#oddities;
	}

	/** What could not be read of the accounts. */
	get accountOddities() {
		return this.#roster.oddities;
	}

	/** What could not be read of the labels. */
	get labelOddities() {
		return this.#labelList.oddities;
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

	/** More is about to come: a walk is under way, or will be. */
	get isLoading(): boolean {
		return ['idle', 'loading', 'starting'].includes(this.#phase.name);
	}

	/**
	 * The list itself has been walked to its end, and what it lacked of the chats held here has been
	 * asked for: what is held is all there is. Until then any number of chats is one "so far".
	 */
	get isConfirmed(): boolean {
		return this.#isConfirmed;
	}

	/** The server answers, but like one that has only just started: what is shown is from before. */
	get isStarting(): boolean {
		return this.#phase.name === 'starting';
	}

	/** By `id`, or by `localChatID`, which some links hold. */
	find(id: ChatID): Chat | undefined {
		const known = this.known(id) ?? this.all.find((chat) => chat.localChatID === id);
		return known && (this.merges.filledChat(known.id) ?? this.#shown([known])[0]);
	}

	#shown(chats: readonly Chat[]): readonly Chat[] {
		const guessed = this.guessed(chats);
		const disguise = this.#disguise();
		return disguise ? guessed.map(disguise.chat) : guessed;
	}

	/**
	 * Show what was known at an earlier visit, until a walk has met everything. It may come after a
	 * server has answered that has only just started, and then tells that there was more.
	 */
	recall({ chats, accounts, at }: Remembered) {
		this.#recalled += chats.length;
		if (this.#phase.name === 'ready') {
			const missing = chats.filter(({ id }) => !this.known(id)).length;
			const listed = this.all.length;
			if (!isShrunken({ known: this.#recalled, missing, listed })) return;
			this.#waitForStart();
		}
		this.#asOf = at;
		this.#roster.recall(accounts);
		this.addOlder(chats);
	}

	/**
	 * Walk through every chat, showing them as they come, until the end or `stop`.
	 * Chats known from before stay in sight; those that the walk did not meet are asked for.
	 * An expected failure becomes `phase` and what was loaded stays; a bug is thrown.
	 */
	async load(source: Source): Promise<void> {
		this.stop();
		const walk = new AbortController();
		const { signal } = walk;
		this.#walk = walk;
		// A server that is starting is asked every few seconds: that need not be told each time.
		if (!this.isStarting) this.#phase = { name: 'loading' };
		this.#oddities = [];
		const mark = this.mark();
		try {
			const [walked] = await Promise.all([
				this.#readChats(source, mark, signal),
				this.#roster.read(source, signal),
				this.#labelList.read(source, signal)
			]);
			await this.settle(this.idsBefore(mark), walked, source, signal);
		} catch (error) {
			if (this.#walk !== walk) return;
			if (signal.aborted) this.#phase = { name: 'stopped' };
			else if (error instanceof SourceError) this.#phase = { name: 'failed', error };
			else throw error;
		}
	}

	/** Read the accounts again and again while somebody sees the page, until the signal aborts. */
	keepAccountsCurrent(source: Pick<Source, 'accounts'>, watch: Watch, signal: AbortSignal) {
		return this.#roster.keepCurrent(source, watch, signal);
	}

	/** End the walk under way; what has come stays. */
	stop() {
		this.#walk?.abort();
	}

	/**
	 * A walk is over. What it did not meet is asked for one by one, as it may only have moved, and
	 * goes if the server has it no more. Where much is missing at once the server may only have
	 * started, and nothing goes until it has kept to that for a minute.
	 *
	 * @param known - chats that were there before the walk
	 * @throws SourceError when the server is away
	 */
	async settle(known: readonly ChatID[], walked: Walked, source: Source, signal: AbortSignal) {
		if (!walked.isWhole) return this.#endWalk();
		const isDoubtful = this.lacks(walked, known) || this.#isBare(walked);
		if (isDoubtful && !this.#doubt.raise()) return this.#waitForStart();
		this.#doubt.settle();
		this.#endWalk();
		this.#unlisted = await this.#askFor(this.#findMissingIDs(walked, known), source, signal);
		// What their last messages say is shown on their merged chats alone.
		this.brief.settle(this.merges.memberIDs);
		await this.memberReader.readUnknown(source, signal);
		this.#isConfirmed = true;
		this.#asOf = null;
	}

	/** Whether a walk to the end of the list did not meet more of the chats known than can have been deleted. */
	lacks(walked: Walked, known: readonly ChatID[] = [...this.ids()]): boolean {
		const expected = this.#findMissingIDs(walked, known).filter(
			(id) => !this.#unlisted.includes(id)
		);
		const { length: missing } = expected;
		const { size: listed, news } = walked;
		return isShrunken({ known: missing + listed - news, missing, listed });
	}

	/** The list of some servers leaves members of merged chats out: that they were not met says nothing. */
	#findMissingIDs(walked: Walked, known: readonly ChatID[]): readonly ChatID[] {
		const { memberIDs } = this.merges;
		return walked.findMissingIDs(known).filter((id) => !memberIDs.has(id));
	}

	#endWalk() {
		this.#readyAt = this.#now();
		this.#hasEnded = true;
		this.#phase = { name: 'ready', at: this.#readyAt };
	}

	#waitForStart() {
		this.#asOf ??= this.#readyAt;
		this.#isConfirmed = false;
		this.#phase = { name: 'starting' };
	}

	/** A server that has just started and of which nothing is known: no accounts, and hardly a chat. */
	#isBare({ size }: Walked): boolean {
		const isUnknown = !this.#isConfirmed && this.#asOf === null;
		return isUnknown && this.#listsNoAccount && size < MOST_WITHOUT_ACCOUNTS;
	}

	/** The server was asked for its accounts, and said that there are none. */
	get #listsNoAccount(): boolean {
		return this.#roster.accounts.length === 0 && this.#roster.oddities.length === 0;
	}

	/** Let go of those of these chats that the server has no more. @returns the others */
	async #askFor(ids: readonly ChatID[], source: Source, signal: AbortSignal) {
		const mark = this.mark();
		const there = new Paced<Chat>((chats) => this.merge(chats, mark), this.#now);
		const gone = new Paced<ChatID>((some) => this.drop(some), this.#now);
		const left: ChatID[] = [];
		try {
			await askForEach(ids, source, signal, {
				there(chat) {
					there.add(chat);
					left.push(chat.id);
				},
				gone: (id) => gone.add(id),
				unknown: (id) => left.push(id)
			});
		} finally {
			there.flush();
			gone.flush();
		}
		return left;
	}

	async #readChats(source: Source, mark: number, signal: AbortSignal): Promise<Walked> {
		const walked = new Walked((id) => this.known(id) !== undefined);
		const coming = new Paced<Chat>((chats) => this.merge(chats, mark), this.#now, {
			isFirstAtOnce: true
		});
		try {
			for await (const page of source.inventory(signal)) {
				walked.note(page);
				this.brief.note(page, (id) => this.known(id));
				if (page.oddities.length) this.#oddities = [...this.#oddities, ...page.oddities];
				coming.add(...page.items);
			}
		} finally {
			coming.flush();
		}
		return walked;
	}
}
