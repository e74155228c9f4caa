import type { Account } from '$lib/domain/chat/account';
import { nameAccounts } from '$lib/domain/chat/accounts';
import { isolateName } from '$lib/domain/chat/name';
import type { ChatFilter } from '$lib/domain/chat-list/view';
import type { Cluster } from './clusters';
import { byName, grouped } from '../grouped';

/** The chats of one column, and what they have in common. */
export interface ColumnGroup {
	key: string;
	name: string;
	clusters: readonly Cluster[];
	/** What a filter asks for them; null where an address has no word for them. */
	asks: Partial<Pick<ChatFilter, 'networks' | 'accountIDs' | 'type'>> | null;
	isPlural?: boolean;
}

export interface ColumnNames {
	/** For their owners' names. */
	accounts?: readonly Account[];
	/** `WhatsApp 1`, `Chat 1` instead of the names of people. */
	isNameless?: boolean;
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

/** The IDs of the accounts that these chats belong to, each once. */
export function accountIDsOf(clusters: readonly Cluster[]): string[] {
	return [...new Set(clusters.map(({ accountID }) => accountID))];
}
