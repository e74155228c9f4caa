import type { Chat, ChatID } from '$lib/domain/chat/chat';
import type { FindTop } from './virtual-rows';

/** A list as it is scrolled. */
interface ScrolledList {
	chats: readonly Chat[];
	/** Index of the first visible chat. */
	first: number;
	/** Changes with the view: no chat of another view is new. */
	view: unknown;
	/** Chats that come in while the list loads are not new. */
	isLoading: boolean;
}

/**
 * Counts the chats that came in above the visible rows and have not been in view since.
 *
 * @returns a function of the list after each change and each scroll
 */
export function createNewAbove(): (list: ScrolledList) => number {
	let before: ScrolledList = { chats: [], first: 0, view: undefined, isLoading: true };
	let unseen: ReadonlySet<ChatID> = new Set();
	return (list) => {
		const above = list.chats.slice(0, list.first);
		if (list.view !== before.view || list.isLoading) unseen = new Set();
		else if (list.chats !== before.chats) {
			const arrivals = findArrivals(before.chats.slice(0, before.first), above);
			unseen = new Set([...unseen, ...arrivals.map(({ id }) => id)]);
		}
		if (unseen.size > 0) {
			unseen = new Set(above.map(({ id }) => id).filter((id) => unseen.has(id)));
		}
		before = list;
		return unseen.size;
	};
}

/**
 * The chats of one part of a list that were not in it before, or have had activity since.
 *
 * @param before - the same part, of an earlier version of the list
 */
export function findArrivals(before: readonly Chat[], now: readonly Chat[]): readonly Chat[] {
	let start = 0;
	while (start < now.length && isSame(before[start], now[start])) start++;
	// Most versions of a list differ at its start only.
	let [endBefore, end] = [before.length, now.length];
	while (end > start && endBefore > start && isSame(before[endBefore - 1], now[end - 1])) {
		endBefore--;
		end--;
	}
	const known = new Map(before.slice(start, endBefore).map((chat) => [chat.id, chat]));
	return now.slice(start, end).filter((chat) => {
		const old = known.get(chat.id);
		return !old || (chat.lastActivity ?? 0) > (old.lastActivity ?? 0);
	});
}

function isSame(one: Chat | undefined, other: Chat | undefined): boolean {
	return one?.id === other?.id && one?.lastActivity === other?.lastActivity;
}

/** Index of the first chat whose line begins at this height of the list, in pixels, or below. */
export function findFirstAt(height: number, count: number, findTop: FindTop): number {
	let [low, high] = [0, count];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((findTop(middle) ?? 0) < height) low = middle + 1;
		else high = middle;
	}
	return low;
}
