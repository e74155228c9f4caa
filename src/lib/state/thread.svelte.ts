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

/** The time and the page of a message's last read. */
interface ReadPosition {
	/** Cursor of the page; undefined: the newest page. */
	cursor: string | undefined;
	/** ID of the last log entry about the chat that had ended at that time. */
	asOf: number;
}

/** By message ID. */
type ReadPositions = ReadonlyMap<string, ReadPosition>;

/** Pages that are read at most to find the messages between those known and the newest. */
const MOST_MISSED = 10;

/** Pages of older messages that are read at most to find one message. */
const MOST_SOUGHT = 20;

const NO_POSITIONS: ReadPositions = new Map();

function addPositions(
	positions: ReadPositions,
	ids: readonly string[],
	position: ReadPosition
): ReadPositions {
	return new Map([...positions, ...ids.map((id) => [id, position] as const)]);
}

/** The distinct cursors of the pages with which some messages were read. */
function getCursors(
	positions: ReadPositions,
	ids: readonly string[]
): readonly ReadPosition['cursor'][] {
	return [...new Set(ids.map((id) => positions.get(id)?.cursor))];
}

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
	/** True when there may be newer messages, and while they are being read. */
	#isOutdated = false;
	#isRefreshing = false;

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

	/** Reads the newest messages, also if some are loaded; loaded ones are kept. */
	async load(signal: AbortSignal): Promise<void> {
		await this.#read(undefined, signal);
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
		await this.#read(this.#pages.next, signal);
	}

	/**
	 * Reads new and changed messages, back to the first known one, without showing that it is
	 * reading. Calls while it runs are joined. After an expected failure the loaded messages stay.
	 */
	async refresh(signal: AbortSignal): Promise<void> {
		this.#isOutdated = true;
		if (this.#isRefreshing || this.#phase.name !== 'ready') return;
		this.#isRefreshing = true;
		try {
			while (this.#isOutdated) {
				this.#isOutdated = false;
				await this.#readMissed(signal);
			}
		} catch (error) {
			if (!(error instanceof SourceError) && !signal.aborted) throw error;
		} finally {
			this.#isRefreshing = false;
		}
	}

	async #readMissed(signal: AbortSignal): Promise<void> {
		const known = this.#known.map(({ id }) => id);
		let cursor: string | undefined;
		for (let count = 0; count < MOST_MISSED; count++) {
			const { items, older } = await this.#take(cursor, signal);
			if (older === undefined || items.some(({ id }) => known.includes(id))) return;
			cursor = older;
		}
	}

	/** Reads messages with reactions of unknown effect again. */
	async refetch(signal: AbortSignal): Promise<void> {
		const { doubt, cursors } = untrack(() => ({
			doubt: this.doubt,
			cursors: getCursors(
				this.#positions,
				this.#doubtful.map(({ mutation }) => mutation.messageID)
			)
		}));
		try {
			for (const cursor of cursors) await this.#take(cursor, signal);
		} catch (error) {
			if (!(error instanceof SourceError) && !signal.aborted) throw error;
		}
		this.#unsettled = doubt;
	}

	async #read(cursor: string | undefined, signal: AbortSignal): Promise<void> {
		const reading = Symbol();
		this.#reading = reading;
		this.#phase = { name: 'loading' };
		try {
			const { older } = await this.#take(cursor, signal);
			// The newest messages, read again, do not change how far back others were loaded.
			if (cursor !== undefined || this.#pages.isAtStart) this.#pages.advance(cursor, older);
			this.#phase = { name: 'ready' };
			if (this.#isOutdated) void this.refresh(signal);
		} catch (error) {
			if (this.#reading !== reading) return;
			if (signal.aborted) this.#phase = { name: this.#known.length > 0 ? 'ready' : 'idle' };
			else if (error instanceof SourceError) this.#phase = { name: 'failed', error };
			else throw error;
		}
	}

	async #take(cursor: string | undefined, signal: AbortSignal): Promise<MessagePage> {
		const { source, chatID } = this.#options;
		const position: ReadPosition = { cursor, asOf: untrack(() => this.#lastEnded()) };
		const page = await source.messages(chatID, cursor, signal);
		signal.throwIfAborted();
		const add = cursor === undefined ? updateNewest : addMessages;
		this.#known = add(this.#known, page.items);
		const ids = page.items.map(({ id }) => id);
		this.#positions = addPositions(this.#positions, ids, position);
		const others = this.#parseIssues.filter((other) => other.cursor !== cursor);
		this.#parseIssues = [...others, { cursor, found: page.parseIssues }];
		return page;
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
