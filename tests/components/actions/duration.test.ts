import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountOf, secondsOf } from '$lib/components/actions/duration';

test('a time is the same in the largest unit that fits', () => {
	expect(amountOf(86_400)).toEqual({ count: 1, unit: 86_400 });
	expect(amountOf(90)).toEqual({ count: 90, unit: 1 });
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1e9 }), (seconds) => {
			expect(secondsOf(amountOf(seconds))).toBe(seconds);
		})
	);
});

test.for([Number.NaN, 0, -1, 0.5, 1e300])('%d seconds are no time', (count) => {
	expect(secondsOf({ count, unit: 1 })).toBeUndefined();
});
