import { createContext } from 'svelte';
import { guessOf } from '$lib/domain/mutations/optimistic';
import { entriesByChat, isDone, type Entry, type Result } from '$lib/domain/mutations/result';
import { UNDO_FOR } from '$lib/domain/mutations/undo';
import {
	chatIDOf,
	isChange,
	isFieldWrite,
	slotOf,
	type Write
} from '$lib/domain/mutations/mutation';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import type { SourceError } from '$lib/domain/connection/source';
import { Deeds } from './deeds';
import { Drafts } from './drafts.svelte';
import { Sender, type SenderOptions } from './sender';
import type { DraftShelf } from './shelf';
import { Turns } from './turns';
import { undoEntries } from './undoing';
import { UnderWay } from './under-way.svelte';

export interface ActionsOptions extends SenderOptions {
	/** Why nothing may be changed, asked before each write: see `blockOf`. */
	block: () => string | null;
	/** Keeps drafts over a reload; absent: they are kept in memory only. */
	shelf?: DraftShelf | undefined;
}

export interface ManyOptions {
	/** Stops what has not begun; the connection's end unless told. */
	signal?: AbortSignal | undefined;
	onresult?: (write: Write, result: Result) => void;
	/** No clear answer has come: its result waits until the chat has been looked at. */
	ondoubt?: (error: SourceError) => void;
}

export interface UndoOptions extends ManyOptions {
	/** Only these of the deed; all that can be unless told. */
	entries?: readonly Entry[];
}

export interface PerformOptions {
	/** The deed it is part of; one of its own unless told. */
	deed?: number;
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
	readonly #turns = new Turns();
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
	get pending(): readonly Write[] {
		return this.#underWay.writes;
	}

	/** Whether a write about the same is under way; another would be ignored. */
	isPending(write: Write): boolean {
		return this.#underWay.has(write);
	}

	/** Whether any change is under way, or waits for its turn. */
	get isBusy(): boolean {
		return this.#underWay.isBusy;
	}

	/** The kinds of writes about a chat that are under way. */
	pendingKinds(chatID: ChatID): ReadonlySet<Write['kind']> {
		return this.#underWay.kinds(chatID);
	}

	/** The writes of a deed that can still be taken back, newest first. */
	undoable(deed: number): readonly Entry[] {
		return this.activity.undoable(deed, this.#options.now());
	}

	/** Do one thing, unless it is under way already. An expected failure is a result, a bug is thrown. */
	async perform(write: Write, options: PerformOptions = {}): Promise<Result> {
		if (this.isPending(write)) return { kind: 'ignored' };
		return this.#attempt(write, options, (run) => this.#turns.take(turnOf(write), run));
	}

	async #attempt(
		write: Write,
		options: PerformOptions,
		wait: (run: () => Promise<Result>) => Promise<Result> = (run) => run()
	): Promise<Result> {
		const refusal = this.#refuse(write);
		if (refusal) return refusal;

		const unguess = options.show ? () => {} : this.#options.chats.guess(guessOf(write));
		try {
			return await this.#underWay.during(write, () => wait(() => this.#run(write, options)));
		} finally {
			unguess();
		}
	}

	/**
	 * Many writes as one deed, a few at a time, shown as the server answers them. After `signal`
	 * aborts no further is begun.
	 */
	async performAll(
		writes: readonly Write[],
		{ deed, signal, onresult, ondoubt }: ManyOptions & { deed: number }
	): Promise<void> {
		await this.#deeds.run(deed, writes, signal, async (write, show) => {
			onresult?.(write, await this.perform(write, { deed, show, ondoubt }));
		});
		this.activity.renew(deed, this.#options.now() + UNDO_FOR);
	}

	/**
	 * Take back what was done in one go, each chat to its own earlier value, the last done first.
	 * What could not be taken back may be tried again as long as there is time.
	 */
	async undo(
		deed: number,
		{ signal, onresult, ondoubt, entries = this.undoable(deed) }: UndoOptions = {}
	): Promise<void> {
		if (this.#deeds.isRunning(deed) || entries.length === 0) return;
		const chats = entriesByChat(entries);
		// Alone it is shown at once; of many, each is shown when the server has answered.
		const isAlone = chats.length === 1;
		const options = { deed: this.activity.nextDeed(), canUndo: false, ondoubt };
		await this.#deeds.run(deed, chats, signal, async (ofChat, show) => {
			await this.#takeBack(ofChat, isAlone ? options : { ...options, show }, onresult);
		});
		this.activity.renew(deed, this.#options.now() + UNDO_FOR);
	}

	/** In one turn, so that what is under way is done before, and nothing comes between. */
	async #takeBack(
		ofChat: readonly Entry[],
		options: PerformOptions,
		onresult: ManyOptions['onresult']
	): Promise<void> {
		const [latest] = ofChat;
		if (!latest) return;
		const { chats, activity } = this.#options;
		await this.#turns.take(turnOf(latest.write), () => {
			const chatID = latest.after?.id ?? chatIDOf(latest.write);
			return undoEntries(ofChat, {
				activity,
				chat: chatID === undefined ? undefined : chats.known(chatID),
				attempt: (write, about) => this.#attempt(write, { ...options, ...about }),
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
	async look(write: Write, chat?: Chat): Promise<Result | undefined> {
		if (!isFieldWrite(write)) return undefined;
		const { chats, activity } = this.#options;
		return this.#turns.take(turnOf(write), async () => {
			const show = { show: (chat: Chat) => chats.take([chat]) };
			const seen = chat ?? (await this.#sender.read(write.chatID, show));
			const outcome = seen && this.#sender.review(write, seen);
			if (outcome && isDone(outcome)) activity.strike(write);
			return outcome;
		});
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
			left,
			from,
			ondoubt,
			show = (chat: Chat) => this.#options.chats.take([chat])
		} = options;
		const sending = { deed, canUndo, left, from, ondoubt, show };
		return write.kind === 'draft'
			? this.drafts.set(write, sending)
			: this.#sender.send(write, sending);
	}
}

/** Whatever is about one chat waits for each other. */
function turnOf(write: Write): string {
	return chatIDOf(write) ?? slotOf(write);
}

export const [getActions, setActions] = createContext<Actions>();
