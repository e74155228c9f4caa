import { nameAccounts } from '$lib/domain/chat/accounts';
import { isolateName } from '$lib/domain/chat/name';
import type { ChatFilter } from '$lib/domain/chat-list/view';
import { getAccountIDs, clustersOf, tallyOf, type Cluster } from './clusters';
import { byName, grouped, distinctlyNamed } from '../grouped';
import type { Chat } from '$lib/domain/chat/chat';
import { nameChats } from '$lib/domain/chat/chat-names';
import type { Network, NetworkIndex } from '$lib/domain/chat/network';
import type { ViewProblem } from '$lib/domain/chat-list/view-url';
import { exactFilter, type ColumnNames, type TableColumn } from './column';
import { pickAccounts, pickNetworks } from './pick';
import { splitColumn } from './variant';

/** What a table may have a column for; `chat`: for each of some chats, see {@link chatColumns}. */
export const COLUMN_KINDS = ['network', 'account', 'type', 'variant', 'chat'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface ColumnChoice {
	by: Exclude<ColumnKind, 'chat'>;
	/** Bridge types or display names; any of them. Empty: every network. */
	networks?: readonly string[];
	/** Any of them. Empty: every account. */
	accountIDs?: readonly string[];
	/** Keys of columns to be replaced by their variants. */
	split?: readonly string[];
}

/** Every network that has chats, A–Z, with how many. */
export function getNetworks(clusters: readonly Cluster[]): (Network & { chats: number })[] {
	return networkGroups(clusters).map(({ key, name, clusters: members }) => ({
		key,
		name,
		chats: tallyOf(members).chats
	}));
}

/**
 * The columns of a table, A–Z by name, direct chats before groups; variants most chats first.
 *
 * @returns `problems`: networks, accounts and columns that are asked for and are not there
 */
export function columnsOf(
	clusters: readonly Cluster[],
	{ by, networks = [], accountIDs = [], split = [] }: ColumnChoice,
	names: ColumnNames = {}
): { columns: TableColumn[]; problems: ViewProblem[] } {
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
	const whole = distinctlyNamed(
		groupsOf(by, chosen, names).map((group) => columnFrom(group, within, clusters))
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
export function chatColumns(
	chats: readonly Chat[],
	getNetwork: NetworkIndex,
	{ accounts = [], isNameless = false }: ColumnNames = {}
): TableColumn[] {
	const names = nameChats(chats, nameAccounts(accounts));
	const columns = chats.map((chat, index): TableColumn => {
		const clusters = clustersOf([chat], getNetwork);
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
			...tallyOf(clusters)
		};
	});
	return distinctlyNamed(columns);
}

function groupsOf(
	by: ColumnChoice['by'],
	clusters: readonly Cluster[],
	names: ColumnNames
): ColumnGroup[] {
	switch (by) {
		case 'type':
			return typeGroups(clusters);
		case 'account':
			return accountGroups(clusters, names);
		default:
			return networkGroups(clusters);
	}
}

function columnFrom(
	{ key, name, clusters, asks, isPlural }: ColumnGroup,
	within: { networks: string[]; accountIDs: string[] },
	all: readonly Cluster[]
): TableColumn {
	const keys = new Set(clusters.map(({ network }) => network.key));
	const [networkKey] = keys;
	return {
		key,
		name,
		...(networkKey !== undefined && keys.size === 1 && { networkKey }),
		origin: 'chats',
		...(isPlural && { isPlural }),
		filter: asks && exactFilter({ ...within, ...asks }, clusters, all),
		clusters,
		...tallyOf(clusters)
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

export function networkGroups(clusters: readonly Cluster[]): ColumnGroup[] {
	return [...grouped(clusters, ({ network }) => network)]
		.map(([{ key, name }, members]) => {
			return { key, name, clusters: members, asks: { networks: [key] } };
		})
		.sort(byName);
}

const TYPES = ['single', 'group'] as const;
const TYPE_NAMES = { single: 'Direct chats', group: 'Groups' };

/** Direct chats, groups, then what the server has added since. */
export function typeGroups(clusters: readonly Cluster[]): ColumnGroup[] {
	const members = grouped(clusters, ({ type }) => type);
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
export function accountGroups(
	clusters: readonly Cluster[],
	{ accounts = [], isNameless = false }: ColumnNames
): ColumnGroup[] {
	const names = nameAccounts(accounts);
	const members = grouped(clusters, ({ accountID }) => accountID);
	const accountIDs = [...members.keys()].sort();
	const byNetwork = grouped(accountIDs, (accountID) => members.get(accountID)?.[0]?.network.name);
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
		.sort(byName);
}
