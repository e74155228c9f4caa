/** Each ID once, where it first came; what was said of it last counts. */
export function distinctByID<Item extends { id: string }>(items: readonly Item[]): readonly Item[] {
	return [...new Map(items.map((item) => [item.id, item])).values()];
}
