import type { LooseString } from '../loose-string';
import type { ChatID, MessageType } from './chat';

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

/** The key of a reaction for comparing: the same emoji may come with or without a variation selector. */
export function foldReaction(key: string): string {
	return key.replaceAll('\uFE0F', '');
}
