import * as chrono from 'chrono-node/en';
import { findLocalTime, formatLocalTime, getOffset } from '$lib/format/local-time';
import { padNumber } from '$lib/format/number';
import { DAY } from '$lib/format/time';
import { EVENING, MORNING } from './reminder-presets';

/** A time read from words such as `fri 9`. */
export interface ReminderText {
	/** The local time, as an `<input type="datetime-local">` holds it: `2026-11-27T09:00`. */
	input: string;
	/** Words that were not understood; empty if all were. */
	rest: string;
}

/** Local hours for words that name a part of the day; a date without a time means the morning. */
const HOURS: Readonly<Record<string, number>> = {
	morning: MORNING,
	afternoon: 15,
	evening: EVENING,
	tonight: EVENING,
	night: EVENING
};

const MINUTE = 60_000;
/** Longer texts are not read. */
const MOST_CHARACTERS = 200;

/**
 * Read a time in the future from words: `fri 9`, `in 3 days`, `tomorrow evening`, `12 dec 8:30`.
 *
 * @param now - epoch milliseconds
 * @param timeZone - IANA name of the zone in which the words are meant
 * @returns undefined if the words name no time
 */
export function parseReminderText(
	text: string,
	{ now, timeZone }: { now: number; timeZone: string }
): ReminderText | undefined {
	const words = text.trim();
	if (words.length > MOST_CHARACTERS) return undefined;
	const found = findTime(words, now, timeZone);
	// A bare number behind a date is the hour of that day, though chrono does not read it.
	const hour = /^ (\d{1,2})$/.exec(found?.rest ?? '')?.[1];
	const result =
		hour === undefined
			? found
			: (findTime(words.replace(/ \d{1,2}$/, ` at ${hour}:00`), now, timeZone) ?? found);
	return result && { input: result.input, rest: result.rest.trim() };
}

function findTime(words: string, now: number, timeZone: string): ReminderText | undefined {
	const reference = { instant: new Date(now), timezone: getOffset(now, timeZone) / MINUTE };
	const [found] = chrono.parse(words, reference, { forwardDate: true });
	if (!found) return undefined;
	const { start, index } = found;
	const rest = words.slice(0, index) + words.slice(index + found.text.length);
	// A span of hours or minutes is exact, also where the clocks change meanwhile.
	if (start.isCertain('timezoneOffset')) {
		return { input: formatLocalTime(start.date().getTime(), timeZone), rest };
	}
	const date = `${pad(start.get('year'), 4)}-${pad(start.get('month'))}-${pad(start.get('day'))}`;
	const time = start.isCertain('hour')
		? `${pad(start.get('hour'))}:${pad(start.get('minute'))}`
		: `${pad(getHour(start.tags()))}:00`;
	const isNextWeek = start.isCertain('weekday') && isPast(`${date}T${time}`, now, timeZone);
	return { input: `${isNextWeek ? addWeek(date) : date}T${time}`, rest };
}

function getHour(tags: ReadonlySet<string>): number {
	const part = Object.keys(HOURS).find((each) => tags.has(`casualReference/${each}`));
	return HOURS[part ?? ''] ?? MORNING;
}

/** The weekday of today, at an hour that is over, means the one in a week. */
function isPast(input: string, now: number, timeZone: string): boolean {
	const time = findLocalTime(input, timeZone);
	return time !== undefined && (time.kind === 'twice' ? time.second : time.at) <= now;
}

function addWeek(date: string): string {
	return new Date(Date.parse(date) + 7 * DAY).toISOString().slice(0, 10);
}

function pad(part: number | null, digits?: number): string {
	return padNumber(part ?? 0, digits);
}
