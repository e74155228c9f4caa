import type { ChatID } from '../chat/chat';
import type { IndexedChat } from './chat-index';
import { filterChats } from './filter';
import type { ChatFilter } from './view';

/** True while a chat still belongs to the view whose order it is part of. */
export type IsInView = (id: ChatID) => boolean;

/** @param now - returns epoch milliseconds */
export function createViewTest(
	chats: readonly IndexedChat[],
	filter: ChatFilter,
	now: () => number
): IsInView {
	const ids = new Set(filterChats(chats, filter, now).matching.map(({ chat }) => chat.id));
	return (id) => ids.has(id);
}

/**
 * The nearest chat of an order, in one direction, that is still in the view.
 *
 * @param id - where to start; if it isn't part of the order, the first chat follows it
 * @returns undefined if there is none
 */
export function findNeighbour(
	order: readonly ChatID[],
	id: ChatID,
	direction: 'next' | 'previous',
	isInView: IsInView
): ChatID | undefined {
	const place = order.indexOf(id);
	return direction === 'next'
		? order.slice(place + 1).find(isInView)
		: order.slice(0, Math.max(0, place)).findLast(isInView);
}

/** The chat to go on with after one that may have left the view: itself, the next or the previous. */
export function findNearest(
	order: readonly ChatID[],
	id: ChatID,
	isInView: IsInView
): ChatID | undefined {
	if (isInView(id)) return id;
	return (
		findNeighbour(order, id, 'next', isInView) ?? findNeighbour(order, id, 'previous', isInView)
	);
}

/**
 * The place of a chat among those that are still in the view, from 1.
 *
 * @returns undefined if it isn't part of the order
 */
export function findPosition(
	order: readonly ChatID[],
	id: ChatID,
	isInView: IsInView
): { place: number; total: number } | undefined {
	const left = order.filter((each) => each === id || isInView(each));
	const place = left.indexOf(id);
	return place < 0 ? undefined : { place: place + 1, total: left.length };
}
