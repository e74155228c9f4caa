/**
 * Milliseconds between two renderings of what comes in; answers may come much faster. Each one
 * takes longer than the one before, as there is more to show, and is waited for by fewer eyes.
 */
const RENDER_EVERY = { first: 100, last: 1_000 };

/** Hands over what comes in many at a time. */
export class Paced<Item> {
	readonly #hand: (items: readonly Item[]) => void;
	readonly #now: () => number;
	#waiting: Item[] = [];
	#handed: number;
	#pause = RENDER_EVERY.first;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * @param now - epoch milliseconds
	 * @param isFirstAtOnce - somebody waits for the first of them
	 */
	constructor(
		hand: (items: readonly Item[]) => void,
		now: () => number,
		{ isFirstAtOnce = false } = {}
	) {
		this.#hand = hand;
		this.#now = now;
		this.#handed = isFirstAtOnce ? -Infinity : now();
	}

	add(...items: readonly Item[]) {
		this.#waiting.push(...items);
		const left = this.#handed + this.#pause - this.#now();
		if (left <= 0) this.#handOver();
		// The next answer may be long in coming.
		else this.#timer ??= setTimeout(() => this.#handOver(), left);
	}

	#handOver() {
		this.flush();
		this.#pause = Math.min(2 * this.#pause, RENDER_EVERY.last);
	}

	/** Hand over what is waiting, now. */
	flush() {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#hand(this.#waiting);
		this.#waiting = [];
		this.#handed = this.#now();
	}
}
