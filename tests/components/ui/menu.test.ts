import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTyped, placeMenu } from '$lib/components/ui/menu';

const VIEWPORT = { width: 1000, height: 600 };
const SIZE = { width: 200, height: 300 };

function at(left: number, top: number) {
	return { left, right: left, top, bottom: top };
}

test.for([
	['opens right below a point', at(100, 100), { left: 100, top: 100 }],
	['opens to the left at the right edge', at(990, 100), { left: 790, top: 100 }],
	['opens above at the lower edge', at(100, 590), { left: 100, top: 290 }],
	['opens below its button', { left: 50, right: 90, top: 10, bottom: 42 }, { left: 50, top: 42 }],
	[
		'is aligned with the end of a button at the right edge',
		{ left: 900, right: 980, top: 10, bottom: 42 },
		{ left: 780, top: 42 }
	],
	[
		'stays inside where there is room neither below nor above',
		at(100, 299),
		{ left: 100, top: 292 }
	]
] as const)('a menu %s', ([, anchor, position]) => {
	expect(placeMenu(anchor, SIZE, VIEWPORT)).toEqual(position);
});

test('a menu that fits into the viewport is inside it, wherever it opens', () => {
	const coordinate = fc.nat(1200);
	fc.assert(
		fc.property(coordinate, coordinate, (left, top) => {
			const position = placeMenu(at(left, top), SIZE, VIEWPORT);
			expect(position.left).toBeGreaterThanOrEqual(8);
			expect(position.top).toBeGreaterThanOrEqual(8);
			expect(position.left + SIZE.width).toBeLessThanOrEqual(VIEWPORT.width - 8);
			expect(position.top + SIZE.height).toBeLessThanOrEqual(VIEWPORT.height - 8);
		})
	);
});

const NAMES = ['Open', 'Archive', 'Mark as read', 'Mute', 'Pin'];

test.for([
	['a letter leads to the next item that begins with it', 'm', 0, 2],
	['the same letter again leads to the one after', 'mm', 2, 3],
	['and from the last one to the first', 'mmm', 3, 2],
	['two letters narrow it down, from the current item on', 'mu', 2, 3],
	['two letters stay at an item that begins with them', 'ma', 2, 2],
	['no item begins with it', 'q', 0, undefined],
	['case does not matter', 'P', -1, 4]
] as const)('%s', ([, typed, current, place]) => {
	expect(findTyped(NAMES, typed, current)).toBe(place);
});
