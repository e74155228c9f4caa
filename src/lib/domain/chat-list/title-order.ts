const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** As people order names: without case and accents, numbers by their value. */
export function compareNames(a: string, b: string): number {
	return COLLATOR.compare(a, b);
}

/** A title in its order. */
export interface RankedTitle {
	title: string;
	/** From 0. Changes while titles are added. */
	rank: number;
}

/**
 * Titles in order, and their ranks in it. Sorting 50,000 titles takes 200 ms or more, sorting their
 * ranks about 10: so titles stay in order while chats come and go.
 */
export class TitleOrder {
	readonly #ranked: RankedTitle[] = [];
	readonly #byTitle = new Map<string, RankedTitle>();
	#areRanksCurrent = true;

	/**
	 * @returns one object for titles that {@link compareNames} does not tell apart, such as `Anna`
	 * and `ánna`: with the first of them
	 */
	add(title: string): RankedTitle {
		const known = this.#byTitle.get(title);
		if (known) return known;
		const ranked = this.#insert(title);
		this.#byTitle.set(title, ranked);
		return ranked;
	}

	/** Brings the ranks up to date. @returns how many there are */
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
