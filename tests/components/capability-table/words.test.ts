import { expect, test } from 'vitest';
import { partWords, percentWords } from '$lib/components/capability-table/words';
import { FULL, LIST, makePart, makeStatement } from '../../fixtures/table-model';

test.for([
	[0, 10, '0 %'],
	[1, 1_000, '<1 %'],
	[340, 410, '82 %'],
	[999, 1_000, '99 %'],
	[10, 10, '100 %']
] as const)('%i of %i is %s', ([works, of, words]) => {
	expect(percentWords({ works, of })).toBe(words);
});

const LONG = {
	...makeStatement(LIST, 'a list that takes all the room there is'),
	short: '9 items'
};

test('what is long is shortened', () => {
	const part = makePart(LONG);
	expect(partWords(part, [part])).toBe('9 items');
});

test('what is short is whole where it stands alone', () => {
	const part = makePart({ ...makeStatement(FULL, '1 per message'), short: '1 each' });
	expect(partWords(part, [part])).toBe('1 per message');
	expect(partWords(part, [part, makePart(makeStatement(FULL))])).toBe('1 each');
});

test('two parts of a cell never look the same', () => {
	const parts = [makePart(LONG), makePart({ ...LONG, text: 'another list' })];
	expect(parts.map((part) => partWords(part, parts))).toEqual([LONG.text, 'another list']);
});
