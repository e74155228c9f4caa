type Item = string | number;

/**
 * The items of a reported list, each once: words in the network's own order, numbers by size.
 * Whatever is no item, an empty word too, is left out.
 */
export function toListItems(list: readonly unknown[]): Item[] {
	const items = [...new Set(list.filter(isItem))];
	return items.every((item) => typeof item === 'number') ? items.sort(compareItems) : items;
}

/** The same order for all lists of the same items, as networks send the same list in any order. */
export function sortItems(items: readonly Item[]): Item[] {
	return [...new Map(items.map((item) => [String(item), item])).values()].sort(compareItems);
}

const WHOLE = /^\d+$/;

/** Whole numbers by size, whether numbers or digits, then all others by their characters. */
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
