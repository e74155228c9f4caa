import type { LooseString } from '../loose-string';

/** What a chat takes of one kind of attachment. */
export interface AttachmentCapability {
	/** By MIME type, or a pattern of them (see `mime.ts`); a type that none matches is rejected. */
	mimeTypes: Readonly<Record<string, SupportLevel>>;
	caption?: SupportLevel;
	/** Characters. */
	maxCaptionLength?: number;
	/** Seconds. */
	maxDuration?: number;
	/** Pixels. */
	maxHeight?: number;
	/** Pixels. */
	maxWidth?: number;
	/** Bytes. */
	maxSize?: number;
	viewOnce?: boolean;
}

/** A part of a chat's state that members may change. */
export interface StateCapability {
	level?: SupportLevel;
}

/**
 * What one chat can do. Capabilities belong to a chat, not to a network: a direct chat and a group,
 * an admin and a member may differ. Names are the API's own. An absent field is silence, whose
 * meaning depends on the field: see `reading.ts`.
 *
 * Chats that report equal capabilities share one frozen object.
 *
 * @see Chat.Capabilities in @beeper/desktop-api 5.0.0
 */
export interface Capabilities {
	/** Emoji, in the network's own order. Absent: any; empty: none. */
	allowedReactions?: readonly string[];
	archive?: boolean;
	/** By message type: `m.image`, `org.matrix.msc3245.voice` … A missing type is rejected. */
	attachments?: Readonly<Record<string, AttachmentCapability>>;
	customEmojiReactions?: boolean;
	delete?: SupportLevel;
	deleteChat?: boolean;
	deleteChatForEveryone?: boolean;
	deleteForMe?: boolean;
	/** Whether a deleted message leaves nothing in its place. */
	deleteHidePlaceholder?: boolean;
	/** Seconds. */
	deleteMaxAge?: number;
	disappearingTimer?: {
		/** Milliseconds. Absent: any. */
		timers?: readonly number[];
		types?: readonly LooseString<'afterRead' | 'afterReadByRecipient' | 'afterSend'>[];
		omitEmptyTimer?: boolean;
	};
	edit?: SupportLevel;
	/** Seconds. */
	editMaxAge?: number;
	editMaxCount?: number;
	/** By feature: `bold`, `code_block.syntax_highlighting` … A missing feature has no support. */
	formatting?: Readonly<Record<string, SupportLevel>>;
	locationMessage?: SupportLevel;
	markAsUnread?: boolean;
	/** Characters. */
	maxTextLength?: number;
	messageRequest?: { acceptWithButton?: SupportLevel; acceptWithMessage?: SupportLevel };
	participantActions?: {
		ban?: SupportLevel;
		invite?: SupportLevel;
		kick?: SupportLevel;
		leave?: SupportLevel;
		revokeInvite?: SupportLevel;
	};
	poll?: SupportLevel;
	pollDuplicateOptions?: SupportLevel;
	pollEnd?: SupportLevel;
	pollHiddenVotes?: SupportLevel;
	/** 0: no limit. */
	pollMaxOptions?: number;
	/** Characters. 0: no limit. */
	pollOptionMaxLength?: number;
	reaction?: SupportLevel;
	/** Reactions one person may give one message. */
	reactionCount?: number;
	readReceipts?: boolean;
	reply?: SupportLevel;
	state?: {
		avatar?: StateCapability;
		description?: StateCapability;
		disappearingTimer?: StateCapability;
		title?: StateCapability;
	};
	thread?: SupportLevel;
	typingNotifications?: boolean;
	/** Fields the API added since, by dotted path, as reported. */
	other?: Readonly<Record<string, unknown>>;
}

/** How well a network carries one feature, worst first: a level's rank is its index. */
export const SUPPORT_LEVELS = ['rejected', 'dropped', 'unsupported', 'partial', 'full'] as const;

/**
 * - `rejected`: the bridge refuses the message
 * - `dropped`: it is silently lost
 * - `unsupported`: it has no counterpart; there may be a fallback
 * - `partial`: it arrives converted or incomplete
 * - `full`: it arrives as meant
 *
 * On the wire −2 … 2, which only `api` knows.
 */
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

export function isSupportLevel(value: unknown): value is SupportLevel {
	return SUPPORT_LEVELS.some((level) => level === value);
}

/** Only then may a feature be offered: the lower levels lose or refuse what is sent. */
export function isWorking(level: SupportLevel): boolean {
	return level === 'partial' || level === 'full';
}

/** The best of some levels; undefined when there are none. */
export function findBestLevel(levels: readonly SupportLevel[]): SupportLevel | undefined {
	return SUPPORT_LEVELS.findLast((level) => levels.includes(level));
}
