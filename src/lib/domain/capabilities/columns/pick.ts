import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { isNetworkNamed, type Network } from '$lib/domain/chat/network';
import type { ViewProblem } from '$lib/domain/chat-list/view-url';

/** What an address asks for that is here, and what it names in vain. */
export interface Picked<Item> {
	picked: readonly Item[];
	problems: readonly ViewProblem[];
}

/**
 * The networks a view asks for, in the order in which they come.
 *
 * @param words - bridge types or display names; when none of them means a network here, all are picked
 * @returns `problems`: the words that mean none of them
 */
export function pickNetworks<Named extends Network>(
	networks: readonly Named[],
	words: readonly string[]
): Picked<Named> {
	const picked = networks.filter((network) => words.some((word) => isNetworkNamed(network, word)));
	const strangers = words.filter((word) => !networks.some((known) => isNetworkNamed(known, word)));
	return {
		picked: picked.length > 0 ? picked : networks,
		problems: strangers.map(describeProblem('network', 'a network that has chats here'))
	};
}

/** The accounts a view asks for, in the order in which they come; all of them when it asks for none here. */
export function pickAccounts(
	accountIDs: readonly string[],
	wanted: readonly string[]
): Picked<string> {
	const picked = accountIDs.filter((accountID) => wanted.includes(accountID));
	const strangers = wanted.filter((accountID) => !accountIDs.includes(accountID));
	return {
		picked: picked.length > 0 ? picked : accountIDs,
		problems: strangers.map(describeProblem('account', 'an account that has chats here'))
	};
}

/**
 * The chats that an address names, in its order, each once.
 *
 * @param ids - a `localChatID` is understood too
 */
export function pickChats(chats: Iterable<Chat>, ids: readonly ChatID[]): Picked<Chat> {
	const wanted = new Set(ids);
	const found = new Map<string, Chat>();
	if (wanted.size > 0) {
		for (const chat of chats) {
			if (wanted.has(chat.id)) found.set(chat.id, chat);
			const { localChatID } = chat;
			if (localChatID && wanted.has(localChatID) && !found.has(localChatID))
				found.set(localChatID, chat);
		}
	}
	const picked = ids.map((id) => found.get(id)).filter((chat) => chat !== undefined);
	const strangers = ids.filter((id) => !found.has(id));
	return {
		picked: [...new Set(picked)],
		problems: strangers.map(describeProblem('chat', 'a chat that is here'))
	};
}

/** Keys of the networks that an address asks for; none: all of them are shown. */
export function findChosenNetworks(
	networks: readonly Network[],
	words: readonly string[]
): ReadonlySet<string> {
	const chosen = networks.filter((known) => words.some((word) => isNetworkNamed(known, word)));
	return new Set(chosen.map(({ key }) => key));
}

/**
 * What to ask for after one network's box was ticked or unticked; words that mean no network here
 * stay, as the reference may know them.
 *
 * @returns bridge types in the order of the networks, then the other words; empty: every network
 */
export function toggleNetwork(
	networks: readonly Network[],
	words: readonly string[],
	key: string
): readonly string[] {
	const chosen = new Set(findChosenNetworks(networks, words));
	if (!chosen.delete(key)) chosen.add(key);
	return [
		...networks.filter((network) => chosen.has(network.key)).map((network) => network.key),
		...words.filter((word) => !networks.some((network) => isNetworkNamed(network, word)))
	];
}

function describeProblem(key: string, expected: string): (value: string) => ViewProblem {
	return (value) => ({ key, value, expected });
}
