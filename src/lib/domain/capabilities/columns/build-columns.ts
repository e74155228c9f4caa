import { nameAccounts } from '$lib/domain/chat/account-names';
import type { Chat } from '$lib/domain/chat/chat';
import { nameChats } from '$lib/domain/chat/chat-names';
import { isolateName } from '$lib/domain/chat/name';
import type { Network, NetworkIndex } from '$lib/domain/chat/network';
import { createMissingProblem, type ViewProblem } from '$lib/domain/view-query';
import { compareByName, groupBy, makeNamesUnique } from '$lib/format/list';
import { clusterChats, countCapabilities, listAccountIDs, type Cluster } from './clusters';
import { findExactFilter, type ColumnFilter, type ColumnNames, type LiveColumn } from './column';
import { pickAccounts, pickNetworks } from './pick';
import { splitColumn } from './variant';

/** The meanings that the columns of a table can have; `chat`: each is one of the chosen chats. */
export const COLUMN_GROUPINGS = ['network', 'account', 'type', 'variant', 'chat'] as const;
export type ColumnGrouping = (typeof COLUMN_GROUPINGS)[number];

/** The columns that a view asks for. */
export interface ColumnQuery {
	/** Specific chats are columns of their own: {@link buildChatColumns}. */
	by: Exclude<ColumnGrouping, 'chat'>;
	/** Bridge types or display names; any of them. Empty: every network. */
	networks?: readonly string[];
	/** Any of them. Empty: every account. */
	accountIDs?: readonly string[];
	/** Keys of the columns to be replaced by their variants. */
	split?: readonly string[];
}

/** The networks that have chats, A–Z, with their numbers of chats. */
export function listNetworks(clusters: readonly Cluster[]): (Network & { chats: number })[] {
	return groupByNetwork(clusters).map(({ key, name, clusters: members }) => ({
		key,
		name,
		chats: countCapabilities(members).chats
	}));
}

/**
 * Builds the columns of a table: networks, accounts and variants with the most chats first, ties
 * A–Z by name, silent ones last; direct chats before groups.
 *
 * @returns `problems`: the networks, accounts and columns of the query that do not exist
 */
export function buildColumns(
	clusters: readonly Cluster[],
	{ by, networks = [], accountIDs = [], split = [] }: ColumnQuery,
	names: ColumnNames = {}
): { columns: LiveColumn[]; problems: ViewProblem[] } {
	const allNetworks = listNetworks(clusters);
	const pickedNetworks = pickNetworks(allNetworks, networks);
	const keys = new Set(pickedNetworks.picked.map(({ key }) => key));
	const inNetworks = clusters.filter(({ network }) => keys.has(network.key));
	const allAccountIDs = listAccountIDs(inNetworks);
	const pickedAccounts = pickAccounts(allAccountIDs, accountIDs);
	const kept = new Set(pickedAccounts.picked);
	const picked = inNetworks.filter(({ accountID }) => kept.has(accountID));
	const filter = {
		networks: keys.size < allNetworks.length ? [...keys] : [],
		accountIDs: kept.size < allAccountIDs.length ? [...kept] : []
	};
	const named = makeNamesUnique(
		groupClusters(by, picked, names).map((group) => toLiveColumn(group, filter, clusters))
	);
	const whole = by === 'type' ? named : named.sort(compareByChats);
	const unknownKeys = split.filter((key) => !whole.some((column) => column.key === key));
	return {
		columns: whole.flatMap((column) =>
			by === 'variant' || split.includes(column.key) ? splitColumn(column, names) : [column]
		),
		problems: [
			...pickedNetworks.problems,
			...pickedAccounts.problems,
			...unknownKeys.map((value) => createMissingProblem('split', value))
		]
	};
}

/** Builds a column for each of these chats, in their order. */
export function buildChatColumns(
	chats: readonly Chat[],
	getNetwork: NetworkIndex,
	{ accounts = [], isNameless = false }: ColumnNames = {}
): LiveColumn[] {
	const names = nameChats(chats, nameAccounts(accounts));
	const columns = chats.map((chat, index): LiveColumn => {
		const clusters = clusterChats([chat], getNetwork);
		const network = getNetwork(chat);
		return {
			key: chat.id,
			name: isNameless ? `Chat ${index + 1}` : (names[index] ?? ''),
			networkKey: network.key,
			origin: 'chats',
			caption: chat.capabilities ? network.name : `${network.name}, not reported`,
			// No filter selects a single chat; the column links to the chat's own page.
			filter: null,
			chatID: chat.id,
			clusters,
			...countCapabilities(clusters)
		};
	});
	return makeNamesUnique(columns);
}

