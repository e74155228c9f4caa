import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	findLocalTime,
	formatLocalTime,
	getZoneName,
	type LocalTime
} from '$lib/format/local-time';
import { describeBoth, describeInstant, describeOddTime } from '$lib/format/local-time-words';

const ZONES = [
	...['America/Chicago', 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu'],
	...['America/St_Johns', 'Africa/Casablanca', 'Pacific/Kiritimati', 'UTC', 'Antarctica/Troll']
];

describe('a time that no clock shows is as much later as the clocks jump', () => {
	test.for([
		['America/Chicago', '2027-03-14T02:30', '2027-03-14T08:30:00Z'],
		['America/Chicago', '2027-03-14T02:00', '2027-03-14T08:00:00Z'],
		['Europe/Berlin', '2027-03-28T02:30', '2027-03-28T01:30:00Z'],
		['Europe/Berlin', '2027-03-28T02:59', '2027-03-28T01:59:00Z'],
		['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00Z'],
		['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T22:00:00Z'],
		['Antarctica/Troll', '2026-03-29T02:30', '2026-03-29T02:30:00Z']
	] as const)('%s %s', ([zone, input, at]) => {
		expect(findLocalTime(input, zone)).toEqual({ kind: 'skipped', at: Date.parse(at) });
	});
});

describe('a time that clocks show twice is both', () => {
	test.for([
		['America/Chicago', '2026-11-01T01:30', '2026-11-01T06:30:00Z', '2026-11-01T07:30:00Z'],
		['America/Chicago', '2026-11-01T01:00', '2026-11-01T06:00:00Z', '2026-11-01T07:00:00Z'],
		['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
		['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z']
	] as const)('%s %s', ([zone, input, first, second]) => {
		expect(findLocalTime(input, zone)).toEqual({
			kind: 'twice',
			first: Date.parse(first),
			second: Date.parse(second)
		});
	});
});

describe('any other time comes once', () => {
	test.for([
		['America/Chicago', '2027-03-14T01:59', '2027-03-14T07:59:00Z'],
		['America/Chicago', '2027-03-14T03:00', '2027-03-14T08:00:00Z'],
		['America/Chicago', '2026-11-01T02:00', '2026-11-01T08:00:00Z'],
		['Europe/Berlin', '2027-03-28T03:00', '2027-03-28T01:00:00Z'],
		['Asia/Kathmandu', '2026-07-01T10:00', '2026-07-01T04:15:00Z'],
		['Pacific/Apia', '2011-12-31T00:00', '2011-12-30T10:00:00Z'],
		['Pacific/Kiritimati', '2026-07-01T10:00', '2026-06-30T20:00:00Z'],
		['UTC', '2026-07-01T10:00:30', '2026-07-01T10:00:30Z']
	] as const)('%s %s', ([zone, input, at]) => {
		expect(findLocalTime(input, zone)).toEqual({ kind: 'once', at: Date.parse(at) });
	});
});

test.for([
	...['', '2026-03-10', '10 March', '2026-13-10T10:00', '2026-02-31T10:00', '2026-03-10T24:30'],
	...['2026-03-10T10:60', '999999-01-01T00:00']
])('“%s” is no time', (input) => {
	expect(findLocalTime(input, 'Europe/Berlin')).toBeUndefined();
});

test('a year that is still being typed is one', () => {
	expect(findLocalTime('0002-03-10T10:00', 'UTC')).toEqual({
		kind: 'once',
		at: Date.parse('0002-03-10T10:00Z')
	});
});

const minutes = fc
	.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) })
	.map((ms) => Math.floor(ms / 60_000) * 60_000);

/** Every instant that a local time may mean. */
function listInstants(found: LocalTime | undefined): number[] {
	if (!found) return [];
	return found.kind === 'twice' ? [found.first, found.second] : [found.at];
}

test('what clocks show at an instant is found to be that instant, or the other of two', () => {
	fc.assert(
		fc.property(fc.constantFrom(...ZONES), minutes, (zone, at) => {
			const found = findLocalTime(formatLocalTime(at, zone), zone);
			expect(found?.kind).not.toBe('skipped');
			expect(listInstants(found)).toContain(at);
		})
	);
});

test('what is found agrees with the clocks of this device', () => {
	fc.assert(
		fc.property(minutes, (at) => {
			const input = formatLocalTime(at, 'UTC');
			const [first] = listInstants(findLocalTime(input, 'Europe/Vienna'));
			expect(first).toBe(new Date(input).getTime());
		})
	);
});

describe('in words', () => {
	test.for([
		[
			'America/Chicago',
			'2027-03-14T02:30',
			'02:30 doesn’t exist on 14 March: the clocks go forward. 03:30 CDT will be used.'
		],
		[
			'Europe/Berlin',
			'2027-03-28T02:30',
			'02:30 doesn’t exist on 28 March: the clocks go forward. 03:30 CEST will be used.'
		],
		[
			'Pacific/Apia',
			'2011-12-30T12:00',
			'12:00 doesn’t exist on 30 December: the clocks go forward. 31 December, 12:00 GMT+14 will be used.'
		],
		['America/Chicago', '2026-11-01T01:30', '01:30 comes twice on 1 November: the clocks go back.'],
		['America/Chicago', '2026-11-02T01:30', undefined]
	] as const)('%s %s', ([zone, input, words]) => {
		const found = findLocalTime(input, zone);
		expect(found && describeOddTime(input, found, zone)).toBe(words);
	});

	test('both of two have a name', () => {
		const input = '2026-11-01T01:30';
		const found = findLocalTime(input, 'America/Chicago');
		expect(found?.kind === 'twice' && describeBoth(input, found, 'America/Chicago')).toEqual({
			first: 'First 01:30 (CDT)',
			second: 'Second 01:30 (CST)'
		});
	});

	test('an instant says by which clock', () => {
		const at = Date.parse('2026-11-01T07:30:00Z');
		expect(describeInstant(at, 'America/Chicago')).toBe('Sunday 1 November 2026, 01:30 CST');
		expect(describeInstant(at, 'Asia/Kolkata')).toBe('Sunday 1 November 2026, 13:00 IST');
		expect(getZoneName(at, 'Europe/London')).toBe('GMT');
	});
});
