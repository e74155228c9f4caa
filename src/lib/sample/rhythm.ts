import type { WireChat } from './api-types';

const HOUR = 3_600_000;
const HOURS_OF_WEEK = 7 * 24;
const WEEK = HOURS_OF_WEEK * HOUR;

/** Activity in each hour of a day, relative to others, from midnight on. */
const WORKING_DAY = [
	...[3, 1, 0.5, 0.5, 0.5, 1, 4, 9, 14, 16, 15, 14],
	...[17, 15, 13, 13, 14, 16, 18, 20, 21, 19, 13, 7]
];
const WEEKEND = [
	...[5, 3, 1, 0.5, 0.5, 0.5, 1, 2, 4, 6, 8, 9],
	...[9, 8, 8, 7, 8, 9, 10, 11, 11, 10, 8, 6]
];

/** Hours in which people are reminded, of local time. */
const WAKING_HOURS = { first: 8, last: 20 };

/**
 * Moves past times to when people write: by day rather than at night, on working days rather than at
 * weekends. Each stays within the same seven days before `now`, and all in their order.
 *
 * @param now - epoch milliseconds
 * @returns a function from an age to another, in milliseconds
 */
export function createRhythm(now: number): (age: number) => number {
	const weights = Array.from({ length: HOURS_OF_WEEK }, (_, hoursBack) =>
		getWeight(new Date(now - (hoursBack + 0.5) * HOUR))
	);
	/** The sum of the weights before each hour back, and of all. */
	const sums = [0];
	for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight);
	const whole = sums.at(-1) ?? 1;

	return (age) => {
		const weeks = Math.floor(age / WEEK);
		const reached = (age / WEEK - weeks) * whole;
		const hour = sums.findLastIndex((sum) => sum <= reached);
		const part = (reached - (sums[hour] ?? 0)) / (weights[hour] ?? 1);
		return weeks * WEEK + (hour + part) * HOUR;
	};
}

/** Moves the reminder and the snooze of a chat to a full hour by day, those of the night to the morning. */
export function roundDates({ reminder, snooze }: WireChat) {
	if (reminder?.remindAt) reminder.remindAt = toWakingHour(reminder.remindAt);
	if (snooze?.snoozeUntil) snooze.snoozeUntil = toWakingHour(snooze.snoozeUntil);
}

function getWeight(date: Date): number {
	const isWeekend = date.getDay() === 0 || date.getDay() === 6;
	return (isWeekend ? WEEKEND : WORKING_DAY)[date.getHours()] ?? 1;
}

function toWakingHour(iso: string): string {
	const date = new Date(iso);
	const { first, last } = WAKING_HOURS;
	if (date.getHours() > last) date.setDate(date.getDate() + 1);
	const isByDay = date.getHours() >= first && date.getHours() <= last;
	date.setHours(isByDay ? date.getHours() : first, 0, 0, 0);
	return date.toISOString();
}
