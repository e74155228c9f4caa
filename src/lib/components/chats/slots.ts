import type { ChatID } from '$lib/domain/chat';

/**
 * Gives each chat in sight a slot, which stands for the elements that show it: a chat that stays
 * keeps its slot, and a new one takes the slot of one that has gone. Elements made anew take several
 * times as long as those that are only changed.
 *
 * @returns a function of the chats in sight, in order, and the one the keyboard is at: its elements
 * go with it, as the focus must not end up at another chat
 */
export function keepSlots() {
	let slots: ReadonlyMap<ChatID, number> = new Map();
	let unused = 0;
	return (ids: readonly ChatID[], current?: ChatID): ReadonlyMap<ChatID, number> => {
		const staying = new Set(ids);
		const free = [...slots].filter(([id]) => !staying.has(id) && id !== current);
		let next = 0;
		slots = new Map(ids.map((id) => [id, slots.get(id) ?? free[next++]?.[1] ?? unused++] as const));
		return slots;
	};
}
