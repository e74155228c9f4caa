import { formatCount } from '$lib/format/number';
import { formatDuration } from '$lib/format/duration';
import { formatFileSize } from '$lib/format/bytes';
import { formatExactTime } from '$lib/format/time';
import { isUnread, type Chat } from '../chat/chat';
import { getActionWords, type ActionWords } from './actions';
import { TOGGLES } from './toggles';
import {
	getAction,
	isFieldMutation,
	isFlagMutation,
	isReactionMutation,
	type Mutation,
	type ReactionMutation
} from './mutation';
import { cleanName, isolateName } from '../chat/name';
import { getName } from '../chat/participant';
import { hasDraft } from './draft';
import { formatReaction } from './reactions';

/** Labels of a mutation: its action's labels, with the reaction included if there is one. */
export function getMutationWords(mutation: Mutation): ActionWords {
	const words = getActionWords(getAction(mutation));
	if (!isReactionMutation(mutation)) return words;
	const reaction = formatReaction(mutation.reactionKey);
	return mutation.kind === 'react'
		? { ...words, label: `React ${reaction}`, done: `Reacted ${reaction}` }
		: { ...words, label: `Remove ${reaction}`, done: `Removed ${reaction}` };
}

/**
 * The chat value that a mutation changes, in a few words: "before" and "after" in the log.
 *
 * @param chat - undefined when unknown
 * @returns empty for a mutation that changes no field of the chat, `unknown` where the chat does
 *   not report it
 */
export function describeValue(mutation: Mutation, chat: Chat | undefined): string {
	if (!isFieldMutation(mutation)) return '';
	if (!chat) return 'unknown';
	if (isFlagMutation(mutation)) {
		const { field, label } = TOGGLES[mutation.kind];
		return describeFlag(chat[field], label.toLowerCase());
	}
	switch (mutation.kind) {
		case 'read':
			return isUnread(chat) ? 'unread' : 'read';
		case 'title':
			return describeText(isolateName(cleanName(chat.title)));
		case 'description':
			return describeText(chat.description);
		case 'avatar':
			return describeText(chat.imgURL);
		case 'timer':
			if (chat.messageExpirySeconds === undefined) return 'unknown';
			return chat.messageExpirySeconds ? formatDuration(chat.messageExpirySeconds) : 'off';
		case 'draft':
			if (chat.draft === undefined) return 'unknown';
			return hasDraft(chat) ? describeText(chat.draft?.text || 'files') : 'none';
		case 'remind':
			if (chat.reminder === undefined) return 'unknown';
			return chat.reminder?.remindAt === undefined
				? 'none'
				: formatExactTime(chat.reminder.remindAt);
	}
}

/** The user's own reaction before and after a mutation; no chat field holds it. */
export function describeReactionChange({ kind, reactionKey, replaces }: ReactionMutation) {
	const key = formatReaction(reactionKey);
	return kind === 'react'
		? { before: replaces === undefined ? 'none' : formatReaction(replaces), after: key }
		: { before: key, after: 'none' };
}

/** The object of a mutation that changes no field of a chat; empty where its chat is the object. */
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
		case 'message':
			return [mutation.text && `“${mutation.text}”`, mutation.attachment?.fileName]
				.filter(Boolean)
				.join(', ');
		case 'upload':
			return [mutation.fileName, mutation.mimeType, formatFileSize(mutation.fileSize)]
				.filter(Boolean)
				.join(', ');
		default:
			return '';
	}
}

function describeFlag(flag: boolean | undefined, word: string): string {
	if (flag === undefined) return 'unknown';
	return flag ? word : `not ${word}`;
}

function describeText(text: string | null | undefined): string {
	if (text === undefined) return 'unknown';
	return text ? `“${text}”` : 'none';
}
