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
}

/** True once an item is due. @param now - epoch milliseconds */
export function isOverdue({ at }: Pick<AgendaItem, 'at'>, now: number): boolean {
	return at <= now;
}

/** The reminders and snoozes of chats up to the end of the agenda's last day, soonest first. */
export function collectAgenda(chats: readonly IndexedChat[], now: number): readonly AgendaItem[] {
	const end = getDayStart(now, AGENDA_DAYS);
	const items: AgendaItem[] = [];

	function add(chat: Chat, kind: AgendaItem['kind'], at: number | undefined) {
		if (at !== undefined && at < end) items.push({ chat, kind, at });
	}
	for (const { chat } of chats) {
		add(chat, 'reminder', chat.reminder?.remindAt);
		add(chat, 'snooze', chat.snooze?.snoozeUntil);
	}
	return items.sort((one, other) => one.at - other.at || (one.chat.id < other.chat.id ? -1 : 1));
}
