import type { ChatID } from '../chat/chat';
import type { IndexedChat } from './chat-index';

type Rows = readonly IndexedChat[];

/**
 * Applies {@link keepRowOrder} to successive lists while the view stays the same. Where an undo
 * brings chats back, no row is held: the cursor goes from its row to the first of them.
 *
 * @returns a function of the chats, the address of the view, the held IDs, and those of the chats
 *   whose change is being undone
 */
export function createRowOrder(): (
	chats: Rows,
	view: string,
	heldIDs: ReadonlySet<ChatID>,
	returningIDs: ReadonlySet<ChatID>
) => Rows {
	let [before, viewBefore]: [Rows, string | undefined] = [[], undefined];
	return (chats, view, heldIDs, returningIDs) => {
		const isFree = view !== viewBefore || hasReturned(chats, before, returningIDs);
		before = isFree ? chats : keepRowOrder(chats, before, heldIDs);
		viewBefore = view;
		return before;
	};
}

function hasReturned(chats: Rows, before: Rows, returningIDs: ReadonlySet<ChatID>): boolean {
	function isReturning({ chat }: IndexedChat): boolean {
		return returningIDs.has(chat.id);
	}
	return (
		returningIDs.size > 0 && chats.filter(isReturning).length > before.filter(isReturning).length
	);
}

/**
 * Reorders the chats so that each held one stays right after the row that preceded it: a row must
 * not move away from a user who is about to act on it.
 *
 * @param before - the rows on the screen
 * @param heldIDs - chats that are selected or focused
 */
export function keepRowOrder(chats: Rows, before: Rows, heldIDs: ReadonlySet<ChatID>): Rows {
	if (heldIDs.size === 0 || before.length === 0) return chats;
	const followers = findFollowers(chats, before, heldIDs);
	const moved = new Set([...followers.values()].flat());
	if (moved.size === 0) return chats;
	const rows = [...(followers.get(undefined) ?? [])];
	for (const chat of chats) {
		if (moved.has(chat)) continue;
		rows.push(chat, ...(followers.get(chat.chat.id) ?? []));
	}
	return rows;
}

/**
 * The held chats in both lists, by the ID of the nearest earlier row that is not held and still in
 * the list; undefined: no such row, so they stay first.
 */
function findFollowers(
	chats: Rows,
	before: Rows,
	heldIDs: ReadonlySet<ChatID>
): ReadonlyMap<ChatID | undefined, IndexedChat[]> {
	const present = new Map(chats.map((chat) => [chat.chat.id, chat]));
	const followers = new Map<ChatID | undefined, IndexedChat[]>();
	let neighbour: ChatID | undefined;
	for (const { chat } of before) {
		const row = present.get(chat.id);
		if (!row) continue;
		if (!heldIDs.has(chat.id)) neighbour = chat.id;
		else followers.set(neighbour, [...(followers.get(neighbour) ?? []), row]);
	}
	return followers;
}
