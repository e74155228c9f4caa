import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReminderText } from '$lib/domain/mutations/reminder-text';
import { findLocalTime } from '$lib/format/local-time';

const CHICAGO = 'America/Chicago';

/** Friday, 27 November 2026, 10:20 in Chicago. */
const FRIDAY = Date.parse('2026-11-27T16:20Z');

function read(text: string, now = FRIDAY, timeZone = CHICAGO) {
	return parseReminderText(text, { now, timeZone });
}

test.for([
	['fri 9', '2026-12-04T09:00'],
	['fri 17', '2026-11-27T17:00'],
	['Friday', '2026-12-04T09:00'],
	['mon', '2026-11-30T09:00'],
	['monday 8:30', '2026-11-30T08:30'],
	['mon morning', '2026-11-30T09:00'],
	['in 3 days', '2026-11-30T09:00'],
	['3d', '2026-11-30T09:00'],
	['in 3 days at 7pm', '2026-11-30T19:00'],
	['in a week', '2026-12-04T09:00'],
	['tomorrow', '2026-11-28T09:00'],
	['tomorrow 14', '2026-11-28T14:00'],
	['tomorrow afternoon', '2026-11-28T15:00'],
	['tomorrow evening', '2026-11-28T20:00'],
	['  Tomorrow   Evening ', '2026-11-28T20:00'],
	['tonight', '2026-11-27T20:00'],
	['9:15', '2026-11-28T09:15'],
	['9pm', '2026-11-27T21:00'],
	['noon', '2026-11-27T12:00'],
	['12 dec', '2026-12-12T09:00'],
	['12 dec 8', '2026-12-12T08:00'],
	['dec 9', '2026-12-09T09:00'],
	['2027-02-03', '2027-02-03T09:00'],
	['2027-03-14 02:30', '2027-03-14T02:30'],
	['in 90 min', '2026-11-27T11:50'],
	['in 2 hours', '2026-11-27T12:20']
] as const)('“%s” on a Friday morning is %s', ([text, input]) => {
	expect(read(text)).toEqual({ input, rest: '' });
});

test.for(['', '   ', '9', 'soon', 'whenever they reply', '31 feb', `${'x'.repeat(300)} tomorrow`])(
	'“%s” names no time',
	(text) => {
		expect(read(text)).toBeUndefined();
	}
);

test('names the words that were not understood', () => {
	expect(read('tomorrow at lunch')).toEqual({ input: '2026-11-28T09:00', rest: 'at lunch' });
});

describe('over a change of the clocks', () => {
	test('a span of hours is exact, and a day is a day of the calendar', () => {
		// 2026-10-31 20:00 in Chicago; the clocks go back the next night.
		const now = Date.parse('2026-11-01T01:00Z');
		expect(read('in 8 hours', now)?.input).toBe('2026-11-01T03:00');
		expect(read('tomorrow', now)?.input).toBe('2026-11-01T09:00');
		expect(read('in 2 days at 20:00', now)?.input).toBe('2026-11-02T20:00');
	});

	test('words are meant in the zone that is given, far from UTC too', () => {
		expect(read('tomorrow 9', Date.parse('2026-11-27T23:30Z'), 'Pacific/Kiritimati')?.input).toBe(
			'2026-11-29T09:00'
		);
		expect(read('tomorrow 9', Date.parse('2026-11-27T03:00Z'), 'Pacific/Niue')?.input).toBe(
			'2026-11-27T09:00'
		);
	});
});

test('any text gives a time of the calendar or nothing', () => {
	const word = fc.constantFrom(
		...[
			'fri',
			'in',
			'3',
			'days',
			'at',
			'9',
			'tomorrow',
			'evening',
			'31',
			'feb',
			'99:99',
			'-1',
			'🙂'
		]
	);
	const texts = fc.oneof(
		fc.string(),
		fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))
	);
	fc.assert(
		fc.property(texts, fc.constantFrom(CHICAGO, 'Asia/Kathmandu', 'UTC'), (text, timeZone) => {
			const found = parseReminderText(text, { now: FRIDAY, timeZone });
			if (found) expect(findLocalTime(found.input, timeZone)).toBeDefined();
		})
	);
});
