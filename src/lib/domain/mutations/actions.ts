import type { Release } from '../connection/features';

/** Labels of an action, and the facts that decide whether it is offered. */
interface ActionSpec {
	/** On a button: `Archive`. */
	label: string;
	/** After success: `Archived`. */
	done: string;
	/** After "Could not"; absent: the label in lower case. */
	failing?: string;
	/** After "don’t allow": `archiving`. */
	noun: string;
	/** After "Couldn’t confirm", with a chat given as `“Anna”`; absent: the noun followed by it. */
	formatDoing?: (chat: string) => string;
	/** Label for a number of chats, given as `412 chats`; absent: the usual label followed by it. */
	formatMany?: (chats: string) => string;
	/** Label on the bulk bar; absent: not offered there. */
	bulkLabel?: string;
	/** Label in the command palette, for actions that need a form. */
	formLabel?: string;
	/** Path of the capability that governs the action; absent: none does. */
	capability?: string;
	/** The first release that supports the action; absent: all servers do. */
	since?: Release;
	/**
	 * The action is visible to everyone in the chat, so it may require the right to send messages.
	 */
	isPublic?: true;
	/** The user chooses or writes by the displayed text, which Privacy mode replaces. */
	needsRealText?: true;
}

/** All actions on a chat, in the order in which they are offered. */
const SPECS = {
	archive: {
		label: 'Archive',
		done: 'Archived',
		noun: 'archiving',
		bulkLabel: 'Archive',
		capability: 'archive'
	},
	unarchive: {
		label: 'Unarchive',
		done: 'Unarchived',
		noun: 'archiving',
		formatDoing: (chat) => `unarchiving ${chat}`,
		bulkLabel: 'Unarchive',
		capability: 'archive'
	},
	mute: { label: 'Mute', done: 'Muted', noun: 'muting', bulkLabel: 'Mute', since: 'patch' },
	unmute: {
		label: 'Unmute',
		done: 'Unmuted',
		noun: 'muting',
		formatDoing: (chat) => `unmuting ${chat}`,
		bulkLabel: 'Unmute',
		since: 'patch'
	},
	pin: { label: 'Pin', done: 'Pinned', noun: 'pinning', bulkLabel: 'Pin', since: 'patch' },
	unpin: {
		label: 'Unpin',
		done: 'Unpinned',
		noun: 'pinning',
		formatDoing: (chat) => `unpinning ${chat}`,
		bulkLabel: 'Unpin',
		since: 'patch'
	},
	'low-priority': {
		label: 'Move to low priority',
		done: 'Moved to low priority',
		noun: 'changing the priority',
		formatDoing: (chat) => `moving ${chat} to low priority`,
		formatMany: (chats) => `Move ${chats} to low priority`,
		bulkLabel: 'Low priority',
		since: 'patch'
	},
	'normal-priority': {
		label: 'Move out of low priority',
		done: 'Moved out of low priority',
		noun: 'changing the priority',
		formatDoing: (chat) => `moving ${chat} out of low priority`,
		formatMany: (chats) => `Move ${chats} out of low priority`,
		bulkLabel: 'Normal priority',
		since: 'patch'
	},
	read: {
		label: 'Mark as read',
		done: 'Marked as read',
		noun: 'marking as read',
		formatDoing: (chat) => `marking ${chat} as read`,
		formatMany: (chats) => `Mark ${chats} as read`,
		bulkLabel: 'Mark as read',
		since: 'read'
	},
	unread: {
		label: 'Mark as unread',
		done: 'Marked as unread',
		noun: 'marking as unread',
		formatDoing: (chat) => `marking ${chat} as unread`,
		formatMany: (chats) => `Mark ${chats} as unread`,
		bulkLabel: 'Mark as unread',
		capability: 'markAsUnread',
		since: 'read'
	},
	title: {
		label: 'Rename',
		done: 'Renamed',
		noun: 'renaming',
		formLabel: 'Edit title',
		capability: 'state.title',
		since: 'patch',
		isPublic: true,
		needsRealText: true
	},
	description: {
		label: 'Change description',
		done: 'Description changed',
		failing: 'change the description',
		noun: 'changing the description',
		formatDoing: (chat) => `changing the description of ${chat}`,
		formLabel: 'Edit description',
		capability: 'state.description',
		since: 'patch',
		isPublic: true,
		needsRealText: true
	},
	avatar: {
		label: 'Change picture',
		done: 'Picture changed',
		failing: 'change the picture',
		noun: 'changing the picture',
		formatDoing: (chat) => `changing the picture of ${chat}`,
		formLabel: 'Edit picture',
		capability: 'state.avatar',
		since: 'patch',
		isPublic: true,
		needsRealText: true
	},
	timer: {
		label: 'Set disappearing messages',
		done: 'Disappearing messages set',
		noun: 'setting disappearing messages',
		formatDoing: (chat) => `setting disappearing messages in ${chat}`,
		formLabel: 'Set disappearing messages',
		capability: 'state.disappearingTimer',
		since: 'patch',
		isPublic: true
	},
	draft: {
		label: 'Save draft',
		done: 'Draft saved',
		failing: 'save the draft',
		noun: 'drafts',
		formatDoing: (chat) => `saving the draft in ${chat}`,
		formLabel: 'Write a draft',
		since: 'patch',
		needsRealText: true
	},
	'clear-draft': {
		label: 'Clear draft',
		done: 'Draft cleared',
		failing: 'clear the draft',
		noun: 'drafts',
		formatDoing: (chat) => `clearing the draft in ${chat}`,
		since: 'patch'
	},
	remind: {
		label: 'Remind me',
		done: 'Reminder set',
		failing: 'set the reminder',
		noun: 'reminders',
		formatDoing: (chat) => `setting the reminder about ${chat}`,
		formatMany: (chats) => `Remind me about ${chats}`,
		bulkLabel: 'Remind…'
	},
	'clear-reminder': {
		label: 'Clear reminder',
		done: 'Reminder cleared',
		failing: 'clear the reminder',
		noun: 'reminders',
		formatDoing: (chat) => `clearing the reminder about ${chat}`,
		formatMany: (chats) => `Clear the reminders of ${chats}`
	},
	message: {
		label: 'Send message',
		done: 'Message sent',
		failing: 'send the message',
		noun: 'messages',
		formatDoing: (chat) => `sending the message to ${chat}`,
		formLabel: 'Reply',
		needsRealText: true
	},
	'notify-anyway': {
		label: 'Notify anyway',
		done: 'Notified',
		failing: 'notify',
		noun: '“notify anyway”',
		formatDoing: (chat) => `notifying ${chat}`,
		since: 'notifyAnyway'
	},
	react: {
		label: 'React',
		done: 'Reacted',
		noun: 'reactions',
		formatDoing: (chat) => `reacting in ${chat}`,
		capability: 'reaction',
		since: 'reactions',
		isPublic: true
	},
	unreact: {
		label: 'Remove reaction',
		done: 'Reaction removed',
		failing: 'remove the reaction',
		noun: 'reactions',
		formatDoing: (chat) => `removing the reaction in ${chat}`,
		capability: 'reaction',
		since: 'reactions',
		isPublic: true
	},
	focus: {
		label: 'Open in Beeper',
		done: 'Opened in Beeper',
		failing: 'open Beeper',
		noun: 'opening'
	},
	upload: {
		label: 'Upload file',
		done: 'File uploaded',
		failing: 'upload the file',
		noun: 'uploading files',
		formatDoing: () => 'uploading the file',
		needsRealText: true
	},
	start: {
		label: 'Start chat',
		done: 'Chat started',
		failing: 'start the chat',
		noun: 'starting chats',
		formatDoing: (chat) => `starting ${chat}`,
		since: 'start',
		needsRealText: true
	},
	create: {
		label: 'Create chat',
		done: 'Chat created',
		failing: 'create the chat',
		noun: 'creating chats',
		formatDoing: (chat) => `creating ${chat}`,
		needsRealText: true
	}
} as const satisfies Record<string, ActionSpec>;

