import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	findReminderTime,
	getReminderPresets,
	formatShortTime
} from '$lib/domain/mutations/reminder-presets';
import { findLocalTime, formatLocalTime } from '$lib/format/local-time';

/** Epoch milliseconds of a local time, in Vienna. */
function at(local: string): number {
	return new Date(local).getTime();
}

function offered(now: string): string[] {
	return getReminderPresets(at(now)).map(
		(time) => `${time.label}: ${formatLocalTime(time.at, 'Europe/Vienna')}`
	);
}

test.for([
	[
		'a Tuesday afternoon',
		'2026-03-10T14:05',
		['2026-03-10T15:05', '2026-03-10T20:00', '2026-03-11T09:00', '2026-03-16T09:00']
	],
	[
		'a Monday, whose next week is another',
		'2026-03-09T00:30',
		['2026-03-09T01:30', '2026-03-09T20:00', '2026-03-10T09:00', '2026-03-16T09:00']
	],
	[
		'the day before the clocks go forward',
		'2026-03-28T10:00',
		['2026-03-28T11:00', '2026-03-28T20:00', '2026-03-29T09:00', '2026-03-30T09:00']
	],
	[
		'an hour before the clocks go forward',
		'2026-03-29T01:30',
		['2026-03-29T03:30', '2026-03-29T20:00', '2026-03-30T09:00', '2026-03-30T09:00']
	],
	[
		'the day before the clocks go back',
		'2026-10-24T10:00',
		['2026-10-24T11:00', '2026-10-24T20:00', '2026-10-25T09:00', '2026-10-26T09:00']
	],
	[
		'the last day of a year',
		'2026-12-31T19:59',
		['2026-12-31T20:59', '2026-12-31T20:00', '2027-01-01T09:00', '2027-01-04T09:00']
	]
] as const)('on %s', ([, now, [hour, tonight, tomorrow, week]]) => {
	expect(offered(now)).toEqual([
		`In 1 hour: ${hour}`,
		`Tonight: ${tonight}`,
		`Tomorrow morning: ${tomorrow}`,
		`Next week: ${week}`
	]);
});

test.for(['2026-03-10T20:00', '2026-03-10T23:30'])('at %s it is too late for tonight', (now) => {
	expect(getReminderPresets(at(now)).map(({ label }) => label)).toEqual([
		'In 1 hour',
		'Tomorrow morning',
		'Next week'
	]);
});

test('an hour is never shorter than one, and ends on a whole minute', () => {
	const [hour] = getReminderPresets(at('2026-03-10T14:05:01'));
	expect(hour?.at).toBe(at('2026-03-10T15:06'));
});

test('every time offered is to come, and a whole minute', () => {
	const year = { min: at('2026-01-01T00:00'), max: at('2027-01-01T00:00') };
	fc.assert(
		fc.property(fc.integer(year), (now) => {
			const times = getReminderPresets(now).map((time) => time.at);
			expect(times.filter((time) => time <= now || time % 60_000 !== 0)).toEqual([]);
		})
	);
});

describe('the instant that a typed time stands for', () => {
	const CHICAGO = 'America/Chicago';
	const now = Date.parse('2026-10-01T00:00Z');
	const first = Date.parse('2026-11-01T06:30Z');
	const second = Date.parse('2026-11-01T07:30Z');

	function find(
		input: string,
		options: { current?: number; isSecond?: boolean; now?: number } = {}
	) {
		const found = findLocalTime(input, CHICAGO);
		return found && findReminderTime(found, { now, ...options });
	}

	test('is the one that clocks show', () => {
		expect(find('2026-11-02T01:30')?.at).toBe(Date.parse('2026-11-02T07:30Z'));
	});

	test('is as much later as the clocks jump where none does', () => {
		expect(find('2027-03-14T02:30')?.at).toBe(Date.parse('2027-03-14T08:30Z'));
	});

	test('is the first of two, or the one that was chosen', () => {
		expect(find('2026-11-01T01:30')).toEqual({ at: first, isSecond: false });
		expect(find('2026-11-01T01:30', { isSecond: true })).toEqual({ at: second, isSecond: true });
	});

	test('is the second of two once the first has passed', () => {
		expect(find('2026-11-01T01:30', { now: first + 1 })).toEqual({ at: second, isSecond: true });
	});

	test('is that of the reminder already set, to the millisecond', () => {
		const current = second + 42_123;
		expect(find('2026-11-01T01:30', { current })).toEqual({ at: current, isSecond: true });
		expect(find('2026-11-01T01:30', { current, isSecond: false })?.at).toBe(first);
		expect(find('2026-11-01T01:31', { current })?.at).toBe(first + 60_000);
	});

	test('of a reminder that is set never changes by itself', () => {
		const seconds = fc.integer({ min: now / 1000, max: Date.UTC(2030, 0) / 1000 });
		fc.assert(
			fc.property(seconds, fc.constantFrom(CHICAGO, 'Australia/Lord_Howe'), (second, zone) => {
				const current = second * 1000 + 7;
				const found = findLocalTime(formatLocalTime(current, zone), zone);
				expect(found && findReminderTime(found, { current, now }).at).toBe(current);
			})
		);
	});
});

test.for([
	['2026-03-10T20:00', '20:00'],
	['2026-03-11T09:00', 'Wed 11 Mar, 09:00']
] as const)('%s is formatted as “%s”', ([time, words]) => {
	expect(formatShortTime(at(time), at('2026-03-10T14:05'))).toBe(words);
});

test('a time that occurs twice includes its zone', () => {
	const [first, second] = ['2026-11-01T06:30Z', '2026-11-01T07:30Z'].map(Date.parse);
	const now = Date.parse('2026-11-01T05:45Z');
	expect(formatShortTime(first ?? 0, now, 'America/Chicago')).toBe('01:30 CDT');
	expect(formatShortTime(second ?? 0, now, 'America/Chicago')).toBe('01:30 CST');
});
