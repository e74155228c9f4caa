/** Milliseconds between two renderings of what comes in; answers may come much faster. */
const RENDER_EVERY = 100;

/** Hands over what comes in many at a time. */
export class Paced<Item> {
	readonly #hand: (items: readonly Item[]) => void;
	readonly #now: () => number;
	#waiting: Item[] = [];
	#handed: number;

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
		if (this.#now() - this.#handed >= RENDER_EVERY) this.flush();
	}

	flush() {
		this.#hand(this.#waiting);
		this.#waiting = [];
		this.#handed = this.#now();
	}
}
