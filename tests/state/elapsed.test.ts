import { expect, test } from 'vitest';
import { getElapsed } from '$lib/state/elapsed';

test('the time since a moment is counted, and endless where the clock was set back past it', () => {
	expect(getElapsed(1_000, 1_000)).toBe(0);
	expect(getElapsed(1_000, 4_000)).toBe(3_000);
	expect(getElapsed(1_000, 999)).toBe(Infinity);
	expect(getElapsed(-Infinity, 1_000)).toBe(Infinity);
});
