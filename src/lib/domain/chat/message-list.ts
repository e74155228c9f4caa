import type { Chat, MessagePreview } from './chat';
import { foldReaction, type Message, type MessageReaction } from './message';

/** Equal reactions to a message by several people. */
export interface ReactionGroup {
	key: string;
	isEmoji: boolean;
	imgURL?: string;
	/** Participant IDs, in the order in which they reacted. */
	by: readonly string[];
}

/** Group reactions by key, in order of first appearance. */
export function groupReactions(reactions: readonly MessageReaction[]): readonly ReactionGroup[] {
	const groups = new Map<string, ReactionGroup>();
	for (const { participantID, key, isEmoji, imgURL } of reactions) {
		const folded = foldReaction(key);
		const group = groups.get(folded) ?? { key, isEmoji, ...(imgURL && { imgURL }), by: [] };
		groups.set(folded, { ...group, by: [...group.by, participantID] });
	}
	return [...groups.values()];
}

/** Merge messages by ID, oldest first; `more` replaces known versions. */
export function addMessages(
	known: readonly Message[],
	more: readonly Message[]
): readonly Message[] {
	const byID = new Map([...known, ...more].map((message) => [message.id, message]));
	return [...byID.values()].sort((a, b) => compareSortKeys(a.sortKey, b.sortKey));
}

/**
 * Messages after the newest page was read again: as `addMessages`, but without those that the page
 * would have and lacks, since they were deleted.
 *
 * @param known - oldest first
 */
export function updateNewest(
	known: readonly Message[],
	newest: readonly Message[]
): readonly Message[] {
	const ids = new Set(newest.map(({ id }) => id));
	const messages = addMessages(known, newest);
	const start = messages.findIndex(({ id }) => ids.has(id));
	return messages.filter(({ id }, index) => start < 0 || index < start || ids.has(id));
}

/**
 * The first of the loaded messages that the user has not read; undefined if all are read. Newer
 * servers say so of each message; else the chat's number of unread ones is counted back.
 *
 * @param messages - oldest first
 */
export function findFirstUnread(
	messages: readonly Message[],
	{ unreadCount }: Pick<Chat, 'unreadCount'>
): Message | undefined {
	const others = messages.filter(({ isSender, isHidden }) => !isSender && !isHidden);
	if (others.some(({ isUnread }) => isUnread !== undefined))
		return others.find(({ isUnread }) => isUnread);
	return unreadCount > 0 ? others.slice(-unreadCount)[0] : undefined;
}

/**
 * Applies {@link findFirstUnread} to successive messages of a chat. It finds the message that is the
 * first unread one when messages first come, and stays with that, though it is read and others come.
 */
export function createFirstUnreadFinder(): typeof findFirstUnread {
	let found: { message: Message | undefined } | undefined;
	return (messages, chat) => {
		if (messages.length > 0) found ??= { message: findFirstUnread(messages, chat) };
		return found?.message;
	};
}

/** The newest of a chat's messages, as list rows carry it; undefined without messages. */
export function findPreview(messages: readonly Message[]): MessagePreview | undefined {
	const newest = addMessages([], messages).at(-1);
	if (!newest) return undefined;
	const { id, type, text, senderID, senderName, timestamp } = newest;
	const { isSender, isDeleted, isHidden, mentions } = newest;
	return {
		id,
		...(type !== undefined && { type }),
		...(text !== undefined && { text: text.replaceAll(/\s+/g, ' ').trim() }),
		...(senderID && { senderID }),
		...(senderName !== undefined && { senderName }),
		...(timestamp !== undefined && { timestamp }),
		isSender,
		isDeleted,
		...(isHidden && { isHidden }),
		...(mentions && { mentions }),
		attachments: newest.attachments.map((attachment) => attachment.fileName || attachment.type)
	};
}

/** Most sort keys are numbers, compared by value; others come after them, compared as strings. */
function compareSortKeys(a: string, b: string): number {
	const [left, right] = [readNumber(a), readNumber(b)];
	if (left !== undefined && right !== undefined) return left < right ? -1 : Number(left > right);
	if (left !== undefined || right !== undefined) return left !== undefined ? -1 : 1;
	return a < b ? -1 : Number(a > b);
}

/** Decimals of sort keys that count. */
const DECIMALS = 18;

/** The number, times a power of ten: exact, as sort keys may be larger than any exact `number`. */
function readNumber(text: string): bigint | undefined {
	const [, whole, decimals = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
	if (whole === undefined) return undefined;
	return BigInt(whole + decimals.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
}
