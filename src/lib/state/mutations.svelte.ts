import { NO_CHAT_IDS, type ChatID } from '$lib/domain/chat/chat';
import type { Beeper } from '$lib/domain/connection/source';
import type { Action } from '$lib/domain/mutations/actions';
import {
	getChatID,
	getChangedChatIDs,
	isChange,
	type Mutation
} from '$lib/domain/mutations/mutation';
import { getMutationPermission } from '$lib/domain/mutations/permission';
import {
	getSideEffects,
	groupByChat,
	isDone,
	type LogEntry,
	type MutationResult
} from '$lib/domain/mutations/result';
import { Bulk } from './bulk.svelte';
import { Uploads } from './drafts.svelte';
import { MutationQueue, type MutationQueueOptions } from './mutation-queue.svelte';
import { Replies, type RepliesOptions } from './replies.svelte';
import type { MutationToasts } from './toasts.svelte';

export interface MutationsOptions extends MutationQueueOptions {
	source: MutationQueueOptions['source'] & Pick<Beeper, 'upload' | 'message'>;
	notifier: MutationToasts;
	/** Keeps half-written replies over a reload; absent: they are kept in memory only. */
	replyStorage?: RepliesOptions['storage'];
}

export interface RunOptions {
	/** Asked when the result is there: true if the caller shows failures itself. Absent: it doesn't. */
	showsFailure?: () => boolean;
	/** True if the caller shows plain success itself: then only problems and side effects are told. */
	showsSuccess?: true;
}

/** A mutation that runs for the user. */
interface UserRun {
	mutation: Mutation;
	/** Absent: the user hasn't asked to undo it so far. */
	undo?: {
		/** The notification that it'll be undone. */
		toastId: number;
		chatIDs: ReadonlySet<ChatID>;
	};
}

/**
 * Changes chats for the user: refuses what a chat does not allow, notifies of results, and undoes
 * what the user takes back.
 */
export class Mutations extends MutationQueue {
	readonly #options: MutationsOptions;
	#userRuns: readonly UserRun[] = [];
	#undoingChatIDs = $state.raw(NO_CHAT_IDS);
	readonly uploads: Uploads;
	readonly bulk: Bulk;
	readonly replies: Replies;

	constructor(options: MutationsOptions) {
		super(options);
		this.#options = options;
		this.uploads = new Uploads({ ...options, blockedReason: () => this.blockedReason });
		this.bulk = new Bulk(this);
		this.replies = new Replies(this, { ...options, storage: options.replyStorage });
	}

	/**
	 * The chats whose change is being undone, from when the user asks for it; another set for each
	 * undo, empty when there is none.
	 */
	get undoingChatIDs(): ReadonlySet<ChatID> {
		return this.#undoingChatIDs.size > 0 ? this.#undoingChatIDs : this.bulk.undoingChatIDs;
	}

	/**
	 * Runs a mutation for the user, unless it is forbidden, and notifies of its result, or undoes it if
	 * the user has asked for that meanwhile.
	 */
	async run(
		mutation: Mutation,
		{ showsFailure, showsSuccess }: RunOptions = {}
	): Promise<MutationResult> {
		const { notifier } = this.#options;
		const groupId = this.activity.newGroupId();
		const run: UserRun = { mutation };
		const result = this.#forbid(mutation) ?? (await this.#performForUser(run, groupId));
		notifier.dismiss(groupId);
		if (run.undo) {
			if (this.getUndoable(groupId).length > 0) {
				void this.#undoAsAnnounced(groupId, run.undo);
				return result;
			}
			notifier.dismiss(run.undo.toastId);
			this.#endUndoing(run.undo.chatIDs);
		}
		const isPlain = isDone(result) && !hasMismatch(result);
		const isShown = isPlain ? showsSuccess && !hasSideEffects(result) : showsFailure?.();
		if (!isShown) {
			const undoUntil = this.getUndoable(groupId)[0]?.undoUntil;
			const retry = mustBeEnteredAgain(mutation, result)
				? () => void this.run(mutation)
				: undefined;
			notifier.notifyResult(mutation, result, groupId, { undoUntil, retry });
		}
		return result;
	}

	/** Notifies that an action was refused before it started. */
	refuse(action: Action, reason: string) {
		this.#options.notifier.notifyRefused(action, reason);
	}

	/**
	 * Undoes a group for the user, however long ago it was, and notifies of mutations that could not
	 * be undone.
	 */
	async undoLate(groupId: number): Promise<void> {
		const entries = this.activity.getUndoableLate(groupId);
		if (groupByChat(entries).length <= 1) return this.undo(groupId, entries);
		if (this.bulk.isRunning) this.#options.notifier.notifyBusy();
		else await this.bulk.undoGroup(groupId, entries);
	}

