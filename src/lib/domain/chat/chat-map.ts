import { dequal } from 'dequal/lite';
import type { Chat, ChatID } from './chat';
import { mergeParticipants } from './participant';

/** Every chat known so far: each once, in the order first met. Never changed, only succeeded. */
export type ChatMap = ReadonlyMap<ChatID, Chat>;

export const NO_CHATS: ChatMap = new Map();

/**
 * Take in more chats. Of a chat that is there already the later answer counts and the place stays;
 * `preview` and `capabilities` are kept when the later answer lacks them, as not every answer has them,
 * and so is a longer list of participants.
 * Copies the whole: hand over many pages at once rather than thousands one by one.
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
	return {
		...later,
		...(preview && { preview }),
		...(capabilities && { capabilities }),
		participants: mergeParticipants(known.participants, later.participants)
	};
}

/** Of what a server says now, only that which is new: the others stay the very same objects. */
export function findChangedChats(inventory: ChatMap, chats: readonly Chat[]): readonly Chat[] {
	return chats.filter((chat) => {
		const known = inventory.get(chat.id);
		if (!known) return true;
		const later = succeed(known, chat);
		// Equal capabilities are one object: where they are two, the later one counts.
		return known.capabilities !== later.capabilities || !dequal(known, later);
	});
}

/** Those that were known and not met. */
export function findMissingIDs(
	known: Iterable<ChatID>,
	met: ReadonlySet<ChatID>
): readonly ChatID[] {
	return [...known].filter((id) => !met.has(id));
}

/** Fewer than these may go at any time, and people may have no more to begin with. */
const FEW = 2;

/** How a list compares with the chats that were known before it came; numbers of chats. */
interface ListCounts {
	known: number;
	/** Of those known, not on the list. */
	missing: number;
	/** On the list. */
	listed: number;
}

/**
 * Whether a list lacks so many of the chats known, and is so short, that they have hardly all been
 * deleted: a server that has only just started lists none, or the first few.
 */
export function isShrunken({ known, missing, listed }: ListCounts): boolean {
	if (missing === 0 || listed >= known) return false;
	return missing === known || missing > Math.max(FEW, known / 10);
}

export function withoutChats(inventory: ChatMap, ids: Iterable<ChatID>): ChatMap {
	const fewer = new Map(inventory);
	for (const id of ids) fewer.delete(id);
	return fewer.size === inventory.size ? inventory : fewer;
}