/** Most chats first; columns that report nothing last. */
function compareByChats(a: LiveColumn, b: LiveColumn): number {
	return Number(a.reported === 0) - Number(b.reported === 0) || b.chats - a.chats;
}

/** The clusters of one column. */
interface ColumnGroup {
	key: string;
	name: string;
	clusters: readonly Cluster[];
	/** The filter that the group stands for; null where URLs can't express it. */
	filter: ColumnFilter | null;
	isPlural?: boolean;
}

function groupClusters(
	by: ColumnQuery['by'],
	clusters: readonly Cluster[],
	names: ColumnNames
): ColumnGroup[] {
	switch (by) {
		case 'type':
			return groupByType(clusters);
		case 'account':
			return groupByAccount(clusters, names);
		default:
			return groupByNetwork(clusters);
	}
}

/** The key of the chats that report no account or type: in a view, an empty key names no column. */
const NO_KEY = '(none)';

function toLiveColumn(
	{ key, name, clusters, filter, isPlural }: ColumnGroup,
	viewFilter: ColumnFilter,
	all: readonly Cluster[]
): LiveColumn {
	const keys = new Set(clusters.map(({ network }) => network.key));
	const [networkKey] = keys;
	return {
		key: key || NO_KEY,
		name,
		...(networkKey !== undefined && keys.size === 1 && { networkKey }),
		origin: 'chats',
		...(isPlural && { isPlural }),
		filter: filter && findExactFilter({ ...viewFilter, ...filter }, clusters, all),
		clusters,
		...countCapabilities(clusters)
	};
}

function groupByNetwork(clusters: readonly Cluster[]): ColumnGroup[] {
	return [...groupBy(clusters, ({ network }) => network)]
		.map(([{ key, name }, members]) => {
			return { key, name, clusters: members, filter: { networks: [key] } };
		})
		.sort(compareByName);
}

const TYPES = ['single', 'group'] as const;
const TYPE_NAMES = { single: 'Direct chats', group: 'Groups' };

/** Direct chats, groups, then types that the API has added since. */
function groupByType(clusters: readonly Cluster[]): ColumnGroup[] {
	const members = groupBy(clusters, ({ type }) => type);
	const others = [...members.keys()].filter((type) => !TYPES.some((known) => known === type));
	return [
		...TYPES.filter((type) => members.has(type)).map((type) => ({
			key: type,
			name: TYPE_NAMES[type],
			clusters: members.get(type) ?? [],
			filter: { type },
			isPlural: true
		})),
		...others.sort().map((type) => {
			return {
				key: type,
				name: type || 'Other chats',
				clusters: members.get(type) ?? [],
				filter: null
			};
		})
	];
}

/** The only account of a network bears the network's name. */
function groupByAccount(
	clusters: readonly Cluster[],
	{ accounts = [], isNameless = false }: ColumnNames
): ColumnGroup[] {
	const names = nameAccounts(accounts);
	const members = groupBy(clusters, ({ accountID }) => accountID);
	const accountIDs = [...members.keys()].sort();
	const byNetwork = groupBy(accountIDs, (accountID) => members.get(accountID)?.[0]?.network.name);
	return accountIDs
		.map((accountID): ColumnGroup => {
			const own = members.get(accountID) ?? [];
			const network = own[0]?.network.name ?? '';
			const siblings = byNetwork.get(network) ?? [];
			const owner = names.get(accountID) ?? accountID;
			const name = isNameless
				? `${network} ${siblings.indexOf(accountID) + 1}`
				: `${network}: ${isolateName(owner)}`;
			return {
				key: accountID,
				name: siblings.length > 1 ? name : network,
				clusters: own,
				// An account without an ID can only be told by its network.
				filter: accountID.trim() ? { accountIDs: [accountID] } : {}
			};
		})
		.sort(compareByName);
}
