import type { Chat, ChatID } from '../chat/chat';
import type { ShownChats } from './show';

/**
 * {@link steady} from one answer to the next, as long as one and the same view is asked for.
 *
 * @returns a function of the chats, what was asked for, and the chats that are held
 */
export function keepSteady() {
	let before: readonly Chat[] = [];
	let asked: string | undefined;
	return (shown: ShownChats, view: string, held: ReadonlySet<ChatID>): ShownChats => {
		const kept = steady(shown, view === asked ? before : [], held);
		before = kept.chats;
		asked = view;
		return kept;
	};
}

/**
 * The same chats, but those that are held stay behind the neighbour they had before: who is about
 * to do something with a chat must not see it leave.
 *
 * @param before - the chats in the order in which they are on the screen
 */
export function steady(
	shown: ShownChats,
	before: readonly Chat[],
	held: ReadonlySet<ChatID>
): ShownChats {
	if (held.size === 0 || before.length === 0) return shown;
	const staying = placesOf(shown.chats, held);
	const getNearbyAddresses = neighboursOf(staying, before, held, shown.chats);
	if (getNearbyAddresses.size === 0) return shown;

	/** Those that stay, by the place of the neighbour they stay behind. */
	const behind = new Map<number, number[]>();
	for (const [id, neighbour] of getNearbyAddresses) {
		const others = behind.get(neighbour) ?? [];
		others.push(staying.get(id) ?? NONE);
		behind.set(neighbour, others);
	}
	const isMoved = new Uint8Array(shown.chats.length);
	for (const places of behind.values()) for (const place of places) isMoved[place] = 1;
	const order: number[] = [...(behind.get(NONE) ?? [])];
	behind.delete(NONE);
	for (let place = 0; place < isMoved.length; place++) {
		if (isMoved[place]) continue;
		order.push(place);
		const stays = behind.size > 0 ? behind.get(place) : undefined;
		if (!stays) continue;
		for (const each of stays) order.push(each);
		behind.delete(place);
	}
	return inOrder(shown, order);
}

/** Stands for the place of a neighbour where there is none. */
const NONE = -1;

/**
 * For each of those that stay the place of the nearest chat that stood before it, is not held
 * itself and is still there; in the order of `before`. One that was not there before is left out.
 */
function neighboursOf(
	staying: ReadonlyMap<ChatID, number>,
	before: readonly Chat[],
	held: ReadonlySet<ChatID>,
	chats: readonly Chat[]
): Map<ChatID, number> {
	function nearest(isThere: (id: ChatID) => boolean): Map<ChatID, ChatID | undefined> {
		const getNearbyAddresses = new Map<ChatID, ChatID | undefined>();
		let neighbour: ChatID | undefined;
		for (const { id } of before) {
			if (getNearbyAddresses.size === staying.size) break;
			if (staying.has(id)) getNearbyAddresses.set(id, neighbour);
			else if (!held.has(id) && isThere(id)) neighbour = id;
		}
		return getNearbyAddresses;
	}

	let getNearbyAddresses = nearest(() => true);
	let places = placesOf(
		chats,
		new Set([...getNearbyAddresses.values()].filter((id) => id !== undefined))
	);
	// Only where a neighbour has gone is it worth knowing every place.
	if ([...getNearbyAddresses.values()].some((id) => id !== undefined && !places.has(id))) {
		places = new Map(chats.map(({ id }, place) => [id, place]));
		getNearbyAddresses = nearest((id) => places.has(id));
	}
	return new Map(
		[...getNearbyAddresses].map(([id, neighbour]) => [id, places.get(neighbour ?? '') ?? NONE])
	);
}

function placesOf(chats: readonly Chat[], ids: ReadonlySet<ChatID>): Map<ChatID, number> {
	const places = new Map<ChatID, number>();
	for (let place = 0; place < chats.length && places.size < ids.size; place++) {
		const { id = '' } = chats[place] ?? {};
		if (ids.has(id)) places.set(id, place);
	}
	return places;
}

function inOrder({ index, rows, chats }: ShownChats, order: readonly number[]): ShownChats {
	const orderedRows = new Int32Array(order.length);
	const orderedChats: Chat[] = [];
	for (let place = 0; place < order.length; place++) {
		const from = order[place] ?? 0;
		orderedRows[place] = rows[from] ?? 0;
		const chat = chats[from];
		if (chat !== undefined) orderedChats.push(chat);
	}
	return { index, rows: orderedRows, chats: orderedChats };
}
