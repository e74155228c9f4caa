import { dequal } from 'dequal/lite';
import type { Chat, ChatID } from './chat';
import { mergeParticipants } from './participant';

/**
 * All chats loaded so far, each once, in order of first appearance. Immutable: an update returns a
 * new map.
 */
export type ChatMap = ReadonlyMap<ChatID, Chat>;

export const NO_CHATS: ChatMap = new Map();

/**
 * Add or update chats; an updated chat keeps its place. `preview`, `capabilities` and a longer
 * participant list are kept when the newer version lacks them, as not every response includes them;
 * the last real message, as long as the preview and the last activity stay the same.
 * Copies the map: pass many pages in one call rather than chats one by one.
 */
export function addChats(inventory: ChatMap, chats: readonly Chat[]): ChatMap {
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
	const isQuiet = later.lastActivity === known.lastActivity && preview?.id === known.preview?.id;
	const lastMessage = later.lastMessage ?? (isQuiet ? known.lastMessage : undefined);
	return {
		...later,
		...(preview && { preview }),
		...(lastMessage && { lastMessage }),
		...(capabilities && { capabilities }),
		participants: mergeParticipants(known.participants, later.participants)
	};
}

/**
 * The chats of a response that are new or changed; unchanged chats can thus keep their identity.
 */
export function findChangedChats(inventory: ChatMap, chats: readonly Chat[]): readonly Chat[] {
	return chats.filter((chat) => {
		const known = inventory.get(chat.id);
		if (!known) return true;
		const later = succeed(known, chat);
		// Equal capabilities share one object, so identity decides.
		return known.capabilities !== later.capabilities || !dequal(known, later);
	});
}

/** The known IDs that are absent from `met`. */
export function findMissingIDs(
	known: Iterable<ChatID>,
	met: ReadonlySet<ChatID>
): readonly ChatID[] {
	return [...known].filter((id) => !met.has(id));
}

/** Up to this many chats may be deleted between two lists, however few chats there are. */
const FEW = 2;

/** Comparison of a chat list with the chats known before; numbers of chats. */
interface ListCounts {
	known: number;
	/** Known chats that are not on the list. */
	missing: number;
	/** Chats on the list. */
	listed: number;
}

/**
 * True when a chat list lacks more of the known chats than deletions can explain: a server that has
 * just started lists no chats, or only the first few.
 */
export function isShrunken({ known, missing, listed }: ListCounts): boolean {
	if (missing === 0 || listed >= known) return false;
	return missing === known || missing > Math.max(FEW, known / 10);
}

export function removeChats(inventory: ChatMap, ids: Iterable<ChatID>): ChatMap {
	const fewer = new Map(inventory);
	for (const id of ids) fewer.delete(id);
	return fewer.size === inventory.size ? inventory : fewer;
}
