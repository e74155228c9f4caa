import type { Account } from '$lib/domain/chat/account';
import type { Chat, ChatID, Label } from '$lib/domain/chat/chat';
import type { CachedChats } from '$lib/domain/chat-cache';
import { isShrunken } from '$lib/domain/chat/chat-map';
import type { AsyncState } from '$lib/domain/connection/async-state';
import { SourceError } from '$lib/domain/connection/source-error';
import type { ChatAnswer, ParseIssue, Source } from '$lib/domain/connection/source';
import type { Anonymizer } from '$lib/domain/privacy/anonymizer';
import { AccountList, LabelList } from './account-list.svelte';
import { ChatStore } from './chat-store.svelte';
import { ChatWalk, ConfirmationPeriod, MemberReader, readChats } from './chat-walk';
import { BatchQueue, type Watch } from './concurrency';

/**
 * Value: the end of the walk in epoch milliseconds. `stopped`: by the user. `starting`: the server
 * lists so little that it has probably just started; it's asked again.
 */
export type InboxPhase = AsyncState<number> | { name: 'stopped' | 'starting' };

/**
 * Number of chats that a server may list without any account, since not all accounts are listed.
 */
const MOST_WITHOUT_ACCOUNTS = 25;

/**
 * Loads every chat, account and label of one connection. Independent of tokens, addresses and JSON,
 * which belong to its source.
 */
export class Inbox {
	readonly store: ChatStore;
	readonly memberReader: MemberReader;
	readonly #now: () => number;
	readonly #getAnonymizer: () => Anonymizer | null;
	readonly #accountList: AccountList;
	readonly #labelList = new LabelList();
	#parseIssues = $state.raw<readonly ParseIssue[]>([]);
	#phase = $state.raw<InboxPhase>({ name: 'idle' });
	#asOf = $state.raw<number | null>(null);
	#isConfirmed = $state.raw(false);
	/** True when a walk has reached its end at least once. */
	#hasEnded = $state.raw(false);
	/** Epoch milliseconds of the end of the last plausible walk. */
	#readyAt: number | null = null;
	/** Chats that the server has but does not list, except members of merged chats. */
	#unlistedIDs: readonly ChatID[] = [];
	/** Number of chats restored from an earlier visit, whether or not they were known. */
	#restoredCount = 0;
	#walking: AbortController | null = null;
	readonly #startup: ConfirmationPeriod;

