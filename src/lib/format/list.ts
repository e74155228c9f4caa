/** Items by what they have in common, both in the order first met. */
export function groupBy<Item, Key>(
	items: Iterable<Item>,
	keyOf: (item: Item) => Key
): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}

/** A–Z by name; equal names always in the same order. */
export function compareByName(
	a: { name: string; key: string },
	b: { name: string; key: string }
): number {
	return a.name.localeCompare(b.name, 'en') || (a.key < b.key ? -1 : 1);
}

/** The same things under names that tell them apart: the second `Ana` becomes `Ana (2)`. */
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