type Specs = typeof SPECS;

/** An action on a chat. Each has its own control. */
export type Action = keyof Specs;

/** The actions whose specification has a field. */
type ActionWith<Field extends keyof ActionSpec> = {
	[Name in Action]: Specs[Name] extends Record<Field, unknown> ? Name : never;
}[Action];

/** Actions offered for many chats at once. `remind` needs a time before it can be planned. */
export type BulkAction = ActionWith<'bulkLabel'>;

/** Actions that need a form on the chat's page. */
export type FormAction = ActionWith<'formLabel'>;

export const ACTIONS: Readonly<
	Record<Action, ActionSpec> &
		Record<BulkAction, { bulkLabel: string }> &
		Record<FormAction, { formLabel: string }>
> = SPECS;

/** Labels of an action. */
export interface ActionWords extends Pick<ActionSpec, 'label' | 'done'> {
	/** After failure: `Couldn’t archive`. */
	failed: string;
}

export function getActionWords(action: Action): ActionWords {
	const { label, done, failing = toLowerStart(label) } = ACTIONS[action];
	return { label, done, failed: `Couldn’t ${failing}` };
}

/**
 * The words for an action in progress or of unknown outcome: `archiving “Anna”`.
 *
 * @param chat - `“Anna”` or `412 chats`
 */
export function formatDoing(action: Action, chat: string): string {
	const { noun, formatDoing: format } = ACTIONS[action];
	return format?.(chat) ?? `${noun} ${chat}`;
}

/**
 * Label of an action on many chats: `Archive 412 chats`.
 *
 * @param chats - `412 chats`
 */
export function formatForMany(action: Action, chats: string): string {
	const { label, formatMany } = ACTIONS[action];
	return formatMany?.(chats) ?? `${label} ${chats}`;
}

const NAMES = Object.keys(SPECS).filter((name): name is Action => Object.hasOwn(SPECS, name));

export const FORM_ACTIONS: readonly FormAction[] = NAMES.filter(isFormAction);

function isFormAction(action: Action): action is FormAction {
	return ACTIONS[action].formLabel !== undefined;
}

function toLowerStart(words: string): string {
	return words.charAt(0).toLowerCase() + words.slice(1);
}
