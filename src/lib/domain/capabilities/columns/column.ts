import type { Account } from '$lib/domain/chat/account';
import type { ChatID } from '$lib/domain/chat/chat';
import { isNetworkNamed } from '$lib/domain/chat/network';
import { ALL_CHATS, type ChatFilter } from '$lib/domain/chat-list/view';
import type { CapabilityRow } from '../row';
import type { CellPart, ColumnOrigin } from '../table/table';
import type { CapabilityCounts, Cluster } from './clusters';

/** A column with the capabilities that it stands for, before the table formats them. */
export interface CapabilityColumn extends CapabilityCounts {
	/** Unique within the table. */
	key: string;
	/** `Signal`, `WhatsApp: group`. */
	name: string;
	/** Absent for a column of several networks. */
	networkKey?: string;
	origin: ColumnOrigin;
	/** One line below the name; absent: the number of chats. */
	caption?: string;
	/** Sentences about the column use the plural: `Groups have polls`, but `Signal has polls`. */
	isPlural?: boolean;
	/** The chats by type; absent: their types aren’t known. */
	clusters?: readonly Cluster[];
}

/** A column of the user's own chats. */
export interface LiveColumn extends CapabilityColumn {
	/** Selects exactly the column's chats; null where no filter can. */
	filter: ChatFilter | null;
	clusters: readonly Cluster[];
	/** Key of the column that this is a variant of. */
	variantOf?: string;
	/** Only for a column of one chat that was picked by hand. */
	chatID?: ChatID;
}

/** The names that columns may bear. */
export interface ColumnNames {
	/** Accounts are named after their owners. */
	accounts?: readonly Account[];
	/** Numbers replace the names of people: `WhatsApp 1`, `Chat 1`. */
	isNameless?: boolean;
}

/** The part of a filter that columns are made of. */
export type ColumnFilter = Partial<Pick<ChatFilter, 'networks' | 'accountIDs' | 'type'>>;

/**
 * Finds a filter that selects the chats of these clusters and no others. Where the given filter
 * selects too much, the clusters' accounts and networks are added to it.
 *
 * @returns null where no filter is exact
 */
export function findExactFilter(
	filter: ColumnFilter,
	clusters: readonly Cluster[],
	all: readonly Cluster[]
): ChatFilter | null {
	const accountIDs = [...new Set(clusters.map(({ accountID }) => accountID))];
	const networks = [...new Set(clusters.map(({ network }) => network.key))];
	const wanted = new Set(clusters);
	const exact = [
		filter,
		{ ...filter, accountIDs },
		{ ...filter, networks, accountIDs },
		{ ...filter, networks }
	].find((tried) => all.every((cluster) => matches(cluster, tried) === wanted.has(cluster)));
	return exact ? { ...ALL_CHATS.filter, ...exact } : null;
}

/** Matches as the chat list's filter does, in which a blank word matches nothing. */
function matches(
	{ network, accountID, type }: Cluster,
	{ networks = [], accountIDs = [], type: wantedType }: ColumnFilter
): boolean {
	if ([...networks, ...accountIDs].some((word) => !word.trim())) return false;
	return (
		(networks.length === 0 || networks.some((word) => isNetworkNamed(network, word))) &&
		(accountIDs.length === 0 || accountIDs.includes(accountID)) &&
		(wantedType === undefined || type === wantedType)
	);
}

/** Creates the filter that selects the chats of one part of a cell; null where no filter can. */
export function createPartFilter(
	{ filter }: Pick<LiveColumn, 'filter'>,
	{ path }: Pick<CapabilityRow, 'path'>,
	{
		statement,
		tests = [{ path, value: statement.urlValue }]
	}: Pick<CellPart, 'statement' | 'tests'>
): ChatFilter | null {
	return filter && { ...filter, capabilities: [...filter.capabilities, ...tests] };
}
