import { bisector, bisectRight } from 'd3-array';
import { DAY, formatDay, formatShortDay, formatMonth } from '$lib/format/time';
import { padNumber } from '$lib/format/number';
import type { ActivityRange } from '../chat-list/activity-range';
import { NO_ACTIVITY } from '../chat-list/chat-index';
import { toLocalInstant } from '../chat-list/filter';

/** The units of buckets, finest first. */
export const BUCKET_UNITS = ['hour', 'day', 'week', 'month', 'year'] as const;
export type BucketUnit = (typeof BUCKET_UNITS)[number];

/**
 * A span of local time. Its limits are those of a filter on the last activity, so that a bucket
 * counts the chats that its link shows.
 */
export interface ActivityBucket {
	/** `earlier` and `later` are open-ended: they lie before and after all other buckets. */
	unit: BucketUnit | 'earlier' | 'later';
	/** `2026-01-31` or `2026-01-31T14`; absent: no limit. */
	start?: string;
	/** Exclusive; absent: no limit. */
	end?: string;
	/** `start` in epoch milliseconds, or -Infinity. */
	from: number;
	/** `end` in epoch milliseconds, or Infinity. */
	to: number;
}

/** Starts of buckets in ascending order, each until the next one. */
interface Scale {
	starts: readonly { unit: BucketUnit; start: string }[];
	/** End of the last bucket. */
	end: string;
}

/** A chat with its last activity, in epoch milliseconds or `NO_ACTIVITY`. */
interface Active {
	lastActivity: number;
}

/** Share of the chats that a scale of one unit must reach; the rest are `earlier`. */
const ENOUGH = 0.95;
const LONGEST_DAYS = 30;
const LONGEST_WEEKS = 26;
const LONGEST_MONTHS = 12;
const LONGEST_YEARS = 8;

/**
 * The buckets that fit the chats: the hours of today, days, weeks or months where these reach nearly
 * all chats, else graded ones, the finer the more recent: hours of today, then days, weeks, months
 * and years. Weeks begin on Monday. Wherever the limits lie, each chat with a last activity is in
 * one bucket, and a few chats with odd dates leave the scale as it is.
 *
 * @param chats - newest first, as `ChatIndex.read` returns them
 * @param now - epoch milliseconds
 * @returns oldest first
 */
export function createActivityBuckets(chats: readonly Active[], now: number): ActivityBucket[] {
	const today = toCivilDay(now);
	const hour = new Date(now).getHours();
	const uniform = [
		createHours(today, hour),
		createUniform('day', LONGEST_DAYS, (days) => today - days * DAY),
		createUniform('week', LONGEST_WEEKS, (weeks) => toMonday(today) - weeks * 7 * DAY),
		createUniform('month', LONGEST_MONTHS, (months) => toMonth(today, -months))
	];
	const scale = uniform.find((one) => reachesEnough(one, chats)) ?? createGraded(today, hour);
	return trim(toBuckets(scale), chats);
}

/**
 * Finds the bucket of a last activity.
 *
 * @returns a function from epoch milliseconds to the index of the bucket; -1 for `NO_ACTIVITY`, and
 * for a time outside the buckets
 */
export function createBucketFinder(
	buckets: readonly ActivityBucket[]
): (lastActivity: number) => number {
	const starts = buckets.map(({ from }) => from);
	const end = buckets.at(-1)?.to ?? -Infinity;
	// Chats mostly come in order, so the bucket of the last one is tried first.
	let last = -1;
	return (lastActivity) => {
		if (lastActivity === NO_ACTIVITY || lastActivity >= end) return -1;
		const bucket = buckets[last];
		if (!bucket || lastActivity < bucket.from || lastActivity >= bucket.to) {
			last = bisectRight(starts, lastActivity) - 1;
		}
		return last;
	};
}

const newestFirst = bisector(({ lastActivity }: Active, instant: number) => instant - lastActivity);

