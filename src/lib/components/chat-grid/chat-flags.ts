import type { Chat } from '$lib/domain/chat/chat';
import { HAS_FLAG } from '$lib/domain/chat-list/facet-values';
import { FLAGS, type Flag } from '$lib/domain/chat-list/view';
import type { IconName } from '../ui/icons';

/** What people call a flag. Its icon has the flag's own name. */
export const FLAG_LABELS: Readonly<Record<Flag, string>> = {
	archived: 'Archived',
	muted: 'Muted',
	pinned: 'Pinned',
	unread: 'Unread',
	mentions: 'Mentions',
	'low-priority': 'Low priority',
	'read-only': 'Read-only',
	draft: 'Draft',
	reminder: 'Reminder',
	snoozed: 'Snoozed',
	disappearing: 'Disappearing',
	merged: 'Merged'
};

/** A small sign on a chat, never without its words. */
export interface FlagIcon {
	icon: IconName;
	label: string;
}

/** Everything that sets a chat apart, but what is counted elsewhere: unread messages and mentions. */
export function getFlagIcons(chat: Chat): FlagIcon[] {
	const marks: FlagIcon[] = FLAGS.filter((flag) => flag !== 'unread' && flag !== 'mentions')
		.filter((flag) => HAS_FLAG[flag](chat))
		.map((flag) => ({ icon: flag, label: FLAG_LABELS[flag] }));
	return chat.isMarkedUnread ? [{ icon: 'unread', label: 'Marked unread' }, ...marks] : marks;
}
