/** The meaning of a local time: clocks that go forward skip times, and clocks that go back show some twice. */
export type LocalTime =
	/** `at`: epoch milliseconds. */
	| { kind: 'once'; at: number }
	/** The clocks skip this time. `at`: later by as much as they were put forward. */
	| { kind: 'skipped'; at: number }
	| { kind: 'twice'; first: number; second: number };

const HOUR = 3_600_000;
/** No time zone is further from UTC, and no zone changes its clocks twice within this time. */
const FARTHEST = 16 * HOUR;

/** Year, month, day, hours, minutes and perhaps seconds, as an `<input type="datetime-local">` holds them. */
const INPUT = /^(\d{4,6})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/;

/**
 * The instants at which the clocks of a time zone show a time.
 *
 * @param input - `2027-03-14T02:30`
 * @param timeZone - IANA: `America/Chicago`
 * @returns undefined for an invalid or incomplete date and time
 */
export function findLocalTime(input: string, timeZone: string): LocalTime | undefined {
	const wall = toWall(input);
	if (wall === undefined) return undefined;
	const before = getOffset(wall - FARTHEST, timeZone);
	const after = getOffset(wall + FARTHEST, timeZone);
	const instants = [...new Set([wall - before, wall - after])]
		.filter((at) => at + getOffset(at, timeZone) === wall)
		.sort((a, b) => a - b);
	const [first, second] = instants;
	if (first === undefined) return { kind: 'skipped', at: wall - before };
	return second === undefined ? { kind: 'once', at: first } : { kind: 'twice', first, second };
}

/** An instant as the clocks of a zone show it, to the minute, as an `<input type="datetime-local">` holds it. */
export function formatLocalTime(ms: number, timeZone: string): string {
	const [date = '', time = ''] = new Date(ms + getOffset(ms, timeZone)).toISOString().split('T');
	return `${date.replace(/^\+0*(?=\d{4})/, '')}T${time.slice(0, 5)}`;
}

const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-IN'] as const;

/** The name of a zone’s time: `CDT`, `CEST`; `GMT+3` if it has none. */
export function getZoneName(ms: number, timeZone: string): string {
	const names = LOCALES.map(
		(locale) =>
			getFormat(locale, timeZone)
				.formatToParts(ms)
				.find(({ type }) => type === 'timeZoneName')?.value ?? ''
	);
	return names.find((name) => !/^(?:GMT|UTC)[+-]/.test(name)) ?? names[0] ?? '';
}

/** The zone of this device; UTC where it is not known. */
export function getTimeZone(): string {
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	try {
		getFormat('en-US', timeZone);
		return timeZone;
	} catch {
		return 'UTC';
	}
}

/** Epoch milliseconds of the instant at which clocks in UTC show it; undefined for 31 February. */
function toWall(input: string): number | undefined {
	const [, year, month, day, hour, minute, second = '0'] = INPUT.exec(input) ?? [];
	if (year === undefined) return undefined;
	const numbers = [month, day, hour, minute, second].map(Number);
	const [months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = numbers;
	const date = new Date(0);
	date.setUTCFullYear(Number(year), months - 1, days);
	date.setUTCHours(hours, minutes, seconds);
	const isReal =
		date.getUTCMonth() === months - 1 &&
		date.getUTCDate() === days &&
		date.getUTCHours() === hours &&
		date.getUTCMinutes() === minutes;
	const isFormattable = Math.abs(date.getTime()) < LATEST;
	return isReal && isFormattable ? date.getTime() : undefined;
}

/** The latest time of `Date`, less a few days. */
const LATEST = 8.64e15 - 2 * FARTHEST;

/** Milliseconds by which the clocks of a zone are ahead of UTC. */
export function getOffset(ms: number, timeZone: string): number {
	const parts = new Map(
		getFormat('en-US', timeZone)
			.formatToParts(ms)
			.map(({ type, value }) => [type, Number(value)])
	);
	function get(type: Intl.DateTimeFormatPartTypes): number {
		return parts.get(type) ?? 0;
	}

	const date = new Date(0);
	date.setUTCFullYear(get('year'), get('month') - 1, get('day'));
	date.setUTCHours(get('hour'), get('minute'), get('second'));
	return date.getTime() - Math.floor(ms / 1000) * 1000;
}

/** Formats by locale and zone: making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a zone that does not exist */
function getFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
	const key = `${locale} ${timeZone}`;
	let format = formats.get(key);
	if (!format) {
		format = new Intl.DateTimeFormat(locale, {
			timeZone,
			calendar: 'gregory',
			numberingSystem: 'latn',
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric',
			timeZoneName: 'short'
		});
		formats.set(key, format);
	}
	return format;
}
