import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { SourceError } from '$lib/domain/connection/source-error';
import {
	getChatID,
	getKinds,
	getQueueKey,
	getTargetKey,
	isChange,
	isFieldMutation,
	type Mutation
} from '$lib/domain/mutations/mutation';
import { toOptimisticUpdate, type OptimisticUpdate } from '$lib/domain/mutations/optimistic';
import { AWAY, type PermissionContext } from '$lib/domain/mutations/permission';
import {
	groupByChat,
	isDone,
	type LogEntry,
	type MutationResult
} from '$lib/domain/mutations/result';
import { canUndo, UNDO_FOR } from '$lib/domain/mutations/undo';
import { undoEntries } from '$lib/domain/mutations/undo-entries';
import type { ActivityLog } from './activity-log.svelte';
import type { GroupOptions, UndoOptions } from './bulk.svelte';
import { BatchQueue, forEachConcurrent, KeyedQueue } from './concurrency';
import { Drafts, type DraftStorage } from './drafts.svelte';
import { MutationExecutor, type ExecutorOptions, type SendOptions } from './mutation-executor';

/** Mutations of one group that are sent at once: few, since people and their networks receive them. */
const SENT_AT_ONCE = 4;

/** Chats that are read at once: few, since a browser opens six connections to a server. */
const READ_AT_ONCE = 4;

/** The availability of the server, as far as known. */
export interface Presence {
	/** True when the last request for the newest chats got no response. */
	isAway(): boolean;
	/** Asks again; resolves after the response, or after a moment without one. */
	check(): Promise<void>;
}

export interface MutationQueueOptions extends ExecutorOptions {
	getPermissionContext: () => PermissionContext;
	/** Absent: the server counts as present. */
	presence?: Presence;
	/** Keeps drafts over a reload; absent: they are kept in memory only. */
	draftStorage?: DraftStorage | undefined;
}

/** By default the mutation is a group of its own, can be undone, and is shown optimistically. */
export interface PerformOptions extends Partial<SendOptions> {
	/** Called with the chat as the server returns it. If given, there is no optimistic update. */
	show?: (chat: Chat) => void;
}

interface GroupRun<Item> {
	/** Once it aborts, no further item starts; by default the end of the connection. */
	signal: AbortSignal | undefined;
	/** Returns what is shown of an item until it has ended. */
	toUpdates: (item: Item) => readonly OptimisticUpdate[];
	/** @param show - shows a chat as the server returned it, with others in a batch */
	run: (item: Item, show: (chat: Chat) => void) => Promise<void>;
}

/** A chat to show, or optimistic updates that have ended. */
interface GroupNews {
	shown?: { chat: Chat; known: Chat | undefined };
	ended?: readonly OptimisticUpdate[];
}

/**
 * Sends each mutation once, with an optimistic update until the server has responded. Mutations of
 * one chat run one after the other, so that their responses arrive in order. Nobody is notified.
 */
export class MutationQueue {
	readonly #options: MutationQueueOptions;
	readonly #executor: MutationExecutor;
	readonly #queue = new KeyedQueue();
	#pending = $state.raw<readonly Mutation[]>([]);
	/** Groups that are being run or undone. */
	#runningGroupIds: readonly number[] = [];
	readonly activity: ActivityLog;
	readonly drafts: Drafts;
	readonly #show = (chat: Chat) => this.#options.chats.put([chat]);

