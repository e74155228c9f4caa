import type { Network } from '../chat/network';
import { NO_ACTIVITY, type IndexedChat } from './chat-index';
import { compareNames, type TitleOrder } from './title-order';
import type { ChatSort } from './view';

/** By name, in natural language order; networks with equal names by key. */
export function compareNetworks(a: Network, b: Network): number {
	if (a.key === b.key) return 0;
	return compareNames(a.name, b.name) || (a.key < b.key ? -1 : 1);
}

/**
 * Chats with equal sort keys keep their input order, also if the order is reversed. Chats without
 * activity, or a date to sort by, come last in both directions.
 *
 * @param chats - newest first, as `ChatIndex.read` returns them
 * @param titles - missing titles are added
 */
export function sortChats(
	chats: readonly IndexedChat[],
	{ key, reversed }: ChatSort,
	titles: TitleOrder
): readonly IndexedChat[] {
	switch (key) {
		case 'activity':
			return reversed ? chats.toSorted(compareOldest) : chats;
		case 'title':
			return sortByTitle(chats, titles, reversed);
		case 'network':
			return sortByValue(chats, getFirstNetwork, compareFirstNetworks, reversed);
		case 'unread':
			return sortByValue(chats, ({ unread }) => -unread, compareNumbers, reversed);
		case 'participants':
			return sortByValue(chats, ({ participants }) => -participants, compareNumbers, reversed);
		case 'reminder':
			return sortByDue(chats, reversed);
	}
}

function sortByTitle(chats: readonly IndexedChat[], titles: TitleOrder, reversed: boolean) {
	// Reading `title` adds it to `titles`, so all are read before the ranks are updated.
	const ranked = chats.map(({ title }) => title);
	const count = titles.updateRanks();
	return sortByRank(
		chats,
		ranked.map(({ rank }) => rank),
		count,
		reversed
	);
}

/** Soonest first; chats without a date come last in both directions. */
function sortByDue(chats: readonly IndexedChat[], reversed: boolean): readonly IndexedChat[] {
	const last = reversed ? -Infinity : Infinity;
	const sign = reversed ? -1 : 1;
	return sortByValue(chats, ({ due }) => sign * (due ?? last), compareNumbers, false);
}

/** Chats without activity come last. */
export function compareOldest(a: IndexedChat, b: IndexedChat): number {
	if (a.lastActivity === NO_ACTIVITY || b.lastActivity === NO_ACTIVITY) {
		return b.lastActivity - a.lastActivity;
	}
	return a.lastActivity - b.lastActivity;
}

function getFirstNetwork({ facets }: IndexedChat): Network | undefined {
	return facets.members[0]?.network;
}

function compareFirstNetworks(a: Network | undefined, b: Network | undefined): number {
	return a && b ? compareNetworks(a, b) : 0;
}

function compareNumbers(a: number, b: number): number {
	return a - b;
}

/** Sorts by values that many chats share, comparing each value only once. */
function sortByValue<Value>(
	chats: readonly IndexedChat[],
	getValue: (chat: IndexedChat) => Value,
	compare: (a: Value, b: Value) => number,
	reversed: boolean
): readonly IndexedChat[] {
	const values = chats.map(getValue);
	const sorted = [...new Set(values)].sort(compare);
	const ranks = new Map(sorted.map((value, rank) => [value, rank]));
	return sortByRank(
		chats,
		values.map((value) => ranks.get(value) ?? 0),
		sorted.length,
		reversed
	);
}

/**
 * Counting sort: linear, because ranks are small integers.
 *
 * @param ranks - of the chat at the same index; from 0 to below `count`
 */
function sortByRank(
	chats: readonly IndexedChat[],
	ranks: readonly number[],
	count: number,
	reversed: boolean
): readonly IndexedChat[] {
	const places = reversed ? ranks.map((rank) => count - 1 - rank) : ranks;
	// For each rank, the index of its next chat in the result.
	const next = new Uint32Array(count + 1);
	for (const rank of places) next[rank + 1] = (next[rank + 1] ?? 0) + 1;
	for (let rank = 1; rank < count; rank++) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
	const sorted = [...chats];
	for (const [index, chat] of chats.entries()) {
		const rank = places[index] ?? 0;
		const place = next[rank] ?? 0;
		sorted[place] = chat;
		next[rank] = place + 1;
	}
	return sorted;
}
