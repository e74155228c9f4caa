import { fill } from './column';
import type { Succession } from './succession';

/** Tells the order of two rows. */
export type CompareRows = (a: number, b: number) => number;

/** Rows in one order; those that are not in it yet have no rank. */
export interface Sorting {
	order: Int32Array;
	/** By row: the same for rows that the order does not tell apart, counted from 0; -1: none yet. */
	ranks: Int32Array;
}

/** No row of so many is sorted yet. */
export function unsorted(count: number): Sorting {
	return { order: new Int32Array(0), ranks: new Int32Array(count).fill(-1) };
}

/** At most so many rows that are not sorted yet. */
export function unsortedRows({ order, ranks }: Sorting, most = Infinity): number[] {
	const rows: number[] = [];
	const left = Math.min(most, ranks.length - order.length);
	for (let row = 0; rows.length < left; row++) if (ranks[row] === -1) rows.push(row);
	return rows;
}

/** Sort rows in among those that are sorted. */
export function sortIn(
	{ order, ranks }: Sorting,
	rows: readonly number[],
	compare: CompareRows
): Sorting {
	const merged = merge(order, [...rows].sort(compare), compare);
	return { order: merged, ranks: rank(merged, ranks, compare) };
}

/** The rows that are still there stay in their order; what is new is not sorted yet. */
export function succeedSorting(sorting: Sorting, steps: Succession): Sorting {
	const { from, to } = steps;
	const order = new Int32Array(from.length);
	let count = 0;
	for (let place = 0; place < sorting.order.length; place++) {
		const row = to[sorting.order[place] ?? -1] ?? -1;
		if (row >= 0) order[count++] = row;
	}
	const ranks = fill(new Int32Array(from.length), steps, sorting.ranks, () => -1);
	return { order: order.slice(0, count), ranks };
}

/** Both in order; few are added to many, so their places are looked for. */
function merge(order: Int32Array, added: readonly number[], compare: CompareRows): Int32Array {
	const merged = new Int32Array(order.length + added.length);
	let read = 0;
	added.forEach((row, place) => {
		const next = placeFor(row, order, read, compare);
		merged.set(order.subarray(read, next), read + place);
		merged[next + place] = row;
		read = next;
	});
	merged.set(order.subarray(read), read + added.length);
	return merged;
}

function placeFor(row: number, order: Int32Array, start: number, compare: CompareRows): number {
	let [low, high] = [start, order.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (compare(order[middle] ?? row, row) <= 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Rows that had ranks are told apart by them: comparing names costs more. */
function rank(order: Int32Array, known: Int32Array, compare: CompareRows): Int32Array {
	const ranks = new Int32Array(known.length).fill(-1);
	let [next, last, lastKnown] = [-1, -1, -1];
	for (let place = 0; place < order.length; place++) {
		const row = order[place] ?? -1;
		const before = known[row] ?? -1;
		const isSame =
			before >= 0 && lastKnown >= 0 ? before === lastKnown : last >= 0 && compare(last, row) === 0;
		if (!isSame) next++;
		ranks[row] = next;
		last = row;
		lastKnown = before;
	}
	return ranks;
}
