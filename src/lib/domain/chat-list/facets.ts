import type { ChatType } from '../chat/chat';
import type { Network } from '../chat/network';
import type { Turn } from '../chat/waiting';
import type { IndexedChat } from './chat-index';
import type { Facet, FacetValues, MemberValues } from './facet-values';
import { createMemberTests, type FilterResult } from './filter';
import { compareNetworks } from './sort';
import type { Flag } from './view';

/** The networks, accounts and labels of all chats, whatever the filter. */
export interface FacetChoices {
	/** By name. */
	networks: readonly Network[];
	/** Most chats first. */
	networksByUse: readonly Network[];
	accountIDs: readonly string[];
	labelIDs: readonly string[];
	/** The flags that some chat has. */
	flags: ReadonlySet<Flag>;
}

/** Number of chats for each choice of a flag. */
export interface FlagCounts {
	any: number;
	yes: number;
	no: number;
}

/** Number of chats for each choice, with the rest of the filter unchanged. */
export interface FacetCounts {
	flags: Readonly<Record<Flag, FlagCounts>>;
	/** Every network with chats, by name, also with 0. */
	networks: readonly { network: Network; count: number }[];
	/** By account ID: every account with chats, also with 0. */
	accounts: ReadonlyMap<string, number>;
	/** By label ID: every label of a chat, also with 0. */
	labels: ReadonlyMap<string, number>;
	type: { any: number; single: number; group: number };
	/** `any` also counts chats in which it's neither side's turn, or not known whose. */
	waiting: { any: number } & Readonly<Record<Turn, number>>;
}

export function findFacetChoices(chats: readonly IndexedChat[]): FacetChoices {
	const tally = new Map<FacetValues, number>();
	for (const { facets } of chats) tally.set(facets, (tally.get(facets) ?? 0) + 1);
	const uses = new Map<Network, number>();
	const accountIDs = new Set<string>();
	const labelIDs = new Set<string>();
	const flags = new Set<Flag>();
	for (const [values, count] of tally) {
		addNetworks(uses, values.members, count);
		for (const { accountID } of values.members) accountIDs.add(accountID);
		for (const id of values.labelIDs) labelIDs.add(id);
		for (const flag of values.flags) flags.add(flag);
	}
	const networks = [...uses.keys()].sort(compareNetworks);
	return {
		networks,
		networksByUse: networks.toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0)),
		accountIDs: [...accountIDs],
		labelIDs: [...labelIDs],
		flags
	};
}

/**
 * A chat counts for a choice if it passes every test except that of the choice's own facet. So a
 * matching chat counts in all facets, any other only in those where another choice would match it.
 */
export function countFacets(
	{ filter, matching, matchingTally, failingTallies }: FilterResult,
	choices: FacetChoices
): FacetCounts {
	const { isOnNetwork, isOfAccount } = createMemberTests(filter);
	const flags = new Map<Flag, number>();
	const types = new Map<ChatType, number>();
	const turns = new Map<FacetValues['waiting'], number>();
	const networks = new Map(choices.networks.map((network) => [network, 0]));
	const accounts = new Map(choices.accountIDs.map((id) => [id, 0]));
	const labels = new Map(choices.labelIDs.map((id) => [id, 0]));

	for (const [values, chats] of matchingTally) {
		add(flags, values.flags, chats);
		add(types, [values.type], chats);
		add(turns, [values.waiting], chats);
		addNetworks(networks, values.members.filter(isOfAccount), chats);
		addAccounts(accounts, values.members.filter(isOnNetwork), chats);
		add(labels, values.labelIDs, chats);
	}
	for (const [facet, tally] of failingTallies) {
		for (const [values, chats] of tally) {
			if (facet === 'type') add(types, [values.type], chats);
			else if (facet === 'waiting') add(turns, [values.waiting], chats);
			else if (facet === 'network')
				addNetworks(networks, values.members.filter(isOfAccount), chats);
			else if (facet === 'account')
				addAccounts(accounts, values.members.filter(isOnNetwork), chats);
			else if (facet === 'label') add(labels, values.labelIDs, chats);
			else if (values.flags.includes(facet)) add(flags, [facet], chats);
		}
	}

	function countAny(facet: Facet): number {
		const failing = failingTallies.get(facet) ?? new Map<FacetValues, number>();
		return [...failing.values()].reduce((sum, chats) => sum + chats, matching.length);
	}

	function countFlag(flag: Flag): FlagCounts {
		const any = countAny(flag);
		const yes = flags.get(flag) ?? 0;
		return { any, yes, no: any - yes };
	}

	return {
		flags: {
			archived: countFlag('archived'),
			muted: countFlag('muted'),
			pinned: countFlag('pinned'),
			unread: countFlag('unread'),
			mentions: countFlag('mentions'),
			'low-priority': countFlag('low-priority'),
			'read-only': countFlag('read-only'),
			draft: countFlag('draft'),
			reminder: countFlag('reminder'),
			snoozed: countFlag('snoozed'),
			disappearing: countFlag('disappearing'),
			merged: countFlag('merged')
		},
		networks: [...networks].map(([network, count]) => ({ network, count })),
		accounts,
		labels,
		type: {
			any: countAny('type'),
			single: types.get('single') ?? 0,
			group: types.get('group') ?? 0
		},
		waiting: {
			any: countAny('waiting'),
			me: turns.get('me') ?? 0,
			them: turns.get('them') ?? 0
		}
	};
}

/** Adds a number of chats to each of these choices; a chat with several counts for each. */
function add<Choice>(counts: Map<Choice, number>, choices: Iterable<Choice>, chats: number) {
	for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + chats);
}

/** Adds a number of chats to each network of their members. */
function addNetworks(
	counts: Map<Network, number>,
	members: readonly MemberValues[],
	chats: number
) {
	add(counts, listUnique(members.map(({ network }) => network)), chats);
}

/** Adds a number of chats to each account of their members. */
function addAccounts(counts: Map<string, number>, members: readonly MemberValues[], chats: number) {
	add(counts, listUnique(members.map(({ accountID }) => accountID)), chats);
}

/** Most chats have one member, for which a set would take longer than all the rest. */
function listUnique<Item>(items: readonly Item[]): Iterable<Item> {
	return items.length > 1 ? new Set(items) : items;
}
