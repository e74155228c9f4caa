/** Milliseconds for which a server must keep to an answer that is hard to believe. */
const BELIEVED_AFTER = 60_000;
/** Milliseconds between two looks that count at most: a computer may have slept in between. */
const LONGEST_GAP = 15_000;

/**
 * How long a server has kept to an answer that is hard to believe, such as that all chats are gone:
 * one that has only just started says so, and takes it back within seconds.
 */
export class Doubt {
	readonly #now: () => number;
	#looked: number | undefined;
	#lasted = 0;

	/** @param now - epoch milliseconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** The server gave such an answer. @returns whether it has kept to it for long enough */
	raise(): boolean {
		const now = this.#now();
		if (this.#looked !== undefined) this.#lasted += Math.min(now - this.#looked, LONGEST_GAP);
		this.#looked = now;
		return this.#lasted >= BELIEVED_AFTER;
	}

	/** The server gave an answer like any other. */
	settle() {
		this.#looked = undefined;
		this.#lasted = 0;
	}
}
