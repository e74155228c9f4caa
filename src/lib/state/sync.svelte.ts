import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { MOST_ROWS, type Source } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { ChatStore } from './chat-store.svelte';
import { ChatWalk } from './chat-walk';
import type { Watch } from './concurrency';
import type { Inbox } from './inbox.svelte';
import { LiveEvents } from './live-events.svelte';

/** Milliseconds between two polls of the newest chats: the shortest while they change. */
const SHORTEST_PAUSE = 5_000;
/** While the server is starting. */
const STARTING_PAUSE = 3_000;
/** After a long time without changes. */
const QUIET_PAUSE = 20_000;
/** While the server does not respond: the longest wait for one that was started again. */
const AWAY_PAUSE = 20_000;
/** While the server reports changes itself, since it may miss some: iMessage's, for example. */
const LIVE_PAUSE = 60_000;
/** While the page is hidden, but has to go on reading. */
const BACKGROUND_PAUSE = 60_000;
/** Milliseconds between two pages of a sweep, while last messages are still missing and later. */
const BETWEEN_PAGES = { missing: 20, later: 150 };
/** Chats that a sweep applies at once, since each time everything shown is computed again. */
const AT_ONCE = 500;
/** Milliseconds between two sweeps, and after one that has not confirmed the chats. */
const BETWEEN_SWEEPS = { usual: 10 * 60_000, unsettled: 60_000 };
/** Milliseconds by which an activity is older than a walk that should have met it. */
const SHOULD_BE_MET = 60_000;
/** Milliseconds between two checks whether the inbox has finished its walk. */
const BETWEEN_CHECKS = 1_000;

export interface SyncOptions {
	/**
	 * Called after each successful poll.
	 *
	 * @param wasAway - true when the one before got no response
	 */
	onpoll?: ((state: { wasAway: boolean }) => Promise<void>) | undefined;
}

/**
 * Keeps an inbox current while the page is visible, or reads in the background: polls the newest
 * chats, where nearly all changes happen, and slowly sweeps through all the others, whose changes do
 * not move them to the top.
 */
export class Sync {
	readonly #inbox: Inbox;
	readonly #store: ChatStore;
	readonly #watch: Watch;
	readonly #onpoll: SyncOptions['onpoll'];
	#at = $state.raw<number | undefined>(undefined);
	#failure = $state.raw<SourceError | null>(null);
	readonly #live: LiveEvents;
	/** Ends the wait for the next poll. */
	#pollAlarm = new AbortController();
	/** True when a poll was requested while none was waited for. */
	#isPollDue = false;
	/** Called after the next poll. */
	#waiting: (() => void)[] = [];
	/** Ends the wait for the next sweep. */
	#sweepAlarm = new AbortController();

