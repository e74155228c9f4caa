import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNearest, findNeighbour, findPosition } from '$lib/domain/chat-list/reading-order';

const ORDER = ['a', 'b', 'c', 'd', 'e'];

/** Tells that every chat but the given ones is still in the view. */
function without(...ids: readonly string[]) {
	return (id: string) => !ids.includes(id);
}

test.for([
	['b', 'next', without(), 'c'],
	['b', 'previous', without(), 'a'],
	['b', 'next', without('c', 'd'), 'e'],
	['d', 'previous', without('c', 'b'), 'a'],
	['e', 'next', without(), undefined],
	['a', 'previous', without(), undefined],
	['d', 'next', without('e'), undefined],
	['elsewhere', 'next', without(), 'a'],
	['elsewhere', 'previous', without(), undefined]
] as const)(
	'from %s, the %s chat is found among those left',
	([id, direction, isInView, found]) => {
		expect(findNeighbour(ORDER, id, direction, isInView)).toBe(found);
	}
);

test.for([
	['b', without(), 'b'],
	['b', without('b'), 'c'],
	['b', without('b', 'c'), 'd'],
	['e', without('e'), 'd'],
	['c', without('c', 'd', 'e'), 'b'],
	['a', without(...ORDER), undefined]
] as const)(
	'after %s the user goes on with itself, the next or the previous',
	([id, isInView, found]) => {
		expect(findNearest(ORDER, id, isInView)).toBe(found);
	}
);

test.for([
	['c', without(), { place: 3, total: 5 }],
	['c', without('a', 'e'), { place: 2, total: 3 }],
	// An open chat keeps its place when it has left the view.
	['c', without('c', 'd'), { place: 3, total: 4 }],
	['elsewhere', without(), undefined]
] as const)('%s has its place among those left', ([id, isInView, position]) => {
	expect(findPosition(ORDER, id, isInView)).toEqual(position);
});

test('“next” comes to every chat left once, in order', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat()), fc.func(fc.boolean()), (numbers, isLeft) => {
			const order = numbers.map(String);
			const left = new Set(order.filter((id) => isLeft(id)));
			const met: string[] = [];
			let at = findNeighbour(order, 'elsewhere', 'next', (id) => left.has(id));
			while (at !== undefined) {
				met.push(at);
				at = findNeighbour(order, at, 'next', (id) => left.has(id));
			}
			expect(met).toEqual([...left]);
		})
	);
});
