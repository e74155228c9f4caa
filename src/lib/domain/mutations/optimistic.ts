import { groupBy } from '$lib/format/list';
import type { Chat, ChatID, Draft } from '../chat/chat';
import { TOGGLES } from './toggles';
import {
	getChatID,
	isFieldMutation,
	isFlagMutation,
	type FieldMutation,
	type FlagMutation,
	type Mutation
} from './mutation';
import { mergeParticipants } from '../chat/participant';
import { isEmptyDraft, type NewDraft } from './draft';

/** A change shown before the server has confirmed it. */
export interface OptimisticUpdate {
	/** Undefined for mutations that concern no chat. */
	chatID: ChatID | undefined;
	apply: (chat: Chat) => Chat;
}

/** The chat as a mutation should leave it, shown until the server responds. */
export function applyMutation(chat: Chat, mutation: Mutation): Chat {
	if (!isFieldMutation(mutation)) return chat;
	if (isFlagMutation(mutation)) return { ...chat, [TOGGLES[mutation.kind].field]: mutation.value };
	return { ...chat, ...getChange(chat, mutation) };
}

function getChange(chat: Chat, mutation: Exclude<FieldMutation, FlagMutation>): Partial<Chat> {
	switch (mutation.kind) {
		case 'read':
			return mutation.value ? toRead(chat) : toUnread(chat);
		case 'title':
			return { title: mutation.value ?? '' };
		case 'description':
			return { description: mutation.value };
		case 'avatar':
			// Only the server knows the URL of a new picture.
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

/**
 * The fields that marking as unread changes: Beeper also moves an archived chat back to the inbox.
 */
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

/**
 * Approximates the formatted text of Markdown, so that the text does not jump when the server
 * responds.
 */
function stripMarks(markdown: string): string {
	return markdown.replace(/(\*\*|__|~~|[*_`])(?=\S)(.+?)(?<=\S)\1/g, '$2');
}

export function toOptimisticUpdate(mutation: Mutation): OptimisticUpdate {
	return { chatID: getChatID(mutation), apply: (chat) => applyMutation(chat, mutation) };
}

/**
 * The chat after the response to a mutation. Such responses have no preview, may omit capabilities
 * and hold at most 100 participants, so these are kept from before.
 */
export function mergeResponse(before: Chat | undefined, response: Chat): Chat {
	if (!before) return response;
	const { preview = before.preview, capabilities = before.capabilities } = response;
	return {
		...response,
		...(preview && { preview }),
		...(capabilities && { capabilities }),
		participants: mergeParticipants(before.participants, response.participants)
	};
}

/** Apply updates to chats in order; returns the same array when there are no updates. */
export function applyOptimisticUpdates(
	chats: readonly Chat[],
	updates: readonly OptimisticUpdate[]
): readonly Chat[] {
	if (updates.length === 0) return chats;
	const byChat = groupBy(updates, ({ chatID }) => chatID);
	return chats.map(
		(chat) => byChat.get(chat.id)?.reduce((before, { apply }) => apply(before), chat) ?? chat
	);
}

/** IDs of the chats that updates change. */
export function getUpdatedChatIDs(
	updates: readonly OptimisticUpdate[]
): ReadonlySet<ChatID | undefined> {
	return new Set(updates.map(({ chatID }) => chatID));
}
