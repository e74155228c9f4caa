import type { Account } from '$lib/domain/chat/account';
import type { ChatID } from '$lib/domain/chat/chat';
import { isNetworkNamed } from '$lib/domain/chat/network';
import { ALL_CHATS, type ChatFilter } from '$lib/domain/chat-list/view';
import type { Cluster } from './clusters';
import type { Column } from '../span';
import type { ColumnOrigin, SheetPart } from '../table/table';
import type { CapabilityRow } from '../row';

/** A column, and where its answers come from. */
export interface CapabilityColumn extends Column {
	/** Absent where it stands for several networks. */
	networkKey?: string;
	origin: ColumnOrigin;
	/** One line below the name, where it is another than how many chats there are. */
	caption?: string;
	/** `Groups have polls`, but `Signal has`. */
	isPlural?: boolean;
}

/** A column of the user's own chats. */
export interface LiveColumn extends CapabilityColumn {
	/** Selects exactly the column's chats; null where no filter can. */
	filter: ChatFilter | null;
	/** What the column is made of. */
	clusters: readonly Cluster[];
	/** Key of the column that this is a variant of. */
	variantOf?: string;
	/** The one chat of a column that was picked by hand. */
	chatID?: ChatID;
}

export interface ColumnNames {
	/** For their owners' names. */
	accounts?: readonly Account[];
	/** `WhatsApp 1`, `Chat 1` instead of the names of people. */
	isNameless?: boolean;
}

type Asks = Partial<Pick<ChatFilter, 'networks' | 'accountIDs' | 'type'>>;

/**
 * A filter that selects the chats of these clusters and no others; their accounts and networks
 * are asked for too where what they have in common does not do. Null where nothing does.
 */
export function findExactFilter(
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
export function createPartFilter(
	{ filter }: Pick<LiveColumn, 'filter'>,
	{ path }: Pick<CapabilityRow, 'path'>,
	{ word, terms = [{ path, word }] }: Pick<SheetPart, 'word' | 'terms'>
): ChatFilter | null {
	if (!filter) return null;
	const tests = terms.map((term) => ({ path: term.path, value: term.word }));
	return { ...filter, capabilities: [...filter.capabilities, ...tests] };
}
