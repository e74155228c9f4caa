import type { ChatType } from '../chat/chat';
import type { Network } from '../chat/network';
import type { IndexedChat } from './chat-index';
import type { Facet, FacetValues } from './facet-values';
import type { FilterResult } from './filter';
import { compareNetworks } from './sort';
import type { Flag } from './view';

/** The networks, accounts and labels of all chats, whatever the filter. */
export interface FacetChoices {
	/** By name. */
	networks: readonly Network[];
	accountIDs: readonly string[];
	labelIDs: readonly string[];
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
}

export function findFacetChoices(chats: readonly IndexedChat[]): FacetChoices {
	const all = [...new Set(chats.map(({ facets }) => facets))];
	return {
		networks: [...new Set(all.flatMap(({ networks }) => networks))].sort(compareNetworks),
		accountIDs: [...new Set(all.flatMap(({ accountIDs }) => accountIDs))],
		labelIDs: [...new Set(all.flatMap(({ labelIDs }) => labelIDs))]
	};
}

/**
 * A chat counts for a choice if it passes every test except that of the choice's own facet. So a
 * matching chat counts in all facets, a chat that fails the test of one facet counts only there,
 * and no other chat counts.
 */
export function countFacets(
	{ matching, failing }: FilterResult,
	choices: FacetChoices
): FacetCounts {
	const flags = new Map<Flag, number>();
	const types = new Map<ChatType, number>();
	const networks = new Map(choices.networks.map((network) => [network, 0]));
	const accounts = new Map(choices.accountIDs.map((id) => [id, 0]));
	const labels = new Map(choices.labelIDs.map((id) => [id, 0]));

	for (const [values, chats] of countValues(matching)) {
		add(flags, values.flags, chats);
		add(types, [values.type], chats);
		add(networks, values.networks, chats);
		add(accounts, values.accountIDs, chats);
		add(labels, values.labelIDs, chats);
	}
	for (const [facet, failed] of failing) {
		for (const [values, chats] of countValues(failed)) {
			if (facet === 'type') add(types, [values.type], chats);
			else if (facet === 'network') add(networks, values.networks, chats);
			else if (facet === 'account') add(accounts, values.accountIDs, chats);
			else if (facet === 'label') add(labels, values.labelIDs, chats);
			else if (values.flags.includes(facet)) add(flags, [facet], chats);
		}
	}

	function countAny(facet: Facet): number {
		return matching.length + (failing.get(facet)?.length ?? 0);
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
		}
	};
}

/** Number of chats by their `FacetValues`, of which there are far fewer than chats. */
function countValues(chats: readonly IndexedChat[]): ReadonlyMap<FacetValues, number> {
	const counts = new Map<FacetValues, number>();
	for (const { facets } of chats) counts.set(facets, (counts.get(facets) ?? 0) + 1);
	return counts;
}

/** Adds a number of chats to each of these choices; a chat with several counts for each. */
function add<Choice>(counts: Map<Choice, number>, choices: readonly Choice[], chats: number) {
	for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + chats);
}
