import { NO_CHAT_IDS, type Chat, type ChatID } from '$lib/domain/chat/chat';

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
	/**
	 * The chats whose change is being undone, from when the user asks for it; another set for each
	 * undo.
	 */
	returning: ReadonlySet<ChatID>;
}

/**
 * Carries the cursor from one version of a list to the next: it stays at its chat, moves to a
 * neighbour if the chat is removed, and moves to the first of the chats that reappear because their
 * change is undone, unless the user has moved it since asking for that.
 */
export function createCursor() {
	let cursor = NO_CURSOR;
	let before: Partial<CursorInput> & Pick<CursorInput, 'chats'> = { chats: [] };
	/** The goal of a move whose chat is not in the list yet. */
	let awaited: ChatID | undefined;
	/** The chats that the latest undo has brought back. */
	let returned = NO_CHAT_IDS;
	/** The cursor and its goal when the user asked for the latest undo, or when that moved it. */
	let asked: { id: ChatID | undefined; goal: unknown } | undefined;

	return (ground: CursorInput): Cursor => {
		const { chats, view, goal, returning } = ground;
		const isNew = chats !== before.chats;
		if (goal !== before.goal) awaited = goal.id;
		const isAsked = returning !== before.returning;
		if (isAsked) returned = NO_CHAT_IDS;
		const isUnmoved = isAsked || (asked?.goal === goal && asked.id === cursor.id);
		const back = isNew && isUnmoved ? findReturned(returning, before.chats, chats) : [];
		if (back.length > 0) returned = new Set([...returned, ...back]);
		let found = -1;
		if (awaited !== undefined) found = findIndex(awaited, chats);
		else if (back.length > 0) found = chats.findIndex(({ id }) => returned.has(id));
		if (found >= 0) {
			cursor = { id: chats[found]?.id, place: found };
			awaited = undefined;
		} else if (isNew) {
			cursor = followCursor(cursor, view === before.view ? before.chats : [], chats);
		}
		if (isAsked || back.length > 0) asked = { id: cursor.id, goal };
		before = ground;
		return cursor;
	};
}

/** The returning chats that have just reappeared, without those that were never removed. */
function findReturned(
	returning: ReadonlySet<ChatID>,
	before: readonly Chat[],
	chats: readonly Chat[]
): ChatID[] {
	if (returning.size === 0) return [];
	const known = new Set(before.map(({ id }) => id));
	return chats.flatMap(({ id }) => (returning.has(id) && !known.has(id) ? [id] : []));
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
