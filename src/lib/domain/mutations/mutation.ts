import type { Chat, ChatID } from '../chat/chat';
import { foldReaction } from '../chat/message';
import type { Action } from './actions';
import { isToggle, isToggleOn, TOGGLES, type FlagToggle, type Toggle } from './toggles';
import type { Contact } from '../chat/participant';
import { hasDraft, type NewAttachment, type NewDraft } from './draft';

/** Sets a toggle that is a single field of the chat. */
export interface FlagMutation {
	kind: FlagToggle;
	chatID: ChatID;
	value: boolean;
}

/** The value `false` marks the chat as unread. */
export interface ReadMutation {
	kind: 'read';
	chatID: ChatID;
	value: boolean;
}

export type ToggleMutation = FlagMutation | ReadMutation;

/**
 * `null` clears the text. The value of `avatar` is the path of a file on the computer that runs
 * Beeper.
 */
export interface TextMutation {
	kind: 'title' | 'description' | 'avatar';
	chatID: ChatID;
	value: string | null;
}

export interface TimerMutation {
	kind: 'timer';
	chatID: ChatID;
	/** Seconds; `null` turns the timer off. */
	value: number | null;
}

/** ⚠ Beeper refuses a draft while the chat has another: see `toSteps`. */
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

/** A change of a chat field. */
export type FieldMutation =
	ToggleMutation | TextMutation | TimerMutation | DraftMutation | ReminderMutation;

export interface ReactionMutation {
	kind: 'react' | 'unreact';
	chatID: ChatID;
	messageID: string;
	/** Spelled as by the server: see `findSpelling`. */
	reactionKey: string;
	/** The user's own reaction that this one replaces, where a message takes only one. Not sent. */
	replaces?: string;
}

/** Sends a message to a chat; in a merged chat, Beeper chooses the member. It can’t be undone. */
export interface MessageMutation {
	kind: 'message';
	chatID: ChatID;
	/** Plain text or Markdown; empty for a file without a caption. */
	text: string;
	attachment?: NewAttachment;
	/** ID of the message that this one answers. */
	replyToMessageID?: string;
	/** ID of the newest message known then, to recognise this one after it. Not sent. */
	newestMessageID?: string;
}

export interface NotifyMutation {
	kind: 'notify-anyway';
	chatID: ChatID;
}

/** Brings Beeper to the front, showing a chat or a message. */
export interface FocusMutation {
	kind: 'focus';
	chatID?: ChatID;
	messageID?: string;
	draftText?: string;
}

/** Opens a direct chat, reusing an existing one. */
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

/** Uploads a file for the draft of a chat. Sent by an `Uploader`, never by a `MutationSender`. */
export interface UploadMutation {
	kind: 'upload';
	chatID: ChatID;
	fileName: string;
	/** As reported by the browser; may be empty. */
	mimeType: string;
	/** Bytes. */
	fileSize: number;
}

export type OpeningMutation = StartMutation | CreateMutation;

/** Any change that the API can make. `chatID` is a chat's `id`, never its `localChatID`. */
export type Mutation =
	| FieldMutation
	| ReactionMutation
	| MessageMutation
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

/** Undefined for mutations that open a chat, and for `focus` without a chat. */
export function getChatID(mutation: Mutation): ChatID | undefined {
	return 'chatID' in mutation ? mutation.chatID : undefined;
}

/** The chats that these mutations are about. */
export function getChangedChatIDs(mutations: readonly Mutation[]): ReadonlySet<ChatID> {
	return new Set(mutations.flatMap((mutation) => getChatID(mutation) ?? []));
}

/** False only for `focus` without a draft, which is allowed in Read-only. */
export function isChange(mutation: Mutation): boolean {
	return mutation.kind !== 'focus' || mutation.draftText !== undefined;
}

/**
 * Key of a mutation's target: while a mutation is in progress, no other with the same key may
 * start.
 */
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

/** Mutations with the same key, those of one chat, run one after the other. */
export function getQueueKey(mutation: Mutation): string {
	return getChatID(mutation) ?? getTargetKey(mutation);
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

/** The mutation that flips a switch. */
export function flipToggle(chat: Chat, kind: Toggle): ToggleMutation {
	// The switch of `read` says `Unread`, the opposite of the mutation's value.
	const value = kind === 'read' ? isToggleOn(chat, kind) : !isToggleOn(chat, kind);
	return { kind, chatID: chat.id, value };
}

/**
 * The requests of a mutation, in order: the API refuses a draft while the chat has another, so the
 * old draft is cleared first.
 *
 * @param chat - as the server last described it; undefined when unknown
 */
export function toSteps(chat: Chat | undefined, mutation: Mutation): readonly Mutation[] {
	if (mutation.kind !== 'draft' || mutation.value === null || !hasDraft(chat)) return [mutation];
	return [{ ...mutation, value: null }, mutation];
}
