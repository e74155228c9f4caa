import type { Chat } from '../chat';
import type { ViewContext } from './context';
import { createMatcher } from './filter';
import { sortChats } from './sort';
import type { ChatView } from './view';

/** The chats of a view, in its order. */
export function showChats(
	chats: readonly Chat[],
	{ filter, sort }: Pick<ChatView, 'filter' | 'sort'>,
	context: ViewContext
): readonly Chat[] {
	return sortChats(chats.filter(createMatcher(filter, context)), sort, context);
}
