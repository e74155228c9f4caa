import { describe, expect, test } from 'vitest';
import { findScales } from '$lib/components/share/picture';

describe('the scales to try', () => {
	test.for([
		['a usual table, at the wanted scale first', [1_200, 2_400], 2, [2, 1, 0.5]],
		['at one pixel each when that is wanted', [1_200, 2_400], 1, [1, 0.5]],
		['a table too long for two', [1_200, 9_000], 2, [1, 0.5]],
		['a table too long for one', [1_200, 30_000], 2, [0.5]],
		['the greatest that fits, for one longer still', [1_200, 65_536], 2, [0.25]]
	] as const)('%s', ([, [width, height], wanted, scales]) => {
		expect(findScales(width, height, wanted)).toEqual(scales);
	});
});
