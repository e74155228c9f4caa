import type { ChatID } from '$lib/domain/chat/chat';
import { isNetworkNamed } from '$lib/domain/chat/network';
import { ALL_CHATS, type ChatFilter } from '$lib/domain/chat-list/view';
import type { Capabilities } from '../capabilities';
import { jsonOf } from '../word';
import type { Cluster } from './clusters';
import type { Column } from '../span';
import type { Origin, SheetPart } from '../sheet/sheet';
import type { CapabilityRow } from '../row';

/** A column, and where its answers come from. */
export interface SourcedColumn extends Column {
	/** Absent where it stands for several networks. */
	networkKey?: string;
	origin: Origin;
	/** One line below the name, where it is another than how many chats there are. */
	caption?: string;
	/** `Groups have polls`, but `Signal has`. */
	isPlural?: boolean;
}

/** A column of the user's own chats. */
export interface TableColumn extends SourcedColumn {
	/** Selects exactly the column's chats; null where no filter can. */
	filter: ChatFilter | null;
	/** What the column is made of. */
	clusters: readonly Cluster[];
	/** Key of the column that this is a variant of. */
	variantOf?: string;
	/** The one chat of a column that was picked by hand. */
	chatID?: ChatID;
}

type Tally = Pick<Column, 'chats' | 'reported' | 'sets'>;

/** By their first: one view after another is made of the same clusters. */
const remembered = new WeakMap<Cluster, { clusters: readonly Cluster[]; tally: Tally }[]>();

/** What the chats of some clusters report, the most common first; the same for the same clusters. */
export function tallyOf(clusters: readonly Cluster[]): Tally {
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
	if (text === undefined) texts.set(capabilities, (text = jsonOf(capabilities)));
	return text;
}

type Asks = Partial<Pick<ChatFilter, 'networks' | 'accountIDs' | 'type'>>;

/**
 * A filter that selects the chats of these clusters and no others; their accounts and networks
 * are asked for too where what they have in common does not do. Null where nothing does.
 */
export function exactFilter(
	asks: Asks,
	clusters: readonly Cluster[],
	all: readonly Cluster[]
): ChatFilter | null {
	const accountIDs = [...new Set(clusters.map(({ accountID }) => accountID))];
	const networks = [...new Set(clusters.map(({ network }) => network.key))];
	const wanted = new Set(clusters);
	const exact = [
		asks,
		{ ...asks, accountIDs },
		{ ...asks, networks, accountIDs },
		{ ...asks, networks }
	].find((tried) => all.every((cluster) => isAsked(cluster, tried) === wanted.has(cluster)));
	return exact ? { ...ALL_CHATS.filter, ...exact } : null;
}

/** As `filterTests` has it; a blank word is none in an address. */
function isAsked(
	{ network, accountID, type }: Cluster,
	{ networks = [], accountIDs = [], type: askedType }: Asks
): boolean {
	if ([...networks, ...accountIDs].some((word) => !word.trim())) return false;
	return (
		(networks.length === 0 || networks.some((word) => isNetworkNamed(network, word))) &&
		(accountIDs.length === 0 || accountIDs.includes(accountID)) &&
		(askedType === undefined || type === askedType)
	);
}

/**
 * Selects exactly those chats of a column that say one part of a cell; null where no filter can.
 */
export function partFilter(
	{ filter }: Pick<TableColumn, 'filter'>,
	{ path }: Pick<CapabilityRow, 'path'>,
	{ word, terms = [{ path, word }] }: Pick<SheetPart, 'word' | 'terms'>
): ChatFilter | null {
	if (!filter) return null;
	const tests = terms.map((term) => ({ path: term.path, value: term.word }));
	return { ...filter, capabilities: [...filter.capabilities, ...tests] };
}
