import type { Message } from '$lib/domain/chat/message';
import { formatDay } from '$lib/format/time';

export interface Day {
	name: string;
	/** Oldest first. */
	messages: readonly Message[];
}

/**
 * Visible messages grouped by day. Undated ones belong to the day of the message before them.
 *
 * @param messages - oldest first
 */
export function groupMessagesByDay(messages: readonly Message[], now: number): readonly Day[] {
	const days: { name: string; messages: Message[] }[] = [];
	for (const message of messages) {
		if (message.isHidden) continue;
		const { timestamp } = message;
		const day = days.at(-1);
		const name = timestamp === undefined ? day?.name : formatDay(timestamp, now);
		if (day && day.name === name) day.messages.push(message);
		else days.push({ name: name ?? 'Undated', messages: [message] });
	}
	return days;
}

/** Milliseconds within which messages of one person are shown as one block. */
const BLOCK = 5 * 60_000;

/** True when a message needs no name and time, as it follows another one of its sender. */
export function isContinued(message: Message, before: Message | undefined): boolean {
	if (!before || before.senderID !== message.senderID || before.isSender !== message.isSender)
		return false;
	const [from, to] = [before.timestamp, message.timestamp];
	return from !== undefined && to !== undefined && Math.abs(to - from) < BLOCK;
}
