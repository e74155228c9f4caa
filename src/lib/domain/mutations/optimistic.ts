import type { Chat, Draft } from '../chat/chat';
import { mergeParticipants } from '../chat/participants';
import type { OptimisticUpdate } from './guesses';
import {
	getChatID,
	isEmptyDraft,
	isFieldMutation,
	type FieldMutation,
	type NewDraft,
	type Mutation
} from './mutation';

/** The chat as it should be after a write: what is shown until the server has answered. */
export function applyMutation(chat: Chat, mutation: Mutation): Chat {
	return isFieldMutation(mutation) ? { ...chat, ...changeOf(chat, mutation) } : chat;
}

function changeOf(chat: Chat, mutation: FieldMutation): Partial<Chat> {
	switch (mutation.kind) {
		case 'archive':
			return { isArchived: mutation.value };
		case 'mute':
			return { isMuted: mutation.value };
		case 'pin':
			return { isPinned: mutation.value };
		case 'low-priority':
			return { isLowPriority: mutation.value };
		case 'read':
			return mutation.value ? toRead(chat) : toUnread(chat);
		case 'title':
			return { title: mutation.value ?? '' };
		case 'description':
			return { description: mutation.value };
		case 'avatar':
			// What the server will call a picture cannot be told before.
			return mutation.value === null ? { imgURL: null } : {};
		case 'timer':
			return { messageExpirySeconds: mutation.value };
		case 'draft':
			return { draft: mutation.value && toShownDraft(mutation.value) };
		case 'remind':
			return { reminder: mutation.value };
	}
}

function toRead({ unreadMentionsCount }: Chat): Partial<Chat> {
	const mentions = unreadMentionsCount === undefined ? {} : { unreadMentionsCount: 0 };
	return { unreadCount: 0, isMarkedUnread: false, ...mentions };
}

/** An archived chat that is marked unread goes back to the inbox. */
function toUnread({ isArchived }: Chat): Partial<Chat> {
	return { isMarkedUnread: true, ...(isArchived && { isArchived: false }) };
}

function toShownDraft(draft: NewDraft): Draft | null {
	if (isEmptyDraft(draft)) return null;
	const attachments = draft.attachments.map(({ uploadID, fileName, fileSize, mimeType }) => ({
		id: uploadID,
		type: 'file',
		...(fileName !== undefined && { fileName }),
		...(fileSize !== undefined && { fileSize }),
		...(mimeType !== undefined && { mimeType })
	}));
	return { text: stripMarks(draft.text), markdown: draft.text, attachments };
}

/** About how Markdown reads once it is formatted: near enough for nothing to move when the server says it. */
function stripMarks(markdown: string): string {
	return markdown.replace(/(\*\*|__|~~|[*_`])(?=\S)(.+?)(?<=\S)\1/g, '$2');
}

/** What is shown of a write while it is under way. */
export function toOptimisticUpdate(mutation: Mutation): OptimisticUpdate {
	return { chatID: getChatID(mutation), apply: (chat) => applyMutation(chat, mutation) };
}

/**
 * What is known of a chat after the answer to a write: the answer, with what such answers lack.
 * They have no preview, may leave out capabilities and hold 100 participants at most.
 */
export function mergeResponse(before: Chat | undefined, answer: Chat): Chat {
	if (!before) return answer;
	const { preview = before.preview, capabilities = before.capabilities } = answer;
	return {
		...answer,
		...(preview && { preview }),
		...(capabilities && { capabilities }),
		participants: mergeParticipants(before.participants, answer.participants)
	};
}
