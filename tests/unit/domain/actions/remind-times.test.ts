import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, localInput, remindTimes, shortTime } from '$lib/domain/actions/remind-times';

/** Local time, which is that of Vienna. */
function at(local: string): number {
	return new Date(local).getTime();
}

function offered(now: string): string[] {
	return remindTimes(at(now)).map((time) => `${time.label}: ${localInput(time.at)}`);
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
	expect(remindTimes(at(now)).map(({ label }) => label)).toEqual([
		'In 1 hour',
		'Tomorrow morning',
		'Next week'
	]);
});

test('an hour is never shorter than one, and ends on a whole minute', () => {
	const [hour] = remindTimes(at('2026-03-10T14:05:01'));
	expect(hour?.at).toBe(at('2026-03-10T15:06'));
});

test('every time offered is to come, and a whole minute', () => {
	const year = { min: at('2026-01-01T00:00'), max: at('2027-01-01T00:00') };
	fc.assert(
		fc.property(fc.integer(year), (now) => {
			const times = remindTimes(now).map((time) => time.at);
			expect(times.filter((time) => time <= now || time % 60_000 !== 0)).toEqual([]);
		})
	);
});

describe('a field of date and time', () => {
	test('holds local time', () => {
		expect(localInput(Date.parse('2026-07-01T10:05:59Z'))).toBe('2026-07-01T12:05');
	});

	test('is read as it was written, but for the hour that comes twice', () => {
		const minutes = { min: at('2026-01-01T00:00') / 60_000, max: at('2026-10-25T00:00') / 60_000 };
		fc.assert(
			fc.property(fc.integer(minutes), (minute) => {
				expect(instantOf(localInput(minute * 60_000))).toBe(minute * 60_000);
			})
		);
	});

	test('of a time that the clocks skip means an hour later', () => {
		expect(instantOf('2026-03-29T02:30')).toBe(at('2026-03-29T03:30'));
	});

	test.for(['', '2026-03-10', '10 March', '2026-13-10T10:00'])('“%s” means nothing', (input) => {
		expect(instantOf(input)).toBeUndefined();
	});
});

test.for([
	['2026-03-10T20:00', '20:00'],
	['2026-03-11T09:00', 'Wed 11 Mar, 09:00']
] as const)('%s is told as “%s”', ([time, words]) => {
	expect(shortTime(at(time), at('2026-03-10T14:05'))).toBe(words);
});
