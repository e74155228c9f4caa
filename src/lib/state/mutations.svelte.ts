import { createContext } from 'svelte';
import { toOptimisticUpdate } from '$lib/domain/mutations/optimistic';
import {
	groupByChat,
	isDone,
	type LogEntry,
	type MutationResult
} from '$lib/domain/mutations/result';
import { UNDO_FOR } from '$lib/domain/mutations/undo';
import {
	getChatID,
	getTargetKey,
	isChange,
	isFieldMutation,
	type Mutation
} from '$lib/domain/mutations/mutation';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import type { SourceError } from '$lib/domain/connection/source-error';
import { Deeds } from './deeds';
import { Drafts } from './drafts.svelte';
import { Sender, type SenderOptions } from './send-mutation';
import type { DraftShelf } from './draft-storage';
import { KeyedQueue } from './concurrency';
import { undoEntries } from './undo-entries';
import { UnderWay } from './under-way.svelte';

export interface ActionsOptions extends SenderOptions {
	/** Why nothing may be changed, asked before each write: see `getBlockedReason`. */
	blockedReason: () => string | null;
	/** Keeps drafts over a reload; absent: they are kept in memory only. */
	shelf?: DraftShelf | undefined;
}

export interface ManyOptions {
	/** Stops what has not begun; the connection's end unless told. */
	signal?: AbortSignal | undefined;
	onresult?: (mutation: Mutation, result: MutationResult) => void;
	/** No clear answer has come: its result waits until the chat has been looked at. */
	ondoubt?: (error: SourceError) => void;
}

export interface UndoOptions extends ManyOptions {
	/** Only these of the deed; all that can be unless told. */
	entries?: readonly LogEntry[];
}

export interface PerformOptions {
	/** The deed it is part of; one of its own unless told. */
	groupId?: number;
	/** False for what is itself an undoing. */
	canUndo?: boolean;
	/** As an undoing: how that which it takes back left the chat. */
	left?: Chat | undefined;
	/** The chat as it is, where the store may not have it yet. */
	from?: Chat | undefined;
	/** See {@link ManyOptions.ondoubt}. */
	ondoubt?: ManyOptions['ondoubt'];
	/** What to do with the server's answer, instead of showing it at once; then nothing is guessed. */
	show?: (chat: Chat) => void;
}

/**
 * Changes chats: each write is sent once, shown at once, and gives way to what the server says.
 * Writes about one chat wait for each other, so that answers cannot overtake.
 */
export class Actions {
	readonly #options: ActionsOptions;
	readonly #sender: Sender;
	readonly #deeds: Deeds;
	readonly #turns = new KeyedQueue();
	readonly #underWay = new UnderWay();
	readonly drafts: Drafts;

	constructor(options: ActionsOptions) {
		this.#options = options;
		this.#sender = new Sender(options);
		this.#deeds = new Deeds(options);
		this.drafts = new Drafts(this.#sender, options.chats, options.shelf);
	}

	get activity() {
		return this.#options.activity;
	}

	/** The writes under way, or waiting for their turn, in the order in which they were asked for. */
	get pending(): readonly Mutation[] {
		return this.#underWay.mutations;
	}

	/** Whether a write about the same is under way; another would be ignored. */
	isPending(mutation: Mutation): boolean {
		return this.#underWay.has(mutation);
	}

	/** Whether any change is under way, or waits for its turn. */
	get isBusy(): boolean {
		return this.#underWay.isBusy;
	}

	/** The kinds of writes about a chat that are under way. */
	pendingKinds(chatID: ChatID): ReadonlySet<Mutation['kind']> {
		return this.#underWay.kinds(chatID);
	}

	/** The writes of a deed that can still be taken back, newest first. */
	undoable(groupId: number): readonly LogEntry[] {
		return this.activity.undoable(groupId, this.#options.now());
	}

	/** Do one thing, unless it is under way already. An expected failure is a result, a bug is thrown. */
	async perform(mutation: Mutation, options: PerformOptions = {}): Promise<MutationResult> {
		if (this.isPending(mutation)) return { kind: 'ignored' };
		return this.#attempt(mutation, options, (run) => this.#turns.run(turnOf(mutation), run));
	}

	async #attempt(
		mutation: Mutation,
		options: PerformOptions,
		wait: (run: () => Promise<MutationResult>) => Promise<MutationResult> = (run) => run()
	): Promise<MutationResult> {
		const refusal = this.#refuse(mutation);
		if (refusal) return refusal;

		const rollback = options.show
			? () => {}
			: this.#options.chats.applyOptimistic(toOptimisticUpdate(mutation));
		try {
			return await this.#underWay.during(mutation, () => wait(() => this.#run(mutation, options)));
		} finally {
			rollback();
		}
	}

	/**
	 * Many writes as one deed, a few at a time, shown as the server answers them. After `signal`
	 * aborts no further is begun.
	 */
	async performAll(
		mutations: readonly Mutation[],
		{ groupId, signal, onresult, ondoubt }: ManyOptions & { groupId: number }
	): Promise<void> {
		await this.#deeds.run(groupId, mutations, signal, async (mutation, show) => {
			onresult?.(mutation, await this.perform(mutation, { groupId, show, ondoubt }));
		});
		this.activity.renew(groupId, this.#options.now() + UNDO_FOR);
	}

