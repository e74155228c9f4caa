import type { Chat, ChatID } from '../chat/chat';
import { foldReaction } from '../chat/message';
import {
	isToggle,
	isToggleOn,
	TOGGLES,
	type Action,
	type FlagToggle,
	type Toggle
} from './actions';
import type { Contact } from '../chat/participant';
import { hasDraft, type NewDraft } from './draft';

/** A toggle that is one field of the chat. */
export interface FlagMutation {
	kind: FlagToggle;
	chatID: ChatID;
	value: boolean;
}

/** With the value `false` it marks as unread. */
export interface ReadMutation {
	kind: 'read';
	chatID: ChatID;
	value: boolean;
}

export type ToggleMutation = FlagMutation | ReadMutation;

/** `null` clears the text. The value of `avatar` is the path of a file on Beeper's own computer. */
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

/** A change of a field of a chat. */
export type FieldMutation =
	ToggleMutation | TextMutation | TimerMutation | DraftMutation | ReminderMutation;

export interface ReactionMutation {
	kind: 'react' | 'unreact';
	chatID: ChatID;
	messageID: string;
	/** In the server's own spelling: see `findSpelling`. */
	reactionKey: string;
	/** The user's own reaction that this one replaces, where a message takes only one. Not sent. */
	replaces?: string;
}

export interface NotifyMutation {
	kind: 'notify-anyway';
	chatID: ChatID;
}

/** Brings Beeper to the front, at a chat or a message. */
export interface FocusMutation {
	kind: 'focus';
	chatID?: ChatID;
	messageID?: string;
	draftText?: string;
}

/** Opens a direct chat: the existing one if there is one. */
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

/** Gives Beeper a file for the draft of a chat. Sent by an `Uploader`, never by a `MutationSender`. */
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

/** Everything the API can change. `chatID` is a chat's `id`, never its `localChatID`. */
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

export function isToggleMutation(mutation: Mutation): mutation is ToggleMutation {
	return isToggle(mutation.kind);
}

export function isFlagMutation(mutation: Mutation): mutation is FlagMutation {
	return mutation.kind !== 'read' && isToggle(mutation.kind);
}

export function isReactionMutation(mutation: Mutation): mutation is ReactionMutation {
	return mutation.kind === 'react' || mutation.kind === 'unreact';
}

/** Undefined for mutations that open a chat, and for `focus` without one. */
export function getChatID(mutation: Mutation): ChatID | undefined {
	return 'chatID' in mutation ? mutation.chatID : undefined;
}

/** Only `focus` without a draft changes nothing: it is allowed in Read-only. */
export function isChange(mutation: Mutation): boolean {
	return mutation.kind !== 'focus' || mutation.draftText !== undefined;
}

/** A key for what a mutation is about: while one is under way, no other with the same key may start. */
export function getTargetKey(mutation: Mutation): string {
	if (isFieldMutation(mutation)) return JSON.stringify([mutation.chatID, mutation.kind]);
	if (isReactionMutation(mutation)) {
		return JSON.stringify([
			mutation.chatID,
			mutation.messageID,
			foldReaction(mutation.reactionKey)
		]);
	}
	return JSON.stringify(mutation);
}

export function getKinds(mutations: readonly Mutation[]): ReadonlySet<Mutation['kind']> {
	return new Set(mutations.map(({ kind }) => kind));
}

/** The action that a mutation carries out. */
export function getAction(mutation: Mutation): Action {
	if (isToggleMutation(mutation)) {
		const { on, off } = TOGGLES[mutation.kind];
		return mutation.value ? on : off;
	}
	if (mutation.kind === 'draft') return mutation.value ? 'draft' : 'clear-draft';
	if (mutation.kind === 'remind') return mutation.value ? 'remind' : 'clear-reminder';
	return mutation.kind;
}

/** The mutation that turns a switch the other way. */
export function flipToggle(chat: Chat, kind: Toggle): ToggleMutation {
	// Its switch says `Unread`.
	const value = kind === 'read' ? isToggleOn(chat, kind) : !isToggleOn(chat, kind);
	return { kind, chatID: chat.id, value };
}

/**
 * The requests that a mutation takes, in order: the API refuses a draft while another is there, so that is
 * cleared first.
 *
 * @param chat - as the server last described it; undefined when it did not
 */
export function toSteps(chat: Chat | undefined, mutation: Mutation): readonly Mutation[] {
	if (mutation.kind !== 'draft' || mutation.value === null || !hasDraft(chat)) return [mutation];
	return [{ ...mutation, value: null }, mutation];
}