	/** During the first walk, the chats so far may not be all. */
	readonly #isFirstWalk: boolean = $derived(
		!this.#hasEnded && ['idle', 'loading'].includes(this.#phase.name)
	);

	/** The accounts that the server lists, as shown, without those known from chats only. */
	readonly accounts: readonly Account[] = $derived.by(() =>
		this.listedAccounts.map((account) => this.#getAnonymizer()?.account(account) ?? account)
	);

	/** The labels that the server lists, as shown, without those known from chats only. */
	readonly labels: readonly Label[] = $derived.by(() =>
		this.#labelList.labels.map((label) => this.#getAnonymizer()?.label(label) ?? label)
	);

	/**
	 * @param now - epoch milliseconds
	 * @param getAnonymizer - what chats, accounts and labels are shown through; null: as they are
	 */
	constructor(now: () => number = Date.now, getAnonymizer: () => Anonymizer | null = () => null) {
		this.#now = now;
		this.#getAnonymizer = getAnonymizer;
		this.#accountList = new AccountList(now);
		this.#startup = new ConfirmationPeriod(now);
		this.store = new ChatStore({ getAnonymizer, isWhole: () => !this.#isFirstWalk });
		this.memberReader = new MemberReader(this.store);
	}

	/** See {@link ChatStore.chats}. */
	get chats(): readonly Chat[] {
		return this.store.chats;
	}

	/** See {@link ChatStore.find}. */
	find(id: ChatID): Chat | undefined {
		return this.store.find(id);
	}

	/** The accounts that the server lists, not anonymized. */
	get listedAccounts(): readonly Account[] {
		return this.#accountList.accounts;
	}

	/** Parts of chats that could not be parsed in the last walk. */
	get parseIssues() {
		return this.#anonymizeIssues(this.#parseIssues);
	}

	/** Parts of accounts that could not be parsed. */
	get accountParseIssues() {
		return this.#anonymizeIssues(this.#accountList.parseIssues);
	}

	/** Parts of labels that could not be parsed. */
	get labelParseIssues() {
		return this.#anonymizeIssues(this.#labelList.parseIssues);
	}

	/** Epoch milliseconds of the restored chats among those shown; null once all are from this visit. */
	get asOf() {
		return this.#asOf;
	}

	get phase() {
		return this.#phase;
	}

	/** True when a walk is running, or about to start. */
	get isLoading(): boolean {
		return ['idle', 'loading', 'starting'].includes(this.#phase.name);
	}

	/**
	 * True when the list itself has been walked to its end, and known chats that it lacked have been
	 * requested one by one, so that the store has every chat. Until then numbers of chats are shown
	 * as "so far".
	 */
	get isConfirmed(): boolean {
		return this.#isConfirmed;
	}

	/**
	 * True when the server responds, but like one that has just started: the chats shown are from
	 * before.
	 */
	get isStarting(): boolean {
		return this.#phase.name === 'starting';
	}

	/**
	 * Shows chats of an earlier visit until a walk has met everything. They may arrive after the
	 * response of a server that has just started, and then show that the response was incomplete.
	 */
	restore({ chats, accounts, at }: CachedChats) {
		this.#restoredCount += chats.length;
		if (this.#phase.name === 'ready') {
			const missing = chats.filter(({ id }) => !this.store.has(id)).length;
			const listed = this.store.all.length;
			if (!isShrunken({ known: this.#restoredCount, missing, listed })) return;
			this.#waitForStart();
		}
		this.#asOf = at;
		this.#accountList.restore(accounts);
		this.store.restore(chats);
	}

	/**
	 * Walks through every chat, showing them as they arrive, until the end or `stop`. Known chats
	 * stay visible; those that the walk did not meet are requested. An expected failure sets `phase`
	 * and keeps the loaded chats; a bug is thrown.
	 */
	async load(source: Source): Promise<void> {
		this.stop();
		const walking = new AbortController();
		const { signal } = walking;
		this.#walking = walking;
		// A starting server is walked every few seconds, so the phase does not change each time.
		if (!this.isStarting) this.#phase = { name: 'loading' };
		this.#parseIssues = [];
		const requestTime = this.store.getRequestTime();
		try {
			const [walk] = await Promise.all([
				this.#walk(source, requestTime, signal),
				this.#accountList.read(source, signal),
				this.#labelList.read(source, signal)
			]);
			await this.settle(this.store.getIDsBefore(requestTime), walk, source, signal);
		} catch (error) {
			if (this.#walking !== walking) return;
			if (signal.aborted) this.#phase = { name: 'stopped' };
			else if (error instanceof SourceError) this.#phase = { name: 'failed', error };
			else throw error;
		}
	}

	/** Reads the accounts repeatedly while the page is visible, until the signal aborts. */
	keepAccountsCurrent(source: Pick<Source, 'accounts'>, watch: Watch, signal: AbortSignal) {
		return this.#accountList.keepCurrent(source, watch, signal);
	}

	/**
	 * Reads one chat, and shows it unless it was changed meanwhile.
	 *
	 * @throws SourceError when it cannot be read
	 */
	async readChat(
		id: ChatID,
		source: Pick<Source, 'chat'>,
		signal: AbortSignal
	): Promise<ChatAnswer> {
		const requestTime = this.store.getRequestTime();
		const answer = await source.chat(id, signal);
		this.store.applyLatest([answer.chat], requestTime);
		return answer;
	}

	/** Ends the current walk; the chats loaded so far stay. */
	stop() {
		this.#walking?.abort();
	}

	/**
	 * Evaluates a finished walk. Known chats that it did not meet may only have moved: they are
	 * requested one by one, and removed if the server no longer has them. If many are missing, the
	 * server may have just started, so none is removed until it has repeated that for a minute.
	 *
	 * @param knownIDs - the chats known before the walk
	 * @throws SourceError when the server is away
	 */
	async settle(knownIDs: readonly ChatID[], walk: ChatWalk, source: Source, signal: AbortSignal) {
		if (!walk.isWhole) return this.#endWalk();
		const isImplausible = this.lacks(walk, knownIDs) || this.#isBare(walk);
		if (isImplausible && !this.#startup.note()) return this.#waitForStart();
		this.#startup.reset();
		this.#endWalk();
		this.#unlistedIDs = await this.#readMissing(
			this.#findMissingIDs(walk, knownIDs),
			source,
			signal
		);
		// Last messages of members are shown on their merged chats only.
		this.store.missingPreviews.remove(this.store.merges.memberIDs);
		await this.memberReader.readMissing(source, signal);
		this.#isConfirmed = true;
		this.#asOf = null;
	}

	/** True when a complete walk missed more known chats than can have been deleted. */
	lacks(walk: ChatWalk, knownIDs: readonly ChatID[] = [...this.store.ids()]): boolean {
		const { length: missing } = this.#findMissingIDs(walk, knownIDs).filter(
			(id) => !this.#unlistedIDs.includes(id)
		);
		const { size: listed, newCount } = walk;
		return isShrunken({ known: missing + listed - newCount, missing, listed });
	}

	#anonymizeIssues(issues: readonly ParseIssue[]): readonly ParseIssue[] {
		const anonymizer = this.#getAnonymizer();
		return anonymizer ? issues.map(anonymizer.parseIssue) : issues;
	}

	/** Members of merged chats are not counted, since some servers do not list them. */
	#findMissingIDs(walk: ChatWalk, knownIDs: readonly ChatID[]): readonly ChatID[] {
		const { memberIDs } = this.store.merges;
		return walk.findMissingIDs(knownIDs).filter((id) => !memberIDs.has(id));
	}

	#endWalk() {
		this.#readyAt = this.#now();
		this.#hasEnded = true;
		this.#phase = { name: 'ready', value: this.#readyAt };
	}

	#waitForStart() {
		this.#asOf ??= this.#readyAt;
		this.#isConfirmed = false;
		this.#phase = { name: 'starting' };
	}

	/**
	 * True when an unknown server has probably just started: it lists no account, and hardly any chat.
	 */
	#isBare({ size }: ChatWalk): boolean {
		const isUnknown = !this.#isConfirmed && this.#asOf === null;
		return isUnknown && this.#accountList.isEmpty && size < MOST_WITHOUT_ACCOUNTS;
	}

	/**
	 * Requests chats one by one, and removes those that the server no longer has. @returns the others
	 */
	async #readMissing(ids: readonly ChatID[], source: Source, signal: AbortSignal) {
		const requestTime = this.store.getRequestTime();
		const found = new BatchQueue<Chat>((chats) => this.store.apply(chats, requestTime), this.#now);
		const gone = new BatchQueue<ChatID>((goneIDs) => this.store.remove(goneIDs), this.#now);
		const leftIDs: ChatID[] = [];
		try {
			await readChats(ids, source, signal, (id, result) => {
				if (result.kind === 'found') found.add(result.chat);
				if (result.kind === 'gone') gone.add(id);
				else leftIDs.push(id);
			});
		} finally {
			found.flush();
			gone.flush();
		}
		return leftIDs;
	}

	async #walk(source: Source, requestTime: number, signal: AbortSignal): Promise<ChatWalk> {
		const walk = new ChatWalk(this.store);
		const coming = new BatchQueue<Chat>(
			(chats) => this.store.apply(chats, requestTime),
			this.#now,
			{ isFirstAtOnce: true }
		);
		try {
			for await (const page of source.inventory(signal)) {
				walk.note(page);
				this.store.missingPreviews.note(page);
				if (page.parseIssues.length)
					this.#parseIssues = [...this.#parseIssues, ...page.parseIssues];
				coming.add(...page.items);
			}
		} finally {
			coming.flush();
		}
		return walk;
	}
}
