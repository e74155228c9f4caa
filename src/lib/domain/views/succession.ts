import type { Chat } from '../chat/chat';

/** Which rows of a list of chats are those of the list before it. */
export interface Succession {
	/** By row of the later list: the earlier row of the very same object; -1: a new one. */
	from: Int32Array;
	/** By row of the earlier list: the later row of the very same object; -1: gone. */
	to: Int32Array;
	/** Rows of the later list that are new, in their order. */
	fresh: readonly number[];
	/** All others are where they were: what is known of them can be copied as a whole. */
	isInPlace: boolean;
}

/** Rows looked through for the place to go on at, before every row is. */
const NEAR = 50;

/** Lists mostly keep their order, so both are walked side by side; only what moved is looked up. */
export function succession(earlier: readonly Chat[], later: readonly Chat[]): Succession {
	const from = new Int32Array(later.length).fill(-1);
	const to = new Int32Array(earlier.length).fill(-1);
	let places: Map<Chat, number> | undefined;

	let next = 0;
	function placeOf(chat: Chat, row: number, old: Chat): number | undefined {
		const near = earlier.slice(next, next + NEAR).indexOf(chat);
		if (near >= 0) return next + near;
		if (later.slice(row, row + NEAR).includes(old)) return undefined;
		places ??= new Map(earlier.map((each, place) => [each, place]));
		return places.get(chat);
	}

	for (let row = 0; row < later.length && next < earlier.length; row++) {
		const old = earlier[next];
		const chat = later[row];
		// Looking at every chat would be most of the work, so they are compared unseen.
		if (old !== chat) {
			if (!old || !chat) continue;
			if (old.id === chat.id) {
				next++;
				continue;
			}
			const place = placeOf(chat, row, old);
			if (place === undefined) continue;
			next = place;
		}
		// A chat that is listed twice succeeds itself once.
		if (to[next] === -1) {
			from[row] = next;
			to[next] = row;
		}
		next++;
	}
	const fresh: number[] = [];
	let isInPlace = earlier.length <= later.length;
	for (let row = 0; row < later.length; row++) {
		if (from[row] === -1) fresh.push(row);
		else if (from[row] !== row) isInPlace = false;
	}
	return { from, to, fresh, isInPlace };
}
