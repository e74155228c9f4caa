import type { LooseString } from '../loose-string';

/** The support for one attachment type. */
export interface AttachmentCapability {
	/** By MIME type or pattern (see `mime.ts`); a MIME type that no entry matches is rejected. */
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

/** The support for changing one part of a chat's state. */
export interface StateCapability {
	level?: SupportLevel;
}

/**
 * The capabilities of one chat. They belong to a chat, not to a network: a direct chat and a group, an
 * admin and a member may differ. Names are the API's own. The meaning of an absent field depends on
 * the field: see `value.ts`.
 *
 * Chats that report equal capabilities share one frozen object: see `intern.ts`.
 *
 * @see Chat.Capabilities in @beeper/desktop-api 5.0.0
 */
export interface Capabilities {
	/** Emoji, in the network's own order. Absent: any; empty: none. */
	allowedReactions?: readonly string[];
	archive?: boolean;
	/** By message type: `m.image`, `org.matrix.msc3245.voice` … An absent type is rejected. */
	attachments?: Readonly<Record<string, AttachmentCapability>>;
	customEmojiReactions?: boolean;
	delete?: SupportLevel;
	deleteChat?: boolean;
	deleteChatForEveryone?: boolean;
	deleteForMe?: boolean;
	/** True when a deleted message disappears without a placeholder. */
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
	/** By feature: `bold`, `code_block.syntax_highlighting` … An absent feature is not supported. */
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
	/** Reactions per person and message. */
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
	/** Fields that this dashboard does not know yet, by dotted path, as reported. */
	other?: Readonly<Record<string, unknown>>;
}

/** The levels of support for a feature, worst first: a level's rank is its index. */
export const SUPPORT_LEVELS = ['rejected', 'dropped', 'unsupported', 'partial', 'full'] as const;

/**
 * - `rejected`: the bridge refuses the message
 * - `dropped`: the feature is lost silently
 * - `unsupported`: the network has no counterpart; there may be a fallback
 * - `partial`: the feature arrives converted or incomplete
 * - `full`: the feature arrives as sent
 *
 * The API's numbers, −2 … 2, are known to `api` only.
 */
export type SupportLevel = (typeof SUPPORT_LEVELS)[number];

export function isSupportLevel(value: unknown): value is SupportLevel {
	return SUPPORT_LEVELS.some((level) => level === value);
}

/** True when a feature may be offered: at lower levels it is lost or refused. */
export function isWorking(level: SupportLevel): boolean {
	return level === 'partial' || level === 'full';
}

/** The best of these levels; undefined where there are none. */
export function findBestLevel(levels: readonly SupportLevel[]): SupportLevel | undefined {
	return SUPPORT_LEVELS.findLast((level) => levels.includes(level));
}