/** The number of chats with a last activity at an instant or after it. @param chats - newest first */
export function countSince(chats: readonly Active[], instant: number): number {
	return newestFirst.right(chats, instant);
}

/** The filter that shows the chats of all buckets from the first to the last. */
export function toActivityRange(first: ActivityBucket, last: ActivityBucket): ActivityRange {
	return {
		...(first.start !== undefined && { activeAfter: { date: first.start } }),
		...(last.end !== undefined && { activeBefore: { date: last.end } })
	};
}

/** A bucket in full words: `Today, 14:00 to 15:00`, `Yesterday`, `16 Nov to 22 Nov 2026`, `August 2026`. */
export function formatBucket(
	{ unit, start = '', end = '', from, to }: ActivityBucket,
	now: number
) {
	switch (unit) {
		case 'hour':
			return `Today, ${formatHour(start)} to ${formatHour(end)}`;
		case 'day':
			return formatDay(from, now);
		case 'week':
			return `${formatShortDay(from)} to ${formatLimit(to - 1)}`;
		case 'month':
			return formatMonth(from);
		case 'year':
			return start.slice(0, 4);
		case 'earlier':
			return `Before ${formatLimit(to)}`;
		case 'later':
			return `From ${formatStart(from, start)} on`;
	}
}

/** All buckets from the first to the last in words: `1 Oct 2026 to 22 Nov 2026`, `From 27 Nov 2026, 14:00 on`. */
export function formatSpan(first: ActivityBucket, last: ActivityBucket, now: number): string {
	if (first === last) return formatBucket(first, now);
	if (first.unit === 'hour' && last.unit === 'hour') {
		return `Today, ${formatHour(first.start ?? '')} to ${formatHour(last.end ?? '')}`;
	}
	const start = first.start === undefined ? '' : formatStart(first.from, first.start);
	if (last.end === undefined) return start === '' ? 'Any time' : `From ${start} on`;
	const end = last.end.includes('T') ? formatStart(last.to, last.end) : formatLimit(last.to - 1);
	return start === '' ? `Until ${end}` : `${start} to ${end}`;
}

/** The fewest words for a bucket, beside its neighbours of the same unit: `14`, `23`, `16 Nov`, `Aug`, `2024`. */
export function formatBucketTick({ unit, start = '', from }: ActivityBucket): string {
	switch (unit) {
		case 'hour':
			return start.slice(11, 13);
		case 'day':
			return String(new Date(from).getDate());
		case 'week':
			return formatShortDay(from);
		case 'month':
			return formatShortDay(from).replace(/^\d+ /, '');
		case 'year':
			return start.slice(0, 4);
		case 'earlier':
			return '…';
		case 'later':
			return '›';
	}
}

/** `16 Nov 2026` */
function formatLimit(ms: number): string {
	return `${formatShortDay(ms)} ${new Date(ms).getFullYear()}`;
}

/** `16 Nov 2026`, `16 Nov 2026, 14:00` */
function formatStart(ms: number, start: string): string {
	return start.includes('T') ? `${formatLimit(ms)}, ${formatHour(start)}` : formatLimit(ms);
}

function formatHour(time: string): string {
	return `${time.includes('T') ? time.slice(11, 13) : '24'}:00`;
}

function createHours(today: number, hour: number): Scale {
	const day = formatCivil(today);
	const hours = Array.from({ length: hour + 1 }, (_, index) => index);
	return {
		starts: hours.map((each) => ({ unit: 'hour', start: `${day}T${padNumber(each)}` })),
		end: hour < 23 ? `${day}T${padNumber(hour + 1)}` : formatCivil(today + DAY)
	};
}

/** @param getStart - the start of the unit that lies so many units back */
function createUniform(
	unit: BucketUnit,
	most: number,
	getStart: (unitsBack: number) => number
): Scale {
	const starts = Array.from({ length: most + 1 }, (_, index) => ({
		unit,
		start: formatCivil(getStart(most - index))
	}));
	return { starts, end: formatCivil(getStart(-1)) };
}

