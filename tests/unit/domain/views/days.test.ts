import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { dayOf } from '$lib/domain/time';
import { createDayCounter } from '$lib/domain/views/days';

const { TZ } = process.env;

afterEach(() => {
	process.env.TZ = TZ;
});

const anyMoment = fc.oneof(
	fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 0, 1) }),
	fc.integer({ min: Date.UTC(2011, 11, 28), max: Date.UTC(2012, 0, 2) }),
	fc.integer({ min: Date.UTC(1965, 0, 1), max: Date.UTC(1975, 0, 1) }),
	fc.integer({ min: -62e12, max: 250e12 })
);

// Clocks go forward and back, at midnight too; a day is left out; zones count by the half hour or second.
test.for([
	'Europe/Vienna',
	'America/New_York',
	'America/St_Johns',
	'America/Sao_Paulo',
	'Pacific/Apia',
	'Asia/Kathmandu',
	'Africa/Monrovia',
	'UTC'
])('two moments have one number exactly if they are of one calendar day, in %s', (zone) => {
	process.env.TZ = zone;
	const near = fc.tuple(anyMoment, fc.integer({ min: -90_000_000, max: 90_000_000 }));
	fc.assert(
		fc.property(near, ([moment, apart]) => {
			const dayAt = createDayCounter();
			const isOneDay = dayOf(moment) === dayOf(moment + apart);
			expect(dayAt(moment) === dayAt(moment + apart)).toBe(isOneDay);
		}),
		{ numRuns: 300 }
	);
});

test('the years 26 and 1926 are not one', () => {
	const dayAt = createDayCounter();
	const old = new Date(0).setFullYear(26, 5, 5);
	expect(dayAt(old)).not.toBe(dayAt(new Date(1926, 5, 5).getTime()));
});
