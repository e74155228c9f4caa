import { groupBy } from '$lib/format/list';
import type { Capabilities } from '../model';
import { buildRows } from '../build-rows';
import type { Cluster } from './clusters';
import type { LiveColumn } from './column';
import { createValueReader } from '../value';
import type { CapabilityRow } from '../row';
import { toUrlValue } from '../url-value';

/** Chats of one column with equal values for every capability that a URL can test. */
export interface VariantGroup {
	clusters: readonly Cluster[];
	chats: number;
	/** Capabilities of one of the chats; undefined: the chats report none. */
	capabilities: Capabilities | undefined;
	/** Values as written in URLs, in the order of the telling rows; empty without capabilities. */
	urlValues: readonly string[];
}

const KINDS: readonly CapabilityRow['kind'][] = ['level', 'flag', 'limit', 'list', 'reported'];

/**
 * The rows that can tell the chats of a column apart, the plainest kinds first. Paths with a colon
 * are left out, as URLs can't express them.
 */
export function findTellingRows({ sets }: Pick<LiveColumn, 'sets'>): CapabilityRow[] {
	const rows = buildRows(sets.keys()).filter(({ path }) => !path.includes(':'));
	return KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind));
}

/**
 * Groups the clusters of a column into its variants: most chats first, chats that report nothing last.
 *
 * @param rows - see {@link findTellingRows}
 */
export function groupVariants(
	{ clusters, sets }: Pick<LiveColumn, 'clusters' | 'sets'>,
	rows: readonly CapabilityRow[]
): VariantGroup[] {
	const valuesBySet = new Map<Capabilities | undefined, readonly string[]>([[undefined, []]]);
	const readers = rows.map(({ path }) => createValueReader(path));
	for (const set of sets.keys())
		valuesBySet.set(
			set,
			readers.map((read) => toUrlValue(read(set)))
		);

	const signatures = new Map(
		[...valuesBySet].map(([set, values]) => [set, JSON.stringify(values)])
	);
	const members = groupBy(clusters, ({ capabilities }) => signatures.get(capabilities));
	return [...members]
		.map(([signature = '', group]) => {
			const capabilities = group[0]?.capabilities;
			const chats = group.reduce((sum, cluster) => sum + cluster.chats, 0);
			const values = valuesBySet.get(capabilities) ?? [];
			return { signature, clusters: group, chats, capabilities, urlValues: values };
		})
		.sort(
			(a, b) =>
				Number(!a.capabilities) - Number(!b.capabilities) ||
				b.chats - a.chats ||
				(a.signature < b.signature ? -1 : 1)
		)
		.map(({ clusters, chats, capabilities, urlValues }) => ({
			clusters,
			chats,
			capabilities,
			urlValues
		}));
}
