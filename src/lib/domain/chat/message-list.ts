import type { Chat, ChatID } from './chat';
import { foldReaction } from '../mutations/mutation';
import type { MessagePreview, MessageType } from './message';
import type { Page } from '../connection/source';
import type { LooseString } from './open';

export interface MessageReaction {
	/** An emoji, or the network's own word; in the server's spelling. */
	key: string;
	participantID: string;
	isEmoji: boolean;
	imgURL?: string;
}

export interface MessageAttachment {
	type: LooseString<'img' | 'video' | 'audio' | 'unknown'>;
	fileName?: string;
	/** Bytes. */
	fileSize?: number;
	mimeType?: string;
	isVoiceNote?: boolean;
	isGif?: boolean;
	isSticker?: boolean;
}

/** @see Message in @beeper/desktop-api 5.0.0 */
export interface Message {
	id: string;
	chatID: ChatID;
	/** What messages are ordered by. */
	sortKey: string;
	senderID: string;
	senderName?: string;
	/** Epoch milliseconds. */
	timestamp?: number;
	type?: MessageType;
	/** Plain text: the border has taken the Matrix HTML, its entities and placeholders out. */
	text?: string;
	isSender: boolean;
	isDeleted: boolean;
	/** An event that Beeper does not show. */
	isHidden: boolean;
	/** Epoch milliseconds. */
	editedTimestamp?: number;
	/** The message it answers. */
	linkedMessageID?: string;
	attachments: readonly MessageAttachment[];
	reactions: readonly MessageReaction[];
	sendStatus?: LooseString<'SUCCESS' | 'PENDING' | 'FAIL_RETRIABLE' | 'FAIL_PERMANENT'>;
}

/** Messages of a chat, in the server's order, and where those before them are. */
export interface MessagePage extends Page<Message> {
	/** Opaque; absent where nothing is older. */
	older?: string;
}

export interface MessageSource {
	/** @param cursor - `older` of the page before; absent: the newest messages */
	messages(chatID: ChatID, cursor: string | undefined, signal: AbortSignal): Promise<MessagePage>;
}

/** Who the user is in a chat; undefined as long as nothing says so. */
export function findSelfID(chat: Chat, messages: readonly Message[]): string | undefined {
	return (
		chat.participants.items.find(({ isSelf }) => isSelf)?.id ??
		messages.find(({ isSender }) => isSender)?.senderID
	);
}

/** The same reaction by several people. */
export interface ReactionGroup {
	key: string;
	isEmoji: boolean;
	imgURL?: string;
	/** Participant IDs, in the order in which they reacted. */
	by: readonly string[];
}

/** Reactions by what they are, in the order in which they first came. */
export function groupReactions(reactions: readonly MessageReaction[]): readonly ReactionGroup[] {
	const groups = new Map<string, ReactionGroup>();
	for (const { participantID, key, isEmoji, imgURL } of reactions) {
		const folded = foldReaction(key);
		const group = groups.get(folded) ?? { key, isEmoji, ...(imgURL && { imgURL }), by: [] };
		groups.set(folded, { ...group, by: [...group.by, participantID] });
	}
	return [...groups.values()];
}

/** Take in more messages: each once, the later answer counts, oldest first. */
export function addMessages(
	known: readonly Message[],
	more: readonly Message[]
): readonly Message[] {
	const byID = new Map([...known, ...more].map((message) => [message.id, message]));
	return [...byID.values()].sort((a, b) => compareSortKeys(a.sortKey, b.sortKey));
}

/** The newest of a chat's messages, as list rows carry it; undefined without messages. */
export function toPreview(messages: readonly Message[]): MessagePreview | undefined {
	const newest = addMessages([], messages).at(-1);
	if (!newest) return undefined;
	const { id, type, text, senderID, senderName, timestamp, isSender, isDeleted, attachments } =
		newest;
	return {
		id,
		...(type !== undefined && { type }),
		...(text !== undefined && { text: text.replaceAll(/\s+/g, ' ').trim() }),
		...(senderID && { senderID }),
		...(senderName !== undefined && { senderName }),
		...(timestamp !== undefined && { timestamp }),
		isSender,
		isDeleted,
		attachments: attachments.map((attachment) => attachment.fileName || attachment.type)
	};
}

/** Most servers count; the longer of two numbers is the greater. */
function compareSortKeys(a: string, b: string): number {
	if (/^\d+$/.test(a) && /^\d+$/.test(b)) {
		const [left, right] = [BigInt(a), BigInt(b)];
		return left < right ? -1 : Number(left > right);
	}
	return a < b ? -1 : Number(a > b);
}
