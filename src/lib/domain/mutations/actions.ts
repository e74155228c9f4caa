import { formatReaction } from './reaction-words';
import { isReaction, type Mutation } from './mutation';

/** What people can do to a chat, each with a control of its own. */
export type Action =
	| 'archive'
	| 'unarchive'
	| 'mute'
	| 'unmute'
	| 'pin'
	| 'unpin'
	| 'low-priority'
	| 'normal-priority'
	| 'read'
	| 'unread'
	| 'title'
	| 'description'
	| 'avatar'
	| 'timer'
	| 'draft'
	| 'clear-draft'
	| 'remind'
	| 'clear-reminder'
	| 'notify-anyway'
	| 'react'
	| 'unreact'
	| 'focus'
	| 'upload'
	| 'start'
	| 'create';

export interface ActionWords {
	/** On a button: `Archive`. */
	verb: string;
	/** Afterwards: `Archived`. */
	done: string;
	/** When it went wrong: `Could not archive`. */
	failed: string;
	/** After "don't allow": `archiving`. */
	noun: string;
}

export const ACTION_WORDS: Readonly<Record<Action, ActionWords>> = {
	archive: words('Archive', 'Archived', 'archive', 'archiving'),
	unarchive: words('Unarchive', 'Unarchived', 'unarchive', 'archiving'),
	mute: words('Mute', 'Muted', 'mute', 'muting'),
	unmute: words('Unmute', 'Unmuted', 'unmute', 'muting'),
	pin: words('Pin', 'Pinned', 'pin', 'pinning'),
	unpin: words('Unpin', 'Unpinned', 'unpin', 'pinning'),
	'low-priority': words(
		'Move to low priority',
		'Moved to low priority',
		'move to low priority',
		'changing the priority'
	),
	'normal-priority': words(
		'Move out of low priority',
		'Moved out of low priority',
		'move out of low priority',
		'changing the priority'
	),
	read: words('Mark as read', 'Marked as read', 'mark as read', 'marking as read'),
	unread: words('Mark as unread', 'Marked as unread', 'mark as unread', 'marking as unread'),
	title: words('Rename', 'Renamed', 'rename', 'renaming'),
	description: words(
		'Change description',
		'Description changed',
		'change the description',
		'changing the description'
	),
	avatar: words('Change picture', 'Picture changed', 'change the picture', 'changing the picture'),
	timer: words(
		'Set disappearing messages',
		'Disappearing messages set',
		'set disappearing messages',
		'setting disappearing messages'
	),
	draft: words('Save draft', 'Draft saved', 'save the draft', 'drafts'),
	'clear-draft': words('Clear draft', 'Draft cleared', 'clear the draft', 'drafts'),
	remind: words('Remind me', 'Reminder set', 'set the reminder', 'reminders'),
	'clear-reminder': words('Clear reminder', 'Reminder cleared', 'clear the reminder', 'reminders'),
	'notify-anyway': words('Notify anyway', 'Notified', 'notify', '“notify anyway”'),
	react: words('React', 'Reacted', 'react', 'reactions'),
	unreact: words('Remove reaction', 'Reaction removed', 'remove the reaction', 'reactions'),
	focus: words('Open in Beeper', 'Opened in Beeper', 'open Beeper', 'opening'),
	upload: words('Upload file', 'File uploaded', 'upload the file', 'uploading files'),
	start: words('Start chat', 'Chat started', 'start the chat', 'starting chats'),
	create: words('Create chat', 'Chat created', 'create the chat', 'creating chats')
};

function words(verb: string, done: string, failing: string, noun: string): ActionWords {
	return { verb, done, failed: `Could not ${failing}`, noun };
}

const OPPOSITES = {
	archive: ['archive', 'unarchive'],
	mute: ['mute', 'unmute'],
	pin: ['pin', 'unpin'],
	'low-priority': ['low-priority', 'normal-priority'],
	read: ['read', 'unread'],
	draft: ['draft', 'clear-draft'],
	remind: ['remind', 'clear-reminder']
} as const;

export function getAction(mutation: Mutation): Action {
	switch (mutation.kind) {
		case 'archive':
		case 'mute':
		case 'pin':
		case 'low-priority':
		case 'read':
		case 'draft':
		case 'remind':
			return OPPOSITES[mutation.kind][mutation.value ? 0 : 1];
		default:
			return mutation.kind;
	}
}

/** The words for what a write does. */
export function getActionWords(mutation: Mutation): ActionWords {
	const words = ACTION_WORDS[getAction(mutation)];
	if (!isReaction(mutation)) return words;
	const key = formatReaction(mutation.reactionKey);
	return mutation.kind === 'react'
		? { ...words, verb: `React ${key}`, done: `Reacted ${key}` }
		: { ...words, verb: `Remove ${key}`, done: `Removed ${key}` };
}
