import { formatCount, padNumber } from './number';

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Milliseconds of 24 hours, also on days when clocks change. */
export const DAY = 24 * HOUR;

const MONTH = new Intl.DateTimeFormat('en', { month: 'short' });
const LONG_MONTH = new Intl.DateTimeFormat('en', { month: 'long' });
const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long' });
// Formatting takes long where there are many days, and so does creating a format. 2023 began on a Sunday.
/** `Jan`, by number from 0. */
export const MONTHS = Array.from({ length: 12 }, (_, month) => MONTH.format(new Date(2023, month)));
/** `January`, by number from 0. */
export const LONG_MONTHS = Array.from({ length: 12 }, (_, month) =>
	LONG_MONTH.format(new Date(2023, month))
);
/** `Sunday`, by number from 0. */
export const WEEKDAYS = Array.from({ length: 7 }, (_, day) =>
	WEEKDAY.format(new Date(2023, 0, 1 + day))
);

/**
 * An age in the fewest words, up to 30 days, then the date: `5 min`, `12 d`, `3 Mar`, `Jan 2025`.
 */
export function formatRelativeTime(ms: number, now: number): string {
	const distance = Math.abs(now - ms);
	if (distance < MINUTE) return 'now';
	if (distance < 30 * DAY) return ms > now ? `in ${span(toCalendarSpan(ms, now))}` : span(distance);
	return formatRoughDate(ms, now, MONTHS);
}

/** {@link formatRelativeTime} in full words, for reading aloud: `17 minutes ago`, `in 3 hours`, `3 March`. */
export function formatSpokenTime(ms: number, now: number): string {
	const distance = Math.abs(now - ms);
	if (distance < MINUTE) return 'just now';
	if (distance < 30 * DAY) {
		return ms > now
			? `in ${formatSpokenSpan(toCalendarSpan(ms, now))}`
			: `${formatSpokenSpan(distance)} ago`;
	}
	return formatRoughDate(ms, now, LONG_MONTHS);
}

/**
 * Milliseconds until a moment; from a day on those of the days of the calendar, as people count them:
 * from Friday afternoon to Monday morning it's three days.
 */
function toCalendarSpan(ms: number, now: number): number {
	if (ms - now < DAY) return ms - now;
	return Math.round((getDayStart(ms) - getDayStart(now)) / DAY) * DAY;
}

/** The day for a date of this year, else the month with its year. */
function formatRoughDate(ms: number, now: number, months: readonly string[]): string {
	const date = new Date(ms);
	const month = months[date.getMonth()];
	return date.getFullYear() === new Date(now).getFullYear()
		? `${date.getDate()} ${month}`
		: `${month} ${date.getFullYear()}`;
}

/** `3 s ago`, `5 min ago`; the date from 30 days on. */
export function formatAge(ms: number, now: number): string {
	const distance = Math.max(0, now - ms);
	if (distance < MINUTE) return `${Math.floor(distance / 1000)} s ago`;
	return distance < 30 * DAY ? `${span(distance)} ago` : formatRelativeTime(ms, now);
}

function span(distance: number): string {
	if (distance < HOUR) return `${Math.floor(distance / MINUTE)} min`;
	if (distance < DAY) return `${Math.floor(distance / HOUR)} h`;
	return `${Math.floor(distance / DAY)} d`;
}

/** A duration in the fewest words, however long: `now`, `5 min`, `3 d`, `8 mo`, `2 y`. */
export function formatWait(distance: number): string {
	if (distance < MINUTE) return 'now';
	if (distance < 60 * DAY) return span(distance);
	const months = Math.floor(distance / (DAY * 30.44));
	return months < 24 ? `${months} mo` : `${Math.floor(distance / (DAY * 365.25))} y`;
}

/** {@link formatWait} in full words: `less than a minute`, `5 minutes`, `8 months`, `2 years`. */
export function formatSpokenWait(distance: number): string {
	if (distance < MINUTE) return 'less than a minute';
	const words: Readonly<Record<string, string>> = { mo: 'month', y: 'year' };
	const [count = '', unit = ''] = formatWait(distance).split(' ');
	const word = words[unit];
	return word ? formatCount(Number(count), word) : formatSpokenSpan(distance);
}

function formatSpokenSpan(distance: number): string {
	if (distance < HOUR) return formatCount(Math.floor(distance / MINUTE), 'minute');
	if (distance < DAY) return formatCount(Math.floor(distance / HOUR), 'hour');
	return formatCount(Math.floor(distance / DAY), 'day');
}

/** `Monday 12 January 2026, 14:05`, in local time. */
export function formatExactTime(ms: number): string {
	const date = new Date(ms);
	return `${formatFullDay(date)}, ${formatHourAndMinute(date)}`;
}

/** The local calendar day an instant falls on, as `2026-01-12`. */
export function toDay(ms: number): string {
	const date = new Date(ms);
	const parts = [padNumber(date.getMonth() + 1), padNumber(date.getDate())];
	return [padNumber(date.getFullYear(), 4), ...parts].join('-');
}

/** `14:05:09`, in local time. */
export function formatClockTime(ms: number): string {
	const date = new Date(ms);
	return `${formatHourAndMinute(date)}:${padNumber(date.getSeconds())}`;
}

/** `14:05`, in local time. */
export function formatTimeOfDay(ms: number): string {
	return formatHourAndMinute(new Date(ms));
}

function formatHourAndMinute(date: Date): string {
	return `${padNumber(date.getHours())}:${padNumber(date.getMinutes())}`;
}

/** `14:30` for today, else `28 Nov, 14:30`, in local time. */
export function formatDeadline(ms: number, now: number): string {
	const date = new Date(ms);
	const time = formatHourAndMinute(date);
	return toDay(ms) === toDay(now) ? time : `${date.getDate()} ${MONTH.format(date)}, ${time}`;
}

/** `16 Nov`, in local time. */
export function formatShortDay(ms: number): string {
	const date = new Date(ms);
	return `${date.getDate()} ${MONTHS[date.getMonth()]}`;
}

/** `August 2026`, in local time. */
export function formatMonth(ms: number): string {
	const date = new Date(ms);
	return `${LONG_MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}

/** `Today`, `Yesterday`, `Tomorrow` or `Monday 12 January 2026`, in local time. */
export function formatDay(ms: number, now: number): string {
	const day = toDay(ms);
	if (day === toDay(now)) return 'Today';
	if (day === toDay(addDays(now, -1))) return 'Yesterday';
	if (day === toDay(addDays(now, 1))) return 'Tomorrow';
	return formatFullDay(new Date(ms));
}

/** The first instant of a local calendar day, a number of days after the one of `ms`. */
export function getDayStart(ms: number, days = 0): number {
	return new Date(addDays(ms, days)).setHours(0, 0, 0, 0);
}

/** The same time of the clock on another day. */
function addDays(ms: number, days: number): number {
	const date = new Date(ms);
	return date.setDate(date.getDate() + days);
}

// Written out, because browsers differ in the punctuation of a full date, and change it.
function formatFullDay(date: Date): string {
	const [weekday, month] = [WEEKDAYS[date.getDay()], LONG_MONTHS[date.getMonth()]];
	return `${weekday} ${date.getDate()} ${month} ${date.getFullYear()}`;
}
