import { getTitle } from '$lib/domain/chat/chat';
import { isolateName } from '$lib/domain/chat/name';
import type { NewMessages, DesktopNotification } from '$lib/domain/chat-list/notifications';
import { formatCount } from '$lib/format/number';
import { formatMessageContent, formatSender } from '../chat-grid/chat-labels';

/** More chats than this in one update share one notification. */
const MOST_NOTIFICATIONS = 5;
const NEW_MESSAGE = 'New message';

/** @param isPrivate - leave out names and texts, since others may see the notification */
export function toNotifications(
	news: readonly NewMessages[],
	isPrivate: boolean
): readonly DesktopNotification[] {
	if (news.length > MOST_NOTIFICATIONS) return [summarize(news)];
	return news.map(({ chat, message }) => {
		const { id: chatID } = chat;
		if (isPrivate) return { title: NEW_MESSAGE, body: '', chatID };
		const title = getTitle(chat);
		if (!message) return { title, body: NEW_MESSAGE, chatID };
		const sender = formatSender(chat);
		const content = formatMessageContent(message) || NEW_MESSAGE;
		return { title, body: sender ? `${isolateName(sender)}: ${content}` : content, chatID };
	});
}

function summarize(news: readonly NewMessages[]): DesktopNotification {
	const messages = news.reduce((sum, { count }) => sum + count, 0);
	return {
		title: formatCount(messages, 'new message'),
		body: `In ${formatCount(news.length, 'chat')}`
	};
}
