/** The clock, and what the user does with the page. */
export interface Watch {
	/** Epoch milliseconds. */
	now(): number;
	/** Resolves after this time, or at once when the signal aborts. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
	/**
	 * Resolves when the page is visible, or when the signal aborts.
	 *
	 * @param background - milliseconds after which it also resolves for a hidden page, if that has to
	 * go on reading; absent: never
	 */
	seen(signal: AbortSignal, background?: number): Promise<void>;
	/** Resolves when the user neither scrolls nor types, or when the signal aborts. */
	still(signal: AbortSignal): Promise<void>;
	/** Resolves right after a frame is painted, so that a long task has all the time until the next. */
	painted(): Promise<void>;
}

/**
 * Milliseconds since a moment, both in epoch milliseconds. Infinite if the clock was set back past
 * the moment: what happened then must not count as recent until the clock is there again.
 */
export function getElapsed(since: number, now: number): number {
	return now < since ? Infinity : now - since;
}

/**
 * Runs a task for each item, in order, with at most `concurrency` tasks running at once. The first
 * tasks start synchronously, so that their optimistic updates are shown at once. After `signal`
 * aborts or a task throws, no further task starts; running tasks are still awaited.
 *
 * @throws the first error, after all running tasks have ended
 */
export async function forEachConcurrent<Item>(
	items: readonly Item[],
	concurrency: number,
	signal: AbortSignal,
	run: (item: Item) => Promise<void>
): Promise<void> {
	const waiting = items.values();
	const errors: unknown[] = [];

	async function work() {
		for (const item of waiting) {
			if (signal.aborted || errors.length > 0) return;
			await run(item).catch((error) => errors.push(error));
		}
	}

	await Promise.all(Array.from({ length: concurrency }, work));
	if (errors.length > 0) throw errors[0];
}

/** Lets only some tasks run at once; the others wait, in their order. */
export class TaskLimit {
	readonly #most: number;
	#running = 0;
	readonly #waiting = new Set<() => void>();

	constructor(most: number) {
		this.#most = most;
	}

	/** @throws the reason of `signal` when it aborts before the task starts */
	async run<Value>(task: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
		signal.throwIfAborted();
		if (this.#running < this.#most) this.#running += 1;
		else await this.#wait(signal);
		try {
			return await task();
		} finally {
			// A waiting task takes the place of this one.
			const [next] = this.#waiting;
			if (next) next();
			else this.#running -= 1;
		}
	}

	async #wait(signal: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			const start = () => {
				this.#waiting.delete(start);
				signal.removeEventListener('abort', leave);
				resolve();
			};
			const leave = () => {
				this.#waiting.delete(start);
				reject(signal.reason);
			};
			this.#waiting.add(start);
			signal.addEventListener('abort', leave, { once: true });
		});
	}
}

/** Requests of which only the latest counts. */
export class LatestRequest {
	#controller: AbortController | null = null;

	/** Ends the request before. @returns the signal of the new one */
	begin(): AbortSignal {
		this.stop();
		this.#controller = new AbortController();
		return this.#controller.signal;
	}

	stop() {
		this.#controller?.abort();
	}
}

/** Runs tasks with the same key one after the other, in the order in which they were added. */
export class KeyedQueue {
	readonly #last = new Map<string, Promise<unknown>>();

	/** The task starts when all earlier tasks of its key have ended, whether or not they failed. */
	async run<Value>(key: string, task: () => Promise<Value>): Promise<Value> {
		const running = this.#last.get(key)?.then(task, task) ?? task();
		this.#last.set(key, running);
		try {
			return await running;
		} finally {
			if (this.#last.get(key) === running) this.#last.delete(key);
		}
	}
}

/**
 * Milliseconds between two batches. Responses may arrive much faster than they can be rendered, and
 * each rendering takes longer than the previous one, since there is more to show.
 */
const BATCH_EVERY = { first: 100, last: 1_000 };

/** Collects items and passes them on in batches, so that not every item is rendered separately. */
export class BatchQueue<Item> {
	readonly #handOver: (items: readonly Item[]) => void;
	readonly #now: () => number;
	#waiting: Item[] = [];
	#flushedAt: number;
	#pause = BATCH_EVERY.first;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param now - epoch milliseconds
	 * @param isFirstAtOnce - hand the first items over without waiting for others
	 */
	constructor(
		handOver: (items: readonly Item[]) => void,
		now: () => number,
		{ isFirstAtOnce = false } = {}
	) {
		this.#handOver = handOver;
		this.#now = now;
		this.#flushedAt = isFirstAtOnce ? -Infinity : now();
	}

	add(...items: readonly Item[]) {
		this.#waiting.push(...items);
		const left = this.#pause - getElapsed(this.#flushedAt, this.#now());
		if (left <= 0) this.#flushInTime();
		// The next item may take long to arrive.
		else this.#timer ??= setTimeout(() => this.#flushInTime(), left);
	}

	#flushInTime() {
		this.flush();
		this.#pause = Math.min(2 * this.#pause, BATCH_EVERY.last);
	}

	/** Passes on all waiting items now. */
	flush() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#handOver(this.#waiting);
		this.#waiting = [];
		this.#flushedAt = this.#now();
	}
}

/** Decides which of two descriptions of the same item is newer, by counting descriptions. */
export class RequestOrder {
	readonly #times = new Map<string, number>();
	#time = 0;

	/** Records that the server has described these items now. */
	note(ids: Iterable<string>) {
		this.#time += 1;
		for (const id of ids) this.#times.set(id, this.#time);
	}

	/** To be kept with a request that starts now. */
	get time(): number {
		return this.#time;
	}

	/** True when its data is newer than a request that began at `requestTime`. */
	isNewer(id: string, requestTime: number): boolean {
		return (this.#times.get(id) ?? 0) > requestTime;
	}
}
