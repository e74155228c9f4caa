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

/** Chats there would be for each answer about a flag. */
export interface FlagCounts {
	any: number;
	yes: number;
	no: number;
}

/** How many chats each choice would leave, with everything else in the filter as it is. */
export interface FacetCounts {
	/** Chats that match the filter as it is. */
	total: number;
	flags: Readonly<Record<Flag, FlagCounts>>;
	/** `any`: with no network chosen. Choices: every network there is a chat on, by name, also with 0. */
	networks: { any: number; choices: readonly { network: Network; count: number }[] };
	/** `any`: with no account chosen. Choices: by account ID, every one there is a chat of, also with 0. */
	accounts: { any: number; choices: ReadonlyMap<string, number> };
	/** `any`: with no label chosen. Choices: by label ID, every label that a chat has, also with 0. */
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
 * A chat counts for a choice exactly if it passes every test but those of the choice's own facet.
 * So a matching chat counts for all facets, one that fails a single facet only there, and no other
 * chat counts.
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

	/** Chats by choice: a chat counts for each that it has. */
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

/** Chats by their values, which are far fewer. */
function countValues(chats: readonly IndexedChat[]): ReadonlyMap<FacetValues, number> {
	const counts = new Map<FacetValues, number>();
	for (const { facets } of chats) counts.set(facets, (counts.get(facets) ?? 0) + 1);
	return counts;
}
