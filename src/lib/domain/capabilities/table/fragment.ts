import type { CapabilityColumn } from '../columns/column';

/** What the words behind `#` point at. */
export interface FragmentTarget {
	/** Of a row. */
	path: string;
	/** Absent: the whole row. */
	columnKey?: string;
}

/** The words behind `#` for a row (`edit`) or a cell (`edit.signal`), not yet percent-encoded. */
export function toFragment(path: string, columnKey?: string): string {
	return columnKey === undefined ? path : `${path}.${columnKey}`;
}

/**
 * Read a fragment. Paths and the keys of columns hold dots themselves: what is a row's path is
 * that row, and of several columns whose key it could end with the longest counts.
 *
 * @param fragment - decoded
 * @param paths - of the rows there are; without them, any beginning may be a row's path
 * @returns a target that may not be there: `path` is the whole fragment where no column fits
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

/** A text for an address: lower case, with dashes for all that is neither letter nor digit. */
export function toSlug(text: string): string {
	return text
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
		.replaceAll(/^-|-$/g, '');
}
