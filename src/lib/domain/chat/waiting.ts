import { EVERYBODY, type Chat, type LastMessage, type MessagePreview } from './chat';
import { addMessages } from './message-list';
import type { Message } from './message';
import { findSelfID } from './sender';

export const TURNS = ['me', 'them'] as const;
/** The side whose turn it is to write in a chat. */
export type Turn = (typeof TURNS)[number];

/** Types of events that are no messages, though they come as the last message of a chat. */
const OTHER_EVENTS: ReadonlySet<string> = new Set(['REACTION', 'NOTICE']);

type Event = Pick<MessagePreview, 'type' | 'text' | 'isDeleted' | 'isHidden'> & {
	attachments: readonly unknown[];
};

/**
 * True for a text or a file that a person sent; false for a reaction, a notice, a hidden event and
 * a deleted message. Without a type, which older servers leave out, there must be a text or a file.
 */
export function isRealMessage({ type, text, isDeleted, isHidden, attachments }: Event): boolean {
	if (isDeleted === true || isHidden === true) return false;
	if (type) return !OTHER_EVENTS.has(type);
	return Boolean(text?.trim()) || attachments.length > 0;
}

/**
 * Finds the side whose turn it is to write. `me`: the last message is another person's, in a direct
 * chat, or in a group where it mentions the user or unread messages do. `them`: the last message is
 * the user's.
 * Undefined: neither, as in a group that others talk in, a chat without messages or notes to oneself.
 * `unknown`: the preview doesn't tell, and messages have to be read (see `findLastMessage`).
 */
export function findTurn(chat: Chat): Turn | 'unknown' | undefined {
	if (isAlone(chat)) return undefined;
	const isSender = isLastSentByUser(chat);
	if (isSender === undefined || isSender === 'unknown') return isSender;
	if (isSender) return 'them';
	return chat.type === 'single' || isMentioned(chat) ? 'me' : undefined;
}

/** True when the last message is the user's; undefined: there is none. */
function isLastSentByUser(chat: Chat): boolean | 'unknown' | undefined {
	const { preview, lastMessage } = chat;
	if (preview && isRealMessage(preview)) {
		if (preview.isSender !== undefined) return preview.isSender;
		const selfID = findSelfID(chat, []);
		return selfID && preview.senderID ? preview.senderID === selfID : 'unknown';
	}
	if (lastMessage && lastMessage.previewID === preview?.id) return lastMessage.isSender;
	return preview === undefined && chat.lastActivity === undefined ? undefined : 'unknown';
}

/**
 * True when the last message or an unread one mentions the user. In the last message, a mention
 * counts even after it was read.
 */
function isMentioned(chat: Chat): boolean {
	if ((chat.unreadMentionsCount ?? 0) > 0) return true;
	const { preview, lastMessage } = chat;
	if (!preview || !isRealMessage(preview)) return lastMessage?.isMentioning === true;
	return isMentioning(preview, findSelfID(chat, []));
}

function isMentioning({ mentions }: Pick<MessagePreview, 'mentions'>, selfID: string | undefined) {
	return mentions?.some((id) => id === EVERYBODY || id === selfID) ?? false;
}

/** True for notes to oneself: everybody in the chat is the user. */
function isAlone({ type, participants: { items, hasMore } }: Chat): boolean {
	return type === 'single' && !hasMore && items.length > 0 && items.every(({ isSelf }) => isSelf);
}

/**
 * The last of a chat's newest messages that is real, to be kept with the chat while its preview stays
 * the same. Without one among them, the chat counts as one that waits for nobody.
 *
 * @param selfID - the user's participant ID; undefined while unknown
 */
export function findLastMessage(
	{ preview }: Pick<Chat, 'preview'>,
	messages: readonly Message[],
	selfID: string | undefined
): LastMessage {
	const last = addMessages([], messages).findLast(isRealMessage);
	return {
		...(preview && { previewID: preview.id }),
		...(last && { isSender: last.isSender, isMentioning: isMentioning(last, selfID) })
	};
}