	/** Undoes a group for the user, and notifies of mutations that could not be undone. */
	async undo(groupId: number, entries = this.getUndoable(groupId)): Promise<void> {
		// The summary of the bulk action shows the remaining ones.
		if (groupId === this.bulk.groupId && this.bulk.status === 'ended') return this.bulk.undo();
		await this.#runUndo(
			groupId,
			entries,
			getChangedChatIDs(entries.map(({ mutation }) => mutation))
		);
	}

	async #runUndo(
		groupId: number,
		entries: readonly LogEntry[],
		chatIDs: ReadonlySet<ChatID>
	): Promise<void> {
		const { notifier } = this.#options;
		notifier.dismiss(groupId);
		this.#undoingChatIDs = chatIDs;
		try {
			await this.undoGroup(groupId, {
				entries,
				onresult: (mutation, result) => notifier.notifyUndone(mutation, result)
			});
		} finally {
			this.#endUndoing(chatIDs);
		}
	}

	#endUndoing(chatIDs: ReadonlySet<ChatID>) {
		if (this.#undoingChatIDs === chatIDs) this.#undoingChatIDs = NO_CHAT_IDS;
	}

	async #performForUser(run: UserRun, groupId: number): Promise<MutationResult> {
		const { mutation } = run;
		const ondoubt = () => this.#options.notifier.notifyDoubt(mutation, groupId);
		this.#userRuns = [...this.#userRuns, run];
		try {
			return await this.perform(mutation, { groupId, ondoubt });
		} finally {
			this.#userRuns = this.#userRuns.filter((other) => other !== run);
		}
	}

	#undoLater(run: UserRun) {
		run.undo ??= {
			toastId: this.#options.notifier.notifyUndoLater(),
			chatIDs: getChangedChatIDs([run.mutation])
		};
		this.#undoingChatIDs = run.undo.chatIDs;
	}

	async #undoAsAnnounced(
		groupId: number,
		{ toastId, chatIDs }: NonNullable<UserRun['undo']>
	): Promise<void> {
		try {
			await this.#runUndo(groupId, this.getUndoable(groupId), chatIDs);
		} finally {
			this.#options.notifier.dismiss(toastId);
		}
	}

	/** True when `undoLatest` finds a change to undo, or one that is under way. */
	canUndoLatest(): boolean {
		const latest = this.activity.getLatestGroupId(this.#options.now());
		return latest !== undefined || this.pending.some(isChange);
	}

	/**
	 * Undoes the latest group for the user. A pending change is undone as soon as it has happened; a
	 * bulk run is stopped, and undone as far as it has come; an undo isn't undone.
	 *
	 * @returns false when there is none
	 */
	undoLatest(): boolean {
		// The pending change will be the latest in a moment, so the user does not mean the one before
		// it.
		const pending = this.pending.filter(isChange);
		if (pending.length > 0) {
			const { notifier } = this.#options;
			const run = this.#userRuns.findLast(({ mutation }) => pending.includes(mutation));
			if (run?.mutation.kind === 'message')
				notifier.notifyRefused('message', 'A message can’t be undone.');
			else if (run) this.#undoLater(run);
			else if (!this.bulk.stopAndUndo()) notifier.notifyBusy();
			return true;
		}
		const groupId = this.activity.getLatestGroupId(this.#options.now());
		if (groupId === undefined) return false;
		void this.undo(groupId);
		return true;
	}

	/**
	 * Reads the chats of unknown outcomes again, and updates the notifications and the summary that
	 * still show them as unknown. Sends no mutation.
	 *
	 * @param wasAway - true when Beeper is back: chats that looked unchanged are read again too
	 */
	async reviewUnknown({ wasAway }: { wasAway: boolean }): Promise<void> {
		const unknown = this.activity.entries.filter(
			({ outcome, mutation }) =>
				outcome.kind === 'unknown' &&
				(outcome.found === undefined || (wasAway && outcome.found === false)) &&
				!this.pending.includes(mutation)
		);
		await this.verifyAll(unknown, ({ mutation, groupId }, result) => {
			this.bulk.noteOutcome(mutation, result);
			const undoUntil = this.getUndoable(groupId)[0]?.undoUntil;
			this.#options.notifier.updateResult(mutation, result, groupId, undoUntil);
		});
	}

	/** Refuses mutations that the chat's capabilities or the server do not allow. */
	#forbid(mutation: Mutation): MutationResult | null {
		const chatID = getChatID(mutation);
		const chat = chatID === undefined ? undefined : this.#options.chats.find(chatID);
		const permission =
			chat && getMutationPermission(chat, mutation, this.#options.getPermissionContext());
		if (permission?.kind !== 'refused') return null;
		return { kind: 'refused', reason: permission.reason };
	}
}

/**
 * True when a mutation certainly didn't happen, and the user would have to enter its value again:
 * the dialog of a reminder closes before the response.
 */
function mustBeEnteredAgain(mutation: Mutation, { kind }: MutationResult): boolean {
	const isUndone = kind === 'failed' || kind === 'refused';
	return isUndone && mutation.kind === 'remind' && mutation.value !== null;
}

/** True when more has changed than was asked for. */
function hasSideEffects(result: MutationResult): boolean {
	return getSideEffects(result).length > 0;
}

/** True when the server accepted the mutation, but the chat shows another result. */
function hasMismatch(result: MutationResult): boolean {
	return result.kind === 'done' && result.mismatch !== null;
}
