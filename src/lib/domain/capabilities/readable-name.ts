import { capitalize } from '$lib/format/sentence';
import type { CapabilityRow } from './row';

/**
 * Makes the name of an API field readable: `pollMaxOptions` and `poll_max_options` become
 * `Poll max options`, `state.theme` becomes `State: theme`. A name without letters and digits is
 * returned unchanged.
 */
export function toReadableName(key: string): string {
	const [first = '', ...others] = key.split('.').map(splitName).filter(Boolean);
	const name = others.length > 0 ? `${first}: ${others.join(' ')}` : first;
	return name === '' ? key : capitalize(name);
}

/**
 * Adds the path to the name of each row whose name is not unique: `Poll end (poll_end)`.
 *
 * @param taken - names of other rows, which are not changed
 */
export function makeRowNamesUnique(
	rows: readonly CapabilityRow[],
	taken: readonly string[] = []
): CapabilityRow[] {
	const counts = new Map<string, number>();
	for (const name of [...taken, ...rows.map((row) => row.name)])
		counts.set(name, (counts.get(name) ?? 0) + 1);
	return rows.map((row) =>
		(counts.get(row.name) ?? 0) > 1 ? { ...row, name: `${row.name} (${row.path})` } : row
	);
}

/** An abbreviation keeps its capitals: `maxURLLength` becomes `max URL length`. */
function splitName(key: string): string {
	return key
		.replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
		.map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
		.join(' ');
}
