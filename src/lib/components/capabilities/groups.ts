import type { MatrixRow } from '$lib/domain/capabilities/matrix';
import { placeOf } from '$lib/domain/capabilities/path';
import type { Section } from '$lib/domain/capabilities/row';

/** Rows about one type of attachment, or about none. */
export interface RowBlock {
	part: string | undefined;
	rows: readonly MatrixRow[];
	/** Many, and of interest to few: folded away. */
	mimeRows: readonly MatrixRow[];
	/** The row of the type as a whole is among them, so the others need not repeat its name. */
	isHeaded: boolean;
}

export interface RowSection {
	section: Section;
	blocks: readonly RowBlock[];
}

/** Rows by section, then by type of attachment, both in the order in which they come. */
export function sectionsOf(rows: readonly MatrixRow[]): RowSection[] {
	return [...groupBy(rows, ({ row }) => row.section)].map(([section, members]) => ({
		section,
		blocks: [...groupBy(members, ({ row }) => row.part)].map(([part, block]) => ({
			part,
			rows: block.filter(({ row }) => !isMimeRow(row.path)),
			mimeRows: block.filter(({ row }) => isMimeRow(row.path)),
			isHeaded: block.some(({ row }) => row.name === part)
		}))
	}));
}

export function isMimeRow(path: string): boolean {
	return placeOf(path).in === 'mime';
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
	const groups = new Map<Key, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
