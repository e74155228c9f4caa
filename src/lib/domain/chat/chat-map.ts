import { dequal } from 'dequal/lite';
import type { Chat, ChatID } from './chat';
import { mergeParticipants } from './participant';

/**
 * All chats loaded so far, each once. Immutable: an update returns another map. While no chat is added
 * or removed, the maps share their index, since copying that of 10,000 chats takes longer than anything
 * else in an update.
 */
export class ChatMap {
	/** In order of first appearance. */
	readonly chats: readonly Chat[];
	readonly #places: ReadonlyMap<ChatID, number>;

	/** @param places - the index of each chat by `id` */
	constructor(chats: readonly Chat[], places: ReadonlyMap<ChatID, number>) {
		this.chats = chats;
		this.#places = places;
	}

	get size(): number {
		return this.chats.length;
	}

	get(id: ChatID): Chat | undefined {
		return this.chats[this.#places.get(id) ?? -1];
	}

	has(id: ChatID): boolean {
		return this.#places.has(id);
	}

	ids(): Iterable<ChatID> {
		return this.#places.keys();
	}

	/**
	 * Adds or updates chats; an updated chat keeps its place. `preview`, `capabilities` and a longer
	 * participant list are kept when the newer version lacks them, as not every response includes them;
	 * the last real message, as long as the preview and the last activity stay the same.
	 * Copies the list: pass many pages in one call rather than chats one by one.
	 */
	add(chats: readonly Chat[]): ChatMap {
		if (chats.length === 0) return this;
		const places = this.#addPlaces(chats);
		const all = [...this.chats];
		for (const chat of chats) {
			const place = places.get(chat.id) ?? all.length;
			const known = all[place];
			all[place] = known ? succeed(known, chat) : chat;
		}
		return new ChatMap(all, places);
	}

	/** @returns the same map when no chat has one of these IDs */
	remove(ids: Iterable<ChatID>): ChatMap {
		const removed = new Set(ids);
		const left = this.chats.filter(({ id }) => !removed.has(id));
		return left.length === this.size ? this : NO_CHATS.add(left);
	}

	/**
	 * The chats of a response that are new or changed; unchanged chats can thus keep their identity.
	 */
	findChanged(chats: readonly Chat[]): readonly Chat[] {
		return chats.filter((chat) => {
			const known = this.get(chat.id);
			if (!known) return true;
			const later = succeed(known, chat);
			// Equal capabilities share one object, so identity decides.
			return known.capabilities !== later.capabilities || !dequal(known, later);
		});
	}

	#addPlaces(chats: readonly Chat[]): ReadonlyMap<ChatID, number> {
		const added = chats.filter(({ id }) => !this.has(id));
		if (added.length === 0) return this.#places;
		const places = new Map(this.#places);
		for (const { id } of added) if (!places.has(id)) places.set(id, places.size);
		return places;
	}
}

export const NO_CHATS = new ChatMap([], new Map());

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
