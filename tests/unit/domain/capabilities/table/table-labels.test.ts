import { expect, test } from 'vitest';
import { CELL_STYLES } from '$lib/domain/capabilities/format-value';
import {
	abbreviatePart,
	formatPercentage,
	SYMBOL_PATHS
} from '$lib/domain/capabilities/table/table-labels';
import { FULL, LIST, makeFormatted, makePart } from '../../../../fixtures/table-model';

test('every symbol of the table has its drawing', () => {
	expect(CELL_STYLES.filter(({ symbol }) => !SYMBOL_PATHS.has(symbol))).toEqual([]);
});

test.for([
	[0, 0, '0 %'],
	[0, 10, '0 %'],
	[1, 1_000, '<1 %'],
	[340, 410, '82 %'],
	[999, 1_000, '99 %'],
	[10, 10, '100 %']
] as const)('%i of %i is %s', ([works, of, words]) => {
	expect(formatPercentage({ works, of })).toBe(words);
});

const LONG = {
	...makeFormatted(LIST, 'a list that takes all the room there is'),
	short: '9 items'
};

test('a long text is abbreviated', () => {
	const part = makePart(LONG);
	expect(abbreviatePart(part, [part])).toBe('9 items');
});

test('a short text is whole where it stands alone', () => {
	const part = makePart({ ...makeFormatted(FULL, '1 per message'), short: '1 each' });
	expect(abbreviatePart(part, [part])).toBe('1 per message');
	expect(abbreviatePart(part, [part, makePart(makeFormatted(FULL))])).toBe('1 each');
});

test('two parts of a cell never look the same', () => {
	const parts = [makePart(LONG), makePart({ ...LONG, text: 'another list' })];
	expect(parts.map((part) => abbreviatePart(part, parts))).toEqual([LONG.text, 'another list']);
});
