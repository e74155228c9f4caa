import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disambiguate } from '$lib/domain/chat/disambiguate';

interface Label {
	name: string;
	colour?: string;
	id: string;
}

function named(labels: readonly Label[]) {
	return disambiguate(labels, ({ name }) => name, [({ colour }) => colour, ({ id }) => id]);
}

test('names that differ stay as they are', () => {
	expect(
		named([
			{ name: 'Work', colour: 'red', id: '1' },
			{ name: 'Home', id: '2' }
		])
	).toEqual(['Work', 'Home']);
});

test.for([
	['the first hint that differs', ['red', 'blue'], ['Work (red)', 'Work (blue)']],
	['the next where it is shared', ['red', 'red'], ['Work (0)', 'Work (1)']],
	['the next where it is absent', ['red', undefined], ['Work (red)', 'Work (1)']],
	['each its own', ['red', 'red', 'blue'], ['Work (0)', 'Work (1)', 'Work (blue)']]
] as const)('equal names are distinguished by %s', ([, colours, expected]) => {
	const labels = colours.map((colour, place) => ({
		name: 'Work',
		...(colour && { colour }),
		id: String(place)
	}));
	expect(named(labels)).toEqual(expected);
});

test('no two things with IDs of their own are called the same', () => {
	const label = fc.record({
		name: fc.constantFrom('a', 'b'),
		colour: fc.constantFrom('red', 'blue')
	});
	fc.assert(
		fc.property(fc.array(label), (labels) => {
			const names = named(labels.map((one, place) => ({ ...one, id: `#${place}` })));
			expect(new Set(names).size).toBe(labels.length);
		})
	);
});
