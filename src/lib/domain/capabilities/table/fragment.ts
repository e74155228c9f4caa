import type { CapabilityColumn } from '../columns/column';

/** The row or cell that a URL's fragment points at. */
export interface FragmentTarget {
	/** The row's path. */
	path: string;
	/** Absent: the fragment points at the whole row. */
	columnKey?: string;
}

/** The fragment of a row (`edit`) or a cell (`edit.signal`), not yet percent-encoded. */
export function toFragment(path: string, columnKey?: string): string {
	return columnKey === undefined ? path : `${path}.${columnKey}`;
}

/**
 * Parses a fragment. Paths and column keys may contain dots, so a fragment that equals a row's path
 * is that row; of several column keys that the fragment may end with, the longest counts.
 *
 * @param fragment - percent-decoded
 * @param paths - paths of the table's rows; without them, any prefix may be a row's path
 * @returns a target that the table may not contain: `path` is the whole fragment where no column key fits
 */
export function parseFragment(
	fragment: string,
	columns: readonly Pick<CapabilityColumn, 'key'>[],
	paths?: ReadonlySet<string>
): FragmentTarget {
	if (paths?.has(fragment)) return { path: fragment };
	const targets = columns
		.filter(({ key }) => fragment.length > key.length + 1 && fragment.endsWith(`.${key}`))
		.map(({ key }) => ({ path: fragment.slice(0, -key.length - 1), columnKey: key }))
		.sort((a, b) => b.columnKey.length - a.columnKey.length);
	const known = targets.find(({ path }) => paths?.has(path));
	return known ?? targets[0] ?? { path: fragment };
}

/** Text for use in URLs: lower case, with a dash for each run of characters other than letters and digits. */
export function toSlug(text: string): string {
	return text
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
		.replaceAll(/^-|-$/g, '');
}
