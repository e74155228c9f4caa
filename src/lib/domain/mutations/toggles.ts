import { isUnread, type Chat } from '../chat/chat';
import type { BulkAction } from './actions';

/** Chat fields that are flags. */
type FlagField = {
	[Field in keyof Chat]-?: Chat[Field] extends boolean | undefined ? Field : never;
}[keyof Chat];

interface ToggleSpec {
	/** The action of its mutation with the value `true`. */
	on: BulkAction;
	/** The action of its mutation with the value `false`. Each of the two undoes the other. */
	off: BulkAction;
	/** Label of the switch: the chat's state while the switch is on. */
	label: string;
	/**
	 * The chat field with the value; absent for `read`, which depends on several fields: see {@link
	 * isUnread}.
	 */
	field?: FlagField;
	/** The value that an undo may fail to restore: `pin`. */
	noun: string;
	key: string;
	/** Description of the key. */
	keyLabel: string;
}

/**
 * Switches of a chat by the kind of their mutation, in the order in which they are offered. ⚠ The
 * value of `read` is the opposite of its switch.
 */
export const TOGGLES = {
	archive: {
		on: 'archive',
		off: 'unarchive',
		label: 'Archived',
		field: 'isArchived',
		noun: 'archive status',
		key: 'e',
		keyLabel: 'Archive or unarchive'
	},
	mute: {
		on: 'mute',
		off: 'unmute',
		label: 'Muted',
		field: 'isMuted',
		noun: 'mute status',
		key: 'm',
		keyLabel: 'Mute or unmute'
	},
	pin: {
		on: 'pin',
		off: 'unpin',
		label: 'Pinned',
		field: 'isPinned',
		noun: 'pin',
		key: 'p',
		keyLabel: 'Pin or unpin'
	},
	'low-priority': {
		on: 'low-priority',
		off: 'normal-priority',
		label: 'Low priority',
		field: 'isLowPriority',
		noun: 'priority',
		key: 'l',
		keyLabel: 'Move to low priority, or back'
	},
	read: {
		on: 'read',
		off: 'unread',
		label: 'Unread',
		noun: 'read status',
		key: 'u',
		keyLabel: 'Mark as read or unread'
	}
} as const satisfies Record<string, ToggleSpec>;

export type Toggle = keyof typeof TOGGLES;

/** Toggles stored in a single field of the chat. */
export type FlagToggle = Exclude<Toggle, 'read'>;

/** Actions that turn a toggle on or off. */
export type ToggleAction = (typeof TOGGLES)[Toggle]['on' | 'off'];

export const TOGGLE_KINDS: readonly Toggle[] = Object.keys(TOGGLES).filter(isToggle);

export function isToggle(kind: string): kind is Toggle {
	return Object.hasOwn(TOGGLES, kind);
}

/** True when the switch of a toggle is on. A flag that the server does not report is off. */
export function isToggleOn(chat: Chat, kind: Toggle): boolean {
	return kind === 'read' ? isUnread(chat) : chat[TOGGLES[kind].field] === true;
}
