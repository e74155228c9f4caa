import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame } from '$lib/domain/same';

/** As JSON says it, with fields in one order. */
function spelled(value: unknown): string {
	return JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	);
}

/** Few different values, so that equal ones come up. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3 },
		fc.constantFrom(null, true, 0, 1, '', 'a'),
		fc.array(tie('value'), { maxLength: 2 }),
		fc.dictionary(fc.constantFrom('a', 'b', '0'), tie('value'), { maxKeys: 2 })
	)
}));

test('two values are the same exactly when JSON says so, but for the order of fields', () => {
	fc.assert(
		fc.property(value, value, (one, other) => {
			expect(isSame(one, other)).toBe(spelled(one) === spelled(other));
		}),
		{ numRuns: 2000 }
	);
});

test('a copy is the same, with its fields turned around too', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (original) => {
			const copy: unknown = JSON.parse(JSON.stringify(original), (_key, part: unknown) =>
				typeof part === 'object' && part !== null && !Array.isArray(part)
					? Object.fromEntries(Object.entries(part).reverse())
					: part
			);
			expect(isSame(JSON.parse(JSON.stringify(original)), copy)).toBe(true);
		})
	);
});

test('a list is not an object with numbers for names, nor nothing an empty object', () => {
	expect(isSame([1], { 0: 1 })).toBe(false);
	expect(isSame(null, {})).toBe(false);
	expect(isSame({ a: 1 }, { b: 1 })).toBe(false);
});
