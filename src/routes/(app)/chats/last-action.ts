import { filterChats } from '$lib/domain/chat-list/filter';
import type { ChatView } from '$lib/domain/chat-list/view';
import { groupByAction, type ActionGroup } from '$lib/domain/mutations/action-group';
import type { Session } from '$lib/state/session.svelte';

/**
 * Finds the last action of the user if it took chats out of a view.
 *
 * @param now - returns epoch milliseconds
 */
export function findLastActionIn(
	{ filter }: ChatView,
	{ activity, chatIndex }: Pick<Session, 'activity' | 'chatIndex'>,
	now: () => number
): ActionGroup | undefined {
	const [action] = groupByAction(activity.entries);
	const chats = action?.entries.flatMap(({ before }) => before ?? []) ?? [];
	const indexed = chats.map((chat) => chatIndex.get(chat));
	const { matching } = filterChats(indexed, filter, now);
	return matching.length > 0 ? action : undefined;
}
