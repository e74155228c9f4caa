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
	/** Number of chats that match the filter. */
	total: number;
	flags: Readonly<Record<Flag, FlagCounts>>;
	/** `any`: without a network filter. Choices: every network with chats, by name, also with 0. */
	networks: { any: number; choices: readonly { network: Network; count: number }[] };
	/**
	 * `any`: without an account filter. Choices: by account ID, every account with chats, also with
	 * 0.
	 */
	accounts: { any: number; choices: ReadonlyMap<string, number> };
	/** `any`: without a label filter. Choices: by label ID, every label of a chat, also with 0. */
	labels: { any: number; choices: ReadonlyMap<string, number> };
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
	const total = matching.length;
	const matchingCounts = countValues(matching);

	function countAny(facet: Facet): number {
		return total + (failing.get(facet)?.length ?? 0);
	}

	/** Number of chats by choice; a chat with several of them counts for each. */
	function count<Choice>(
		facet: Facet,
		of: readonly Choice[],
		getChoices: (values: FacetValues) => readonly Choice[]
	): Map<Choice, number> {
		const counts = new Map(of.map((choice) => [choice, 0]));
		for (const [values, chats] of [...matchingCounts, ...countValues(failing.get(facet) ?? [])]) {
			for (const choice of getChoices(values)) {
				counts.set(choice, (counts.get(choice) ?? 0) + chats);
			}
		}
		return counts;
	}

	function countFlag(flag: Flag): FlagCounts {
		const any = countAny(flag);
		const yes = count(flag, [flag], ({ flags }) => flags).get(flag) ?? 0;
		return { any, yes, no: any - yes };
	}

	const types = count<ChatType>('type', [], ({ type }) => [type]);
	const networks = count('network', choices.networks, (values) => values.networks);
	return {
		total,
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
		networks: {
			any: countAny('network'),
			choices: [...networks].map(([network, chats]) => ({ network, count: chats }))
		},
		accounts: {
			any: countAny('account'),
			choices: count('account', choices.accountIDs, ({ accountIDs }) => accountIDs)
		},
		labels: {
			any: countAny('label'),
			choices: count('label', choices.labelIDs, ({ labelIDs }) => labelIDs)
		},
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
