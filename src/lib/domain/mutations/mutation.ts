import type { Chat, ChatID, Draft } from '../chat/chat';

/** Flags of a chat that are switched on and off. `read` false means marked unread. */
export const TOGGLES = ['archive', 'mute', 'pin', 'low-priority', 'read'] as const;
export type Toggle = (typeof TOGGLES)[number];

export interface ToggleWrite {
	kind: Toggle;
	chatID: ChatID;
	value: boolean;
}

/** Words about a chat; `null` clears them. `avatar` is the path of a file on Beeper's own computer. */
export interface TextWrite {
	kind: 'title' | 'description' | 'avatar';
	chatID: ChatID;
	value: string | null;
}

export interface TimerWrite {
	kind: 'timer';
	chatID: ChatID;
	/** Seconds; `null` turns it off. */
	value: number | null;
}

export interface NewAttachment {
	/** From an upload; it lives as long as Beeper keeps the file. */
	uploadID: string;
	fileName?: string;
	mimeType?: string;
	/** Bytes; shown, not sent. */
	fileSize?: number;
	type?: 'image' | 'video' | 'audio' | 'file' | 'gif' | 'voice-note' | 'sticker';
}

export interface NewDraft {
	/** Plain text or Markdown: Beeper does not tell them apart. */
	text: string;
	attachments: readonly NewAttachment[];
}

/** ⚠ Refused while another draft is there: see `stepsOf`. */
export interface DraftWrite {
	kind: 'draft';
	chatID: ChatID;
	value: NewDraft | null;
}

export interface NewReminder {
	/** Epoch milliseconds. */
	remindAt: number;
	dismissOnIncomingMessage: boolean;
}

export interface ReminderWrite {
	kind: 'remind';
	chatID: ChatID;
	value: NewReminder | null;
}

/** Everything that changes what a chat says of itself. */
export type FieldWrite = ToggleWrite | TextWrite | TimerWrite | DraftWrite | ReminderWrite;

export interface ReactionWrite {
	kind: 'react' | 'unreact';
	chatID: ChatID;
	messageID: string;
	/** In the server's own spelling: see `reactions.ts`. */
	reactionKey: string;
	/** One's own reaction that goes when this one comes, where a message takes one. Not sent. */
	replaces?: string;
}

export interface NotifyWrite {
	kind: 'notify-anyway';
	chatID: ChatID;
}

/** Bring Beeper to the front, at a chat or a message. */
export interface FocusWrite {
	kind: 'focus';
	chatID?: ChatID;
	messageID?: string;
	draftText?: string;
}

/** Somebody to talk to, by whatever is known of them. */
export interface Contact {
	id?: string;
	username?: string;
	phoneNumber?: string;
	email?: string;
	fullName?: string;
}

/** Open a direct chat, the one that is there already if there is one. */
export interface StartWrite {
	kind: 'start';
	accountID: string;
	user: Contact;
	messageText?: string;
}

export interface CreateWrite {
	kind: 'create';
	accountID: string;
	/** At least one; exactly one for a direct chat. */
	participantIDs: readonly string[];
	type: 'single' | 'group';
	title?: string;
	messageText?: string;
}

/** A file is given to Beeper, for the draft of a chat. Sent by an `Uploader`, never by a `Writer`. */
export interface UploadWrite {
	kind: 'upload';
	chatID: ChatID;
	fileName: string;
	/** As the browser says it; may be empty. */
	mimeType: string;
	/** Bytes. */
	fileSize: number;
}

export type OpeningWrite = StartWrite | CreateWrite;

/** Everything the API can change, by meaning. `chatID` is a chat's `id`, never its `localChatID`. */
export type Write =
	FieldWrite | ReactionWrite | NotifyWrite | FocusWrite | OpeningWrite | UploadWrite;

export function isFieldWrite(write: Write): write is FieldWrite {
	return 'value' in write;
}

export function isToggle(write: Write): write is ToggleWrite {
	return TOGGLES.some((kind) => kind === write.kind);
}

export function isReaction(write: Write): write is ReactionWrite {
	return write.kind === 'react' || write.kind === 'unreact';
}

/** Absent for those that open a chat, and for bringing Beeper to the front without one. */
export function chatIDOf(write: Write): ChatID | undefined {
	return 'chatID' in write ? write.chatID : undefined;
}

/** False for what only shows something: it is let through where nothing may be changed. */
export function isChange(write: Write): boolean {
	return write.kind !== 'focus' || write.draftText !== undefined;
}

/**
 * What a write is about, as a key: while one write is under way, no other about the same may start.
 */
export function slotOf(write: Write): string {
	if (isFieldWrite(write)) return JSON.stringify([write.chatID, write.kind]);
	if (isReaction(write)) {
		return JSON.stringify([write.chatID, write.messageID, foldReaction(write.reactionKey)]);
	}
	return JSON.stringify(write);
}

/** The kinds there are among some writes. */
export function kindsOf(writes: readonly Write[]): ReadonlySet<Write['kind']> {
	return new Set(writes.map(({ kind }) => kind));
}

/** Emoji are the same with and without the sign that asks for colour. */
export function foldReaction(key: string): string {
	return key.replaceAll('\uFE0F', '');
}

/** A draft that holds anything. */
export function hasDraft(chat: Chat | undefined): boolean {
	return chat?.draft !== undefined && chat.draft !== null && !isEmptyDraft(chat.draft);
}

export function isEmptyDraft(draft: Draft | NewDraft): boolean {
	return draft.text.trim() === '' && draft.attachments.length === 0;
}

/**
 * What has to be sent, in order: a draft takes the place of another only after that is cleared.
 *
 * @param chat - as the server last described it; undefined when it did not
 */
export function stepsOf(chat: Chat | undefined, write: Write): readonly Write[] {
	if (write.kind !== 'draft' || write.value === null || !hasDraft(chat)) return [write];
	return [{ ...write, value: null }, write];
}
