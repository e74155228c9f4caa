import type { Chat } from '../chat/chat';
import type { IndexedChat } from '../chat-list/chat-index';
import { getDayStart } from '$lib/format/time';

/** Days that the agenda looks ahead, today being the first. */
export const AGENDA_DAYS = 14;

/** A reminder, or the end of a snooze. */
export interface AgendaItem {
	chat: Chat;
	kind: 'reminder' | 'snooze';
	/** Epoch milliseconds. */
	at: number;
	isOverdue: boolean;
}

/** The reminders and snoozes of chats up to the end of the agenda's last day, soonest first. */
export function collectAgenda(chats: readonly IndexedChat[], now: number): readonly AgendaItem[] {
	const end = getDayStart(now, AGENDA_DAYS);
	return chats
		.flatMap(({ chat }) => [
			toItem(chat, 'reminder', chat.reminder?.remindAt, now),
			toItem(chat, 'snooze', chat.snooze?.snoozeUntil, now)
		])
		.filter((item) => item !== undefined)
		.filter(({ at }) => at < end)
		.sort((one, other) => one.at - other.at || (one.chat.id < other.chat.id ? -1 : 1));
}

function toItem(
	chat: Chat,
	kind: AgendaItem['kind'],
	at: number | undefined,
	now: number
): AgendaItem | undefined {
	return at === undefined ? undefined : { chat, kind, at, isOverdue: at <= now };
}
