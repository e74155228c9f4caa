import type { Chat, ChatID } from '$lib/domain/chat';
import { missingOf } from '$lib/domain/inventory';
import { SourceError, type Source } from '$lib/domain/source';
import type { Inbox } from './inbox.svelte';

/** Time and sight, as the page has them. */
export interface Watch {
	/** Epoch milliseconds. */
	now(): number;
	/** Ends after so many milliseconds, or at once when the signal aborts. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
	/** Ends when somebody can see the page, or when the signal aborts. */
	seen(signal: AbortSignal): Promise<void>;
	/** Ends when nobody scrolls or types, or when the signal aborts. */
	still(signal: AbortSignal): Promise<void>;
}

/** Milliseconds between two looks at the newest chats, while something happens there. */
const SHORTEST = 5_000;
/** When nothing has happened for long, and when the server does not answer. */
const LONGEST_QUIET = 20_000;
const LONGEST_AWAY = 60_000;
/** Milliseconds between two pages of the sweep, while last messages are still missing and later. */
const BETWEEN_PAGES = { missing: 20, later: 150 };
/** Chats that are taken in together: each time all that is shown is worked out again. */
const AT_ONCE = 500;
/** Milliseconds between two sweeps. */
const BETWEEN_SWEEPS = 10 * 60_000;
/** Milliseconds between two looks whether the walk through all chats is over. */
const BETWEEN_GLANCES = 1_000;

/**
 * Keeps an inbox right while somebody looks: often the newest chats, where nearly everything
 * happens, and slowly all the others, whose changes move them nowhere.
 */
export class Live {
	readonly #inbox: Inbox;
	readonly #watch: Watch;
	#at = $state.raw<number | undefined>(undefined);
	#failure = $state.raw<SourceError | null>(null);
	#alarm = new AbortController();

	constructor(inbox: Inbox, watch: Watch) {
		this.#inbox = inbox;
		this.#watch = watch;
	}

	/** Epoch milliseconds of the last look that was answered. */
	get at() {
		return this.#at;
	}

	/** Why the last look was not answered; null when it was. */
	get failure() {
		return this.#failure;
	}

	/** Look now. */
	refresh() {
		this.#alarm.abort();
	}

	/** Until the signal aborts. An expected failure is `failure` and tried again later, a bug is thrown. */
	async run(source: Source, signal: AbortSignal): Promise<void> {
		this.#at = this.#watch.now();
		await Promise.all([this.#poll(source, signal), this.#sweepAgain(source, signal)]);
	}

	async #poll(source: Source, signal: AbortSignal): Promise<void> {
		let pause = SHORTEST;
		for (;;) {
			await this.#rest(pause, signal);
			if (signal.aborted) return;
			// The walk under way meets the newest too.
			if (this.#inbox.phase.name === 'loading') continue;
			try {
				const isQuiet = (await this.#lookAtNewest(source, signal)) === 0;
				pause = isQuiet ? Math.min(pause * 1.25, LONGEST_QUIET) : SHORTEST;
				this.#at = this.#watch.now();
				this.#failure = null;
				if (this.#inbox.phase.name === 'failed') void this.#inbox.load(source);
			} catch (error) {
				if (signal.aborted) return;
				if (!(error instanceof SourceError)) throw error;
				this.#failure = error;
				pause = error.retryAfter ?? Math.min(Math.max(pause, SHORTEST) * 2, LONGEST_AWAY);
			}
		}
	}

	/** Sleeps until the time has come, somebody asks, or the page is seen again. */
	async #rest(pause: number, signal: AbortSignal): Promise<void> {
		this.#alarm = new AbortController();
		await this.#watch.wait(pause, AbortSignal.any([signal, this.#alarm.signal]));
		await this.#watch.seen(signal);
	}

	/**
	 * From the newest on, until a chat is where it was: older ones have not moved either.
	 *
	 * @returns how many chats were not known like this
	 */
	async #lookAtNewest(source: Source, signal: AbortSignal): Promise<number> {
		let news = 0;
		let mark = this.#inbox.mark();
		for await (const { items } of source.chats(signal)) {
			const isCaughtUp = items.some((chat) => this.#isWhereItWas(chat));
			news += this.#inbox.merge(items, mark).length;
			if (isCaughtUp) break;
			mark = this.#inbox.mark();
		}
		return news;
	}

	#isWhereItWas({ id, lastActivity }: Chat): boolean {
		const known = this.#inbox.known(id);
		return known !== undefined && known.lastActivity === lastActivity;
	}

	async #sweepAgain(source: Source, signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			const isWhole = this.#inbox.phase.name === 'ready';
			try {
				if (isWhole) await this.#sweep(source, signal);
			} catch (error) {
				if (signal.aborted) return;
				// The looks at the newest tell when the server is away.
				if (!(error instanceof SourceError)) throw error;
			}
			await this.#watch.wait(isWhole ? BETWEEN_SWEEPS : BETWEEN_GLANCES, signal);
		}
	}

	/** Through all chats once; those not met are asked for one by one, as they may only have moved. */
	async #sweep(source: Source, signal: AbortSignal): Promise<void> {
		const pause = BETWEEN_PAGES[this.#inbox.brief.size > 0 ? 'missing' : 'later'];
		await this.#watch.wait(pause, signal);
		const known = [...this.#inbox.ids()];
		const met: ChatID[] = [];
		let waiting: Chat[] = [];
		let mark = this.#inbox.mark();
		// It takes more than a frame where there are many chats: no frame of somebody who scrolls.
		const takeIn = async () => {
			await this.#watch.still(signal);
			signal.throwIfAborted();
			this.#inbox.merge(waiting, mark);
			waiting = [];
			mark = this.#inbox.mark();
		};
		for await (const page of source.chats(signal)) {
			this.#inbox.brief.note(page, (id) => this.#inbox.known(id));
			for (const chat of page.items) met.push(chat.id);
			waiting.push(...page.items);
			if (waiting.length >= AT_ONCE) await takeIn();
			await this.#watch.wait(pause, signal);
			await this.#watch.seen(signal);
			await this.#watch.still(signal);
			signal.throwIfAborted();
		}
		await takeIn();
		for (const id of missingOf(known, met)) await this.#lookFor(id, source, signal);
	}

	async #lookFor(id: ChatID, source: Source, signal: AbortSignal): Promise<void> {
		const mark = this.#inbox.mark();
		try {
			const { chat } = await source.chat(id, signal);
			this.#inbox.merge([chat], mark);
		} catch (error) {
			if (!(error instanceof SourceError) || error.failure !== 'not-found') throw error;
			this.#inbox.drop([id]);
		}
	}
}
