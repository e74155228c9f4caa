import type { Toggle, ToggleMutation } from '$lib/domain/mutations/mutation';
import { isUnread, type Chat } from '$lib/domain/chat/chat';
import type { IconName } from '../ui/icons';

/** A switch for one flag of a chat. */
export interface ToggleRow {
	kind: Toggle;
	/** What is so while it is on. */
	label: string;
	icon: IconName;
}

export const TOGGLE_ROWS: readonly ToggleRow[] = [
	{ kind: 'archive', label: 'Archived', icon: 'archived' },
	{ kind: 'mute', label: 'Muted', icon: 'muted' },
	{ kind: 'pin', label: 'Pinned', icon: 'pinned' },
	{ kind: 'low-priority', label: 'Low priority', icon: 'low-priority' },
	{ kind: 'read', label: 'Unread', icon: 'unread' }
];

/** Whether a switch is on; silence is off. */
export function isOn(chat: Chat, kind: Toggle): boolean {
	switch (kind) {
		case 'archive':
			return chat.isArchived === true;
		case 'mute':
			return chat.isMuted === true;
		case 'pin':
			return chat.isPinned === true;
		case 'low-priority':
			return chat.isLowPriority === true;
		case 'read':
			return isUnread(chat);
	}
}

/** The write that turns a switch the other way. */
export function flip(chat: Chat, kind: Toggle): ToggleMutation {
	const value = kind === 'read' ? isOn(chat, kind) : !isOn(chat, kind);
	return { kind, chatID: chat.id, value };
}
