import { isDone, type Entry, type Result } from '$lib/domain/mutations/result';
import { permissionOf, type Circumstances } from '$lib/domain/mutations/permission';
import { tellDoubt, tellingOf, tellUndone } from '$lib/domain/mutations/notification';
import { ACTION_WORDS, type Action } from '$lib/domain/mutations/actions';
import { chatIDOf, type Write } from '$lib/domain/mutations/mutation';
import type { Beeper } from '$lib/domain/connection/beeper';
import type { Disguise } from '$lib/domain/privacy/anonymizer';
import { disguiseWrite } from '$lib/domain/privacy/anonymize-log';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { Actions } from './actions.svelte';
import type { Activity } from './activity.svelte';
import { Bulk } from './bulk.svelte';
import type { Inbox } from './inbox.svelte';
import { getSession } from './session.svelte';
import { DraftShelf } from './shelf';
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
	circumstances: () => Circumstances;
	/** What is told is told in it; null: as it is. */
	disguise: () => Disguise | null;
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

/** All of a session that changes chats: the list is shown without, so it is fetched on its own. */
export class Acting {
	readonly actions: Actions;
	readonly bulk: Bulk;
	readonly uploads: Uploads;
	readonly #grounds: Grounds;
	#undoing = $state.raw<ChatID | null>(null);

	constructor(grounds: Grounds) {
		const { source, inbox, activity, circumstances, shelf, now, wait, signal } = grounds;
		this.#grounds = grounds;
		const common = { chats: inbox, activity, block: () => circumstances().block, now };
		this.actions = new Actions({
			...common,
			source: {
				perform: (write, signal) => source().perform(write, signal),
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
	async act(write: Write, { tells = 'all' }: ActOptions = {}): Promise<Result> {
		const { activity, toasts } = this.#grounds;
		const deed = activity.nextDeed();
		const ondoubt = () =>
			toasts.tell({ ...tellDoubt(this.#disguised(write), this.#chatOf(write)), id: deed });
		const result = this.#forbid(write) ?? (await this.actions.perform(write, { deed, ondoubt }));
		toasts.dismiss(deed);
		if (tells === 'all' || (isDone(result) && !isSurprise(result))) this.#tell(write, result, deed);
		return result;
	}

	#chatOf(write: Write, result?: Result): Chat | undefined {
		const opened = result?.kind === 'done' ? result.chatID : undefined;
		const chatID = chatIDOf(write) ?? opened;
		return chatID === undefined ? undefined : this.#grounds.inbox.find(chatID);
	}

	#disguised(write: Write): Write {
		const disguise = this.#grounds.disguise();
		return disguise ? disguiseWrite(disguise, write) : write;
	}

	#forbid(write: Write): Result | null {
		const chat = this.#chatOf(write);
		const permission = chat && permissionOf(chat, write, this.#grounds.circumstances());
		if (permission?.kind !== 'refused') return null;
		return { kind: 'refused', reason: permission.reason };
	}

	/** Tell how a write ended, and offer to take it back where that can be. */
	#tell(write: Write, result: Result, deed = this.#grounds.activity.nextDeed()) {
		const { toasts } = this.#grounds;
		const telling = tellingOf(this.#disguised(write), result, this.#chatOf(write, result));
		const undoUntil = this.actions.undoable(deed)[0]?.undoUntil;
		if (telling) {
			toasts.tell({ ...telling, id: deed, ...(undoUntil !== undefined && { undoUntil }) });
		}
	}

	/** Say why something that was asked for is not even begun. */
	refuse(action: Action, reason: string) {
		const { activity, toasts } = this.#grounds;
		const { failed } = ACTION_WORDS[action];
		toasts.tell({ id: activity.nextDeed(), tone: 'bad', text: failed, detail: reason });
	}

	/** Take a deed back, and tell only what could not be. */
	async undo(deed: number): Promise<void> {
		// It tells for itself, with what is left.
		if (deed === this.bulk.deed && this.bulk.phase === 'ended') return this.bulk.undo();
		const { activity, toasts } = this.#grounds;
		toasts.dismiss(deed);
		const undoing = onlyChatIn(this.actions.undoable(deed));
		this.#undoing = undoing;
		try {
			await this.actions.undo(deed, {
				onresult: (write, result) => {
					if (!isDone(result)) return this.#tell(write, result);
					const telling = tellUndone(result, this.#chatOf(write));
					if (telling) toasts.tell({ ...telling, id: activity.nextDeed() });
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
			toasts.tell({ id: activity.nextDeed(), tone: 'plain', text });
			return true;
		}
		const deed = activity.latestDeed(now());
		if (deed === undefined) return false;
		void this.undo(deed);
		return true;
	}
}

/** The chat that all of these are about; null where there are several. */
function onlyChatIn(entries: readonly Entry[]): ChatID | null {
	const [only, ...others] = new Set(entries.map(({ write }) => chatIDOf(write)));
	return others.length === 0 ? (only ?? null) : null;
}

/** The server did something else. */
function isSurprise(result: Result): boolean {
	return result.kind === 'done' && result.surprise !== null;
}

/** For what cannot do without: brings it along. */
export function getActing(): Acting {
	return getSession().actBy(Acting);
}
