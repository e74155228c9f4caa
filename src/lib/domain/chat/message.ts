import type { LooseString } from '../loose-string';
import type { ChatID, MessageType } from './chat';

export interface MessageReaction {
	/** An emoji or a network's own reaction name, spelled as by the server. */
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
	/** URL of the file; not every URL can be shown or downloaded: see `isServedAsset`. */
	srcURL?: string;
	/** URL of a still of a video. */
	posterImg?: string;
	/** Pixels, as stated by the sender: any numbers. */
	size?: { width?: number; height?: number };
}

/** @see Message in @beeper/desktop-api 5.0.0 */
export interface Message {
	id: string;
	chatID: ChatID;
	/** Defines the order of messages: see `addMessages`. */
	sortKey: string;
	senderID: string;
	senderName?: string;
	/** Epoch milliseconds. */
	timestamp?: number;
	type?: MessageType;
	/** Plain text: `api` has removed the Matrix HTML, its entities and placeholders. */
	text?: string;
	isSender: boolean;
	isDeleted: boolean;
	/** An event that Beeper does not show. */
	isHidden: boolean;
	/** As in `MessagePreview`. */
	mentions?: readonly string[] | null;
	/** Absent: not reported. */
	isUnread?: boolean;
	/** Epoch milliseconds. */
	editedTimestamp?: number;
	/** ID of the message that this one replies to. */
	linkedMessageID?: string;
	attachments: readonly MessageAttachment[];
	reactions: readonly MessageReaction[];
	sendStatus?: LooseString<'SUCCESS' | 'PENDING' | 'FAIL_RETRIABLE' | 'FAIL_PERMANENT'>;
}

/** A reaction key for comparison: the same emoji may come with or without a variation selector. */
export function foldReaction(key: string): string {
	return key.replaceAll('\uFE0F', '');
}
