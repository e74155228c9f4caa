import type { Chat, ChatID } from '$lib/domain/chat/chat';
import type { FindTop } from './virtual-rows';

/** A list as it is scrolled. */
interface ScrolledList {
	chats: readonly Chat[];
	/** Index of the first visible chat. */
	first: number;
	/** Changes with the view: no chat of another view is new. */
	view: unknown;
	/** False while chats load that were there before: none is new then. */
	isComplete: boolean;
}

/**
 * Counts the chats that came in above the visible rows and have not been in view since.
 *
 * @returns a function of the list after each change and each scroll
 */
export function createNewAbove(): (list: ScrolledList) => number {
	let before: ScrolledList = { chats: [], first: 0, view: undefined, isComplete: false };
	let unseen: ReadonlySet<ChatID> = new Set();
	return (list) => {
		const above = list.chats.slice(0, list.first);
		if (list.view !== before.view || !list.isComplete) unseen = new Set();
		else if (list.chats !== before.chats) {
			const arrivals = findArrivals(before.chats, before.first, above);
			unseen = new Set([...unseen, ...arrivals.map(({ id }) => id)]);
		}
		if (unseen.size > 0) {
			unseen = new Set(above.filter(({ id }) => unseen.has(id)).map(({ id }) => id));
		}
		before = list;
		return unseen.size;
	};
}

/**
 * The chats above the visible rows that were not in the list before, or have had activity since.
 *
 * @param before - all chats of the earlier list
 * @param first - index of its first visible chat
 * @param above - the chats above the visible rows of the present list
 */
export function findArrivals(
	before: readonly Chat[],
	first: number,
	above: readonly Chat[]
): readonly Chat[] {
	// Most lists differ at their start only: what is equal at either end is not looked up.
	let start = 0;
	while (start < above.length && isSame(before[start], above[start])) start++;
	let [endBefore, end] = [first, above.length];
	while (end > start && endBefore > start && isSame(before[endBefore - 1], above[end - 1])) {
		endBefore--;
		end--;
	}
	const changed = above.slice(start, end);
	if (changed.length === 0) return changed;
	const ids = new Set(changed.map(({ id }) => id));
	const known = new Map(before.filter(({ id }) => ids.has(id)).map((chat) => [chat.id, chat]));
	return changed.filter((chat) => {
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
