import { isDisappearing, isUnread, type Chat } from '../chat/chat';
import { isMerged } from '../chat/merge';
import type { Flag } from '../chat-list/view';

/** What each flag asks; what the server does not say counts as "no". */
export const HAS_FLAG: Readonly<Record<Flag, (chat: Chat) => boolean>> = {
	archived: (chat) => chat.isArchived === true,
	muted: (chat) => chat.isMuted === true,
	pinned: (chat) => chat.isPinned === true,
	unread: isUnread,
	mentions: (chat) => (chat.unreadMentionsCount ?? 0) > 0,
	'low-priority': (chat) => chat.isLowPriority === true,
	'read-only': (chat) => chat.isReadOnly === true,
	draft: (chat) => Boolean(chat.draft),
	reminder: (chat) => Boolean(chat.reminder),
	snoozed: (chat) => Boolean(chat.snooze),
	disappearing: isDisappearing,
	merged: isMerged
};
