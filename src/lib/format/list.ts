/** Groups items by key. Keys, and the items of a key, are in the order of `items`. */
export function groupBy<Item, Key>(
	items: Iterable<Item>,
	getKey: (item: Item) => Key
): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const key = getKey(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

/** The items that are not among others. */
export function exclude<Item>(items: readonly Item[], excluded: readonly Item[]): readonly Item[] {
	const others = new Set(excluded);
	return items.filter((item) => !others.has(item));
}

/** Adds an item to the end of a list, or removes it where it's there. */
export function toggleItem<Item>(items: readonly Item[], item: Item): Item[] {
	return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}

/** Orders by name, A–Z; equal names by key. */
export function compareByName(
	a: { name: string; key: string },
	b: { name: string; key: string }
): number {
	return a.name.localeCompare(b.name, 'en') || (a.key < b.key ? -1 : 1);
}

/** Makes names unique: the second `Ana` becomes `Ana (2)`. */
export function makeNamesUnique<Named extends { name: string }>(items: readonly Named[]): Named[] {
	const taken = new Set(items.map(({ name }) => name));
	const seen = new Set<string>();
	return items.map((item) => {
		let { name } = item;
		for (let count = 2; seen.has(name); count++) {
			const next = `${item.name} (${count})`;
			if (!taken.has(next)) name = next;
		}
		seen.add(name);
		return name === item.name ? item : { ...item, name };
	});
}

/** `a`, `a and b`, `a, b and c`; empty for no items. */
export function joinList(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
	const last = items.at(-1) ?? '';
	return items.length > 1 ? `${items.slice(0, -1).join(', ')} ${conjunction} ${last}` : last;
}

/** Each ID once, at the position of its first item; the last item with an ID counts. */
export function distinctByID<Item extends { id: string }>(items: readonly Item[]): readonly Item[] {
	return [...new Map(items.map((item) => [item.id, item])).values()];
}
