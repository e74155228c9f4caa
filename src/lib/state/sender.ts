import { afterAnswer, applyWrite } from '$lib/domain/actions/guess';
import type { Guess } from '$lib/domain/actions/guesses';
import {
	isDone,
	isOutcomeUnknown,
	mayHaveChanged,
	type Entry,
	type Outcome
} from '$lib/domain/actions/outcome';
import { isSettled, surpriseOf } from '$lib/domain/actions/settled';
import { undoOf, UNDO_FOR } from '$lib/domain/actions/undo';
import { chatIDOf, isFieldWrite, type Write } from '$lib/domain/actions/write';
import type { WriteAnswer, Writer } from '$lib/domain/actions/writer';
import type { Chat, ChatID } from '$lib/domain/chat';
import { SourceError, type Source } from '$lib/domain/source';
import type { Activity } from './activity.svelte';

/** Where the chats are that a write changes: the `Inbox`. */
export interface ChatStore {
	/** As the server last described it, without guesses. */
	known(id: ChatID): Chat | undefined;
	/** Take what the server said now. */
	take(chats: readonly Chat[]): void;
	/** Show at once what a write should do, until the returned function is called. */
	guess(guess: Guess): () => void;
}

export interface SenderOptions {
	source: Writer & Pick<Source, 'chat'>;
	chats: ChatStore;
	activity: Activity;
	/** Epoch milliseconds. */
	now: () => number;
	/** Ends with the connection. A write that was sent is not taken back by leaving a page. */
	signal: AbortSignal;
}

export interface SendOptions {
	/** See `Entry.deed`. */
	deed: number;
	/** False for what is itself an undoing. */
	canUndo: boolean;
	/** What to do with a chat as the server describes it. */
	show: (chat: Chat) => void;
	/** The chat before the first of several steps; as it is before this one unless told. */
	from?: Chat | undefined;
	/** As an undoing: how that which it takes back left the chat. */
	left?: Chat | undefined;
}

/** Sends one write, logs it, and finds out what became of the chat. */
export class Sender {
	readonly #options: SenderOptions;

	constructor(options: SenderOptions) {
		this.#options = options;
	}

	/** One request. An expected failure is an outcome; a bug is thrown, once it is logged. */
	async send(write: Write, options: SendOptions): Promise<Outcome> {
		const { source, chats, activity, now, signal } = this.#options;
		const id = chatIDOf(write);
		const before = id === undefined ? undefined : chats.known(id);
		const entry = activity.begin({ deed: options.deed, at: now(), write, before });
		const sent = { entry, write, before };
		try {
			const answer = await source.perform(write, signal);
			activity.settle(entry, { status: answer.status, answer: answer.json });
			const after = await this.#follow(write, before, answer, options);
			const surprise = after ? surpriseOf(write, before, after) : null;
			const { chatID } = answer;
			const outcome: Outcome = { kind: 'done', surprise, ...(chatID !== undefined && { chatID }) };
			return this.#settle(sent, after, outcome, options);
		} catch (error) {
			// Nobody knows what a bug has left behind.
			const known = error instanceof SourceError ? error : new SourceError('malformed');
			activity.settle(entry, { status: known.status, answer: known.says ?? '' });
			const after = mayHaveChanged(known) ? await this.#lookAgain(write, options) : undefined;
			const found = after && isSettled(write, after);
			const outcome: Outcome = isOutcomeUnknown(known)
				? { kind: 'unknown', error: known, found }
				: { kind: 'failed', error: known };
			this.#settle(sent, after, outcome, options);
			if (known !== error) throw error;
			return outcome;
		}
	}

	/** What a write did is taken back together with a later one. */
	dropUndo(write: Write) {
		const { activity } = this.#options;
		const entry = activity.entries.find((each) => each.write === write);
		if (entry) activity.settle(entry.id, { undo: [] });
	}

	/** @returns undefined when the chat cannot be read now */
	async read(id: ChatID, { show }: Pick<SendOptions, 'show'>): Promise<Chat | undefined> {
		const { source, chats, signal } = this.#options;
		try {
			const chat = afterAnswer(chats.known(id), (await source.chat(id, signal)).chat);
			show(chat);
			return chat;
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			return undefined;
		}
	}

	#settle(
		{ entry, write, before }: Pick<Entry, 'write' | 'before'> & { entry: number },
		after: Chat | undefined,
		outcome: Outcome,
		{ canUndo, from = before }: SendOptions
	): Outcome {
		const undo = canUndo && isDone(outcome) ? undoOf(from, write, after) : [];
		const undoUntil = this.#options.now() + UNDO_FOR;
		this.#options.activity.settle(entry, { after, outcome, undo, undoUntil });
		return outcome;
	}

	/** The chat after a write that the server took. */
	async #follow(
		write: Write,
		before: Chat | undefined,
		answer: WriteAnswer,
		options: SendOptions
	): Promise<Chat | undefined> {
		if (answer.chat) {
			const after = afterAnswer(before, answer.chat);
			options.show(after);
			return after;
		}
		if (answer.chatID !== undefined) return this.read(answer.chatID, options);
		const after = await this.#lookAgain(write, options);
		// The server has taken it and cannot be asked: believe it.
		if (!after && before) options.show(applyWrite(before, write));
		return after;
	}

	async #lookAgain(write: Write, options: SendOptions): Promise<Chat | undefined> {
		return isFieldWrite(write) ? this.read(write.chatID, options) : undefined;
	}
}
