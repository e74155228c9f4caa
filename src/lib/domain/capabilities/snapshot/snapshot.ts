import { makeNamesUnique } from '$lib/format/list';
import type { Network } from '$lib/domain/chat/network';
import { toDay } from '$lib/format/time';
import { buildRows } from '../build-rows';
import type { Capabilities } from '../model';
import { formatCount } from '$lib/format/number';
import { collectSets, type Cluster } from '../columns/clusters';
import type { CapabilityColumn, LiveColumn } from '../columns/column';
import { buildColumns, type ColumnQuery } from '../columns/build-columns';

/**
 * The capabilities of a table's columns on one day, to be kept or shared. A snapshot contains no names
 * of people or accounts, no chat titles, and no IDs of chats or accounts.
 */
export interface Snapshot {
	/** The day, ISO: `2026-01-31`. */
	taken: string;
	/** Absent where the server does not state its version. */
	serverVersion?: string;
	/** In the order of the table. */
	columns: readonly SnapshotColumn[];
	/** Unknown fields, which a newer dashboard may have written; kept unchanged. */
	other?: Readonly<Record<string, unknown>>;
}

export interface SnapshotColumn extends Pick<LiveColumn, 'chats' | 'reported' | 'sets'> {
	/** `Signal`, `WhatsApp: group`, `WhatsApp 2` for the second account. */
	name: string;
	/** Absent for a column of several networks. */
	network?: Network;
	isPlural?: boolean;
	/** As in {@link Snapshot}. */
	other?: Readonly<Record<string, unknown>>;
}

/**
 * Takes a snapshot of the columns of a view. Accounts are numbered instead of named.
 *
 * @param clusters - the clusters of all chats; for chosen chats their clusters, with a query by `variant`
 * @param now - epoch milliseconds; only the local day is kept
 */
export function takeSnapshot(
	clusters: readonly Cluster[],
	choice: ColumnQuery,
	{ now, serverVersion }: { now: number; serverVersion?: string | undefined }
): Snapshot {
	const { columns } = buildColumns(removeNames(clusters), choice, { isNameless: true });
	return {
		taken: toDay(now),
		...(serverVersion !== undefined && { serverVersion }),
		columns: columns.map(toSnapshotColumn)
	};
}

/** The columns of a snapshot, for a table. Snapshots of the same columns give the same keys. */
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

function toSnapshotColumn({
	name,
	networkKey,
	clusters,
	isPlural,
	...counts
}: LiveColumn): SnapshotColumn {
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

/** Words in unknown fields may be names of people, so only their flags and numbers are kept. */
function removeNames(clusters: readonly Cluster[]): Cluster[] {
	const kept = new Map(
		clusters.map(({ capabilities }) => [capabilities, capabilities && removeWords(capabilities)])
	);
	return clusters.map((cluster) => ({
		...cluster,
		capabilities: kept.get(cluster.capabilities)
	}));
}

function removeWords(capabilities: Capabilities): Capabilities {
	const { other, ...known } = capabilities;
	if (!other) return capabilities;
	const kept = Object.entries(other).filter(([, value]) => isWordless(value));
	return kept.length > 0 ? { ...known, other: Object.fromEntries(kept) } : known;
}

function isWordless(value: unknown): boolean {
	if (Array.isArray(value)) return value.every(isWordless);
	return typeof value === 'number' || typeof value === 'boolean';
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `31 January 2026` */
export function formatTakenDay(taken: Snapshot['taken']): string {
	return DAY.format(Date.parse(taken));
}

/** `31 January 2026 · Beeper 4.2.808 · 16 columns` */
export function describeSnapshot({ taken, serverVersion, columns }: Snapshot): string {
	return [
		formatTakenDay(taken),
		serverVersion && `Beeper ${serverVersion}`,
		formatCount(columns.length, 'column')
	]
		.filter(Boolean)
		.join(' · ');
}

/** Cells of a table that browsers can show: about twice those of many networks. */
const MAX_CELLS = 50_000;

/** The first columns, as many as a page can show, but at least one: a snapshot may come from anyone. */
export function limitColumns(columns: readonly CapabilityColumn[]): readonly CapabilityColumn[] {
	const rows = buildRows(collectSets(columns)).length;
	return columns.slice(0, Math.max(1, Math.floor(MAX_CELLS / Math.max(1, rows))));
}
