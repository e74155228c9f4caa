import { describe, expect, test } from 'vitest';
import {
	formatAge,
	DAY,
	formatDay,
	toDay,
	formatExactTime,
	formatRelativeTime,
	formatSpokenTime,
	formatSpokenWait,
	formatWait
} from '$lib/format/time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Monday. */
const NOW = new Date(2026, 0, 12, 14, 5).getTime();

describe('formatRelativeTime', () => {
	test.for([
		['this very moment', NOW, 'now'],
		['under a minute', NOW - MINUTE + 1, 'now'],
		['a clock slightly ahead of ours', NOW + MINUTE - 1, 'now'],
		['a minute', NOW - MINUTE, '1 min'],
		['almost an hour', NOW - HOUR + 1, '59 min'],
		['an hour', NOW - HOUR, '1 h'],
		['almost a day', NOW - DAY + 1, '23 h'],
		['a day', NOW - DAY, '1 d'],
		['almost 30 days', NOW - 30 * DAY + 1, '29 d'],
		['longer, another year', NOW - 30 * DAY, 'Dec 2025'],
		['soon', NOW + 5 * MINUTE, 'in 5 min'],
		['later today', NOW + 3 * HOUR, 'in 3 h'],
		['in some days', NOW + 12 * DAY, 'in 12 d'],
		['on a morning, by the days of the calendar', new Date(2026, 0, 15, 9).getTime(), 'in 3 d'],
		['far ahead, the same year', new Date(2026, 2, 3).getTime(), '3 Mar'],
		['far ahead, another year', new Date(2027, 8, 1).getTime(), 'Sep 2027']
	] as const)('%s', ([, ms, words]) => {
		expect(formatRelativeTime(ms, NOW)).toBe(words);
	});
});

test.for([
	[NOW, 'just now'],
	[NOW - MINUTE, '1 minute ago'],
	[NOW - 17 * MINUTE, '17 minutes ago'],
	[NOW - HOUR, '1 hour ago'],
	[NOW - 2 * DAY, '2 days ago'],
	[NOW + 3 * HOUR, 'in 3 hours'],
	[new Date(2026, 2, 3).getTime(), '3 March'],
	[NOW - 30 * DAY, 'December 2025']
] as const)('%d is spoken as %s', ([ms, words]) => {
	expect(formatSpokenTime(ms, NOW)).toBe(words);
});

describe('ago', () => {
	test.for([
		['a clock slightly ahead of ours', NOW + 500, '0 s ago'],
		['seconds', NOW - 3_999, '3 s ago'],
		['almost a minute', NOW - MINUTE + 1, '59 s ago'],
		['minutes', NOW - 5 * MINUTE, '5 min ago'],
		['almost 30 days', NOW - 30 * DAY + 1, '29 d ago'],
		['longer', NOW - 30 * DAY, 'Dec 2025']
	] as const)('%s', ([, ms, words]) => {
		expect(formatAge(ms, NOW)).toBe(words);
	});
});

test.for([
	[-500, 'now', 'less than a minute'],
	[MINUTE - 1, 'now', 'less than a minute'],
	[MINUTE, '1 min', '1 minute'],
	[3 * DAY, '3 d', '3 days'],
	[250 * DAY, '8 mo', '8 months'],
	[800 * DAY, '2 y', '2 years']
] as const)('a wait of %i ms is %s, spoken %s', ([distance, words, spoken]) => {
	expect([formatWait(distance), formatSpokenWait(distance)]).toEqual([words, spoken]);
});

test('formatExactTime names the local day and minute', () => {
	expect(formatExactTime(new Date(2026, 0, 12, 9, 5).getTime())).toBe(
		'Monday 12 January 2026, 09:05'
	);
});

describe('days', () => {
	test.for([
		['the first moment of today', new Date(2026, 0, 12).getTime(), '2026-01-12', 'Today'],
		['the last of yesterday', new Date(2026, 0, 12).getTime() - 1, '2026-01-11', 'Yesterday'],
		['before', new Date(2026, 0, 10).getTime(), '2026-01-10', 'Saturday 10 January 2026'],
		['ahead', new Date(2026, 0, 13).getTime(), '2026-01-13', 'Tomorrow']
	] as const)('%s', ([, ms, day, name]) => {
		expect(toDay(ms)).toBe(day);
		expect(formatDay(ms, NOW)).toBe(name);
	});

	test('yesterday is the day before, also when the clocks were changed', () => {
		const lateAfterChange = new Date(2026, 2, 30, 0, 30).getTime();
		expect(formatDay(new Date(2026, 2, 29, 12).getTime(), lateAfterChange)).toBe('Yesterday');
	});
});
