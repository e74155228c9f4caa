import { applyReaction } from '$lib/domain/actions/reactions';
import { isDone, type Result } from '$lib/domain/actions/outcome';
import type { ReactionWrite } from '$lib/domain/actions/write';
import type { Chat, ChatID } from '$lib/domain/chat';
import { addMessages, type Message, type MessageSource } from '$lib/domain/messages';
import { SourceError, type Oddity } from '$lib/domain/source';
import type { Actions } from './actions.svelte';

export type ThreadPhase =
	{ name: 'idle' | 'loading' | 'ready' } | { name: 'failed'; error: SourceError };

/** The messages of one chat, as far back as somebody has looked. */
export class Thread {
	readonly #source: MessageSource;
	readonly #chatID: ChatID;
	#known = $state.raw<readonly Message[]>([]);
	#guesses = $state.raw<readonly Guess[]>([]);
	#oddities = $state.raw<readonly Oddity[]>([]);
	#older = $state.raw<string | undefined>(undefined);
	#phase = $state.raw<ThreadPhase>({ name: 'idle' });
	#walked: readonly string[] = [];
	#reading: symbol | null = null;

	/** Oldest first. What is under way is shown as if it were done. */
	readonly messages: readonly Message[] = $derived(this.#guesses.reduce(react, this.#known));

	constructor(source: MessageSource, chatID: ChatID) {
		this.#source = source;
		this.#chatID = chatID;
	}

	get oddities() {
		return this.#oddities;
	}

	get phase() {
		return this.#phase;
	}

	/** False once the beginning of the chat has been reached. */
	get hasOlder() {
		return this.#older !== undefined;
	}

	/** Read the newest messages, once more if some are there; those that were loaded stay. */
	async load(signal: AbortSignal): Promise<void> {
		await this.#read(undefined, signal);
	}

	async loadOlder(signal: AbortSignal): Promise<void> {
		if (this.#older === undefined || this.#phase.name === 'loading') return;
		await this.#read(this.#older, signal);
	}

	/** Add or remove a reaction, shown at once and taken back when it fails. */
	async react(actions: Actions, write: ReactionWrite, chat: Chat, selfID: string): Promise<Result> {
		if (actions.isPending(write)) return { kind: 'ignored' };
		const guess: Guess = { write, chat, selfID };
		this.#guesses = [...this.#guesses, guess];
		try {
			const result = await actions.perform(write);
			if (isDone(result)) this.#known = react(this.#known, guess);
			return result;
		} finally {
			this.#guesses = this.#guesses.filter((other) => other !== guess);
		}
	}

	async #read(cursor: string | undefined, signal: AbortSignal): Promise<void> {
		const reading = Symbol();
		this.#reading = reading;
		this.#phase = { name: 'loading' };
		try {
			const page = await this.#source.messages(this.#chatID, cursor, signal);
			signal.throwIfAborted();
			this.#known = addMessages(this.#known, page.items);
			this.#oddities = [...this.#oddities, ...page.oddities];
			this.#note(cursor, page.older);
			this.#phase = { name: 'ready' };
		} catch (error) {
			if (this.#reading !== reading) return;
			if (signal.aborted) this.#phase = { name: this.#known.length > 0 ? 'ready' : 'idle' };
			else if (error instanceof SourceError) this.#phase = { name: 'failed', error };
			else throw error;
		}
	}

	/** Where to go on; a server that comes back to a place has no more. */
	#note(cursor: string | undefined, older: string | undefined) {
		if (cursor !== undefined) this.#walked = [...this.#walked, cursor];
		if (cursor === undefined && this.#walked.length > 0) return;
		this.#older = older !== undefined && this.#walked.includes(older) ? undefined : older;
	}
}

/** A reaction under way. */
interface Guess {
	write: ReactionWrite;
	chat: Chat;
	selfID: string;
}

function react(messages: readonly Message[], { write, chat, selfID }: Guess): readonly Message[] {
	return messages.map((message) =>
		message.id === write.messageID ? applyReaction(message, write, selfID, chat) : message
	);
}
