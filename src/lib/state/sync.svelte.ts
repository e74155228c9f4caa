import type { Chat } from '$lib/domain/chat/chat';
import { MOST_ROWS, type Source } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Inbox } from './inbox.svelte';
import { Walked } from './chat-walk';

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
/** While the server is starting. */
const BETWEEN_STARTS = 3_000;
/** When nothing has happened for long, and when the server does not answer. */
const LONGEST_QUIET = 20_000;
const LONGEST_AWAY = 60_000;
/** Milliseconds between two pages of the sweep, while last messages are still missing and later. */
const BETWEEN_PAGES = { missing: 20, later: 150 };
/** Chats that are taken in together: each time all that is shown is worked out again. */
const AT_ONCE = 500;
/** Milliseconds between two sweeps, and after one that has not confirmed the chats. */
const BETWEEN_SWEEPS = { usual: 10 * 60_000, unsettled: 60_000 };
/** Milliseconds by which an activity is older than a walk that should have met it. */
const SHOULD_BE_MET = 60_000;
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
	/** Ends the wait for the next sweep. */
	#sweepAlarm = new AbortController();

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
		if (!this.#inbox.isStarting) this.#at = this.#watch.now();
		await Promise.all([this.#poll(source, signal), this.#sweepAgain(source, signal)]);
	}

	async #poll(source: Source, signal: AbortSignal): Promise<void> {
		let pause = SHORTEST;
		for (;;) {
			await this.#rest(this.#inbox.isStarting ? BETWEEN_STARTS : pause, signal);
			if (signal.aborted) return;
			const { name } = this.#inbox.phase;
			// The walk under way meets the newest too.
			if (name === 'loading') continue;
			if (name === 'starting') {
				await this.#lookAgain(source);
				continue;
			}
			try {
				const isQuiet = (await this.#lookAtNewest(source, signal)) === 0;
				if (!isQuiet) await this.#inbox.memberReader.readUnknown(source, signal);
				pause = isQuiet ? Math.min(pause * 1.25, LONGEST_QUIET) : SHORTEST;
				if (this.#inbox.isStarting) continue;
				this.#at = this.#watch.now();
				this.#failure = null;
				if (name === 'failed') void this.#inbox.load(source);
			} catch (error) {
				if (signal.aborted) return;
				if (!(error instanceof SourceError)) throw error;
				this.#failure = error;
				pause = error.retryAfter ?? Math.min(Math.max(pause, SHORTEST) * 2, LONGEST_AWAY);
			}
		}
	}

	/** At everything, of a server whose last answer is hard to believe. */
	async #lookAgain(source: Source): Promise<void> {
		await this.#inbox.load(source);
		if (this.#inbox.phase.name === 'ready') this.#at = this.#watch.now();
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
		const walked = new Walked((id) => this.#inbox.known(id) !== undefined);
		let mark = this.#inbox.mark();
		for await (const page of source.chats(signal)) {
			const { items } = page;
			walked.note(page);
			if (walked.isWhole && this.#inbox.lacks(walked)) {
				await this.#lookAgain(source);
				return news;
			}
			const isCaughtUp = items.some((chat) => this.#isWhereItWas(chat));
			if (items.some((chat) => this.#shouldBeKnown(chat))) this.#sweepAlarm.abort();
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

	/** It was there before all chats were walked through, and nobody met it: there may be more like it. */
	#shouldBeKnown({ id, lastActivity }: Chat): boolean {
		const { phase } = this.#inbox;
		if (phase.name !== 'ready' || lastActivity === undefined) return false;
		return !this.#inbox.known(id) && lastActivity < phase.at - SHOULD_BE_MET;
	}

	async #sweepAgain(source: Source, signal: AbortSignal): Promise<void> {
		// A walk that was the list's own leaves nothing to do for the first sweep.
		let isDue = !this.#inbox.isConfirmed || this.#inbox.brief.size > 0;
		while (!signal.aborted) {
			if (this.#inbox.phase.name !== 'ready') {
				await this.#watch.wait(BETWEEN_GLANCES, signal);
				continue;
			}
			let hasFailed = false;
			try {
				if (isDue) await this.#sweep(source, signal);
			} catch (error) {
				if (signal.aborted) return;
				// The looks at the newest tell when the server is away.
				if (!(error instanceof SourceError)) throw error;
				hasFailed = true;
			}
			const isApplied = !hasFailed && this.#inbox.isConfirmed;
			const pause = BETWEEN_SWEEPS[isApplied ? 'usual' : 'unsettled'];
			this.#sweepAlarm = new AbortController();
			await this.#watch.wait(pause, AbortSignal.any([signal, this.#sweepAlarm.signal]));
			isDue = true;
		}
	}

	/** Through all chats once. */
	async #sweep(source: Source, signal: AbortSignal): Promise<void> {
		const isMissed = this.#inbox.brief.size > 0 || !this.#inbox.isConfirmed;
		const pause = BETWEEN_PAGES[isMissed ? 'missing' : 'later'];
		await this.#watch.wait(pause, signal);
		const known = [...this.#inbox.ids()];
		const walked = new Walked((id) => this.#inbox.known(id) !== undefined);
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
		for await (const page of source.chats(signal, { limit: MOST_ROWS })) {
			this.#inbox.brief.note(page, (id) => this.#inbox.known(id));
			walked.note(page);
			waiting.push(...page.items);
			if (waiting.length >= AT_ONCE) await takeIn();
			await this.#watch.wait(pause, signal);
			await this.#watch.seen(signal);
			await this.#watch.still(signal);
			signal.throwIfAborted();
		}
		await takeIn();
		// Somebody has begun to read everything again meanwhile.
		if (this.#inbox.phase.name !== 'ready') return;
		await this.#inbox.settle(known, walked, source, signal);
		if (this.#inbox.isStarting) this.refresh();
	}
}
