import type { Capabilities } from '../capabilities/model';
import { cleanName } from './name';
import type { LooseString } from '../loose-string';
import { findName, type Participants } from './participant';

export type ChatID = string;

/** `single` for direct messages, `group` for group chats. */
export type ChatType = LooseString<'single' | 'group'>;

export interface DraftAttachment {
	id: string;
	type: LooseString<'file' | 'gif' | 'recorded_audio'>;
	fileName?: string;
	/** Bytes. */
	fileSize?: number;
	mimeType?: string;
}

export interface Draft {
	/** Plain text, for reading: the border has taken the Matrix HTML out. */
	text: string;
	/** The same with its formatting, as Beeper takes it back. */
	markdown: string;
	attachments: readonly DraftAttachment[];
}

/** A name that the user put on chats in Beeper. */
export interface Label {
	id: string;
	/** Absent where the server leaves it out; for a name in any case see `labels.ts`. */
	name?: string;
}

/** The chats of one person, on several networks, that Beeper shows as one. */
export interface Merge {
	chatIDs: readonly ChatID[];
	/** The member that is written to unless the user chooses another. */
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

/** The kind of a message. */
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
	/** Plain text: `api` has removed the Matrix HTML, its entities and placeholders. */
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

/**
 * A conversation on one network. Field names are the API's own; instants are epoch milliseconds.
 * An absent field means that the server did not say; `null` means that it said "none".
 *
 * @see Chat in @beeper/desktop-api 5.0.0
 */
export interface Chat {
	id: ChatID;
	/** Empty when the server left it out. */
	accountID: string;
	/** Display name only; the stable key comes from the account: see `network.ts`. Empty on servers before 4.2.808. */
	network: string;
	/** May be empty, may hold anything a stranger can type. */
	title: string;
	type: ChatType;
	participants: Participants;
	unreadCount: number;
	unreadMentionsCount?: number;
	/**
	 * Absent: the server does not say, which is not "unsupported".
	 * Chats that report the same share one object, so identity is equality.
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
	/** Valid on this installation only: accepted in addresses, never put into a link. */
	localChatID?: string | null;
	/** Seconds; `null` and 0 mean that messages stay. */
	messageExpirySeconds?: number | null;
	reminder?: Reminder | null;
	snooze?: Snooze | null;
	/** On list rows only. */
	preview?: MessagePreview;
	/** Absent: none, or a server without labels. */
	labels?: readonly Label[];
	/** On a merged chat only, which has no messages of its own: see `merge.ts`. */
	merge?: Merge;
	/** On a member of a merged chat. */
	mergedIntoChatID?: ChatID;
	/**
	 * On a merged chat, no answer of the server but filled in from its other chats: the members that
	 * are known, the default one first.
	 */
	members?: readonly Chat[];
}

/** Whether a draft is more than plain text. */
export function isFormatted({ text, markdown }: Draft): boolean {
	// A backslash only says that the sign behind it is none.
	return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1') !== text;
}

/** Whether two drafts hold the same. */
export function isSameDraft(one: Draft, other: Draft): boolean {
	return (
		one.markdown === other.markdown &&
		one.attachments.length === other.attachments.length &&
		one.attachments.every(({ id }, place) => other.attachments[place]?.id === id)
	);
}

/**
 * What to call a chat: its title, as far as it shows anything; else whom a direct chat is with, or
 * words for a chat without a name. Within a sentence of plain text, see `isolateName`.
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

/** Unread messages, or marked unread by hand. */
export function isUnread(chat: Chat): boolean {
	return chat.unreadCount > 0 || chat.isMarkedUnread === true;
}

/** Messages of this chat vanish after a while. */
export function isDisappearing(chat: Chat): boolean {
	return (chat.messageExpirySeconds ?? 0) > 0;
}
