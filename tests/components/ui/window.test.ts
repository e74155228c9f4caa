import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineWindow } from '$lib/components/ui/window';

const hundred = Array.from({ length: 100 }, (_, index) => ({ top: 32 * index }));

test.for([
	['the top', 0, { start: 0, end: 21 }],
	['the middle', 1600, { start: 49, end: 71 }],
	['the end', 2560, { start: 79, end: 100 }],
	['a bounce above the top', -80, { start: 0, end: 19 }]
] as const)('renders little more than is in sight at %s', ([, scrollTop, expected]) => {
	expect(lineWindow(hundred, scrollTop, 640, 16)).toEqual(expected);
});

test('renders nothing of nothing', () => {
	expect(lineWindow([], 100, 600)).toEqual({ start: 0, end: 0 });
});

test('every line in sight is rendered, whatever the heights', () => {
	const heights = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 });
	fc.assert(
		fc.property(heights, fc.nat(6000), fc.integer({ min: 1, max: 900 }), (each, from, height) => {
			let top = 0;
			const lines = each.map((own) => ({ top: (top += own) - own, bottom: top }));
			const { start, end } = lineWindow(lines, from, height, 0);
			const inSight = lines.filter((line) => line.bottom > from && line.top < from + height);
			expect(lines.slice(start, end)).toEqual(expect.arrayContaining(inSight));
		})
	);
});
