import { groupBy } from '$lib/format/list';
import type { Capabilities } from '../model';
import { buildCatalogue } from '../catalogue';
import type { Cluster } from './clusters';
import type { LiveColumn } from './column';
import { createValueReader } from '../value';
import type { CapabilityRow } from '../row';
import { toUrlValue } from '../url-value';

/** Chats of one column that say the same about everything an address can ask for. */
export interface VariantGroup {
	clusters: readonly Cluster[];
	chats: number;
	/** What they report; undefined: nothing. Of several that read alike, one. */
	capabilities: Capabilities | undefined;
	/** What they say, in the order of `rows`; empty where they report nothing. */
	words: readonly string[];
}

const KINDS: readonly CapabilityRow['kind'][] = ['level', 'flag', 'limit', 'list', 'reported'];

/** What can tell the chats of a column apart, the plainest first. An address has no paths with a colon. */
export function findTellingRows({ sets }: Pick<LiveColumn, 'sets'>): CapabilityRow[] {
	const rows = buildCatalogue(sets.keys()).filter(({ path }) => !path.includes(':'));
	return KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind));
}

/** Most chats first, those that report nothing last. */
export function groupVariants(
	{ clusters, sets }: Pick<LiveColumn, 'clusters' | 'sets'>,
	rows: readonly CapabilityRow[]
): VariantGroup[] {
	const words = new Map<Capabilities | undefined, readonly string[]>([[undefined, []]]);
	const readers = rows.map(({ path }) => createValueReader(path));
	for (const set of sets.keys())
		words.set(
			set,
			readers.map((read) => toUrlValue(read(set)))
		);

	const signatures = new Map([...words].map(([set, said]) => [set, JSON.stringify(said)]));
	const members = groupBy(clusters, ({ capabilities }) => signatures.get(capabilities));
	return [...members]
		.map(([signature = '', group]) => {
			const capabilities = group[0]?.capabilities;
			const chats = group.reduce((sum, cluster) => sum + cluster.chats, 0);
			const said = words.get(capabilities) ?? [];
			return { signature, clusters: group, chats, capabilities, words: said };
		})
		.sort(
			(a, b) =>
				Number(!a.capabilities) - Number(!b.capabilities) ||
				b.chats - a.chats ||
				(a.signature < b.signature ? -1 : 1)
		)
		.map(({ clusters, chats, capabilities, words }) => ({ clusters, chats, capabilities, words }));
}