	constructor(options: MutationQueueOptions) {
		this.#options = options;
		this.activity = options.activity;
		this.#executor = new MutationExecutor(options);
		this.drafts = new Drafts(this.#executor, options.chats, options.draftStorage);
	}

	/** Mutations that are running or queued, in the order of their requests. */
	get pending(): readonly Mutation[] {
		return this.#pending;
	}

	/** Epoch milliseconds. */
	now(): number {
		return this.#options.now();
	}

	/**
	 * The reason why no change is sent: changes are blocked, or Beeper is known not to respond; null if
	 * changes may be tried.
	 */
	get blockedReason(): string | null {
		return this.#options.getPermissionContext().blockedReason ?? (this.#isAway ? AWAY : null);
	}

	/** True when a mutation with the same target is pending; another one would be ignored. */
	isPending(mutation: Mutation): boolean {
		const target = getTargetKey(mutation);
		return this.#pending.some((other) => getTargetKey(other) === target);
	}

	/** The kinds of mutations of a chat that are pending. */
	getPendingKinds(chatID: ChatID): ReadonlySet<Mutation['kind']> {
		return getKinds(this.#pending.filter((mutation) => getChatID(mutation) === chatID));
	}

	/** The mutations of a group that can still be undone, newest first. */
	getUndoable(groupId: number): readonly LogEntry[] {
		return this.activity.getUndoable(groupId, this.#options.now());
	}

	/**
	 * Runs a mutation without notifying, unless one with the same target is pending. An expected
	 * failure is a result; a bug is thrown.
	 */
	async perform(mutation: Mutation, options: PerformOptions = {}): Promise<MutationResult> {
		if (this.isPending(mutation)) return { kind: 'ignored' };
		return this.#whilePending(mutation, async () => {
			// Beeper may be back without anything having noticed.
			if (this.#isAway) await this.#options.presence?.check();
			return this.#attempt(mutation, options, (run) => this.#queue.run(getQueueKey(mutation), run));
		});
	}

	/**
	 * Runs many mutations as one group, a few at a time, without notifying. All are shown at once;
	 * those that fail or don't start are taken back. After `signal` aborts, no further one starts.
	 */
	async performAll(
		mutations: readonly Mutation[],
		{ groupId, signal, onresult, ondoubt }: GroupOptions & { groupId: number }
	): Promise<void> {
		await this.#whileRunning(groupId, () =>
			this.#runGroup(mutations, {
				signal,
				toUpdates: (mutation) => [toOptimisticUpdate(mutation)],
				run: async (mutation, show) => {
					onresult?.(mutation, await this.perform(mutation, { groupId, show, ondoubt }));
				}
			})
		);
		this.activity.renew(groupId, this.now() + UNDO_FOR);
	}

	/**
	 * Undoes a group without notifying, last mutation first, each chat to its own earlier value. A
	 * mutation that could not be undone may be retried until its time limit. Entries whose time has
	 * ended are undone too if given, but each chat is read first. Does nothing while the group is being
	 * run or undone.
	 */
	async undoGroup(groupId: number, options: UndoOptions = {}): Promise<void> {
		const { entries = this.getUndoable(groupId) } = options;
		if (this.#runningGroupIds.includes(groupId) || entries.length === 0) return;
		await this.#whileRunning(groupId, () => this.#undoByChat(groupId, entries, options));
	}

	async #undoByChat(
		groupId: number,
		entries: readonly LogEntry[],
		{ signal, onresult, ondoubt }: UndoOptions
	): Promise<void> {
		if (this.#isAway) await this.#options.presence?.check();
		const chats = groupByChat(entries);
		const isAlone = chats.length === 1;
		const isLate = entries.some((entry) => !canUndo(entry, this.now()));
		const undoId = this.activity.newGroupId();
		const options = { groupId: undoId, canUndo: false, undoes: groupId, ondoubt };
		await this.#runGroup(chats, {
			signal,
			// A single chat is shown without waiting for a batch.
			toUpdates: (ofChat) =>
				isAlone || isLate ? [] : ofChat.flatMap(({ undo }) => undo.map(toOptimisticUpdate)),
			run: async (ofChat, show) => {
				const shown = isAlone ? options : { ...options, show };
				await this.#undoChat(ofChat, shown, { isLate, onresult });
			}
		});
		if (!isLate) this.activity.renew(groupId, this.now() + UNDO_FOR);
	}

	/** See {@link MutationExecutor.readBeside}. */
	async readChat(id: ChatID): Promise<Chat | undefined> {
		return this.#executor.readBeside(id);
	}

	/**
	 * Determines which mutations of unknown outcome happened, reading their chats again a few at a time.
	 * Sends no mutation.
	 *
	 * @param onresult - not called for mutations whose outcome cannot be determined
	 */
	async verifyAll<Item extends { mutation: Mutation }>(
		items: readonly Item[],
		onresult: (item: Item, result: MutationResult) => void
	): Promise<void> {
		await forEachConcurrent(items, READ_AT_ONCE, this.#options.signal, async (item) => {
			const result = await this.verify(item.mutation);
			if (result) onresult(item, result);
		});
	}

	/**
	 * Determines whether a mutation of unknown outcome happened.
	 *
	 * @param chat - as read since; by default it is read now
	 * @returns undefined if the outcome cannot be determined, or is known already
	 */
	async verify(mutation: Mutation, chat?: Chat): Promise<MutationResult | undefined> {
		if (mutation.kind === 'message') return this.#executor.reviewMessage(mutation);
		if (!isFieldMutation(mutation)) return undefined;
		return this.#queue.run(getQueueKey(mutation), async () => {
			const seen = chat ?? (await this.readChat(mutation.chatID));
			const outcome = seen && this.#executor.review(mutation, seen);
			if (outcome && isDone(outcome)) this.activity.markUndone(mutation);
			return outcome;
		});
	}

	/** @param wait - runs its argument when it is the mutation's turn; by default at once */
	async #attempt(
		mutation: Mutation,
		options: PerformOptions,
		wait: (run: () => Promise<MutationResult>) => Promise<MutationResult> = (run) => run()
	): Promise<MutationResult> {
		const refusal = this.#block(mutation);
		if (refusal) return refusal;

		const rollback = options.show
			? () => {}
			: this.#options.chats.applyOptimistic(toOptimisticUpdate(mutation));
		try {
			return await wait(() => this.#send(mutation, options));
		} finally {
			rollback();
		}
	}

	/** The mutation is pending from before its first wait, so that an undo in between means it. */
	async #whilePending<Result>(mutation: Mutation, run: () => Promise<Result>): Promise<Result> {
		this.#pending = [...this.#pending, mutation];
		try {
			return await run();
		} finally {
			this.#pending = this.#pending.filter((other) => other !== mutation);
		}
	}

	/** The group counts as running from before its first wait, so that it is not undone twice. */
	async #whileRunning(groupId: number, run: () => Promise<void>): Promise<void> {
		this.#runningGroupIds = [...this.#runningGroupIds, groupId];
		try {
			await run();
		} finally {
			this.#runningGroupIds = this.#runningGroupIds.filter((other) => other !== groupId);
		}
	}

	async #send(mutation: Mutation, options: PerformOptions): Promise<MutationResult> {
		// Read-only mode may have been turned on while the mutation was queued.
		const refusal = this.#block(mutation);
		if (refusal) return refusal;
		const {
			groupId = this.activity.newGroupId(),
			// A message that was sent can’t be taken back.
			canUndo = mutation.kind !== 'message',
			show = this.#show
		} = options;
		const sending = { ...options, groupId, canUndo, show };
		return mutation.kind === 'draft'
			? this.drafts.set(mutation, sending)
			: this.#executor.send(mutation, sending);
	}

	/** Undoes one chat in one turn, after its pending mutations, and with no other in between. */
	async #undoChat(
		entries: readonly LogEntry[],
		options: PerformOptions,
		{ isLate, onresult }: { isLate: boolean; onresult: GroupOptions['onresult'] }
	): Promise<void> {
		const [latest] = entries;
		if (!latest) return;
		await this.#queue.run(getQueueKey(latest.mutation), async () => {
			const chatID = latest.after?.id ?? getChatID(latest.mutation);
			const known = chatID === undefined ? undefined : this.#options.chats.get(chatID);
			// Without waiting, so that the undo of a single chat is shown at once.
			const chat = isLate && known ? await this.#readNow(known.id, options) : known;
			if (chat instanceof SourceError) {
				const [mutation = latest.mutation] = latest.undo;
				return onresult?.(mutation, { kind: 'failed', error: chat });
			}
			await undoEntries(entries, {
				activity: this.activity,
				chat,
				isLate,
				attempt: (mutation, chats) =>
					this.#whilePending(mutation, () => this.#attempt(mutation, { ...options, ...chats })),
				onresult
			});
		});
	}

	/** @returns the error if the chat can't be read */
	async #readNow(
		id: ChatID,
		{ show = this.#show }: Pick<PerformOptions, 'show'>
	): Promise<Chat | SourceError> {
		try {
			const chat = await this.#executor.readNow(id);
			show(chat);
			return chat;
		} catch (error) {
			if (error instanceof SourceError) return error;
			throw error;
		}
	}

	/**
	 * Runs the items of a group a few at a time. All are shown at once as they should become; those
	 * that end otherwise are shown as they are, and those that don't start as soon as the run is
	 * stopped.
	 */
	async #runGroup<Item>(
		items: readonly Item[],
		{ signal = this.#options.signal, toUpdates, run }: GroupRun<Item>
	): Promise<void> {
		const { chats, now } = this.#options;
		const steps = items.map((item) => ({ item, updates: toUpdates(item) }));
		const endUpdates = chats.applyOptimistic(...steps.flatMap(({ updates }) => updates));
		let started = 0;
		const batch = new BatchQueue<GroupNews>((news) => {
			// A chat that was put into the store since then is newer there.
			const current = news
				.flatMap(({ shown }) => shown ?? [])
				.filter(({ chat, known }) => chats.get(chat.id) === known);
			chats.put(current.map(({ chat }) => chat));
			endUpdates(news.flatMap(({ ended }) => ended ?? []));
		}, now);
		function endWaiting() {
			endUpdates(steps.slice(started).flatMap(({ updates }) => updates));
		}
		signal.addEventListener('abort', endWaiting);
		try {
			await forEachConcurrent(steps, SENT_AT_ONCE, signal, async ({ item, updates }) => {
				started += 1;
				await run(item, (chat) => batch.add({ shown: { chat, known: chats.get(chat.id) } }));
				batch.add({ ended: updates });
			});
		} finally {
			signal.removeEventListener('abort', endWaiting);
			batch.flush();
			endUpdates();
		}
	}

	get #isAway(): boolean {
		return this.#options.presence?.isAway() ?? false;
	}

	/** Refuses every change while changes are blocked, or Beeper is known not to respond. */
	#block(mutation: Mutation): MutationResult | null {
		if (!isChange(mutation)) return null;
		const reason = this.blockedReason;
		return reason === null ? null : { kind: 'refused', reason };
	}
}
