import { DAY } from '../time';
import type { ActivityBound } from '../chat-list/view';

/** `2026-01-31` or `90d`; undefined for anything else, such as 30 February. */
export function parseBound(text: string): ActivityBound | undefined {
	const days = /^(\d{1,5})d$/.exec(text)?.[1];
	if (days !== undefined) return { daysAgo: Number(days) };
	return isCalendarDay(text) ? { date: text } : undefined;
}

export function formatBound(bound: ActivityBound): string {
	return 'date' in bound ? bound.date : `${bound.daysAgo}d`;
}

/** Epoch milliseconds: the start of the day in local time, or so many times 24 hours before now. */
export function momentOf(bound: ActivityBound, now: number): number {
	return 'date' in bound ? new Date(`${bound.date}T00:00`).getTime() : now - bound.daysAgo * DAY;
}

function isCalendarDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const midnight = new Date(`${text}T00:00Z`);
	// Engines roll 30 February over into March instead of refusing it.
	return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
