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
	#messages = $state.raw<readonly Message[]>([]);
	#oddities = $state.raw<readonly Oddity[]>([]);
	#older = $state.raw<string | undefined>(undefined);
	#phase = $state.raw<ThreadPhase>({ name: 'idle' });
	#walked: readonly string[] = [];

	constructor(source: MessageSource, chatID: ChatID) {
		this.#source = source;
		this.#chatID = chatID;
	}

	/** Oldest first. */
	get messages() {
		return this.#messages;
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
		const before = this.#messages.find(({ id }) => id === write.messageID);
		if (before) this.#put(applyReaction(before, write, selfID, chat));
		const result = await actions.perform(write);
		if (!isDone(result) && before) this.#restore(before);
		return result;
	}

	#put(message: Message) {
		this.#messages = this.#messages.map((other) => (other.id === message.id ? message : other));
	}

	/** Only the reactions: the rest may have been read again meanwhile. */
	#restore({ id, reactions }: Message) {
		const now = this.#messages.find((message) => message.id === id);
		if (now) this.#put({ ...now, reactions });
	}

	async #read(cursor: string | undefined, signal: AbortSignal): Promise<void> {
		this.#phase = { name: 'loading' };
		try {
			const page = await this.#source.messages(this.#chatID, cursor, signal);
			if (signal.aborted) return;
			this.#messages = addMessages(this.#messages, page.items);
			this.#oddities = [...this.#oddities, ...page.oddities];
			this.#note(cursor, page.older);
			this.#phase = { name: 'ready' };
		} catch (error) {
			if (signal.aborted) return;
			if (!(error instanceof SourceError)) throw error;
			this.#phase = { name: 'failed', error };
		}
	}

	/** Where to go on; a server that comes back to a place has no more. */
	#note(cursor: string | undefined, older: string | undefined) {
		if (cursor !== undefined) this.#walked = [...this.#walked, cursor];
		if (cursor === undefined && this.#walked.length > 0) return;
		this.#older = older !== undefined && this.#walked.includes(older) ? undefined : older;
	}
}
