const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Local hours of the day. */
const MORNING = 9;
const EVENING = 20;

/** A time to be reminded at, offered by name. */
export interface RemindTime {
	label: string;
	/** Epoch milliseconds, a whole minute. */
	at: number;
}

/** Times to offer, in local time whatever the clocks do. Tonight is none once it has come. */
export function remindTimes(now: number): readonly RemindTime[] {
	const weekday = new Date(now).getDay();
	const tonight = localTime(now, 0, EVENING);
	return [
		{ label: 'In 1 hour', at: Math.ceil((now + HOUR) / MINUTE) * MINUTE },
		...(now < tonight ? [{ label: 'Tonight', at: tonight }] : []),
		{ label: 'Tomorrow morning', at: localTime(now, 1, MORNING) },
		{ label: 'Next week', at: localTime(now, daysToMonday(weekday), MORNING) }
	];
}

/** From 1 on a Sunday to 7 on a Monday. */
function daysToMonday(weekday: number): number {
	return weekday === 0 ? 1 : 8 - weekday;
}

function localTime(now: number, days: number, hour: number): number {
	const date = new Date(now);
	return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime();
}

const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'short' });
const MONTH = new Intl.DateTimeFormat('en', { month: 'short' });

/** `20:00` today, `Wed 11 Mar, 09:00` on other days; in local time. */
export function shortTime(ms: number, now: number): string {
	const date = new Date(ms);
	const [day = '', time = ''] = localInput(ms).split('T');
	if (localInput(now).startsWith(day)) return time;
	return `${WEEKDAY.format(date)} ${date.getDate()} ${MONTH.format(date)}, ${time}`;
}

/** An instant as an `<input type="datetime-local">` holds it: `2026-03-10T14:05`, local time. */
export function localInput(ms: number): string {
	const date = new Date(ms);
	const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join('-');
	return `${day}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

function twoDigits(value: number): string {
	return String(value).padStart(2, '0');
}

/**
 * What such a field means. A time that the clocks skip is as much later as they were put forward.
 *
 * @returns undefined for an empty field, or none of a whole date and time
 */
export function instantOf(input: string): number | undefined {
	if (!/^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(input)) return undefined;
	const ms = new Date(input).getTime();
	return Number.isNaN(ms) ? undefined : ms;
}
