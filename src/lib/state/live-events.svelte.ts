import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { isShrunken } from '$lib/domain/chat/chat-map';
import type { ServerEvent, ServerEvents } from '$lib/domain/connection/events';
import { MOST_ROWS, type Source } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { ChatStore } from './chat-store.svelte';
import { readChats } from './chat-walk';
import { getElapsed, type Watch } from './concurrency';

/** Milliseconds between two requests to catch up. */
const BETWEEN_CATCH_UPS = 5_000;
/** Milliseconds before a new connection: the shortest and the longest wait, which doubles each time. */
const RECONNECT = { first: 1_000, last: 30_000 };
/** A server that has refused so many connections, and accepted none, is asked rarely. */
const MOST_REFUSALS = 5;
/** Milliseconds between two of these rare connections. */
const REFUSED_PAUSE = 5 * 60_000;

export interface LiveEventsOptions extends NewsReaderOptions {
	/** Called when changes may have been missed, so that the newest chats have to be read. */
	oncatchup: () => void;
	/** From 0 up to 1; by default random. */
	random?: () => number;
}

/**
 * Follows the events of a server: chats that they name are read again. The events themselves are
 * never shown, and a missed one makes no difference in the end, since the chats are polled too.
 */
export class LiveEvents {
	readonly #options: LiveEventsOptions;
	readonly #reader: NewsReader;
	#isLive = $state(false);
	/** Ends the wait for the next connection. */
	#reconnectAlarm = new AbortController();
	#caughtUpAt = -Infinity;
	#isCatchingUp = false;

	constructor(options: LiveEventsOptions) {
		this.#options = options;
		this.#reader = new NewsReader(options);
	}

	/** True while the server reports changes. */
	get isLive() {
		return this.#isLive;
	}

	/** See {@link NewsReader.follow}. */
	follow(onmessages: (chatIDs: ReadonlySet<ChatID>) => void): () => void {
		return this.#reader.follow(onmessages);
	}

	/** Connects now, if not connected. */
	reconnect() {
		this.#reconnectAlarm.abort();
	}

	/** Runs until the signal aborts. Resolves at once for a source without events. */
	async run(source: Source, signal: AbortSignal): Promise<void> {
		const { events } = source;
		if (!events) return;
		await Promise.all([this.#keepOpen(events, signal), this.#reader.run(source, signal)]);
	}

	async #keepOpen(events: ServerEvents, signal: AbortSignal): Promise<void> {
		let failures = 0;
		let hasSubscribed = false;
		while (!signal.aborted) {
			await events((event) => {
				if (event.kind === 'subscribed') {
					hasSubscribed = true;
					failures = 0;
					this.#isLive = true;
				}
				this.#note(event, signal);
			}, signal);
			const wasLive = this.#isLive;
			this.#isLive = false;
			// Polling goes on at once at its usual pace.
			if (wasLive && !signal.aborted) this.#catchUp(signal);
			const isRefused = !hasSubscribed && failures >= MOST_REFUSALS;
			await this.#waitToReconnect(isRefused ? REFUSED_PAUSE : this.#getPause(failures), signal);
			failures += 1;
		}
	}

	/**
	 * Milliseconds before the next connection, spread at random so that several pages do not connect
	 * in the same moment.
	 */
	#getPause(failures: number): number {
		const { random = Math.random } = this.#options;
		const pause = Math.min(RECONNECT.first * 2 ** failures, RECONNECT.last);
		return Math.max(RECONNECT.first, pause * (0.5 + random() / 2));
	}

