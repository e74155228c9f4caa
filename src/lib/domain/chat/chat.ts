import type { Capabilities } from '../capabilities/model';
import { cleanName } from './name';
import type { LooseString } from '../loose-string';
import { findName, type Participants } from './participant';

export type ChatID = string;

/** No chat; always the same set. */
export const NO_CHAT_IDS: ReadonlySet<ChatID> = new Set();

/** `single` for direct messages, `group` for group chats. */
export const CHAT_TYPES = ['single', 'group'] as const;
/** The types of chats that a filter or a question can ask for. */
export type ChatTypeName = (typeof CHAT_TYPES)[number];
/** The type of a chat: one of `CHAT_TYPES`, or another that a newer server may send. */
export type ChatType = LooseString<ChatTypeName>;

export interface DraftAttachment {
	id: string;
	type: LooseString<'file' | 'gif' | 'recorded_audio'>;
	fileName?: string;
	/** Bytes. */
	fileSize?: number;
	mimeType?: string;
}

export interface Draft {
	/** Plain text for display: `api` has removed the Matrix HTML. */
	text: string;
	/** The text with its formatting, in the form that Beeper accepts. */
	markdown: string;
	attachments: readonly DraftAttachment[];
}

/** A label that the user has put on chats in Beeper. */
export interface Label {
	id: string;
	/** Absent when the server omits it; `nameLabels` always gives a name. */
	name?: string;
}

/** One person's chats on several networks, which Beeper shows as one chat. */
export interface Merge {
	chatIDs: readonly ChatID[];
	/** The member that new messages go to unless the user picks another. */
	defaultChatID?: ChatID;
}

export interface Reminder {
	/** Epoch milliseconds. */
	remindAt?: number;
	dismissOnIncomingMessage?: boolean;
}

export interface Snooze {
	/** Epoch milliseconds. */
	snoozeUntil?: number;
	/** Epoch milliseconds. */
	userSnoozedAt?: number;
}

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

/** The mention of everybody in a group, in place of a participant ID. */
export const EVERYBODY = '@room';

/**
 * The last message of a chat, as list rows carry it. It may be a reaction or a hidden event.
 *
 * @see Message in @beeper/desktop-api 5.0.0
 */
export interface MessagePreview {
	id: string;
	type?: MessageType;
	/** Plain text: `api` has removed the Matrix HTML, its entities and placeholders. */
	text?: string;
	/** Absent in chats from older caches. */
	senderID?: string;
	senderName?: string;
	/** Epoch milliseconds. */
	timestamp?: number;
	isSender?: boolean;
	isDeleted?: boolean;
	/** True for an event that Beeper does not show. */
	isHidden?: boolean;
	/** Participant IDs, or `EVERYBODY`; `null` or absent: not stated. */
	mentions?: readonly string[] | null;
	/** File names; the type (`img`, `video` …) for an attachment without a name. */
	attachments: readonly string[];
}

/** The last real message of a chat whose preview is a reaction, a notice or another event. */
export interface LastMessage {
	/** ID of the preview behind which it was found; absent: the chat has no preview. */
	previewID?: string;
	/** Absent: none of the newest messages is a real one. */
	isSender?: boolean;
	/** True when it mentions the user. */
	isMentioning?: boolean;
}

/**
 * A conversation on one network. Field names are the API's own; times are epoch milliseconds. An
 * absent field was not reported by the server; `null` was reported as "none".
 *
 * @see Chat in @beeper/desktop-api 5.0.0
 */
export interface Chat {
	id: ChatID;
	/** Empty when the server omits it. */
	accountID: string;
	/** Display name only; the stable key comes from the account: see `network.ts`. Empty on servers before 4.2.808. */
	network: string;
	/** May be empty, and may contain any text that a stranger can type. */
	title: string;
	type: ChatType;
	participants: Participants;
	unreadCount: number;
	unreadMentionsCount?: number;
	/**
	 * Absent: not reported by the server, which does not mean unsupported.
	 * Chats with equal capabilities share one object, so `===` compares them.
	 */
	capabilities?: Capabilities;
	description?: string | null;
	draft?: Draft | null;
	imgURL?: string | null;
	isArchived?: boolean;
	isLowPriority?: boolean;
	isMarkedUnread?: boolean;
	isMuted?: boolean;
	isPinned?: boolean;
	isReadOnly?: boolean;
	/** Epoch milliseconds. */
	lastActivity?: number;
	/** Valid on this Beeper installation only: accepted in URLs, never used in links. */
	localChatID?: string | null;
	/** Seconds; `null` and 0: messages do not expire. */
	messageExpirySeconds?: number | null;
	reminder?: Reminder | null;
	snooze?: Snooze | null;
	/** Only in list responses. */
	preview?: MessagePreview;
	/** Never sent by the server: found by reading messages, see `waiting.ts`. */
	lastMessage?: LastMessage;
	/** Absent: no labels, or a server without labels. */
	labels?: readonly Label[];
	/** Only on a merged chat, which has no messages of its own: see `merge.ts`. */
	merge?: Merge;
	/** Only on a member of a merged chat: the ID of the merged chat. */
	mergedIntoChatID?: ChatID;
	/**
	 * Only on a merged chat, derived from the other chats rather than sent by the server: the known
	 * members, default member first.
	 */
	members?: readonly Chat[];
}

/** True when a draft contains formatting. */
export function isFormatted({ text, markdown }: Draft): boolean {
	// A backslash escapes the next character and is not formatting itself.
	return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1') !== text;
}

/** True when two drafts have the same Markdown and attachments. */
export function isSameDraft(one: Draft, other: Draft): boolean {
	return (
		one.markdown === other.markdown &&
		one.attachments.length === other.attachments.length &&
		one.attachments.every(({ id }, place) => other.attachments[place]?.id === id)
	);
}

/**
 * Display name of a chat: its title if that is visible, else the other person of a direct chat,
 * else `Untitled chat`. Within a sentence of plain text, use `isolateName`.
 */
export function getTitle(chat: Chat): string {
	return findTitle(chat) || 'Untitled chat';
}

/** @returns empty for a chat without a name */
export function findTitle({ title, type, participants }: Chat): string {
	const shown = cleanName(title);
	if (shown || type !== 'single') return shown;
	const others = participants.items.filter(({ isSelf }) => !isSelf);
	const people = others.length > 1 ? others.filter(({ isNetworkBot }) => !isNetworkBot) : others;
	const [other] = people;
	return (other && people.length === 1 && findName(other)) || '';
}

/** True when the chat has unread messages or was marked as unread by hand. */
export function isUnread(chat: Chat): boolean {
	return chat.unreadCount > 0 || chat.isMarkedUnread === true;
}

/** True when messages of this chat disappear after a while. */
export function isDisappearing(chat: Chat): boolean {
	return (chat.messageExpirySeconds ?? 0) > 0;
}
