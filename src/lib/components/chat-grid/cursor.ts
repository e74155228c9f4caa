import type { Chat, ChatID } from '$lib/domain/chat/chat';

/** The row at which the keyboard acts. */
export interface Cursor {
	/** Undefined until a row has been focused. */
	id: ChatID | undefined;
	/** Index of the chat among all chats. */
	place: number;
}

export const NO_CURSOR: Cursor = { id: undefined, place: 0 };

/** The values to which the cursor adapts. */
export interface CursorInput {
	chats: readonly Chat[];
	/** Changes with the view: a chat that is not part of another view has not been removed. */
	view: unknown;
	/** The chat to move to, which may not be in the list yet; a new object for each move. */
	goal: { id: ChatID | undefined };
	/** A chat whose last change is being undone, if any, from when the user asks for it. */
	returning: ChatID | undefined;
}

/**
 * Carries the cursor from one version of a list to the next: it stays at its chat, moves to a
 * neighbour if the chat is removed, and moves to a chat that reappears because its change was
 * undone, unless the user has moved it since asking for that.
 */
export function createCursor() {
	let cursor = NO_CURSOR;
	let before: Partial<CursorInput> & Pick<CursorInput, 'chats'> = { chats: [] };
	/** The goal of a move whose chat is not in the list yet. */
	let awaited: ChatID | undefined;
	/** The cursor and its goal when the user asked for the latest undo. */
	let asked: { id: ChatID | undefined; goal: unknown } | undefined;

	return (ground: CursorInput): Cursor => {
		const { chats, view, goal, returning } = ground;
		const isNew = chats !== before.chats;
		if (goal !== before.goal) awaited = goal.id;
		const isUnmoved =
			returning !== before.returning || (asked?.goal === goal && asked.id === cursor.id);
		const returned = isNew && isUnmoved ? findReturned(returning, before.chats, chats) : undefined;
		const wanted = awaited ?? returned;
		const found = wanted === undefined ? -1 : findIndex(wanted, chats);
		if (found >= 0) {
			cursor = { id: wanted, place: found };
			awaited = undefined;
		} else if (isNew) {
			cursor = followCursor(cursor, view === before.view ? before.chats : [], chats);
		}
		if (returning !== before.returning) asked = { id: cursor.id, goal };
		before = ground;
		return cursor;
	};
}

/** The returning chat, if it has just reappeared; undefined if it was never removed. */
function findReturned(
	returning: ChatID | undefined,
	before: readonly Chat[],
	chats: readonly Chat[]
): ChatID | undefined {
	if (returning === undefined || findIndex(returning, chats) < 0) return undefined;
	return findIndex(returning, before) < 0 ? returning : undefined;
}

/**
 * The cursor in a changed list. If its chat was removed, the cursor moves to the next chat that is
 * still there, or else to the last one before it.
 *
 * @param before - the chats in which `cursor.place` is an index; from the same view
 */
export function followCursor(
	{ id, place }: Cursor,
	before: readonly Chat[],
	chats: readonly Chat[]
): Cursor {
	if (id === undefined) return NO_CURSOR;
	const found = findIndex(id, chats);
	if (found >= 0) return { id, place: found };
	return findNeighbour(before, place, chats) ?? NO_CURSOR;
}

/** Distance within which a neighbour almost always remains, so that most searches stay short. */
const NEAR = 64;

function findNeighbour(
	before: readonly Chat[],
	place: number,
	chats: readonly Chat[]
): Cursor | undefined {
	for (const reach of [NEAR, before.length]) {
		const neighbours = [
			...before.slice(place + 1, place + 1 + reach),
			...before.slice(Math.max(0, place - reach), place).reverse()
		];
		const ids = new Set(neighbours.map(({ id }) => id));
		const places = new Map<ChatID, number>();
		for (const [at, { id }] of chats.entries()) if (ids.has(id)) places.set(id, at);
		for (const { id } of neighbours) {
			const found = places.get(id);
			if (found !== undefined) return { id, place: found };
		}
	}
	return undefined;
}

function findIndex(wanted: ChatID, chats: readonly Chat[]): number {
	return chats.findIndex(({ id }) => id === wanted);
}
