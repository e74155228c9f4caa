import { untrack } from 'svelte';
import type { LogEntry } from '$lib/domain/mutations/result';
import { applyReaction } from '$lib/domain/mutations/reactions';
import {
	getChatID,
	isReactionMutation,
	type Mutation,
	type ReactionMutation
} from '$lib/domain/mutations/mutation';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { addMessages, updateNewest } from '$lib/domain/chat/message-list';
import type { Message } from '$lib/domain/chat/message';
import type { MessagePage, MessageSource, ParseIssue } from '$lib/domain/connection/source';
import { findSelfID } from '$lib/domain/chat/sender';
import { SourceError } from '$lib/domain/connection/source-error';
import type { LoadState } from '$lib/domain/connection/async-state';
import type { ActivityLog } from './activity-log.svelte';
import { TaskLimit } from './concurrency';
import {
	addPositions,
	getCursors,
	NO_POSITIONS,
	type ReadPage,
	type ReadPosition,
	type ReadPositions
} from '$lib/domain/chat/read-positions';
import { PageCursor } from './resource.svelte';

export interface ThreadOptions {
	source: MessageSource;
	chatID: ChatID;
	/** Returns the current chat. */
	chat: () => Chat;
	/** Has every reaction given and undone from this tab: the `Mutations`. */
	mutations: { readonly activity: ActivityLog; readonly pending: readonly Mutation[] };
}

/** A reaction of the log, pending or ended. */
type LoggedReaction = Pick<LogEntry, 'id' | 'outcome'> & { mutation: ReactionMutation };

/** Pages that are read at most to find the messages between those known and the newest. */
const MOST_MISSED = 10;

/** Pages of older messages that are read at most to find one message. */
const MOST_SOUGHT = 20;

/**
 * The messages of one chat, as far back as they were loaded, with reactions added and removed in
 * this tab since.
 */
export class Thread {
	readonly #options: ThreadOptions;
	#known = $state.raw<readonly Message[]>([]);
	#positions = $state.raw<ReadPositions>(NO_POSITIONS);
	/** By the cursors of their pages, since a page may be read again. */
	#parseIssues = $state.raw<
		readonly { cursor: string | undefined; found: readonly ParseIssue[] }[]
	>([]);
	#phase = $state.raw<LoadState>({ name: 'idle' });
	#unsettled = $state.raw(0);
	readonly #pages = new PageCursor();
	#reading: symbol | null = null;
	#isOutdated = false;
	readonly #turns = new TaskLimit(1);

