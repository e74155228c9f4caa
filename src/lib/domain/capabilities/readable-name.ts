import type { CapabilityRow } from './row';

/**
 * A name for people, made of one that only the server knows: `pollMaxOptions` and
 * `poll_max_options` are `Poll max options`, `state.theme` is `State: theme`. One without any
 * letter or digit stays as it is.
 */
export function toReadableName(key: string): string {
	const [first = '', ...others] = key.split('.').map(toWords).filter(Boolean);
	const name = others.length > 0 ? `${first}: ${others.join(' ')}` : first;
	return name === '' ? key : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/**
 * Rows whose name another row bears too are told apart by their path: `Poll end (poll_end)`.
 *
 * @param taken - names of further rows, which stay as they are
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

/** An abbreviation keeps its capitals: `maxURLLength` is `max URL length`. */
function toWords(key: string): string {
	return key
		.replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
		.map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
		.join(' ');
}
