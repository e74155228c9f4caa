/** The place in a list that is read page by page. */
export class PageCursor {
	#next = $state.raw<string | undefined>(undefined);
	#used: readonly string[] = [];

	/** The cursor of the next page; undefined at the end, and before the first page. */
	get next() {
		return this.#next;
	}

	/** True until a page after the first was read. */
	get isAtStart() {
		return this.#used.length === 0;
	}

	/**
	 * Goes on behind a page. If a server repeats an earlier cursor, there are no more pages.
	 *
	 * @param cursor - of the page; undefined for the first
	 * @param next - as the page names it; undefined for the last
	 */
	advance(cursor: string | undefined, next: string | undefined) {
		if (cursor !== undefined) this.#used = [...this.#used, cursor];
		this.#next = next !== undefined && this.#used.includes(next) ? undefined : next;
	}

	/** Goes back before the first page. */
	reset() {
		this.#next = undefined;
		this.#used = [];
	}
}