	/** Reactions that ended since their message was read, oldest first. */
	readonly #since: readonly LoggedReaction[] = $derived.by(() =>
		this.#options.mutations.activity.entries
			.flatMap(({ id, outcome, mutation }) =>
				isReactionMutation(mutation) ? [{ id, outcome, mutation }] : []
			)
			.filter(({ id, mutation }) => this.#concerns(mutation) && id > this.#asOf(mutation))
			.reverse()
	);
	readonly #doubtful: readonly LoggedReaction[] = $derived(
		this.#since.filter(({ outcome: { kind } }) => kind === 'failed' || kind === 'unknown')
	);

	/** Oldest first. Pending reactions are shown optimistically. */
	readonly messages: readonly Message[] = $derived.by(() => {
		const done = this.#since.filter(({ outcome }) => outcome.kind === 'done');
		const pending = this.#options.mutations.pending
			.filter(isReactionMutation)
			.filter((mutation) => this.#concerns(mutation));
		const chat = this.#options.chat();
		const selfID = findSelfID(chat, this.#known) ?? '';
		return [...done.map(({ mutation }) => mutation), ...pending].reduce(
			(messages, mutation) => react(messages, mutation, chat, selfID),
			this.#known
		);
	});

	/**
	 * Increases with each reaction of unknown effect, upon which {@link refetch} should be called; 0
	 * when all effects are known.
	 */
	readonly doubt: number = $derived(this.#doubtful.at(-1)?.id ?? 0);

	/** Parts of the messages that could not be parsed. */
	readonly parseIssues: readonly ParseIssue[] = $derived(
		this.#parseIssues.flatMap(({ found }) => found)
	);

	constructor(options: ThreadOptions) {
		this.#options = options;
	}

	get phase() {
		return this.#phase;
	}

	/** False once the start of the chat has been loaded. */
	get hasOlder() {
		return this.#pages.next !== undefined;
	}

	/** True when refetching has failed, so that the reactions shown may be wrong. */
	get isDoubtful() {
		return this.doubt !== 0 && this.#unsettled === this.doubt;
	}

	/** True when there may be newer messages, and none are being read. */
	get isOutdated() {
		return this.#isOutdated;
	}

	/**
	 * Reads the newest messages, also if some are loaded; those stay, unless too many came since to be
	 * read up to them.
	 */
	async load(signal: AbortSignal): Promise<void> {
		await this.#show(() => this.#readNewest(signal), signal);
	}

	/**
	 * Loads older messages until one is there.
	 *
	 * @returns false when it is not among the last messages: see `MOST_SOUGHT`
	 */
	async seek(messageID: string, signal: AbortSignal): Promise<boolean> {
		for (let count = 0; count < MOST_SOUGHT; count++) {
			if (this.#known.some(({ id }) => id === messageID)) return true;
			if (!this.hasOlder || signal.aborted || this.#phase.name !== 'ready') break;
			await this.loadOlder(signal);
		}
		return this.#known.some(({ id }) => id === messageID);
	}

	async loadOlder(signal: AbortSignal): Promise<void> {
		if (!this.hasOlder || this.#phase.name === 'loading') return;
		await this.#show(() => this.#readOlder(signal), signal);
	}

	/**
	 * Reads new and changed messages, back to the first known one, without showing that it is
	 * reading. Calls while others wait are joined, but only by a read that succeeds. After an expected
	 * failure the loaded messages stay.
	 */
	async refresh(signal: AbortSignal): Promise<void> {
		this.#isOutdated = true;
		await this.#try(async () => {
			const isLoaded = this.#known.length > 0 || this.#phase.name === 'ready';
			if (isLoaded && this.#isOutdated) await this.#readNewest(signal);
		}, signal);
	}

	/** Reads messages with reactions of unknown effect again. */
	async refetch(signal: AbortSignal): Promise<void> {
		const doubt = untrack(() => this.doubt);
		await this.#try(() => this.#readDoubtful(signal), signal);
		this.#unsettled = doubt;
	}

	/** Reads in its turn, and shows in `phase` that it is reading, or has failed. */
	async #show(read: () => Promise<void>, signal: AbortSignal): Promise<void> {
		const reading = Symbol();
		this.#reading = reading;
		this.#phase = { name: 'loading' };
		try {
			await this.#take(read, signal);
			this.#phase = { name: 'ready' };
			// A refresh may have failed before.
			if (this.#isOutdated) void this.refresh(signal);
		} catch (error) {
			if (this.#reading !== reading) return;
			if (signal.aborted) this.#phase = { name: this.#known.length > 0 ? 'ready' : 'idle' };
			else if (error instanceof SourceError) this.#phase = { name: 'failed', error };
			else throw error;
		}
	}

	/** Reads in its turn; an expected failure is not shown. */
	async #try(read: () => Promise<void>, signal: AbortSignal): Promise<void> {
		try {
			await this.#take(read, signal);
		} catch (error) {
			if (!(error instanceof SourceError) && !signal.aborted) throw error;
		}
	}

	/**
	 * Runs a read when those before have ended, so that each begins with what is known then, and the
	 * response that is stored last is the newest. Effects that call it do not depend on what it uses.
	 */
	#take(read: () => Promise<void>, signal: AbortSignal): Promise<void> {
		return untrack(() => this.#turns.run(read, signal));
	}

	async #readNewest(signal: AbortSignal): Promise<void> {
		this.#isOutdated = false;
		try {
			this.#addNewest(await this.#walkBack(signal));
		} catch (error) {
			this.#isOutdated = true;
			throw error;
		}
	}

	/** Asks for the newest page and those before it, back to the first known message. */
	async #walkBack(signal: AbortSignal): Promise<readonly ReadPage[]> {
		const pages: ReadPage[] = [];
		let cursor: string | undefined;
		do {
			const page = await this.#ask(cursor, signal);
			pages.push(page);
			if (this.#known.length === 0 || this.#hasAny(page.items)) break;
			cursor = page.older;
		} while (cursor !== undefined && pages.length < MOST_MISSED);
		return pages;
	}

	/**
	 * Adds pages together, once they join the known messages: if some were added before, the next walk
	 * would take them for known, and leave a hole behind them. Messages that they do not reach are
	 * forgotten, to be loaded again as older ones.
	 */
	#addNewest(pages: readonly ReadPage[]) {
		const items = pages.flatMap((page) => page.items);
		// A server that has just started may return nothing.
		const isBare = items.length === 0 && this.#known.length > 0;
		if (!this.#hasAny(items) && !isBare) {
			this.#forget();
			for (const { position, older } of pages) this.#pages.advance(position.cursor, older);
		}
		this.#known = updateNewest(this.#known, items);
		this.#note(pages);
	}

	#forget() {
		this.#known = [];
		this.#positions = NO_POSITIONS;
		this.#parseIssues = [];
		this.#pages.reset();
	}

	async #readOlder(signal: AbortSignal): Promise<void> {
		const cursor = this.#pages.next;
		if (cursor === undefined) return;
		const page = await this.#addPage(cursor, signal);
		this.#pages.advance(cursor, page.older);
	}

	async #readDoubtful(signal: AbortSignal): Promise<void> {
		const cursors = getCursors(
			this.#positions,
			this.#doubtful.map(({ mutation }) => mutation.messageID)
		);
		for (const cursor of cursors) if (cursor !== undefined) await this.#addPage(cursor, signal);
		// Last, since it may forget the messages of the other pages.
		if (cursors.includes(undefined)) await this.#readNewest(signal);
	}

	/** Reads a page that is next to known messages, or has some. */
	async #addPage(cursor: string, signal: AbortSignal): Promise<MessagePage> {
		const page = await this.#ask(cursor, signal);
		this.#known = addMessages(this.#known, page.items);
		this.#note([page]);
		return page;
	}

	async #ask(cursor: string | undefined, signal: AbortSignal): Promise<ReadPage> {
		const { source, chatID } = this.#options;
		const position: ReadPosition = { cursor, asOf: this.#lastEnded() };
		const page = await source.messages(chatID, cursor, signal);
		signal.throwIfAborted();
		return { ...page, position };
	}

	/** Stores what else is known of pages whose messages are added. */
	#note(pages: readonly ReadPage[]) {
		for (const page of pages) {
			this.#positions = addPositions(this.#positions, page);
			const { cursor } = page.position;
			const others = this.#parseIssues.filter((other) => other.cursor !== cursor);
			this.#parseIssues = [...others, { cursor, found: page.parseIssues }];
		}
	}

	/** True when one of these messages was read before. */
	#hasAny(messages: readonly Message[]): boolean {
		return messages.some(({ id }) => this.#positions.has(id));
	}

	/** Valid because the log's entries about one chat end in their order. */
	#lastEnded(): number {
		const last = this.#options.mutations.activity.entries.find(
			({ mutation, outcome }) => this.#concerns(mutation) && outcome.kind !== 'pending'
		);
		return last?.id ?? 0;
	}

	#concerns(mutation: LogEntry['mutation']): boolean {
		return getChatID(mutation) === this.#options.chatID;
	}

	/** Infinity for a message that was not read. */
	#asOf({ messageID }: ReactionMutation): number {
		return this.#positions.get(messageID)?.asOf ?? Infinity;
	}
}

/** A thread that is kept longer than the component that first shows it, as are its derived values. */
export function createThread(options: ThreadOptions): Thread {
	let thread!: Thread;
	$effect.root(() => {
		thread = new Thread(options);
	});
	return thread;
}

function react(
	messages: readonly Message[],
	mutation: ReactionMutation,
	chat: Chat,
	selfID: string
): readonly Message[] {
	return messages.map((message) =>
		message.id === mutation.messageID ? applyReaction(message, mutation, selfID, chat) : message
	);
}
