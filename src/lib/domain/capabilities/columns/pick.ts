import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { isNetworkNamed, type Network } from '$lib/domain/chat/network';
import {
	createMissingProblem,
	createNetworkProblem,
	type ViewProblem
} from '$lib/domain/view-query';

/** The items that a URL names, and the names that match none. */
export interface Picked<Item> {
	picked: readonly Item[];
	problems: readonly ViewProblem[];
}

/**
 * Picks the networks that a view names, in the order of `networks`.
 *
 * @param words - bridge types or display names; where none matches, all networks are picked
 * @returns `problems`: the words that match no network
 */
export function pickNetworks<Named extends Network>(
	networks: readonly Named[],
	words: readonly string[]
): Picked<Named> {
	const picked = networks.filter((network) => words.some((word) => isNetworkNamed(network, word)));
	const unknown = words.filter((word) => !networks.some((known) => isNetworkNamed(known, word)));
	return {
		picked: picked.length > 0 ? picked : networks,
		problems: unknown.map((word) => createNetworkProblem(word, networks))
	};
}

/** Picks the accounts that a view names, in the order of `accountIDs`; where none matches, all of them. */
export function pickAccounts(
	accountIDs: readonly string[],
	wanted: readonly string[]
): Picked<string> {
	const picked = accountIDs.filter((accountID) => wanted.includes(accountID));
	const unknown = wanted.filter((accountID) => !accountIDs.includes(accountID));
	return {
		picked: picked.length > 0 ? picked : accountIDs,
		problems: unknown.map((value) => createMissingProblem('account', value))
	};
}

/**
 * Picks the chats that a URL names, in the order of `ids`, each once.
 *
 * @param ids - `Chat.id` or `Chat.localChatID`
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
	const unknown = ids.filter((id) => !found.has(id));
	return {
		picked: [...new Set(picked)],
		problems: unknown.map((value) => createMissingProblem('chat', value))
	};
}

/** The keys of the networks that a URL names; empty: all networks are shown. */
export function findChosenNetworks(
	networks: readonly Network[],
	words: readonly string[]
): ReadonlySet<string> {
	const chosen = networks.filter((known) => words.some((word) => isNetworkNamed(known, word)));
	return new Set(chosen.map(({ key }) => key));
}

/**
 * Adds a network to the words of a view, or removes it. Words that match no network stay, as the
 * reference may know them.
 *
 * @returns bridge types in the order of `networks`, then the other words; empty: every network
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
