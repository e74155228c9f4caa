import type { CapabilityRow, Section, Unit } from './row';

type Field = Omit<CapabilityRow, 'section' | 'part'>;

const MESSAGES: readonly Field[] = [
	limit('maxTextLength', 'Text length', 'The longest text of a message.', 'characters'),
	level('reply', 'Replies', 'Answer one particular message.'),
	level('thread', 'Threads', 'Start and follow side threads.'),
	level('poll', 'Polls', 'Ask a question with choices to vote on.'),
	...markUndocumented(
		...markDetails(
			'poll',
			level('pollEnd', 'End polls', 'Close a poll to further votes.'),
			level('pollHiddenVotes', 'Hidden votes', 'Hide the results until the poll has ended.'),
			level('pollDuplicateOptions', 'Duplicate poll options', 'Give a poll the same option twice.')
		),
		orUnlimited(
			limit(
				'pollMaxOptions',
				'Poll options',
				'The highest number of options in a poll.',
				'options',
				'poll'
			)
		),
		orUnlimited(
			limit(
				'pollOptionMaxLength',
				'Poll option length',
				'The longest text of a poll option.',
				'characters',
				'poll'
			)
		)
	),
	level('locationMessage', 'Locations', 'Send a place on the map.')
];

const CHANGES: readonly Field[] = [
	level('edit', 'Edit', 'Change a message that has been sent.'),
	limit(
		'editMaxAge',
		'Edit window',
		'How long after sending a message can be edited.',
		'seconds',
		'edit'
	),
	limit(
		'editMaxCount',
		'Edits per message',
		'How many times one message can be edited.',
		'edits',
		'edit'
	),
	level('delete', 'Delete for everyone', 'Take a message back from everyone in the chat.'),
	limit(
		'deleteMaxAge',
		'Delete window',
		'How long after sending a message can be deleted for everyone.',
		'seconds',
		'delete'
	),
	flag('deleteForMe', 'Delete for me', 'Remove a message for yourself only.'),
	...markUndocumented(
		...markDetails(
			'delete',
			flag(
				'deleteHidePlaceholder',
				'Delete without a trace',
				'A deleted message leaves no “message deleted” in its place.'
			)
		)
	)
];

const REACTIONS: readonly Field[] = [
	level('reaction', 'Reactions', 'React to a message with an emoji.'),
	limit(
		'reactionCount',
		'Reactions per message',
		'How many reactions you can give one message.',
		'count',
		'reaction'
	),
	list(
		'allowedReactions',
		'Allowed emoji',
		'The emoji that can be used as reactions.',
		'emoji',
		'reaction'
	),
	flag(
		'customEmojiReactions',
		'Custom emoji reactions',
		'React with emoji that are pictures of the network or server.'
	)
];

const ACTIONS: readonly Field[] = [
	flag('readReceipts', 'Read receipts', 'Others see that you have read their messages.'),
	flag('typingNotifications', 'Typing notifications', 'Others see that you are typing.'),
	flag('markAsUnread', 'Mark as unread', 'Mark a chat unread on the network too.'),
	flag('archive', 'Archive', 'Archive and unarchive the chat.'),
	flag('deleteChat', 'Delete chat', 'Delete the whole chat for yourself.'),
	flag(
		'deleteChatForEveryone',
		'Delete chat for everyone',
		'Delete the whole chat for everyone in it.'
	)
];

const DETAILS: readonly Field[] = [
	level('state.title', 'Title', 'Change the title of the chat.'),
	level('state.avatar', 'Picture', 'Change the picture of the chat.'),
	level('state.description', 'Description', 'Change the description or topic of the chat.')
];

const DISAPPEARING: readonly Field[] = [
	level('state.disappearingTimer', 'Set timer', 'Change how long messages of the chat stay.'),
	...markDetails(
		'state.disappearingTimer',
		list(
			'disappearingTimer.timers',
			'Timers',
			'The times after which messages can disappear.',
			'milliseconds'
		),
		list('disappearingTimer.types', 'Timer starts', 'When a timer can start.', 'starts'),
		flag(
			'disappearingTimer.omitEmptyTimer',
			'Omits empty timers',
			'Messages that stay are sent without a timer, not with an empty one.'
		)
	)
];

const MEMBERS: readonly Field[] = [
	level('participantActions.invite', 'Invite', 'Add people.'),
	level('participantActions.revokeInvite', 'Revoke invite', 'Cancel a pending invitation.'),
	level('participantActions.kick', 'Kick', 'Remove a person.'),
	level('participantActions.ban', 'Ban', 'Remove a person and keep them out.'),
	level('participantActions.leave', 'Leave', 'Leave the chat.')
];

const REQUESTS: readonly Field[] = [
	level(
		'messageRequest.acceptWithButton',
		'Accept with a button',
		'Accept a request to chat without writing anything.'
	),
	level(
		'messageRequest.acceptWithMessage',
		'Accept by answering',
		'Accept a request to chat by sending a message.'
	)
];

/** The capabilities with a fixed path in the API, in the order of the table. */
export const FIELD_ROWS: readonly CapabilityRow[] = [
	...within('Messages', MESSAGES),
	...within('Editing & deleting', CHANGES),
	...within('Reactions', REACTIONS),
	...within('Receipts & chat actions', ACTIONS),
	...within('Chat details', DETAILS),
	...within('Disappearing messages', DISAPPEARING),
	...within('Members', MEMBERS),
	...within('Message requests', REQUESTS)
];

function within(section: Section, fields: readonly Field[]): CapabilityRow[] {
	return fields.map((field) => ({ section, ...field }));
}

function level(path: string, name: string, meaning: string): Field {
	return { path, name, meaning, kind: 'level' };
}

function flag(path: string, name: string, meaning: string): Field {
	return { path, name, meaning, kind: 'flag' };
}

function limit(path: string, name: string, meaning: string, unit: Unit, levelPath?: string): Field {
	return { path, name, meaning, kind: 'limit', unit, ...belongTo(levelPath) };
}

/** A limit is a detail of its level. */
function belongTo(levelPath: string | undefined): Pick<Field, 'levelPath' | 'parentPath'> {
	return levelPath === undefined ? {} : { levelPath, parentPath: levelPath };
}

/** Marks fields as details of the field at a path, though they have a meaning without it. */
function markDetails(parentPath: string, ...fields: readonly Field[]): Field[] {
	return fields.map((field) => ({ ...field, parentPath }));
}

/** Marks fields that bridges report but the API does not document. */
function markUndocumented(...fields: readonly Field[]): Field[] {
	return fields.map((field) => ({ ...field, isUndocumented: true }));
}

/** 0 means no limit, like an absent field. */
function orUnlimited(field: Field): Field {
	return { ...field, isZeroUnlimited: true };
}

function list(path: string, name: string, meaning: string, unit: Unit, levelPath?: string): Field {
	return { path, name, meaning, kind: 'list', unit, ...belongTo(levelPath) };
}