/**
 * Days from a Monday on, at least three before today; weeks from the first of a month on, at least
 * two; months from January on, at least three; and years. The first week may be a part of one.
 */
function createGraded(today: number, hour: number): Scale {
	const firstDay = toMonday(today - 3 * DAY);
	const firstWeek = toMonth(firstDay - 14 * DAY, 0);
	const firstMonth = toYear(toMonth(firstWeek, -3), 0);
	const hours = createHours(today, hour);
	const years = Array.from({ length: LONGEST_YEARS }, (_, index) =>
		toYear(firstMonth, index - LONGEST_YEARS)
	);
	const months = listStarts(firstMonth, firstWeek, (month) => toMonth(month, 1));
	const weeks = listStarts(firstWeek, firstDay, (week) => toMonday(week) + 7 * DAY);
	const days = listStarts(firstDay, today, (day) => day + DAY);
	return {
		starts: [
			...years.map((year) => ({ unit: 'year' as const, start: formatCivil(year) })),
			...months.map((month) => ({ unit: 'month' as const, start: formatCivil(month) })),
			...weeks.map((week) => ({ unit: 'week' as const, start: formatCivil(week) })),
			...days.map((day) => ({ unit: 'day' as const, start: formatCivil(day) })),
			...hours.starts
		],
		end: hours.end
	};
}

function listStarts(first: number, end: number, getNext: (start: number) => number): number[] {
	const starts: number[] = [];
	for (let start = first; start < end; start = getNext(start)) starts.push(start);
	return starts;
}

/** The buckets of a scale, without hours that the clocks skip, as in spring. */
function toBuckets({ starts, end }: Scale): ActivityBucket[] {
	const [first] = starts;
	const buckets = starts.map(({ unit, start }, index) => {
		const next = starts[index + 1]?.start ?? end;
		return { unit, start, end: next, from: toLocalInstant(start), to: toLocalInstant(next) };
	});
	const from = toLocalInstant(end);
	return [
		...(first ? [createEarlier(first.start)] : []),
		...buckets.filter((bucket) => bucket.from < bucket.to),
		{ unit: 'later', start: end, from, to: Infinity }
	];
}

function createEarlier(end: string): ActivityBucket {
	return { unit: 'earlier', end, from: -Infinity, to: toLocalInstant(end) };
}

/** Leaves out an open-ended bucket, and years at the start, that no chat is in. */
function trim(buckets: readonly ActivityBucket[], chats: readonly Active[]) {
	const newest = chats[0]?.lastActivity ?? NO_ACTIVITY;
	const oldest = chats[countDated(chats) - 1]?.lastActivity ?? Infinity;
	return buckets.filter(({ unit, from, to }) => {
		if (unit === 'later') return newest >= from;
		return (unit !== 'earlier' && unit !== 'year') || oldest < to;
	});
}

function reachesEnough({ starts, end }: Scale, chats: readonly Active[]): boolean {
	const later = countSince(chats, toLocalInstant(end));
	const all = countDated(chats) - later;
	const reached = countSince(chats, toLocalInstant(starts[0]?.start ?? end)) - later;
	return all > 0 && reached >= all * ENOUGH;
}

function countDated(chats: readonly Active[]): number {
	return countSince(chats, NO_ACTIVITY + 1);
}

/**
 * Days are counted in UTC, where each has 24 hours; only `toLocalInstant` knows what the local clocks
 * do.
 */
function toCivilDay(ms: number): number {
	const date = new Date(ms);
	return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

function toMonday(day: number): number {
	return day - ((new Date(day).getUTCDay() + 6) % 7) * DAY;
}

function toMonth(day: number, months: number): number {
	const date = new Date(day);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months);
}

function toYear(day: number, years: number): number {
	return Date.UTC(new Date(day).getUTCFullYear() + years, 0);
}

function formatCivil(day: number): string {
	return new Date(day).toISOString().slice(0, 10);
}
