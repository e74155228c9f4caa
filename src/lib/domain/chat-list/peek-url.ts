import type { ChatID } from '../chat/chat';

/** The key of the chat beside the list. It is no part of a view: equal views have equal queries. */
const KEY = 'peek';

/** The chat that is shown beside the list; undefined: none. */
export function getPeek(query: string): ChatID | undefined {
	return new URLSearchParams(query).get(KEY) || undefined;
}

/**
 * A query with another chat beside the list.
 *
 * @param query - with or without `?`; the result has none
 * @param chatID - undefined: none
 */
export function setPeek(query: string, chatID: ChatID | undefined): string {
	const params = new URLSearchParams(query);
	params.delete(KEY);
	if (chatID !== undefined) params.append(KEY, chatID);
	return params.toString();
}