	/**
	 * Take back what was done in one go, each chat to its own earlier value, the last done first.
	 * What could not be taken back may be tried again as long as there is time.
	 */
	async undo(
		groupId: number,
		{ signal, onresult, ondoubt, entries = this.undoable(groupId) }: UndoOptions = {}
	): Promise<void> {
		if (this.#deeds.isRunning(groupId) || entries.length === 0) return;
		const chats = groupByChat(entries);
		// Alone it is shown at once; of many, each is shown when the server has answered.
		const isAlone = chats.length === 1;
		const options = { groupId: this.activity.newGroupId(), canUndo: false, ondoubt };
		await this.#deeds.run(groupId, chats, signal, async (ofChat, show) => {
			await this.#takeBack(ofChat, isAlone ? options : { ...options, show }, onresult);
		});
		this.activity.renew(groupId, this.#options.now() + UNDO_FOR);
	}

	/** In one turn, so that what is under way is done before, and nothing comes between. */
	async #takeBack(
		ofChat: readonly LogEntry[],
		options: PerformOptions,
		onresult: ManyOptions['onresult']
	): Promise<void> {
		const [latest] = ofChat;
		if (!latest) return;
		const { chats, activity } = this.#options;
		await this.#turns.run(turnOf(latest.mutation), () => {
			const chatID = latest.after?.id ?? getChatID(latest.mutation);
			return undoEntries(ofChat, {
				activity,
				chat: chatID === undefined ? undefined : chats.get(chatID),
				attempt: (mutation, about) => this.#attempt(mutation, { ...options, ...about }),
				onresult
			});
		});
	}

	/**
	 * Find out what became of a write without a clear answer.
	 *
	 * @param chat - as it was read since; it is read now unless given
	 * @returns undefined when that cannot be told, or is known already
	 */
	async look(mutation: Mutation, chat?: Chat): Promise<MutationResult | undefined> {
		if (!isFieldMutation(mutation)) return undefined;
		const { chats, activity } = this.#options;
		return this.#turns.run(turnOf(mutation), async () => {
			const show = { show: (chat: Chat) => chats.put([chat]) };
			const seen = chat ?? (await this.#sender.read(mutation.chatID, show));
			const outcome = seen && this.#sender.review(mutation, seen);
			if (outcome && isDone(outcome)) activity.strike(mutation);
			return outcome;
		});
	}

	#refuse(mutation: Mutation): MutationResult | null {
		const reason = isChange(mutation) ? this.#options.blockedReason() : null;
		return reason === null ? null : { kind: 'refused', reason };
	}

	async #run(mutation: Mutation, options: PerformOptions): Promise<MutationResult> {
		// Somebody may have switched to read-only while it waited for its turn.
		const refusal = this.#refuse(mutation);
		if (refusal) return refusal;
		const {
			groupId = this.activity.newGroupId(),
			canUndo = true,
			left,
			from,
			ondoubt,
			show = (chat: Chat) => this.#options.chats.put([chat])
		} = options;
		const sending = { groupId, canUndo, left, from, ondoubt, show };
		return mutation.kind === 'draft'
			? this.drafts.set(mutation, sending)
			: this.#sender.send(mutation, sending);
	}
}

/** Whatever is about one chat waits for each other. */
function turnOf(mutation: Mutation): string {
	return getChatID(mutation) ?? getTargetKey(mutation);
}

export const [getActions, setActions] = createContext<Actions>();
