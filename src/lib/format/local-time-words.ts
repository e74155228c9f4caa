import { formatLocalTime, getZoneName, type LocalTime } from './local-time';
import { LONG_MONTHS, WEEKDAYS } from './time';

/** `Thursday 11 March 2027, 14:05 CST`: leaves no doubt about when. */
export function describeInstant(ms: number, timeZone: string): string {
	const { weekday, day, month, year, time } = readInput(formatLocalTime(ms, timeZone));
	return `${weekday} ${day} ${month} ${year}, ${time} ${getZoneName(ms, timeZone)}`;
}

/**
 * Describes a time that is skipped or occurs twice: `02:30 doesn’t exist on 14 March: the clocks go
 * forward.`
 *
 * @param input - the value of an `<input type="datetime-local">`
 * @returns undefined for a time that occurs once, as nearly all do
 */
export function describeOddTime(
	input: string,
	localTime: LocalTime,
	timeZone: string
): string | undefined {
	const { time, day, month } = readInput(input);
	if (localTime.kind === 'once') return undefined;
	if (localTime.kind === 'twice')
		return `${time} comes twice on ${day} ${month}: the clocks go back.`;
	const used = readInput(formatLocalTime(localTime.at, timeZone));
	const isSameDay = used.day === day && used.month === month;
	const other = isSameDay ? used.time : `${used.day} ${used.month}, ${used.time}`;
	const zone = getZoneName(localTime.at, timeZone);
	return `${time} doesn’t exist on ${day} ${month}: the clocks go forward. ${other} ${zone} will be used.`;
}

/** Names for the two instants of a time that comes twice: `First 01:30 (CDT)`. */
export function describeBoth(
	input: string,
	{ first, second }: LocalTime & { kind: 'twice' },
	timeZone: string
): { first: string; second: string } {
	const { time } = readInput(input);
	return {
		first: `First ${time} (${getZoneName(first, timeZone)})`,
		second: `Second ${time} (${getZoneName(second, timeZone)})`
	};
}

function readInput(input: string) {
	const [date = '', time = ''] = input.split('T');
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	return {
		time: time.slice(0, 5),
		day,
		month: LONG_MONTHS[month - 1] ?? '',
		year,
		weekday: WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? ''
	};
}
