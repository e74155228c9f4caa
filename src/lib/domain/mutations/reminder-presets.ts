import {
	findLocalTime,
	formatLocalTime,
	getTimeZone,
	getZoneName,
	type LocalTime
} from '$lib/format/local-time';
import { MONTHS, WEEKDAYS } from '$lib/format/time';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Local hours of the day. */
export const MORNING = 9;
export const EVENING = 20;

/** A reminder time with a name. */
export interface ReminderPreset {
	label: string;
	/** Epoch milliseconds, a whole minute. */
	at: number;
}

/**
 * Reminder times to offer, in local time even across clock changes. `Tonight` is omitted once it
 * has begun.
 */
export function getReminderPresets(now: number): readonly ReminderPreset[] {
	const weekday = new Date(now).getDay();
	const tonight = localTime(now, 0, EVENING);
	return [
		{ label: 'In 1 hour', at: Math.ceil((now + HOUR) / MINUTE) * MINUTE },
		...(now < tonight ? [{ label: 'Tonight', at: tonight }] : []),
		{ label: 'Tomorrow morning', at: localTime(now, 1, MORNING) },
		{ label: 'Next week', at: localTime(now, countDaysToMonday(weekday), MORNING) }
	];
}

/** Days until the next Monday: 1 on a Sunday, 7 on a Monday. */
function countDaysToMonday(weekday: number): number {
	return weekday === 0 ? 1 : 8 - weekday;
}

function localTime(now: number, days: number, hour: number): number {
	const date = new Date(now);
	return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime();
}

/**
 * `20:00` for today, `Wed 11 Mar, 09:00` for other days. A time that occurs twice, as clocks go
 * back, includes its zone: `01:30 CST`.
 *
 * @param timeZone - IANA name; default: the device's
 */
export function formatShortTime(ms: number, now: number, timeZone = getTimeZone()): string {
	const input = formatLocalTime(ms, timeZone);
	const [day = '', hours = ''] = input.split('T');
	const isTwice = findLocalTime(input, timeZone)?.kind === 'twice';
	const time = isTwice ? `${hours} ${getZoneName(ms, timeZone)}` : hours;
	if (formatLocalTime(now, timeZone).startsWith(day)) return time;
	const date = new Date(`${day}T00:00Z`);
	const weekday = WEEKDAYS[date.getUTCDay()]?.slice(0, 3);
	return `${weekday} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}, ${time}`;
}

/**
 * The instant of a typed local time. If the current reminder is within that minute, it is kept to
 * the millisecond; of two possible instants, the first in the future is chosen.
 *
 * @param current - epoch milliseconds of the current reminder
 * @param isSecond - for a time that occurs twice: true for the second, false for the first; undefined:
 *   no choice made
 */
export function findReminderTime(
	localTime: LocalTime,
	{
		current,
		now,
		isSecond
	}: { current?: number | undefined; now: number; isSecond?: boolean | undefined }
): { at: number; isSecond: boolean } {
	function isSet(at: number): boolean {
		return current !== undefined && Math.floor(current / MINUTE) * MINUTE === at;
	}

	function exactly(at: number): number {
		return current !== undefined && isSet(at) ? current : at;
	}

	if (localTime.kind !== 'twice') return { at: exactly(localTime.at), isSecond: false };
	const { first, second } = localTime;
	const wantsSecond = isSecond ?? (isSet(second) || (first <= now && !isSet(first)));
	return { at: exactly(wantsSecond ? second : first), isSecond: wantsSecond };
}
