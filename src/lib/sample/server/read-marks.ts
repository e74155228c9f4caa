import { FIRST_SORT_KEY, type ChatRecord, type makeThread } from '../make-thread';

/** Marks every message up to the one at `place` as read; places count from the newest message. */
export function markRead(
	{ chat, ...record }: ChatRecord,
	thread: ReturnType<typeof makeThread>,
	place: number
) {
	const newer = thread.slice(0, place);
	thread.forEach((message, index) => (message.isUnread = index < place && !message.isSender));
	chat.unreadCount = newer.filter(({ isSender }) => !isSender).length;
	if (chat.unreadMentionsCount !== undefined)
		chat.unreadMentionsCount = newer.filter(({ mentions }) => mentions).length;
	chat.isMarkedUnread = false;
	chat.lastReadMessageSortKey = thread[place]?.sortKey ?? String(FIRST_SORT_KEY + record.history);
}
