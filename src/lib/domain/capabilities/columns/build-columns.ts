import { nameAccounts } from '$lib/domain/chat/account-names';
import type { Chat } from '$lib/domain/chat/chat';
import { isolateName } from '$lib/domain/chat/name';
import type { ChatFilter } from '$lib/domain/chat-list/view';
import { compareByName, groupBy, makeNamesUnique } from '$lib/format/list';
import { nameChats } from '$lib/domain/chat/chat-names';
import type { Network, NetworkIndex } from '$lib/domain/chat/network';
import type { ViewProblem } from '$lib/domain/chat-list/view-url';
import { clusterChats, getAccountIDs, tallyClusters, type Cluster } from './clusters';
import { findExactFilter, type ColumnNames, type LiveColumn } from './column';
import { pickAccounts, pickNetworks } from './pick';
import { splitColumn } from './variant';

/** What a table may have a column for; `chat`: for each of some chats, see {@link buildChatColumns}. */
export const COLUMN_GROUPINGS = ['network', 'account', 'type', 'variant', 'chat'] as const;
export type ColumnGrouping = (typeof COLUMN_GROUPINGS)[number];

export interface ColumnQuery {
	by: Exclude<ColumnGrouping, 'chat'>;
	/** Bridge types or display names; any of them. Empty: every network. */
	networks?: readonly string[];
	/** Any of them. Empty: every account. */
	accountIDs?: readonly string[];
	/** Keys of columns to be replaced by their variants. */
	split?: readonly string[];
}

/** Every network that has chats, A–Z, with how many. */
export function getNetworks(clusters: readonly Cluster[]): (Network & { chats: number })[] {
	return groupByNetwork(clusters).map(({ key, name, clusters: members }) => ({
		key,
		name,
		chats: tallyClusters(members).chats
	}));
}

/**
 * The columns of a table, A–Z by name, direct chats before groups; variants most chats first.
 *
 * @returns `problems`: networks, accounts and columns that are asked for and are not there
 */
export function buildColumns(
	clusters: readonly Cluster[],
	{ by, networks = [], accountIDs = [], split = [] }: ColumnQuery,
	names: ColumnNames = {}
): { columns: LiveColumn[]; problems: ViewProblem[] } {
	const all = getNetworks(clusters);
	const onNetworks = pickNetworks(all, networks);
	const keys = new Set(onNetworks.picked.map(({ key }) => key));
	const ofNetworks = clusters.filter(({ network }) => keys.has(network.key));
	const ids = getAccountIDs(ofNetworks);
	const inAccounts = pickAccounts(ids, accountIDs);
	const kept = new Set(inAccounts.picked);
	const chosen = ofNetworks.filter(({ accountID }) => kept.has(accountID));
	const within = {
		networks: keys.size < all.length ? [...keys] : [],
		accountIDs: kept.size < ids.length ? [...kept] : []
	};
	const whole = makeNamesUnique(
		groupClusters(by, chosen, names).map((group) => toLiveColumn(group, within, clusters))
	);
	const strangers = split.filter((key) => !whole.some((column) => column.key === key));
	return {
		columns: whole.flatMap((column) =>
			by === 'variant' || split.includes(column.key) ? splitColumn(column, names) : [column]
		),
		problems: [
			...onNetworks.problems,
			...inAccounts.problems,
			...strangers.map((value) => ({ key: 'split', value, expected: 'a column of this table' }))
		]
	};
}

/** A column for each of some chats, in their order. */
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
			// An address has no word for a single chat among others; it has its own page.
			filter: null,
			chatID: chat.id,
			clusters,
			...tallyClusters(clusters)
		};
	});
	return makeNamesUnique(columns);
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

function toLiveColumn(
	{ key, name, clusters, asks, isPlural }: ColumnGroup,
	within: { networks: string[]; accountIDs: string[] },
	all: readonly Cluster[]
): LiveColumn {
	const keys = new Set(clusters.map(({ network }) => network.key));
	const [networkKey] = keys;
	return {
		key,
		name,
		...(networkKey !== undefined && keys.size === 1 && { networkKey }),
		origin: 'chats',
		...(isPlural && { isPlural }),
		filter: asks && findExactFilter({ ...within, ...asks }, clusters, all),
		clusters,
		...tallyClusters(clusters)
	};
}

/** The chats of one column, and what they have in common. */
export interface ColumnGroup {
	key: string;
	name: string;
	clusters: readonly Cluster[];
	/** What a filter asks for them; null where an address has no word for them. */
	asks: Partial<Pick<ChatFilter, 'networks' | 'accountIDs' | 'type'>> | null;
	isPlural?: boolean;
}

export function groupByNetwork(clusters: readonly Cluster[]): ColumnGroup[] {
	return [...groupBy(clusters, ({ network }) => network)]
		.map(([{ key, name }, members]) => {
			return { key, name, clusters: members, asks: { networks: [key] } };
		})
		.sort(compareByName);
}

const TYPES = ['single', 'group'] as const;
const TYPE_NAMES = { single: 'Direct chats', group: 'Groups' };

/** Direct chats, groups, then what the server has added since. */
export function groupByType(clusters: readonly Cluster[]): ColumnGroup[] {
	const members = groupBy(clusters, ({ type }) => type);
	const others = [...members.keys()].filter((type) => !TYPES.some((known) => known === type));
	return [
		...TYPES.filter((type) => members.has(type)).map((type) => ({
			key: type,
			name: TYPE_NAMES[type],
			clusters: members.get(type) ?? [],
			asks: { type },
			isPlural: true
		})),
		...others.sort().map((type) => {
			return { key: type, name: type, clusters: members.get(type) ?? [], asks: null };
		})
	];
}

/** An account that is alone on its network bears the network's name. */
export function groupByAccount(
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
				// An account without an ID is known by its network alone.
				asks: accountID.trim() ? { accountIDs: [accountID] } : {}
			};
		})
		.sort(compareByName);
}
