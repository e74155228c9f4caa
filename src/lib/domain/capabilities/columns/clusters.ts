import type { Chat, ChatID, ChatType } from '$lib/domain/chat/chat';
import type { Network, NetworkIndex } from '$lib/domain/chat/network';
import type { Capabilities } from '../model';
import { toSortedJson } from '../url-value';

/** Chats that belong to the same column and the same variant in every view. */
export interface Cluster {
	network: Network;
	accountID: string;
	type: ChatType;
	/** The types of chats that a kind of the reference is about; absent: `type` alone. */
	types?: readonly ChatType[];
	isReadOnly: boolean;
	/** Undefined: the chats report none. */
	capabilities: Capabilities | undefined;
	/** The number of chats. */
	chats: number;
	/** The merged chats that stand for some of these chats in lists, one entry for each such chat. */
	mergedIDs: readonly ChatID[];
}

/** The capabilities that some chats report, counted. */
export interface CapabilityCounts {
	/** All chats, whether or not they report capabilities. */
	chats: number;
	/** The chats that report capabilities. */
	reported: number;
	/** Chats by reported capabilities, most common first; chats without capabilities are left out. */
	sets: ReadonlyMap<Capabilities, number>;
	/**
	 * `Cluster.mergedIDs` of all chats, and by their capabilities; absent: no chat is part of a merged
	 * chat.
	 */
	merged?: {
		all: readonly ChatID[];
		bySet: ReadonlyMap<Capabilities, readonly ChatID[]>;
	};
}

/**
 * Groups chats into clusters, in the order of each cluster's first chat. Visits each chat once and
 * compares capabilities by identity, as equal capabilities are one object. Tables are built from
 * clusters alone, so that a new view of the same chats costs nothing per chat.
 *
 * @param before - the previous result; returned itself when nothing has changed
 * @param getMergedID - the merged chat that stands for a chat in lists, if any
 */
export function clusterChats(
	chats: Iterable<Chat>,
	getNetwork: NetworkIndex,
	before: readonly Cluster[] = [],
	getMergedID: (chat: Chat) => ChatID | undefined = () => undefined
): readonly Cluster[] {
	const clusters: CountedCluster[] = [];
	const open: ClusterTree = new Map();
	const readOnly: ClusterTree = new Map();
	for (const chat of chats) {
		const { accountID, type, capabilities, isReadOnly = false } = chat;
		const network = getNetwork(chat);
		const byCapabilities = getInner(isReadOnly ? readOnly : open, network);
		const byType = getInner(getInner(byCapabilities, capabilities), accountID);
		const cluster = byType.get(type);
		const mergedID = getMergedID(chat);
		if (cluster) {
			cluster.chats += 1;
			if (mergedID !== undefined) cluster.mergedIDs.push(mergedID);
		} else {
			const mergedIDs = mergedID === undefined ? [] : [mergedID];
			const first = { network, accountID, type, isReadOnly, capabilities, chats: 1, mergedIDs };
			byType.set(type, first);
			clusters.push(first);
		}
	}
	const reused = reuseEqual(clusters, before);
	const isSame =
		reused.length === before.length && reused.every((cluster, index) => cluster === before[index]);
	return isSame ? before : reused;
}

/** Replaces clusters by the equal objects of before, by which tallies and tables are cached. */
function reuseEqual(clusters: readonly Cluster[], before: readonly Cluster[]): readonly Cluster[] {
	const known = new Map<Capabilities | undefined, Cluster[]>();
	for (const cluster of before) {
		const alike = known.get(cluster.capabilities);
		if (alike) alike.push(cluster);
		else known.set(cluster.capabilities, [cluster]);
	}
	return clusters.map(
		(cluster) =>
			known.get(cluster.capabilities)?.find((other) => isEqual(cluster, other)) ?? cluster
	);
}

/** A cluster to which chats are still added. */
type CountedCluster = Cluster & { mergedIDs: ChatID[] };

/** Clusters by network, capabilities, account and type. */
type ClusterTree = Map<
	Network,
	Map<Capabilities | undefined, Map<string, Map<ChatType, CountedCluster>>>
>;

function getInner<Key, InnerKey, Value>(
	map: Map<Key, Map<InnerKey, Value>>,
	key: Key
): Map<InnerKey, Value> {
	let inner = map.get(key);
	if (!inner) map.set(key, (inner = new Map()));
	return inner;
}

function isEqual(one: Cluster, other: Cluster): boolean {
	return (
		one.network === other.network &&
		one.accountID === other.accountID &&
		one.type === other.type &&
		one.isReadOnly === other.isReadOnly &&
		one.chats === other.chats &&
		one.mergedIDs.length === other.mergedIDs.length &&
		one.mergedIDs.every((id, index) => id === other.mergedIDs[index])
	);
}

/** The accounts of these chats, each once, in the order of the clusters. */
export function listAccountIDs(clusters: readonly Cluster[]): string[] {
	return [...new Set(clusters.map(({ accountID }) => accountID))];
}

/** The distinct capabilities of these columns. */
export function collectSets(columns: readonly Pick<CapabilityCounts, 'sets'>[]): Set<Capabilities> {
	return new Set(columns.flatMap(({ sets }) => [...sets.keys()]));
}

/**
 * The number of rows in which lists show some chats: the members of one merged chat share a row.
 *
 * @param mergedIDs - as in `Cluster`
 */
export function countListed(chats: number, mergedIDs: readonly ChatID[] = []): number {
	return chats - mergedIDs.length + new Set(mergedIDs).size;
}

/** Counts by the first cluster: successive views combine the same clusters. */
const cache = new WeakMap<Cluster, { clusters: readonly Cluster[]; counts: CapabilityCounts }[]>();

/** Counts what the chats of some clusters report; returns the same object for the same clusters. */
export function countCapabilities(clusters: readonly Cluster[]): CapabilityCounts {
	const [first] = clusters;
	if (!first) return countUncached(clusters);
	const known = cache.get(first) ?? [];
	cache.set(first, known);
	let found = known.find((other) => isSameList(other.clusters, clusters));
	if (!found) known.push((found = { clusters, counts: countUncached(clusters) }));
	return found.counts;
}

function isSameList(one: readonly Cluster[], other: readonly Cluster[]): boolean {
	return one.length === other.length && one.every((cluster, index) => cluster === other[index]);
}

function countUncached(clusters: readonly Cluster[]): CapabilityCounts {
	const sets = new Map<Capabilities, number>();
	const bySet = new Map<Capabilities, readonly ChatID[]>();
	const all = clusters.flatMap(({ mergedIDs }) => mergedIDs);
	let chats = 0;
	let reported = 0;
	for (const { capabilities, chats: count, mergedIDs } of clusters) {
		chats += count;
		if (!capabilities) continue;
		reported += count;
		sets.set(capabilities, (sets.get(capabilities) ?? 0) + count);
		bySet.set(capabilities, [...(bySet.get(capabilities) ?? []), ...mergedIDs]);
	}
	const sorted = [...sets].sort(([a, n], [b, m]) => m - n || (getJson(a) < getJson(b) ? -1 : 1));
	return {
		chats,
		reported,
		sets: new Map(sorted),
		...(all.length > 0 && { merged: { all, bySet } })
	};
}

/** JSON by capabilities, which never change. */
const jsons = new WeakMap<Capabilities, string>();

/** Orders equally common sets, so that the order of the chats does not change the table. */
function getJson(capabilities: Capabilities): string {
	let json = jsons.get(capabilities);
	if (json === undefined) jsons.set(capabilities, (json = toSortedJson(capabilities)));
	return json;
}
