/** Lets things about the same wait for each other, in the order in which they came. */
export class Turns {
	readonly #last = new Map<string, Promise<unknown>>();

	/** Runs after everything else that was given for `key` before, however that ended; else at once. */
	async take<Value>(key: string, run: () => Promise<Value>): Promise<Value> {
		const turn = this.#last.get(key)?.then(run, run) ?? run();
		this.#last.set(key, turn);
		try {
			return await turn;
		} finally {
			if (this.#last.get(key) === turn) this.#last.delete(key);
		}
	}
}
