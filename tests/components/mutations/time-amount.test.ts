import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAmount, toSeconds } from '$lib/components/mutations/time-amount';

test('a time is the same in the largest unit that fits', () => {
	expect(toAmount(86_400)).toEqual({ count: 1, unit: 86_400 });
	expect(toAmount(90)).toEqual({ count: 90, unit: 1 });
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 1e9 }), (seconds) => {
			expect(toSeconds(toAmount(seconds))).toBe(seconds);
		})
	);
});

test.for([Number.NaN, 0, -1, 0.5, 1e300])('%d seconds are no time', (count) => {
	expect(toSeconds({ count, unit: 1 })).toBeUndefined();
});
