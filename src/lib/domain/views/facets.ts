import type { Chat } from '../chat';
import type { Network } from '../network';
import type { ViewContext } from './context';
import { filterTests, type Facet, type FilterTest } from './filter';
import { HAS_FLAG } from './flags';
import { compareNetworks } from './sort';
import type { ChatFilter, Flag } from './view';

/** Chats there would be for each answer about a flag. */
export interface FlagCounts {
	any: number;
	yes: number;
	no: number;
}

/** How many chats each choice would leave, with everything else in the filter as it is. */
export interface ChoiceCounts {
	/** Chats the filter leaves as it is. */
	total: number;
	flags: Readonly<Record<Flag, FlagCounts>>;
	/** `any`: with no network chosen. Choices: every network there is a chat on, by name, also with 0. */
	networks: { any: number; choices: readonly { network: Network; count: number }[] };
	/** `any`: with no account chosen. Choices: by account ID, every one there is a chat of, with 0 too. */
	accounts: { any: number; choices: ReadonlyMap<string, number> };
	type: { any: number; single: number; group: number };
}

/**
 * A chat counts for a choice exactly if it passes every test but those of the choice's own facet. So
 * the chats are sifted once: who passes everything counts for all facets, who fails a single facet
 * counts only there, and nobody else counts.
 */
export function countChoices(
	chats: readonly Chat[],
	filter: ChatFilter,
	context: ViewContext
): ChoiceCounts {
	const { networkOf } = context;
	const { passing, failingOnly } = sift(chats, filterTests(filter, context));

	function countAny(facet: Facet): number {
		return passing.length + (failingOnly.get(facet)?.length ?? 0);
	}

	function count(facet: Facet, isChosen: (chat: Chat) => boolean): number {
		let sum = 0;
		for (const chat of passing) if (isChosen(chat)) sum++;
		for (const chat of failingOnly.get(facet) ?? []) if (isChosen(chat)) sum++;
		return sum;
	}

	function countBy<Choice>(facet: Facet, choiceOf: (chat: Chat) => Choice): Map<Choice, number> {
		const counts = new Map<Choice, number>();
		for (const chat of chats) counts.set(choiceOf(chat), 0);
		function add(chat: Chat) {
			const choice = choiceOf(chat);
			counts.set(choice, (counts.get(choice) ?? 0) + 1);
		}
		passing.forEach(add);
		failingOnly.get(facet)?.forEach(add);
		return counts;
	}

	function countFlag(flag: Flag): FlagCounts {
		const [any, yes] = [countAny(flag), count(flag, HAS_FLAG[flag])];
		return { any, yes, no: any - yes };
	}

	const networks = [...countBy('network', networkOf)].map(([network, count]) => ({
		network,
		count
	}));
	return {
		total: passing.length,
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
			disappearing: countFlag('disappearing')
		},
		networks: {
			any: countAny('network'),
			choices: networks.sort((a, b) => compareNetworks(a.network, b.network))
		},
		accounts: {
			any: countAny('account'),
			choices: countBy('account', ({ accountID }) => accountID)
		},
		type: {
			any: countAny('type'),
			single: count('type', ({ type }) => type === 'single'),
			group: count('type', ({ type }) => type === 'group')
		}
	};
}

function sift(chats: readonly Chat[], tests: readonly FilterTest[]) {
	const passing: Chat[] = [];
	const failingOnly = new Map<Facet, Chat[]>();
	for (const chat of chats) {
		const failed = failedFacet(chat, tests);
		if (failed === 'none') passing.push(chat);
		else if (failed !== 'many') {
			const list = failingOnly.get(failed);
			if (list) list.push(chat);
			else failingOnly.set(failed, [chat]);
		}
	}
	return { passing, failingOnly };
}

/** `many` also when a test fails that no choice could lift. */
function failedFacet(chat: Chat, tests: readonly FilterTest[]): Facet | 'none' | 'many' {
	let failed: Facet | 'none' = 'none';
	for (const { facet, passes } of tests) {
		if (passes(chat)) continue;
		if (!facet || failed !== 'none') return 'many';
		failed = facet;
	}
	return failed;
}
