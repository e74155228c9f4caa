import type { Chat } from '../chat/chat';
import { compareNewest, type ChatIndex } from './chat-index';
import { filterChats } from './filter';
import type { ChatFilter } from './view';

export interface OtherMatchesOptions {
	index: ChatIndex;
	/** Its search words are ignored, since the server has compared them. */
	filter: ChatFilter;
	/** The chats that are listed already. */
	listed: readonly Chat[];
	/** Returns epoch milliseconds. */
	now: () => number;
}

/** The chats that a server found and a filtered list lacks, each once, newest activity first. */
export function getOtherMatches(
	found: readonly Chat[],
	{ index, filter, listed, now }: OtherMatchesOptions
): readonly Chat[] {
	if (found.length === 0) return [];
	const listedIDs = new Set(listed.map(({ id }) => id));
	const others = new Map(found.map((chat) => [chat.id, chat]));
	const unlisted = [...others.values()].filter(({ id }) => !listedIDs.has(id));
	// Not read(): the index keeps the order of all chats for its next call.
	const indexed = unlisted.map((chat) => index.get(chat)).sort(compareNewest);
	const { matching } = filterChats(indexed, { ...filter, q: '' }, now);
	return matching.map(({ chat }) => chat);
}
