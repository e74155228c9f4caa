import type { Chat, ChatID, Draft } from '../chat/chat';

/** Flags of a chat that are switched on and off. `read` false means marked unread. */
export const TOGGLES = ['archive', 'mute', 'pin', 'low-priority', 'read'] as const;
export type Toggle = (typeof TOGGLES)[number];

export interface ToggleMutation {
	kind: Toggle;
	chatID: ChatID;
	value: boolean;
}

/** Words about a chat; `null` clears them. `avatar` is the path of a file on Beeper's own computer. */
export interface TextMutation {
	kind: 'title' | 'description' | 'avatar';
	chatID: ChatID;
	value: string | null;
}

export interface TimerMutation {
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

/** ⚠ Refused while another draft is there: see `toSteps`. */
export interface DraftMutation {
	kind: 'draft';
	chatID: ChatID;
	value: NewDraft | null;
}

export interface NewReminder {
	/** Epoch milliseconds. */
	remindAt: number;
	dismissOnIncomingMessage: boolean;
}

export interface ReminderMutation {
	kind: 'remind';
	chatID: ChatID;
	value: NewReminder | null;
}

/** Everything that changes what a chat says of itself. */
export type FieldMutation =
	ToggleMutation | TextMutation | TimerMutation | DraftMutation | ReminderMutation;

export interface ReactionMutation {
	kind: 'react' | 'unreact';
	chatID: ChatID;
	messageID: string;
	/** In the server's own spelling: see `reactions.ts`. */
	reactionKey: string;
	/** One's own reaction that goes when this one comes, where a message takes one. Not sent. */
	replaces?: string;
}

export interface NotifyMutation {
	kind: 'notify-anyway';
	chatID: ChatID;
}

/** Bring Beeper to the front, at a chat or a message. */
export interface FocusMutation {
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
export interface StartMutation {
	kind: 'start';
	accountID: string;
	user: Contact;
	messageText?: string;
}

export interface CreateMutation {
	kind: 'create';
	accountID: string;
	/** At least one; exactly one for a direct chat. */
	participantIDs: readonly string[];
	type: 'single' | 'group';
	title?: string;
	messageText?: string;
}

/** A file is given to Beeper, for the draft of a chat. Sent by an `Uploader`, never by a `MutationSender`. */
export interface UploadMutation {
	kind: 'upload';
	chatID: ChatID;
	fileName: string;
	/** As the browser says it; may be empty. */
	mimeType: string;
	/** Bytes. */
	fileSize: number;
}

export type OpeningMutation = StartMutation | CreateMutation;

/** Everything the API can change, by meaning. `chatID` is a chat's `id`, never its `localChatID`. */
export type Mutation =
	| FieldMutation
	| ReactionMutation
	| NotifyMutation
	| FocusMutation
	| OpeningMutation
	| UploadMutation;

export function isFieldMutation(mutation: Mutation): mutation is FieldMutation {
	return 'value' in mutation;
}

export function isToggle(mutation: Mutation): mutation is ToggleMutation {
	return TOGGLES.some((kind) => kind === mutation.kind);
}

export function isReaction(mutation: Mutation): mutation is ReactionMutation {
	return mutation.kind === 'react' || mutation.kind === 'unreact';
}

/** Absent for those that open a chat, and for bringing Beeper to the front without one. */
export function getChatID(mutation: Mutation): ChatID | undefined {
	return 'chatID' in mutation ? mutation.chatID : undefined;
}

/** False for what only shows something: it is let through where nothing may be changed. */
export function isChange(mutation: Mutation): boolean {
	return mutation.kind !== 'focus' || mutation.draftText !== undefined;
}

/**
 * What a write is about, as a key: while one write is under way, no other about the same may start.
 */
export function getTargetKey(mutation: Mutation): string {
	if (isFieldMutation(mutation)) return JSON.stringify([mutation.chatID, mutation.kind]);
	if (isReaction(mutation)) {
		return JSON.stringify([
			mutation.chatID,
			mutation.messageID,
			foldReaction(mutation.reactionKey)
		]);
	}
	return JSON.stringify(mutation);
}

/** The kinds there are among some writes. */
export function getKinds(mutations: readonly Mutation[]): ReadonlySet<Mutation['kind']> {
	return new Set(mutations.map(({ kind }) => kind));
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
export function toSteps(chat: Chat | undefined, mutation: Mutation): readonly Mutation[] {
	if (mutation.kind !== 'draft' || mutation.value === null || !hasDraft(chat)) return [mutation];
	return [{ ...mutation, value: null }, mutation];
}