	async #waitToReconnect(pause: number, signal: AbortSignal): Promise<void> {
		this.#reconnectAlarm = new AbortController();
		await this.#options.watch.wait(pause, AbortSignal.any([signal, this.#reconnectAlarm.signal]));
	}

	#note(event: ServerEvent, signal: AbortSignal) {
		if (event.kind === 'subscribed' || event.kind === 'missed') this.#catchUp(signal);
		else this.#reader.note(event);
	}

	/** Joins requests to catch up, so that a hostile server cannot cause many. */
	#catchUp(signal: AbortSignal) {
		if (this.#isCatchingUp) return;
		this.#isCatchingUp = true;
		const { watch, oncatchup } = this.#options;
		const left = BETWEEN_CATCH_UPS - getElapsed(this.#caughtUpAt, watch.now());
		void watch.wait(Math.max(0, left), signal).then(() => {
			this.#isCatchingUp = false;
			this.#caughtUpAt = watch.now();
			if (!signal.aborted) oncatchup();
		});
	}
}

/** Milliseconds for which news is collected after the first, so that a burst is read once. */
const JOIN = 50;
/** Milliseconds between two updates of the chats while few or many are being read. */
const BETWEEN_UPDATES = { few: 200, many: 1_000 };
/** Up to this many chats are read one by one, however short the list is. */
const FEW = 20;
/** Milliseconds after which chats that could not be read are tried again. */
const RETRY = 5_000;
/** Milliseconds: the longest that a timer can wait. */
const FOREVER = 2 ** 31 - 1;

/** News of one chat. */
interface ChatNews {
	kind: 'chat-changed' | 'chat-deleted' | 'messages-changed';
	chatID: ChatID;
}

interface NewsReaderOptions {
	store: ChatStore;
	watch: Watch;
	/** Called after chats were read successfully. */
	onread: () => void;
}

/** The chats named since they were last read. */
interface News {
	changed: Set<ChatID>;
	deleted: Set<ChatID>;
	/** Chats with new or changed messages. */
	messages: Set<ChatID>;
}

function createNews(): News {
	return { changed: new Set(), deleted: new Set(), messages: new Set() };
}

/** Reads the chats that are in the news again. The news itself is never shown. */
class NewsReader {
	readonly #options: NewsReaderOptions;
	readonly #followers = new Set<(chatIDs: ReadonlySet<ChatID>) => void>();
	#news = createNews();
	/** Ends the wait for news. */
	#alarm = new AbortController();

	constructor(options: NewsReaderOptions) {
		this.#options = options;
	}

	/**
	 * Calls back for chats with new or changed messages, in batches, until the returned function is
	 * called.
	 */
	follow(onmessages: (chatIDs: ReadonlySet<ChatID>) => void): () => void {
		this.#followers.add(onmessages);
		return () => void this.#followers.delete(onmessages);
	}

