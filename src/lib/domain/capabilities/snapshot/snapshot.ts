import type { Network } from '$lib/domain/chat/network';
import { toDay } from '$lib/format/time';
import { makeNamesUnique } from '$lib/format/list';
import type { Capabilities } from '../model';
import type { Cluster } from '../columns/clusters';
import type { CapabilityColumn, LiveColumn } from '../columns/column';
import { buildColumns, type ColumnQuery } from '../columns/build-columns';

/**
 * What a table stood on, to be kept or sent to somebody: no names of people or accounts, no titles,
 * no IDs of chats or accounts are in it.
 */
export interface Snapshot {
	/** The day, ISO: `2026-01-31`. */
	taken: string;
	/** Absent when the server did not say. */
	serverVersion?: string;
	/** In the order of the table. */
	columns: readonly SnapshotColumn[];
	/** What a newer dashboard wrote beside it, kept as it came. */
	other?: Readonly<Record<string, unknown>>;
}

export interface SnapshotColumn extends Pick<LiveColumn, 'chats' | 'reported' | 'sets'> {
	/** `Signal`, `WhatsApp: group`, `WhatsApp 2` for the second account. */
	name: string;
	/** Absent where it stands for several. */
	network?: Network;
	isPlural?: boolean;
	/** As in {@link Snapshot}. */
	other?: Readonly<Record<string, unknown>>;
}

/**
 * Of the table's columns, those of chats; the names of accounts are numbers in it.
 *
 * @param clusters - of all chats; of some picked by hand, to keep those, by `variant`
 * @param now - epoch milliseconds, of which only the local day is kept
 */
export function takeSnapshot(
	clusters: readonly Cluster[],
	choice: ColumnQuery,
	{ now, serverVersion }: { now: number; serverVersion?: string | undefined }
): Snapshot {
	const { columns } = buildColumns(nameless(clusters), choice, { isNameless: true });
	return {
		taken: toDay(now),
		...(serverVersion !== undefined && { serverVersion }),
		columns: columns.map(keptOf)
	};
}

/** For a table: the same names, and keys that hold in every snapshot of the same columns. */
export function getSnapshotColumns({ columns }: Snapshot): CapabilityColumn[] {
	const keys = makeNamesUnique(
		columns.map(({ name, network }) => ({ name: network?.name === name ? network.key : name }))
	);
	return columns.map(({ name, network, chats, reported, sets, isPlural }, index) => ({
		key: keys[index]?.name ?? name,
		name,
		...(network && { networkKey: network.key }),
		origin: 'snapshot',
		...(isPlural && { isPlural }),
		chats,
		reported,
		sets
	}));
}

function keptOf({ name, networkKey, clusters, isPlural, ...counts }: LiveColumn): SnapshotColumn {
	const network = networkKey === undefined ? undefined : clusters[0]?.network;
	return {
		name,
		...(network && { network: { key: network.key, name: network.name } }),
		...(isPlural && { isPlural }),
		chats: counts.chats,
		reported: counts.reported,
		sets: counts.sets
	};
}

/** Nobody can vouch for words in fields that the API added since: only flags and numbers are kept. */
function nameless(clusters: readonly Cluster[]): Cluster[] {
	const kept = new Map(
		clusters.map(({ capabilities }) => [capabilities, capabilities && withoutWords(capabilities)])
	);
	return clusters.map((cluster) => ({
		...cluster,
		capabilities: kept.get(cluster.capabilities)
	}));
}

function withoutWords(capabilities: Capabilities): Capabilities {
	const { other, ...known } = capabilities;
	if (!other) return capabilities;
	const kept = Object.entries(other).filter(([, value]) => isWordless(value));
	return kept.length > 0 ? { ...known, other: Object.fromEntries(kept) } : known;
}

function isWordless(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isWordless);
	return typeof value === 'number' || typeof value === 'boolean';
}
