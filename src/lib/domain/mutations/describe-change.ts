import { formatCount } from '$lib/format/number';
import { formatDuration } from '$lib/format/duration';
import { formatFileSize } from '$lib/format/bytes';
import { formatExactTime } from '$lib/format/time';
import { isUnread, type Chat } from '../chat/chat';
import { cleanName, isolateName } from '../chat/name';
import { getName } from '../chat/participant';
import { formatReaction } from './reaction-words';
import { hasDraft, isFieldMutation, type ReactionMutation, type Mutation } from './mutation';

/**
 * What a chat says about that which a write changes, in a few words: the log's "before" and "after".
 *
 * @param chat - undefined when unknown
 * @returns empty for a write that changes nothing in the chat, `unknown` where the chat does not say
 */
export function describeValue(mutation: Mutation, chat: Chat | undefined): string {
	if (!isFieldMutation(mutation)) return '';
	if (!chat) return 'unknown';
	switch (mutation.kind) {
		case 'archive':
			return flagWords(chat.isArchived, 'archived');
		case 'mute':
			return flagWords(chat.isMuted, 'muted');
		case 'pin':
			return flagWords(chat.isPinned, 'pinned');
		case 'low-priority':
			return flagWords(chat.isLowPriority, 'low priority');
		case 'read':
			return isUnread(chat) ? 'unread' : 'read';
		case 'title':
			return textWords(isolateName(cleanName(chat.title)));
		case 'description':
			return textWords(chat.description);
		case 'avatar':
			return textWords(chat.imgURL);
		case 'timer':
			if (chat.messageExpirySeconds === undefined) return 'unknown';
			return chat.messageExpirySeconds ? formatDuration(chat.messageExpirySeconds) : 'off';
		case 'draft':
			if (chat.draft === undefined) return 'unknown';
			return hasDraft(chat) ? textWords(chat.draft?.text || 'files') : 'none';
		case 'remind':
			if (chat.reminder === undefined) return 'unknown';
			return chat.reminder?.remindAt === undefined
				? 'none'
				: formatExactTime(chat.reminder.remindAt);
	}
}

/** One's own reaction to a message, before and after: chats do not tell. */
export function describeReactionChange({ kind, reactionKey, replaces }: ReactionMutation) {
	const key = formatReaction(reactionKey);
	return kind === 'react'
		? { before: replaces === undefined ? 'none' : formatReaction(replaces), after: key }
		: { before: key, after: 'none' };
}

/** What a write is about that changes nothing in a chat; empty where its chat says it all. */
export function describeSubject(mutation: Mutation): string {
	switch (mutation.kind) {
		case 'start': {
			const { id = '', ...names } = mutation.user;
			return getName({ id, ...names });
		}
		case 'create':
			return (
				cleanName(mutation.title) || formatCount(mutation.participantIDs.length, 'person', 'people')
			);
		case 'upload':
			return [mutation.fileName, mutation.mimeType, formatFileSize(mutation.fileSize)]
				.filter(Boolean)
				.join(', ');
		default:
			return '';
	}
}

function flagWords(flag: boolean | undefined, word: string): string {
	if (flag === undefined) return 'unknown';
	return flag ? word : `not ${word}`;
}

function textWords(text: string | null | undefined): string {
	if (text === undefined) return 'unknown';
	return text ? `“${text}”` : 'none';
}
