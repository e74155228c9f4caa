import { describe, expect, test } from 'vitest';
import { lineHolding, linesOf, placeAfter } from '$lib/components/chats/lines';
import { makeChat } from '../../fixtures/chats';

const shape = { chatsPerLine: 2, lineHeight: 100, headHeight: 30 };
const [a, b, c, d] = [makeChat(), makeChat(), makeChat(), makeChat()];
const groups = [
	{ key: 'x', label: 'X', chats: [a, b, c] },
	{ key: 'y', label: 'Y', chats: [d] }
];

describe('linesOf', () => {
	test('puts headings and lines below each other and never two groups into one line', () => {
		const { lines, height } = linesOf(groups, shape);
		expect(lines.map(({ top, chats, first }) => ({ top, chats, first }))).toEqual([
			{ top: 0, chats: [], first: 0 },
			{ top: 30, chats: [a, b], first: 0 },
			{ top: 130, chats: [c], first: 2 },
			{ top: 230, chats: [], first: 3 },
			{ top: 260, chats: [d], first: 3 }
		]);
		expect(height).toBe(360);
	});

	test('needs no room for the heading of the only group', () => {
		const { lines } = linesOf([{ key: '', label: null, chats: [a] }], shape);
		expect(lines).toHaveLength(1);
	});
});

test.for([
	[0, 30],
	[1, 30],
	[2, 130],
	[3, 260]
])('the chat at place %i is in the line at %i pixels, not in a heading', ([place = 0, top]) => {
	expect(lineHolding(linesOf(groups, shape).lines, place)?.top).toBe(top);
});

describe('placeAfter', () => {
	const table = { count: 50, chatsPerLine: 1, linesPerPage: 10 };
	const cards = { ...table, chatsPerLine: 3 };

	test.for([
		['ArrowDown', 5, table, 6],
		['ArrowDown', 49, table, 49],
		['ArrowUp', 0, table, 0],
		['PageDown', 5, table, 15],
		['PageUp', 5, table, 0],
		['Home', 30, table, 0],
		['End', 5, table, 49],
		['ArrowRight', 5, table, undefined],
		['ArrowRight', 5, cards, 6],
		['ArrowDown', 5, cards, 8],
		['a', 5, table, undefined]
	] as const)('%s from %i', ([key, place, grid, expected]) => {
		expect(placeAfter(key, place, grid)).toBe(expected);
	});
});
