import type { Chat, ChatType } from '$lib/domain/chat/chat';
import type { Network, NetworkIndex } from '$lib/domain/chat/network';
import type { Capabilities } from '../model';
import type { Column } from '../span';
import { toSortedJson } from '../url-value';

/** Chats that are alike in all by which columns and their variants tell chats apart. */
export interface Cluster {
	network: Network;
	accountID: string;
	type: ChatType;
	isReadOnly: boolean;
	/** Undefined: the chats report none. */
	capabilities: Capabilities | undefined;
	/** How many there are. */
	chats: number;
}

/**
 * Chats by what a table needs of them, in the order first met. Looks at each chat once and never
 * into its capabilities: equal ones are one object. Tables are made of clusters alone, so that a
 * new view of the same chats costs nothing that grows with them.
 *
 * @param before - the answer of the last time: given back itself when nothing has changed
 */
export function clusterChats(
	chats: Iterable<Chat>,
	getNetwork: NetworkIndex,
	before: readonly Cluster[] = []
): readonly Cluster[] {
	const clusters: Cluster[] = [];
	const open: Tree = new Map();
	const readOnly: Tree = new Map();
	for (const chat of chats) {
		const { accountID, type, capabilities, isReadOnly = false } = chat;
		const network = getNetwork(chat);
		const ofNetwork = within(isReadOnly ? readOnly : open, network);
		const byType = within(within(ofNetwork, capabilities), accountID);
		const cluster = byType.get(type);
		if (cluster) cluster.chats += 1;
		else {
			const first = { network, accountID, type, isReadOnly, capabilities, chats: 1 };
			byType.set(type, first);
			clusters.push(first);
		}
	}
	const kept = keepEqual(clusters, before);
	const isSame = kept.length === before.length && kept.every((one, place) => one === before[place]);
	return isSame ? before : kept;
}

/** Those that are as before are the very same objects, as what is known of them still holds. */
function keepEqual(clusters: readonly Cluster[], before: readonly Cluster[]): readonly Cluster[] {
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

/** A cluster by network, capabilities, account and type. */
type Tree = Map<Network, Map<Capabilities | undefined, Map<string, Map<ChatType, Cluster>>>>;

function within<Key, InnerKey, Value>(
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
		one.chats === other.chats
	);
}

/** The IDs of the accounts that these chats belong to, each once. */
export function getAccountIDs(clusters: readonly Cluster[]): string[] {
	return [...new Set(clusters.map(({ accountID }) => accountID))];
}

type Tally = Pick<Column, 'chats' | 'reported' | 'sets'>;

/** By their first: one view after another is made of the same clusters. */
const remembered = new WeakMap<Cluster, { clusters: readonly Cluster[]; tally: Tally }[]>();

/** What the chats of some clusters report, the most common first; the same for the same clusters. */
export function tallyClusters(clusters: readonly Cluster[]): Tally {
	const [first] = clusters;
	if (!first) return readTally(clusters);
	const known = remembered.get(first) ?? [];
	remembered.set(first, known);
	let found = known.find((other) => isSameList(other.clusters, clusters));
	if (!found) known.push((found = { clusters, tally: readTally(clusters) }));
	return found.tally;
}

function isSameList(one: readonly Cluster[], other: readonly Cluster[]): boolean {
	return one.length === other.length && one.every((cluster, place) => cluster === other[place]);
}

function readTally(clusters: readonly Cluster[]): Tally {
	const sets = new Map<Capabilities, number>();
	let chats = 0;
	let reported = 0;
	for (const { capabilities, chats: count } of clusters) {
		chats += count;
		if (!capabilities) continue;
		reported += count;
		sets.set(capabilities, (sets.get(capabilities) ?? 0) + count);
	}
	const sorted = [...sets].sort(([a, n], [b, m]) => m - n || (getText(a) < getText(b) ? -1 : 1));
	return { chats, reported, sets: new Map(sorted) };
}

/** By the object, which never changes. */
const texts = new WeakMap<Capabilities, string>();

/** Orders sets that are equally common, so that the order of the chats changes no table. */
function getText(capabilities: Capabilities): string {
	let text = texts.get(capabilities);
	if (text === undefined) texts.set(capabilities, (text = toSortedJson(capabilities)));
	return text;
}
