/** The index of the first item with a key lower than `key`; items are sorted, highest key first. */
export function findInsertionIndex<Item>(
	items: readonly Item[],
	getKey: (item: Item) => number,
	key: number
): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const item = items[middle];
		if (item !== undefined && getKey(item) < key) high = middle;
		else low = middle + 1;
	}
	return low;
}
