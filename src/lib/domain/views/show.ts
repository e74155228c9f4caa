import type { Chat } from '../chat/chat';
import type { ChatIndex } from './chat-index';
import { NO_ACTIVITY } from './columns';
import type { Sifted } from './sift';
import type { Sorting } from './sorting';
import type { ChatSort } from '../chat-list/view';

/** The chats of a view, in its order. */
export interface ShownChats {
	index: ChatIndex;
	rows: Int32Array;
	/** The same as chats. */
	chats: readonly Chat[];
}

/**
 * What a filter leaves, in order. Chats that the sort key does not tell apart stand by newest
 * activity, then by ID, also when reversed. Chats without activity come last both ways.
 */
export function showChats({ index, misses }: Sifted, { key, reversed }: ChatSort): ShownChats {
	const { orders, columns } = index;
	const newest = passing(orders.by('activity').order, misses);
	const rows =
		key === 'activity'
			? reversed
				? oldestFirst(newest, columns.activity)
				: newest
			: byRank(newest, orders.by(key), reversed);

	const chats: Chat[] = [];
	for (let place = 0; place < rows.length; place++) {
		const chat = columns.chats[rows[place] ?? 0];
		// Asking whether it is truthy would look at each chat, which is most of the work.
		if (chat !== undefined) chats.push(chat);
	}
	return { index, rows, chats };
}

function passing(order: Int32Array, misses: Int32Array): Int32Array {
	const rows = new Int32Array(order.length);
	let count = 0;
	for (let place = 0; place < order.length; place++) {
		const row = order[place] ?? 0;
		if (misses[row] === 0) rows[count++] = row;
	}
	return rows.subarray(0, count);
}

/** Rows of one moment stay in the order they come in. */
function oldestFirst(newest: Int32Array, activity: Float64Array): Int32Array {
	const sorted = new Int32Array(newest);
	const unknown = newest.findIndex((row) => activity[row] === NO_ACTIVITY);
	let end = unknown < 0 ? newest.length : unknown;
	let filled = 0;
	while (end > 0) {
		const moment = activity[newest[end - 1] ?? 0];
		let start = end - 1;
		while (start > 0 && activity[newest[start - 1] ?? 0] === moment) start--;
		for (let place = start; place < end; place++) sorted[filled++] = newest[place] ?? 0;
		end = start;
	}
	return sorted;
}

/** Rows of one rank stay in the order they come in. */
function byRank(rows: Int32Array, { order, ranks }: Sorting, reversed: boolean): Int32Array {
	const highest = ranks[order.at(-1) ?? 0] ?? 0;
	/** By rank, or by what is left to the highest: where its next row goes. */
	const places = new Int32Array(highest + 2);
	const [base, sign] = reversed ? [highest, -1] : [0, 1];
	for (let place = 0; place < rows.length; place++) {
		const rank = base + sign * (ranks[rows[place] ?? 0] ?? 0);
		places[rank + 1] = (places[rank + 1] ?? 0) + 1;
	}
	for (let rank = 0; rank < highest; rank++) {
		places[rank + 1] = (places[rank + 1] ?? 0) + (places[rank] ?? 0);
	}
	const sorted = new Int32Array(rows.length);
	for (let place = 0; place < rows.length; place++) {
		const row = rows[place] ?? 0;
		const rank = base + sign * (ranks[row] ?? 0);
		const next = places[rank] ?? 0;
		sorted[next] = row;
		places[rank] = next + 1;
	}
	return sorted;
}
