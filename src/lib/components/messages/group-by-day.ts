import type { Message } from '$lib/domain/chat/message';
import { formatDay } from '$lib/format/time';

export interface Day {
	name: string;
	/** Newest first. */
	messages: readonly Message[];
}

/**
 * Visible messages grouped by day, newest first.
 *
 * @param messages - oldest first
 */
export function groupByDay(messages: readonly Message[], now: number): readonly Day[] {
	const days: { name: string; messages: Message[] }[] = [];
	for (const message of messages.toReversed()) {
		if (message.isHidden) continue;
		const { timestamp } = message;
		const day = days.at(-1);
		const name = timestamp === undefined ? day?.name : formatDay(timestamp, now);
		if (day && day.name === name) day.messages.push(message);
		else days.push({ name: name ?? 'Undated', messages: [message] });
	}
	return days;
}