	note({ kind, chatID }: ChatNews) {
		if (kind === 'messages-changed') this.#news.messages.add(chatID);
		if (kind === 'chat-deleted') this.#news.deleted.add(chatID);
		this.#news.changed.add(chatID);
		// Aborting creates an error each time, and a busy server reports a thousand changes a second.
		if (!this.#alarm.signal.aborted) this.#alarm.abort();
	}

	/** Reads until the signal aborts. */
	async run(source: Source, signal: AbortSignal): Promise<void> {
		this.#news = createNews();
		const { watch, onread } = this.#options;
		while (!signal.aborted) {
			await this.#waitForNews(signal);
			await watch.wait(JOIN, signal);
			await watch.seen(signal, 0);
			if (signal.aborted) return;
			const news = this.#news;
			this.#news = createNews();
			for (const onmessages of news.messages.size > 0 ? this.#followers : [])
				onmessages(news.messages);
			try {
				await this.#read(news, source, signal);
				onread();
			} catch (error) {
				if (signal.aborted) return;
				// Polling shows when the server is away.
				if (!(error instanceof SourceError)) throw error;
				for (const id of news.changed) this.#news.changed.add(id);
				for (const id of news.deleted) this.#news.deleted.add(id);
				await watch.wait(RETRY, signal);
			}
		}
	}

	async #waitForNews(signal: AbortSignal): Promise<void> {
		if (this.#news.changed.size > 0) return;
		this.#alarm = new AbortController();
		await this.#options.watch.wait(FOREVER, AbortSignal.any([signal, this.#alarm.signal]));
	}

	/**
	 * Reads the chats from the list as long as it has them, because only its rows have the last
	 * messages, and the others one by one. Many are all read from the list: more than it has pages, as
	 * that takes fewer requests.
	 */
	async #read(news: News, source: Source, signal: AbortSignal) {
		const waiting = { ...news, changed: new Set(news.changed) };
		const pages = Math.ceil(this.#options.store.all.length / MOST_ROWS);
		const areMany = news.changed.size > Math.max(FEW, pages);
		if (areMany || news.messages.size > 0) {
			await this.#readFromList(waiting, areMany, source, signal);
		}
		await this.#readSingly(waiting, source, signal);
	}

	/** @param waiting - its chats are removed as they are read */
	async #readFromList(
		waiting: News,
		areMany: boolean,
		source: Source,
		signal: AbortSignal
	): Promise<void> {
		const { store, watch } = this.#options;
		const pause = BETWEEN_UPDATES[areMany ? 'many' : 'few'];
		const update = new Update(this.#options, pause);

		async function applyNext() {
			// Showing many chats takes longer than a frame, so it starts when one begins.
			if (areMany) await watch.painted();
			signal.throwIfAborted();
			update.apply();
		}
		for await (const page of source.chats(signal, areMany ? { limit: MOST_ROWS } : {})) {
			store.missingPreviews.note(page);
			const before = waiting.changed.size;
			for (const { id } of page.items) waiting.changed.delete(id);
			if (areMany) this.#leaveToNext(waiting);
			if (areMany) await watch.still(signal);
			signal.throwIfAborted();
			update.add(page.items);
			if (update.isDue) await applyNext();
			const hasMet = waiting.changed.size < before;
			if (waiting.changed.size === 0 || (!areMany && !hasMet)) break;
		}
		await applyNext();
	}

	/**
	 * Removes chats that have changed again: they may have moved to a page that is read already, and are
	 * read in the next round anyway.
	 */
	#leaveToNext({ changed, deleted }: News) {
		for (const id of this.#news.changed) if (!deleted.has(id)) changed.delete(id);
	}

	async #readSingly(
		{ changed, deleted }: News,
		source: Source,
		signal: AbortSignal
	): Promise<void> {
		const { store } = this.#options;
		const gone: ChatID[] = [];
		const update = new Update(this.#options, BETWEEN_UPDATES.few);
		await readChats([...changed], source, signal, (id, result) => {
			if (result.kind === 'found') {
				store.missingPreviews.note({ items: [result.chat], parseIssues: [], lacksPreviews: true });
				update.add([result.chat]);
				if (update.isDue) update.apply();
			}
			// A chat is removed only if the server reported its deletion: a server that has just started knows no chat yet.
			if (result.kind === 'gone' && deleted.has(id) && store.has(id)) gone.push(id);
		});
		update.apply();
		const known = store.all.length;
		if (isShrunken({ known, missing: gone.length, listed: known - gone.length })) return;
		store.remove(gone);
	}
}

/** Chats that were read and are not shown yet, since each update computes everything again. */
class Update {
	readonly #store: ChatStore;
	readonly #now: () => number;
	readonly #pause: number;
	#changed: Chat[] = [];
	#requestTime: number;
	#appliedAt: number;

	/** @param pause - milliseconds between two updates */
	constructor({ store, watch }: Pick<NewsReaderOptions, 'store' | 'watch'>, pause: number) {
		this.#pause = pause;
		this.#store = store;
		this.#now = watch.now;
		this.#requestTime = store.getRequestTime();
		this.#appliedAt = watch.now();
	}

	add(chats: readonly Chat[]) {
		this.#changed.push(...this.#store.findChanged(chats));
	}

	get isDue(): boolean {
		return getElapsed(this.#appliedAt, this.#now()) >= this.#pause;
	}

	apply() {
		this.#store.applyLatest(this.#changed, this.#requestTime);
		this.#changed = [];
		this.#requestTime = this.#store.getRequestTime();
		this.#appliedAt = this.#now();
	}
}
