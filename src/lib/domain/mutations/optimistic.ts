import type { Chat, Draft } from '../chat/chat';
import { participantsAfter } from '../chat/participants';
import type { Guess } from './guesses';
import {
	chatIDOf,
	isEmptyDraft,
	isFieldWrite,
	type FieldWrite,
	type NewDraft,
	type Write
} from './mutation';

/** The chat as it should be after a write: what is shown until the server has answered. */
export function applyWrite(chat: Chat, write: Write): Chat {
	return isFieldWrite(write) ? { ...chat, ...changeOf(chat, write) } : chat;
}

function changeOf(chat: Chat, write: FieldWrite): Partial<Chat> {
	switch (write.kind) {
		case 'archive':
			return { isArchived: write.value };
		case 'mute':
			return { isMuted: write.value };
		case 'pin':
			return { isPinned: write.value };
		case 'low-priority':
			return { isLowPriority: write.value };
		case 'read':
			return write.value ? asRead(chat) : asUnread(chat);
		case 'title':
			return { title: write.value ?? '' };
		case 'description':
			return { description: write.value };
		case 'avatar':
			// What the server will call a picture cannot be told before.
			return write.value === null ? { imgURL: null } : {};
		case 'timer':
			return { messageExpirySeconds: write.value };
		case 'draft':
			return { draft: write.value && shownDraft(write.value) };
		case 'remind':
			return { reminder: write.value };
	}
}

function asRead({ unreadMentionsCount }: Chat): Partial<Chat> {
	const mentions = unreadMentionsCount === undefined ? {} : { unreadMentionsCount: 0 };
	return { unreadCount: 0, isMarkedUnread: false, ...mentions };
}

/** An archived chat that is marked unread goes back to the inbox. */
function asUnread({ isArchived }: Chat): Partial<Chat> {
	return { isMarkedUnread: true, ...(isArchived && { isArchived: false }) };
}

function shownDraft(draft: NewDraft): Draft | null {
	if (isEmptyDraft(draft)) return null;
	const attachments = draft.attachments.map(({ uploadID, fileName, fileSize, mimeType }) => ({
		id: uploadID,
		type: 'file',
		...(fileName !== undefined && { fileName }),
		...(fileSize !== undefined && { fileSize }),
		...(mimeType !== undefined && { mimeType })
	}));
	return { text: withoutMarks(draft.text), markdown: draft.text, attachments };
}

/** About how Markdown reads once it is formatted: near enough for nothing to move when the server says it. */
function withoutMarks(markdown: string): string {
	return markdown.replace(/(\*\*|__|~~|[*_`])(?=\S)(.+?)(?<=\S)\1/g, '$2');
}

/** What is shown of a write while it is under way. */
export function guessOf(write: Write): Guess {
	return { chatID: chatIDOf(write), apply: (chat) => applyWrite(chat, write) };
}

/**
 * What is known of a chat after the answer to a write: the answer, with what such answers lack.
 * They have no preview, may leave out capabilities and hold 100 participants at most.
 */
export function afterAnswer(before: Chat | undefined, answer: Chat): Chat {
	if (!before) return answer;
	const { preview = before.preview, capabilities = before.capabilities } = answer;
	return {
		...answer,
		...(preview && { preview }),
		...(capabilities && { capabilities }),
		participants: participantsAfter(before.participants, answer.participants)
	};
}
