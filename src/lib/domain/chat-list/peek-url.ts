import type { ChatID } from '../chat/chat';

/** The chat that is shown beside the list. */
export interface PeekedChat {
	chatID: ChatID;
	/** The message to go to; absent: to the first unread one. */
	messageID?: string;
}

/** The keys of the chat beside the list. They are no part of a view: equal views have equal queries. */
const [CHAT, MESSAGE] = ['peek', 'message'];

/** The chat that is shown beside the list; undefined: none. */
export function getPeek(query: string): PeekedChat | undefined {
	const params = new URLSearchParams(query);
	const [chatID, messageID] = [params.get(CHAT), params.get(MESSAGE)];
	if (!chatID) return undefined;
	return { chatID, ...(messageID && { messageID }) };
}

/**
 * A query with another chat beside the list.
 *
 * @param query - with or without `?`; the result has none
 * @param peeked - undefined: none
 */
export function setPeek(query: string, peeked: PeekedChat | undefined): string {
	const params = new URLSearchParams(query);
	for (const key of [CHAT, MESSAGE]) params.delete(key);
	if (peeked) params.append(CHAT, peeked.chatID);
	if (peeked?.messageID !== undefined) params.append(MESSAGE, peeked.messageID);
	return params.toString();
}
