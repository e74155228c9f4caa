import type { Chat, ChatID, MessagePreview } from '../chat/chat';
import { NO_ACTIVITY, type IndexedChat } from './chat-index';
import { filterChats } from './filter';
import type { ChatFilter } from './view';

/** New messages of one chat. */
export interface NewMessages {
	chat: Chat;
	/** Number of new messages, as far as the number of unread ones shows it; at least 1. */
	count: number;
	/** The last message; absent while it is not known. */
	message?: MessagePreview;
}

/** The texts of a desktop notification. */
export interface DesktopNotification {
	title: string;
	/** May be empty. */
	body: string;
	/** Replaces an earlier one about the same chat; absent: it is about several chats. */
	chatID?: ChatID;
}

export interface NewsOptions {
	/** A chat in the news matches at least one of them. */
	filters: readonly ChatFilter[];
	/** Epoch milliseconds: older messages are not news, however late they are read. */
	since: number;
	/** Returns epoch milliseconds. */
	now: () => number;
}

/**
 * The chats that got unread messages of other people between two lists: direct messages, and in
 * other chats messages that mention the user. Muted and archived chats are never in the news.
 *
 * @param before - newest first, as `ChatIndex.read` returns them
 * @param after - in the same order
 * @returns newest first, each chat once
 */
export function findNews(
	before: readonly IndexedChat[],
	after: readonly IndexedChat[],
	{ filters, since, now }: NewsOptions
): readonly NewMessages[] {
	const end = after.findIndex(({ lastActivity }) => lastActivity <= since);
	const recent = (end < 0 ? after : after.slice(0, end)).filter(({ chat }) => isWanted(chat));
	const matching = new Set(filters.flatMap((filter) => filterChats(recent, filter, now).matching));
	if (matching.size === 0) return [];
	const known = new Map(before.map((indexed) => [indexed.chat.id, indexed]));
	return recent.flatMap((indexed) => {
		const news = matching.has(indexed) && compare(known, indexed);
		return news ? [news] : [];
	});
}

function isWanted({ unreadCount, isMuted, isArchived }: Chat): boolean {
	return unreadCount > 0 && !isMuted && !isArchived;
}

/** @returns undefined for a chat without news */
function compare(
	known: ReadonlyMap<ChatID, IndexedChat>,
	{ chat, lastActivity }: IndexedChat
): NewMessages | undefined {
	const before = known.get(chat.id);
	// An undo or a late response can raise the number of unread messages too.
	if (lastActivity <= (before?.lastActivity ?? NO_ACTIVITY)) return undefined;
	const growth = chat.unreadCount - (before?.chat.unreadCount ?? 0);
	const mentions = (chat.unreadMentionsCount ?? 0) - (before?.chat.unreadMentionsCount ?? 0);
	const message = chat.preview?.id === before?.chat.preview?.id ? undefined : chat.preview;
	const isNew = growth > 0 || mentions > 0 || (message && message.type !== 'REACTION');
	const isForUser = chat.type === 'single' || mentions > 0;
	if (!isNew || !isForUser || message?.isSender) return undefined;
	return { chat, count: Math.max(growth, 1), ...(message && { message }) };
}
