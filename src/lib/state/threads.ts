import { untrack } from 'svelte';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import type { Message } from '$lib/domain/chat/message';
import type { MessageSource } from '$lib/domain/connection/source';
import { getElapsed, TaskLimit } from './concurrency';
import { createThread, type Thread, type ThreadOptions } from './thread.svelte';

export interface ThreadsOptions {
	source: MessageSource;
	/** Returns the current version of a chat; undefined: the chat as it was given is used. */
	find: (id: ChatID) => Chat | undefined;
	mutations: ThreadOptions['mutations'];
	/** Returns epoch milliseconds. */
	now: () => number;
}

/** Requests for messages at once. */
const CONCURRENCY = 2;
/** Chats whose messages are kept. */
const MOST_THREADS = 30;
/** Milliseconds for which messages need not be read again when their chat is shown. */
const FRESH_FOR = 20_000;

const NOTHING: ReadonlySet<ChatID> = new Set();

/** The messages of the chats that are shown, were shown last, or are likely to be shown next. */
export class Threads {
	readonly #options: ThreadsOptions;
	readonly #limit = new TaskLimit(CONCURRENCY);
	/** The chat that was shown last comes last. */
	readonly #threads = new Map<ChatID, Thread>();
	/** Epoch milliseconds at which the newest messages were last read. */
	readonly #readAt = new Map<ChatID, number>();
	readonly #reading = new Map<ChatID, AbortController>();
	readonly #source: MessageSource;
	#wanted: ReadonlySet<ChatID> = NOTHING;

	constructor(options: ThreadsOptions) {
		this.#options = options;
		const { source } = options;
		this.#source = {
			messages: (chatID, cursor, signal) =>
				this.#limit.run(() => source.messages(chatID, cursor, signal), signal)
		};
	}

	/** The messages of a chat, which {@link read} reads. */
	get(chat: Chat): Thread {
		const { id } = chat;
		const { find, mutations } = this.#options;
		const thread =
			this.#threads.get(id) ??
			createThread({
				...{ source: this.#source, chatID: id, mutations },
				chat: () => find(id) ?? chat
			});
		this.#threads.delete(id);
		this.#threads.set(id, thread);
		this.#trim();
		return thread;
	}

	/**
	 * Reads the messages of the chat that is shown, which comes first, then those of chats likely to be
	 * shown next. Reads for other chats end.
	 *
	 * @returns ends these reads, unless others have begun since
	 */
	read(chats: readonly Chat[]): () => void {
		const wanted = new Set(chats.map(({ id }) => id));
		this.#wanted = wanted;
		this.#endOthers();
		untrack(() => {
			// The chat that is shown is kept longest, so its thread comes last.
			const threads = chats.toReversed().map((chat) => [chat.id, this.get(chat)] as const);
			for (const [place, [id, thread]] of threads.toReversed().entries())
				if (this.#isDue(thread, id, place === 0)) void this.#readNewest(thread, id);
		});
		return () => {
			if (this.#wanted !== wanted) return;
			this.#wanted = NOTHING;
			this.#endOthers();
		};
	}

	/**
	 * Reads the newest messages of a chat that isn't shown, unless they were read just now.
	 *
	 * @returns oldest first; undefined if they can't be read
	 */
	async readNewest(chat: Chat, signal: AbortSignal): Promise<readonly Message[] | undefined> {
		const { id } = chat;
		const thread = untrack(() => this.get(chat));
		if (thread.phase.name !== 'ready' || this.#isOld(thread, id)) {
			this.#readAt.set(id, this.#options.now());
			if (thread.phase.name === 'ready') await thread.refresh(signal);
			else await thread.load(signal);
		}
		return thread.phase.name === 'ready' ? thread.messages : undefined;
	}

	#endOthers() {
		for (const [id, controller] of this.#reading) {
			if (this.#wanted.has(id)) continue;
			controller.abort();
			this.#reading.delete(id);
			this.#readAt.delete(id);
		}
	}

	#isDue(thread: Thread, id: ChatID, isShown: boolean): boolean {
		if (this.#reading.has(id)) return false;
		const { name } = thread.phase;
		// No read is running, so an unfinished one was aborted.
		if (name === 'idle' || (name === 'loading' && thread.messages.length === 0)) return true;
		if (!isShown) return false;
		return name === 'failed' || this.#isOld(thread, id);
	}

	/** True when the newest messages were not read lately, or are known to lack some. */
	#isOld({ isOutdated }: Thread, id: ChatID): boolean {
		const readAt = this.#readAt.get(id) ?? -Infinity;
		return isOutdated || getElapsed(readAt, this.#options.now()) > FRESH_FOR;
	}

	async #readNewest(thread: Thread, id: ChatID): Promise<void> {
		const controller = new AbortController();
		this.#reading.set(id, controller);
		this.#readAt.set(id, this.#options.now());
		try {
			if (thread.phase.name === 'ready') await thread.refresh(controller.signal);
			else await thread.load(controller.signal);
		} finally {
			if (this.#reading.get(id) === controller) this.#reading.delete(id);
		}
	}

	#trim() {
		for (const id of this.#threads.keys()) {
			if (this.#threads.size <= MOST_THREADS) return;
			this.#threads.delete(id);
			this.#readAt.delete(id);
		}
	}
}
