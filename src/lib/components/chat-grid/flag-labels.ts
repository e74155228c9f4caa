import type { Chat } from '$lib/domain/chat/chat';
import { HAS_FLAG } from '$lib/domain/chat-list/facet-values';
import { FLAGS, type Flag } from '$lib/domain/chat-list/view';
import type { IconName } from '../ui/icons';

/** The label of each flag; its icon has the name of the flag. */
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

/** An icon on a chat, with the label that it always carries. */
export interface FlagIcon {
	icon: IconName;
	label: string;
}

/** The flags of a chat, except unread messages and mentions, which have counts of their own. */
export function getFlagIcons(chat: Chat): FlagIcon[] {
	const marks: FlagIcon[] = FLAGS.filter((flag) => flag !== 'unread' && flag !== 'mentions')
		.filter((flag) => HAS_FLAG[flag](chat))
		.map((flag) => ({ icon: flag, label: FLAG_LABELS[flag] }));
	return chat.isMarkedUnread ? [{ icon: 'unread', label: 'Marked unread' }, ...marks] : marks;
}
