import type { Chat, ChatID } from '../chat/chat';

/** Chats selected for an action. */
export interface Selection {
	ids: ReadonlySet<ChatID>;
	/** The last toggled chat, where a range begins. */
	anchor: ChatID | undefined;
}

export const NOTHING_SELECTED: Selection = { ids: new Set(), anchor: undefined };

/** Selects a chat, or deselects it. */
export function toggle(selection: Selection, id: ChatID): Selection {
	return withAll(selection, [id], id);
}

/**
 * Like {@link toggle}, and gives every chat from the anchor to this one the same state. If the
 * anchor is not in view, only this chat is toggled.
 *
 * @param chats - in display order
 */
export function toggleRange(selection: Selection, id: ChatID, chats: readonly Chat[]): Selection {
	const range = getBetween(chats, selection.anchor, id);
	return range.length > 0 ? withAll(selection, range.map(getID), id) : toggle(selection, id);
}

/**
 * Extends the selection from its anchor to a chat, as Shift and an arrow key do: chats that are no
 * longer between the anchor and the cursor are deselected. The anchor stays while every chat
 * between the two is selected; otherwise the cursor becomes the anchor.
 *
 * @param from - the chat at the cursor
 * @param to - the chat to which the cursor moves
 * @param chats - in display order
 */
export function extendRange(
	{ ids, anchor }: Selection,
	from: ChatID,
	to: ChatID,
	chats: readonly Chat[]
): Selection {
	const held = getBetween(chats, anchor, from);
	const isHeld = held.length > 0 && held.every(({ id }) => ids.has(id));
	const start = isHeld ? anchor : from;
	const next = new Set(ids);
	if (isHeld) for (const { id } of held) next.delete(id);
	for (const { id } of getBetween(chats, start, to)) next.add(id);
	return { ids: next, anchor: start };
}

/** The chats from one to another, in either direction; none if one of them is not in view. */
function getBetween(
	chats: readonly Chat[],
	one: ChatID | undefined,
	other: ChatID
): readonly Chat[] {
	const ends = [one, other].map((end) => chats.findIndex(({ id }) => id === end));
	return ends.includes(-1) ? [] : chats.slice(Math.min(...ends), Math.max(...ends) + 1);
}

function getID({ id }: Chat): ChatID {
	return id;
}

/** Selects all of `range` if `id` becomes selected, else deselects them. */
function withAll({ ids }: Selection, range: readonly ChatID[], id: ChatID): Selection {
	const next = new Set(ids);
	for (const each of range) {
		if (ids.has(id)) next.delete(each);
		else next.add(each);
	}
	return { ids: next, anchor: id };
}

/** Selects exactly these chats. */
export function selectAll(chats: readonly Chat[]): Selection {
	return { ids: new Set(chats.map(getID)), anchor: undefined };
}

/** Selects all of these, or none when all are selected already. */
export function toggleAll(selection: Selection, chats: readonly Chat[]): Selection {
	return getSelected(selection, chats).length < chats.length ? selectAll(chats) : NOTHING_SELECTED;
}

/** The selected ones among some chats, in the order given. */
export function getSelected({ ids }: Selection, chats: readonly Chat[]): readonly Chat[] {
	return ids.size === 0 ? [] : chats.filter(({ id }) => ids.has(id));
}

/**
 * Removes chats that are not in `chats`, so that no action applies to a chat out of the list.
 *
 * @returns the same object if nothing was removed
 */
export function retainSelected(selection: Selection, chats: readonly Chat[]): Selection {
	if (selection.ids.size === 0) return selection;
	const kept = getSelected(selection, chats);
	const { ids, anchor } = selection;
	if (kept.length === ids.size) return selection;
	return {
		ids: new Set(kept.map(getID)),
		anchor: chats.some(({ id }) => id === anchor) ? anchor : undefined
	};
}

/** Adds an ID to a set; returns the same set if it is included already. */
export function addID(ids: ReadonlySet<ChatID>, id: ChatID | undefined): ReadonlySet<ChatID> {
	return id === undefined || ids.has(id) ? ids : new Set([...ids, id]);
}
