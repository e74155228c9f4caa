import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { findMissingIDs } from '$lib/domain/chat/chat-map';
import { SourceError, type SourceFailure } from '$lib/domain/connection/source-error';
import type { ChatPage, Source } from '$lib/domain/connection/source';
import type { ChatStore } from './chat-store.svelte';
import { forEachConcurrent, getElapsed } from './concurrency';

/** The chats that a walk through the server's list has met so far. */
export class ChatWalk {
	readonly #store: Pick<ChatStore, 'has'>;
	readonly #metIDs = new Set<ChatID>();
	#newCount = 0;
	#isWhole = false;

	/** @param store - asked whether a chat is known when the walk first meets it */
	constructor(store: Pick<ChatStore, 'has'>) {
		this.#store = store;
	}

	/** True when the list itself was walked to its end, rather than only the search. */
	get isWhole(): boolean {
		return this.#isWhole;
	}

	/** Number of chats met. */
	get size(): number {
		return this.#metIDs.size;
	}

	/** Number of chats met that were not known before. */
	get newCount(): number {
		return this.#newCount;
	}

	/** Call it before the page is applied to the store. */
	note({ items, isLast }: ChatPage) {
		for (const { id } of items) {
			if (!this.#metIDs.has(id) && !this.#store.has(id)) this.#newCount += 1;
			this.#metIDs.add(id);
		}
		if (isLast) this.#isWhole = true;
	}

	/** Of the chats known before the walk, those that it did not meet. */
	findMissingIDs(knownIDs: readonly ChatID[]): readonly ChatID[] {
		return findMissingIDs(knownIDs, this.#metIDs);
	}
}

/** Milliseconds for which a server must repeat an implausible response. */
const BELIEVED_AFTER = 60_000;
/**
 * Longest time between two responses that counts, in milliseconds: the computer may have slept in
 * between.
 */
const LONGEST_GAP = 15_000;

/**
 * The time for which a server has repeated an implausible response, such as that all chats are
 * gone. A server that has just started returns one, and corrects it within seconds.
 */
export class ConfirmationPeriod {
	readonly #now: () => number;
	#notedAt: number | undefined;
	#lasted = 0;

	/** @param now - epoch milliseconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	/**
	 * Records an implausible response. @returns whether the server has repeated it for long enough
	 */
	note(): boolean {
		const now = this.#now();
		if (this.#notedAt !== undefined)
			this.#lasted += Math.min(getElapsed(this.#notedAt, now), LONGEST_GAP);
		this.#notedAt = now;
		return this.#lasted >= BELIEVED_AFTER;
	}

	/** Records a plausible response. */
	reset() {
		this.#notedAt = undefined;
		this.#lasted = 0;
	}
}

/** Requests for single chats that run at once. */
const AT_ONCE = 4;
/**
 * Failures of a server that responds but cannot return this chat, which does not mean that the chat
 * was deleted.
 */
const NOT_DESCRIBED: readonly SourceFailure[] = ['server-fault', 'malformed'];

/** The result of requesting one chat by its ID. */
type ChatResult =
	| { kind: 'found'; chat: Chat }
	/** `gone`: the server no longer has it. `unknown`: the server cannot tell. */
	| { kind: 'gone' | 'unknown' };

/**
 * Requests chats one by one.
 *
 * @throws SourceError when the server is away; an abort error when the signal aborts
 */
export async function readChats(
	ids: readonly ChatID[],
	source: Pick<Source, 'chat'>,
	signal: AbortSignal,
	onresult: (id: ChatID, result: ChatResult) => void
): Promise<void> {
	await forEachConcurrent(ids, AT_ONCE, signal, async (id) => {
		onresult(id, await readChat(id, source, signal));
	});
	signal.throwIfAborted();
}

async function readChat(
	id: ChatID,
	source: Pick<Source, 'chat'>,
	signal: AbortSignal
): Promise<ChatResult> {
	try {
		const { chat } = await source.chat(id, signal);
		return { kind: 'found', chat };
	} catch (error) {
		if (!(error instanceof SourceError)) throw error;
		if (error.failure === 'not-found') return { kind: 'gone' };
		if (NOT_DESCRIBED.includes(error.failure)) return { kind: 'unknown' };
		throw error;
	}
}

/**
 * Reads members of merged chats that are missing from the list, as on some servers. Each is
 * requested once, whether or not it is found.
 */
export class MemberReader {
	readonly #store: ChatStore;
	readonly #requestedIDs = new Set<ChatID>();

	constructor(store: ChatStore) {
		this.#store = store;
	}

	/**
	 * Reads the members that no response has contained yet.
	 *
	 * @throws SourceError when the server is away, or the signal aborts
	 */
	async readMissing(source: Pick<Source, 'chat'>, signal: AbortSignal): Promise<void> {
		const ids = [...this.#store.merges.memberIDs].filter(
			(id) => !this.#store.has(id) && !this.#requestedIDs.has(id)
		);
		await this.#read(ids, source, signal);
	}

	/** Reads the current members of one merged chat. While the server is away they do not change. */
	async refetch({ merge }: Chat, source: Pick<Source, 'chat'>, signal: AbortSignal): Promise<void> {
		try {
			await this.#read(merge?.chatIDs ?? [], source, signal);
		} catch (error) {
			if (!signal.aborted && !(error instanceof SourceError)) throw error;
		}
	}

	async #read(
		ids: readonly ChatID[],
		source: Pick<Source, 'chat'>,
		signal: AbortSignal
	): Promise<void> {
		if (ids.length === 0) return;
		const requestTime = this.#store.getRequestTime();
		const chats: Chat[] = [];
		await readChats(ids, source, signal, (id, result) => {
			if (result.kind === 'found') chats.push(result.chat);
			this.#requestedIDs.add(id);
		});
		this.#store.apply(chats, requestTime);
	}
}
