import {
	sortIn,
	succeedSorting,
	unsorted,
	unsortedRows,
	type CompareRows,
	type Sorting
} from './sorting';
import type { Succession } from './succession';
import { SORT_KEYS, type SortKey } from '../chat-list/view';

/** How the rows of one list compare by each key, in its natural order. */
export type RowComparisons = Readonly<Record<SortKey, CompareRows>>;

/** The rows of one list in the natural order of each key, sorted when first asked for. */
export class Orders {
	readonly #count: number;
	readonly #comparisons: RowComparisons;
	readonly #sortings: Map<SortKey, Sorting>;

	constructor(
		count: number,
		comparisons: RowComparisons,
		sortings: ReadonlyMap<SortKey, Sorting> = new Map()
	) {
		this.#count = count;
		this.#comparisons = comparisons;
		this.#sortings = new Map(sortings);
	}

	/** Every row. */
	by(key: SortKey): Sorting {
		return this.#sortMore(key, Infinity);
	}

	/** Sort some rows ahead. @returns false when there is nothing left to sort */
	advance(rows: number): boolean {
		const key = SORT_KEYS.find((each) => this.#sorting(each).order.length < this.#count);
		if (key) this.#sortMore(key, rows);
		return key !== undefined;
	}

	/** What stays sorted for a later list, by the keys whose comparison has stayed the same. */
	succeed(steps: Succession, isKept: (key: SortKey) => boolean): Map<SortKey, Sorting> {
		const kept = [...this.#sortings].filter(([key]) => isKept(key));
		return new Map(kept.map(([key, sorting]) => [key, succeedSorting(sorting, steps)]));
	}

	#sorting(key: SortKey): Sorting {
		return this.#sortings.get(key) ?? unsorted(this.#count);
	}

	#sortMore(key: SortKey, most: number): Sorting {
		const sorting = this.#sorting(key);
		const rows = unsortedRows(sorting, most);
		if (rows.length === 0) return sorting;
		const sorted = sortIn(sorting, rows, this.#comparisons[key]);
		this.#sortings.set(key, sorted);
		return sorted;
	}
}
