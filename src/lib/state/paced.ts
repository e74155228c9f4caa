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
		if (this.#now() - this.#handed < this.#pause) return;
		this.flush();
		this.#pause = Math.min(2 * this.#pause, RENDER_EVERY.last);
	}

	flush() {
		this.#hand(this.#waiting);
		this.#waiting = [];
		this.#handed = this.#now();
	}
}
