import type { Chat, ChatID } from './chat';

/** Every chat known so far: each once, in the order first met. Never changed, only succeeded. */
export type Inventory = ReadonlyMap<ChatID, Chat>;

export const NO_CHATS: Inventory = new Map();

/**
 * Take in more chats. Of a chat that is there already the later answer counts and the place stays;
 * `preview` and `capabilities` are kept when the later answer lacks them, as not every answer has them.
 * Copies the whole: hand over many pages at once rather than thousands one by one.
 */
export function addChats(inventory: Inventory, chats: readonly Chat[]): Inventory {
	if (chats.length === 0) return inventory;
	const grown = new Map(inventory);
	for (const chat of chats) {
		const known = grown.get(chat.id);
		grown.set(chat.id, known ? succeed(known, chat) : chat);
	}
	return grown;
}

function succeed(known: Chat, later: Chat): Chat {
	const { preview = known.preview, capabilities = known.capabilities } = later;
	return { ...later, ...(preview && { preview }), ...(capabilities && { capabilities }) };
}

/** Only the chats with these IDs; the same inventory when that is all of them. */
export function keepChats(inventory: Inventory, ids: Iterable<ChatID>): Inventory {
	const wanted = new Set(ids);
	const kept = [...inventory].filter(([id]) => wanted.has(id));
	return kept.length === inventory.size ? inventory : new Map(kept);
}

/** Put a chat in place of the one with its ID, exactly as given; an unknown chat changes nothing. */
export function replaceChat(inventory: Inventory, chat: Chat): Inventory {
	return inventory.has(chat.id) ? new Map(inventory).set(chat.id, chat) : inventory;
}

export function withoutChat(inventory: Inventory, id: ChatID): Inventory {
	if (!inventory.has(id)) return inventory;
	const fewer = new Map(inventory);
	fewer.delete(id);
	return fewer;
}
