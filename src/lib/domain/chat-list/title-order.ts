const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Natural language order: ignores case and accents, and compares numbers by value. */
export function compareNames(a: string, b: string): number {
	return COLLATOR.compare(a, b);
}

/** A title with its rank. */
export interface RankedTitle {
	title: string;
	/** From 0. May change when titles are added. */
	rank: number;
}

/**
 * Titles in order, with ranks. Sorting 50,000 titles takes 200 ms or more, sorting their ranks
 * about 10, so the order is kept while chats are added and removed.
 */
export class TitleOrder {
	readonly #ranked: RankedTitle[] = [];
	readonly #byTitle = new Map<string, RankedTitle>();
	#areRanksCurrent = true;

	/**
	 * @returns the same object for titles that {@link compareNames} considers equal, such as `Anna`
	 * and `ánna`; it holds the first of them
	 */
	add(title: string): RankedTitle {
		const known = this.#byTitle.get(title);
		if (known) return known;
		const ranked = this.#insert(title);
		this.#byTitle.set(title, ranked);
		return ranked;
	}

	/** Updates the ranks. @returns their number */
	updateRanks(): number {
		if (!this.#areRanksCurrent) this.#ranked.forEach((ranked, rank) => (ranked.rank = rank));
		this.#areRanksCurrent = true;
		return this.#ranked.length;
	}

	#insert(title: string): RankedTitle {
		let [low, high] = [0, this.#ranked.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (compareNames(this.#ranked[middle]?.title ?? '', title) < 0) low = middle + 1;
			else high = middle;
		}
		const next = this.#ranked[low];
		if (next && compareNames(next.title, title) === 0) return next;
		const ranked = { title, rank: low };
		this.#ranked.splice(low, 0, ranked);
		this.#areRanksCurrent = false;
		return ranked;
	}
}
