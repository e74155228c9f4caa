type Item = string | number;

/**
 * The distinct items of a reported list: words in the network's own order, numbers by size. Blank
 * words, and values that are neither words nor numbers, are left out.
 */
export function toListItems(list: readonly unknown[]): Item[] {
	const items = [...new Set(list.filter(isItem))];
	return items.every((item) => typeof item === 'number') ? items.sort(compareItems) : items;
}

/** Sorts items, so that lists of the same items are equal: networks send the same list in any order. */
export function sortItems(items: readonly Item[]): Item[] {
	return [...new Map(items.map((item) => [String(item), item])).values()].sort(compareItems);
}

const WHOLE = /^\d+$/;

/** Whole numbers, as numbers or as digits, by size; then all other items by their characters. */
function compareItems(a: Item, b: Item): number {
	const [one, other] = [String(a), String(b)];
	const [isWhole, isOtherWhole] = [WHOLE.test(one), WHOLE.test(other)];
	if (isWhole !== isOtherWhole) return isWhole ? -1 : 1;
	if (isWhole && one.length !== other.length) return one.length - other.length;
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

function isItem(value: unknown): value is Item {
	return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}
