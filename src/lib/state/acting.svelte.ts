import { isDone, type LogEntry, type MutationResult } from '$lib/domain/mutations/result';
import { getMutationPermission, type PermissionContext } from '$lib/domain/mutations/permission';
import {
	toDoubtNotification,
	toNotification,
	toUndoNotification
} from '$lib/domain/mutations/notification';
import { getActionWords, type Action } from '$lib/domain/mutations/actions';
import { getChatID, type Mutation } from '$lib/domain/mutations/mutation';
import type { Beeper } from '$lib/domain/connection/source';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import type { Anonymizer } from '$lib/domain/privacy/anonymizer';
import { anonymizeMutation } from '$lib/domain/privacy/anonymize-log';
import { Actions } from './mutations.svelte';
import type { Activity } from './activity-log.svelte';
import { Bulk } from './bulk.svelte';
import type { Inbox } from './inbox.svelte';
import { DraftShelf } from './draft-storage';
import type { ShelfPlace } from './shelf-place';
import type { Toasts } from './toasts.svelte';
import { Uploads } from './uploads';

/** What acting needs of the session. */
export interface Grounds {
	/** Asked at each call: a new token makes a new one. */
	source: () => Beeper;
	inbox: Inbox;
	activity: Activity;
	toasts: Toasts;
	permissionContext: () => PermissionContext;
	/** What is told is told in it; null: as it is. */
	disguise: () => Anonymizer | null;
	shelf: ShelfPlace | undefined;
	/** Epoch milliseconds. */
	now: () => number;
	/** Ends after so many milliseconds, or at once when the signal aborts. */
	wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
	/** Ends with the session. */
	signal: AbortSignal;
}

export interface ActOptions {
	/** `success`: whoever asks says for themselves what went wrong. */
	tells?: 'all' | 'success';
}

/** All of a session that changes chats. */
export class Acting {
	readonly actions: Actions;
	readonly bulk: Bulk;
	readonly uploads: Uploads;
	readonly #grounds: Grounds;
	#undoing = $state.raw<ChatID | null>(null);

	constructor(grounds: Grounds) {
		const { source, inbox, activity, permissionContext, shelf, now, wait, signal } = grounds;
		this.#grounds = grounds;
		const common = {
			chats: inbox.store,
			activity,
			blockedReason: () => permissionContext().blockedReason,
			now
		};
		this.actions = new Actions({
			...common,
			source: {
				sendMutation: (mutation, signal) => source().sendMutation(mutation, signal),
				chat: (id, signal) => source().chat(id, signal)
			},
			shelf: shelf && new DraftShelf(shelf),
			wait,
			signal
		});
		this.uploads = new Uploads({
			...common,
			source: { upload: (...sent) => source().upload(...sent) }
		});
		this.bulk = new Bulk(this.actions);
	}

	/** The chat whose last change is being taken back; null while there is none, or several. */
	get undoing() {
		return this.#undoing;
	}

	/** Do one thing unless it is forbidden, and tell how it ended. */
	async act(mutation: Mutation, { tells = 'all' }: ActOptions = {}): Promise<MutationResult> {
		const { activity, toasts } = this.#grounds;
		const groupId = activity.newGroupId();
		const ondoubt = () =>
			toasts.tell({
				...toDoubtNotification(this.#disguised(mutation), this.#chatOf(mutation)),
				id: groupId
			});
		const result =
			this.#forbid(mutation) ?? (await this.actions.perform(mutation, { groupId, ondoubt }));
		toasts.dismiss(groupId);
		if (tells === 'all' || (isDone(result) && !isSurprise(result)))
			this.#tell(mutation, result, groupId);
		return result;
	}

	#chatOf(mutation: Mutation, result?: MutationResult): Chat | undefined {
		const opened = result?.kind === 'done' ? result.chatID : undefined;
		const chatID = getChatID(mutation) ?? opened;
		return chatID === undefined ? undefined : this.#grounds.inbox.find(chatID);
	}

	#disguised(mutation: Mutation): Mutation {
		const disguise = this.#grounds.disguise();
		return disguise ? anonymizeMutation(disguise, mutation) : mutation;
	}

	#forbid(mutation: Mutation): MutationResult | null {
		const chat = this.#chatOf(mutation);
		const permission =
			chat && getMutationPermission(chat, mutation, this.#grounds.permissionContext());
		if (permission?.kind !== 'refused') return null;
		return { kind: 'refused', reason: permission.reason };
	}

	/** Tell how a write ended, and offer to take it back where that can be. */
	#tell(mutation: Mutation, result: MutationResult, groupId = this.#grounds.activity.newGroupId()) {
		const { toasts } = this.#grounds;
		const telling = toNotification(
			this.#disguised(mutation),
			result,
			this.#chatOf(mutation, result)
		);
		const undoUntil = this.actions.undoable(groupId)[0]?.undoUntil;
		if (telling) {
			toasts.tell({ ...telling, id: groupId, ...(undoUntil !== undefined && { undoUntil }) });
		}
	}

	/** Say why something that was asked for is not even begun. */
	refuse(action: Action, reason: string) {
		const { activity, toasts } = this.#grounds;
		const { failed } = getActionWords(action);
		toasts.tell({ id: activity.newGroupId(), tone: 'bad', text: failed, detail: reason });
	}

	/** Take a deed back, and tell only what could not be. */
	async undo(groupId: number): Promise<void> {
		// It tells for itself, with what is left.
		if (groupId === this.bulk.groupId && this.bulk.phase === 'ended') return this.bulk.undo();
		const { activity, toasts } = this.#grounds;
		toasts.dismiss(groupId);
		const undoing = onlyChatIn(this.actions.undoable(groupId));
		this.#undoing = undoing;
		try {
			await this.actions.undo(groupId, {
				onresult: (mutation, result) => {
					if (!isDone(result)) return this.#tell(mutation, result);
					const telling = toUndoNotification(result, this.#chatOf(mutation));
					if (telling) toasts.tell({ ...telling, id: activity.newGroupId() });
				}
			});
		} finally {
			if (this.#undoing === undoing) this.#undoing = null;
		}
	}

	/** Take back what was done last. @returns false when there is nothing */
	undoLatest(): boolean {
		const { activity, toasts, now } = this.#grounds;
		// What is under way would be the last soon: nobody means the one before it.
		if (this.actions.isBusy) {
			const text = 'Still under way: undo in a moment';
			toasts.tell({ id: activity.newGroupId(), tone: 'plain', text });
			return true;
		}
		const groupId = activity.latestGroupId(now());
		if (groupId === undefined) return false;
		void this.undo(groupId);
		return true;
	}
}

/** The chat that all of these are about; null where there are several. */
function onlyChatIn(entries: readonly LogEntry[]): ChatID | null {
	const [only, ...others] = new Set(entries.map(({ mutation }) => getChatID(mutation)));
	return others.length === 0 ? (only ?? null) : null;
}

/** The server did something else. */
function isSurprise(result: MutationResult): boolean {
	return result.kind === 'done' && result.mismatch !== null;
}
