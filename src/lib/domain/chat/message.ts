import type { LooseString } from './open';

/** What a message is, apart from its text. */
export type MessageType = LooseString<
	| 'TEXT'
	| 'NOTICE'
	| 'IMAGE'
	| 'VIDEO'
	| 'VOICE'
	| 'AUDIO'
	| 'FILE'
	| 'STICKER'
	| 'LOCATION'
	| 'REACTION'
>;

/**
 * The last message of a chat, as list rows carry it. It may be a reaction or a hidden event.
 *
 * @see Message in @beeper/desktop-api 5.0.0
 */
export interface MessagePreview {
	id: string;
	type?: MessageType;
	/** Plain text: the border has taken the Matrix HTML, its entities and placeholders out. */
	text?: string;
	/** Absent from older caches. */
	senderID?: string;
	senderName?: string;
	/** Epoch milliseconds. */
	timestamp?: number;
	isSender?: boolean;
	isDeleted?: boolean;
	/** File names, or the kinds of attachments without one (`img`, `video` …). */
	attachments: readonly string[];
}