	constructor(inbox: Inbox, watch: Watch, { onpoll }: SyncOptions = {}) {
		this.#onpoll = onpoll;
		this.#inbox = inbox;
		this.#store = inbox.store;
		this.#watch = watch;
		this.#live = new LiveEvents({
			...{ store: inbox.store, watch },
			oncatchup: () => this.refresh(),
			onread: () => (this.#at = watch.now())
		});
	}

	/** True while the server reports changes, so that they are shown at once. */
	get isLive() {
		return this.#live.isLive;
	}

	/** See {@link LiveEvents.follow}. */
	follow(onmessages: (chatIDs: ReadonlySet<ChatID>) => void): () => void {
		return this.#live.follow(onmessages);
	}

	/** Epoch milliseconds of the last successful poll; undefined before the first. */
	get at() {
		return this.#at;
	}

	/** The failure of the last poll; null if it succeeded. */
	get failure() {
		return this.#failure;
	}

	/** True when the server is known not to respond. */
	get isAway(): boolean {
		const { phase } = this.#inbox;
		const failures = [this.#failure, phase.name === 'failed' ? phase.error : null];
		return failures.some((error) => error?.failure === 'unreachable');
	}

	/**
	 * Polls now.
	 *
	 * @returns resolves when a poll has ended, or after this time in milliseconds
	 */
	async refreshWithin(milliseconds: number, signal: AbortSignal): Promise<void> {
		const polled = new Promise<void>((resolve) => this.#waiting.push(resolve));
		this.refresh();
		await Promise.race([polled, this.#watch.wait(milliseconds, signal)]);
	}

	/** Polls now. */
	refresh() {
		this.#isPollDue = true;
		this.#pollAlarm.abort();
	}

	/** Connects to the server's events now, if they are not connected. */
	reconnect() {
		this.#live.reconnect();
	}

	/** Runs until the signal aborts. After an expected failure it retries later; a bug is thrown. */
	async run(source: Source, signal: AbortSignal): Promise<void> {
		if (!this.#inbox.isStarting) this.#at = this.#watch.now();
		await Promise.all([
			this.#poll(source, signal),
			this.#keepSweeping(source, signal),
			this.#live.run(source, signal)
		]);
	}

	async #poll(source: Source, signal: AbortSignal): Promise<void> {
		let pause = SHORTEST_PAUSE;
		for (;;) {
			const usualPause = this.isLive && !this.#failure ? LIVE_PAUSE : pause;
			await this.#waitForPoll(this.#inbox.isStarting ? STARTING_PAUSE : usualPause, signal);
			if (signal.aborted) return;
			const { name } = this.#inbox.phase;
			// The current walk reads the newest chats too.
			if (name === 'loading') continue;
			if (name === 'starting') {
				await this.#reload(source);
				continue;
			}
			try {
				const isQuiet = (await this.#readNewest(source, signal)) === 0;
				if (!isQuiet) await this.#inbox.memberReader.readMissing(source, signal);
				pause = isQuiet ? Math.min(pause * 1.25, QUIET_PAUSE) : SHORTEST_PAUSE;
				if (this.#inbox.isStarting) continue;
				const wasAway = this.isAway;
				this.#at = this.#watch.now();
				this.#failure = null;
				if (name === 'failed') void this.#inbox.load(source);
				this.#endWaiting();
				// Events may have been tried in vain so often that they are tried rarely.
				if (wasAway) this.#live.reconnect();
				await this.#onpoll?.({ wasAway });
			} catch (error) {
				if (signal.aborted) return;
				if (!(error instanceof SourceError)) throw error;
				this.#failure = error;
				this.#endWaiting();
				// A server may ask for no pause at all.
				pause = Math.max(SHORTEST_PAUSE, error.retryAfter ?? Math.min(pause * 2, AWAY_PAUSE));
			}
		}
	}

	#endWaiting() {
		for (const resolve of this.#waiting.splice(0)) resolve();
	}

	/** Loads everything again, from a server that may have just started. */
	async #reload(source: Source): Promise<void> {
		await this.#inbox.load(source);
		if (this.#inbox.phase.name === 'ready') this.#at = this.#watch.now();
	}

	/** Waits for the pause to end or for `refresh`, and then for the page to be visible. */
	async #waitForPoll(pause: number, signal: AbortSignal): Promise<void> {
		this.#pollAlarm = new AbortController();
		if (!this.#isPollDue)
			await this.#watch.wait(pause, AbortSignal.any([signal, this.#pollAlarm.signal]));
		await this.#watch.seen(signal, this.#isPollDue ? 0 : Math.max(0, BACKGROUND_PAUSE - pause));
		this.#isPollDue = false;
	}

	/**
	 * Reads from the newest chat on, until one has not moved; then the older ones have not moved
	 * either.
	 *
	 * @returns the number of chats that were new or different
	 */
	async #readNewest(source: Source, signal: AbortSignal): Promise<number> {
		let news = 0;
		const walk = new ChatWalk(this.#store);
		let requestTime = this.#store.getRequestTime();
		for await (const page of source.chats(signal)) {
			const { items } = page;
			walk.note(page);
			if (walk.isWhole && this.#inbox.lacks(walk)) {
				await this.#reload(source);
				return news;
			}
			const isCaughtUp = items.some((chat) => this.#hasNotMoved(chat));
			if (items.some((chat) => this.#wasMissed(chat))) this.#sweepAlarm.abort();
			news += this.#store.apply(items, requestTime).length;
			if (isCaughtUp) break;
			requestTime = this.#store.getRequestTime();
		}
		return news;
	}

	#hasNotMoved({ id, lastActivity }: Chat): boolean {
		const known = this.#store.get(id);
		return known !== undefined && known.lastActivity === lastActivity;
	}

	/**
	 * True when the chat is older than the last walk, although that did not meet it: it may have missed
	 * others too.
	 */
	#wasMissed({ id, lastActivity }: Chat): boolean {
		const { phase } = this.#inbox;
		if (phase.name !== 'ready' || lastActivity === undefined) return false;
		return !this.#store.get(id) && lastActivity < phase.value - SHOULD_BE_MET;
	}

	async #keepSweeping(source: Source, signal: AbortSignal): Promise<void> {
		// If the first walk used the list itself, no first sweep is needed.
		let isDue = !this.#inbox.isConfirmed || this.#store.missingPreviews.size > 0;
		while (!signal.aborted) {
			if (this.#inbox.phase.name !== 'ready') {
				await this.#watch.wait(BETWEEN_CHECKS, signal);
				continue;
			}
			let hasFailed = false;
			try {
				if (isDue) await this.#sweep(source, signal);
			} catch (error) {
				if (signal.aborted) return;
				// Polling shows when the server is away.
				if (!(error instanceof SourceError)) throw error;
				hasFailed = true;
			}
			const isConfirmed = !hasFailed && this.#inbox.isConfirmed;
			const pause = BETWEEN_SWEEPS[isConfirmed ? 'usual' : 'unsettled'];
			this.#sweepAlarm = new AbortController();
			await this.#watch.wait(pause, AbortSignal.any([signal, this.#sweepAlarm.signal]));
			isDue = true;
		}
	}

	/** Walks through all chats once. */
	async #sweep(source: Source, signal: AbortSignal): Promise<void> {
		const areMissing = this.#store.missingPreviews.size > 0 || !this.#inbox.isConfirmed;
		const pause = BETWEEN_PAGES[areMissing ? 'missing' : 'later'];
		await this.#watch.wait(pause, signal);
		const known = [...this.#store.ids()];
		const walk = new ChatWalk(this.#store);
		let waiting: Chat[] = [];
		let requestTime = this.#store.getRequestTime();
		const applyWaiting = () => {
			this.#store.apply(waiting, requestTime);
			waiting = [];
			requestTime = this.#store.getRequestTime();
		};
		for await (const page of source.chats(signal, { limit: MOST_ROWS })) {
			this.#store.missingPreviews.note(page);
			walk.note(page);
			waiting.push(...page.items);
			await this.#watch.wait(pause, signal);
			await this.#watch.seen(signal);
			// Applying many chats takes longer than a frame, so wait until the user stops scrolling.
			await this.#watch.still(signal);
			signal.throwIfAborted();
			if (waiting.length >= AT_ONCE) applyWaiting();
		}
		applyWaiting();
		// The inbox has started to load everything again in the meantime.
		if (this.#inbox.phase.name !== 'ready') return;
		await this.#inbox.settle(known, walk, source, signal);
		if (this.#inbox.isStarting) this.refresh();
	}
}
