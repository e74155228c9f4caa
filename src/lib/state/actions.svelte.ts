import { createContext } from 'svelte';
import { entriesByChat, isDone, type Entry, type Result } from '$lib/domain/actions/outcome';
import { UNDO_FOR } from '$lib/domain/actions/undo';
import { chatIDOf, isChange, kindsOf, slotOf, type Write } from '$lib/domain/actions/write';
import type { Chat, ChatID } from '$lib/domain/chat';
import { Batch } from './batch';
import { Drafts } from './drafts.svelte';
import { eachFew } from './few';
import { Sender, type SenderOptions } from './sender';
import { Turns } from './turns';

export interface ActionsOptions extends SenderOptions {
	/** Why nothing may be changed, asked before each write: see `blockOf`. */
	block: () => string | null;
}

export interface ManyOptions {
	/** Stops what has not begun; the connection's end unless told. */
	signal?: AbortSignal | undefined;
	onresult?: (write: Write, result: Result) => void;
}

export interface PerformOptions {
	/** The deed it is part of; one of its own unless told. */
	deed?: number;
	/** False for what is itself an undoing. */
	canUndo?: boolean;
	/** What to do with the server's answer, instead of showing it at once; then nothing is guessed. */
	show?: (chat: Chat) => void;
}

/** Writes under way together: real people and networks are at the other end. */
const AT_ONCE = 4;

/**
 * Changes chats: each write is sent once, shown at once, and gives way to what the server says.
 * Writes about one chat wait for each other, so that answers cannot overtake.
 */
export class Actions {
	readonly #options: ActionsOptions;
	readonly #sender: Sender;
	readonly #turns = new Turns();
	readonly drafts: Drafts;
	#pending = $state.raw<readonly Write[]>([]);
	#busy: readonly number[] = [];

	constructor(options: ActionsOptions) {
		this.#options = options;
		this.#sender = new Sender(options);
		this.drafts = new Drafts(this.#sender, options.chats);
	}

	get activity() {
		return this.#options.activity;
	}

	/** Whether a write about the same is under way; another would be ignored. */
	isPending(write: Write): boolean {
		const slot = slotOf(write);
		return this.#pending.some((other) => slotOf(other) === slot);
	}

	/** Whether any change is under way, or waits for its turn. */
	get isBusy(): boolean {
		return this.#pending.some(isChange);
	}

	/** The kinds of writes about a chat that are under way. */
	pendingKinds(chatID: ChatID): ReadonlySet<Write['kind']> {
		const ofChat = this.#pending.filter((write) => chatIDOf(write) === chatID);
		return kindsOf(ofChat);
	}

	/** The writes of a deed that can still be taken back, newest first. */
	undoable(deed: number): readonly Entry[] {
		return this.activity.undoable(deed, this.#options.now());
	}

	/** Do one thing, unless it is under way already. An expected failure is a result, a bug is thrown. */
	async perform(write: Write, options: PerformOptions = {}): Promise<Result> {
		if (this.isPending(write)) return { kind: 'ignored' };
		const refusal = this.#refuse(write);
		if (refusal) return refusal;

		this.#pending = [...this.#pending, write];
		const unguess = options.show ? () => {} : this.#options.chats.guess(write);
		try {
			return await this.#turns.take(chatIDOf(write) ?? slotOf(write), () =>
				this.#run(write, options)
			);
		} finally {
			unguess();
			this.#pending = this.#pending.filter((other) => other !== write);
		}
	}

	/**
	 * Many writes as one deed, a few at a time, shown as the server answers them. After `signal`
	 * aborts no further is begun.
	 */
	async performAll(
		writes: readonly Write[],
		{ deed, signal, onresult }: ManyOptions & { deed: number }
	): Promise<void> {
		await this.#many(deed, writes, signal, async (write, show) => {
			onresult?.(write, await this.perform(write, { deed, show }));
		});
		this.activity.renew(deed, this.#options.now() + UNDO_FOR);
	}

	/**
	 * Take back what was done in one go, each chat to its own earlier value, the last done first.
	 * What could not be taken back may be tried again as long as there is time.
	 */
	async undo(deed: number, { signal, onresult }: ManyOptions = {}): Promise<void> {
		if (this.#busy.includes(deed)) return;
		const chats = entriesByChat(this.undoable(deed));
		// Alone it is shown at once; of many, each is shown when the server has answered.
		const isAlone = chats.length === 1;
		const options = { deed: this.activity.nextDeed(), canUndo: false };
		await this.#many(deed, chats, signal, async (ofChat, show) => {
			for (const { id, undo } of ofChat) {
				for (const write of undo) {
					const result = await this.perform(write, isAlone ? options : { ...options, show });
					onresult?.(write, result);
					if (!isDone(result)) return;
				}
				this.activity.settle(id, { isUndone: true });
			}
		});
	}

	async #many<Item>(
		deed: number,
		items: readonly Item[],
		signal: AbortSignal = this.#options.signal,
		run: (item: Item, show: (chat: Chat) => void) => Promise<void>
	): Promise<void> {
		const batch = new Batch(this.#options.chats, this.#options.now);
		this.#busy = [...this.#busy, deed];
		try {
			await eachFew(items, AT_ONCE, signal, (item) => run(item, (chat) => batch.add(chat)));
		} finally {
			batch.flush();
			this.#busy = this.#busy.filter((other) => other !== deed);
		}
	}

	#refuse(write: Write): Result | null {
		const reason = isChange(write) ? this.#options.block() : null;
		return reason === null ? null : { kind: 'refused', reason };
	}

	async #run(write: Write, options: PerformOptions): Promise<Result> {
		// Somebody may have switched to read-only while it waited for its turn.
		const refusal = this.#refuse(write);
		if (refusal) return refusal;
		const {
			deed = this.activity.nextDeed(),
			canUndo = true,
			show = (chat: Chat) => this.#options.chats.take([chat])
		} = options;
		const sending = { deed, canUndo, show };
		return write.kind === 'draft' && write.value
			? this.drafts.set(write, sending)
			: this.#sender.send(write, sending);
	}
}

export const [getActions, setActions] = createContext<Actions>();
