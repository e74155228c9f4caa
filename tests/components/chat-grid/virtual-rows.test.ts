import { describe, expect, test } from 'vitest';
import {
	toRowBlocks,
	getNextIndex,
	getRenderedRows,
	findTop
} from '$lib/components/chat-grid/virtual-rows';
import { makeChat } from '../../fixtures/chats';

const shape = { chatsPerLine: 2, lineHeight: 100, headHeight: 30 };
const [a, b, c, d] = [makeChat(), makeChat(), makeChat(), makeChat()];
const groups = [
	{ key: 'x', label: 'X', chats: [a, b, c] },
	{ key: 'y', label: 'Y', chats: [d] }
];
const { blocks, height } = toRowBlocks(groups, shape);

/** The rendered groups, each with the indexes of its rendered lines. */
function rendered(from: number, to: number, kept = 0) {
	return getRenderedRows(blocks, shape, { from, to, kept }).map(({ group, lines }) => [
		group.key,
		...lines.map(({ first }) => first)
	]);
}

describe('blocks', () => {
	test('stand below each other, each with its heading, and share no line', () => {
		expect(blocks.map(({ top, height, first }) => ({ top, height, first }))).toEqual([
			{ top: 0, height: 230, first: 0 },
			{ top: 230, height: 130, first: 3 }
		]);
		expect(height).toBe(360);
	});

	test('need no room for the heading of the only group', () => {
		expect(toRowBlocks([{ key: '', label: null, chats: [a] }], shape).height).toBe(100);
	});

	test('are a heading alone where they are folded', () => {
		const folded = toRowBlocks([{ key: 'x', label: 'X', chats: [], count: 3 }, ...groups], shape);
		expect(folded.blocks.map(({ top }) => top)).toEqual([0, 30, 260]);
		expect(findTop(folded.blocks, shape, 0)).toBe(60);
	});
});

test.for([
	[0, 30],
	[1, 30],
	[2, 130],
	[3, 260]
])('the chat at place %i is in the line at %i pixels, not in a heading', ([place = 0, top]) => {
	expect(findTop(blocks, shape, place)).toBe(top);
});

test.for([
	[
		'all of it',
		0,
		360,
		[
			['x', 0, 2],
			['y', 3]
		]
	],
	['lines that stick out at either end', 100, 140, [['x', 0, 2]]],
	['a heading alone', 232, 250, [['x', 0], ['y']]],
	[
		'what has the focus above what is in sight',
		270,
		300,
		[
			['x', 0],
			['y', 3]
		]
	],
	['nothing but what has the focus', 500, 600, [['x', 0]]]
] as const)('%s is rendered', ([, from, to, expected]) => {
	expect(rendered(from, to)).toEqual(expected);
});

test('the focused row is rendered outside the visible part too, once', () => {
	expect(rendered(0, 100, 3)).toEqual([
		['x', 0],
		['y', 3]
	]);
	expect(rendered(0, 360, 3)).toEqual([
		['x', 0, 2],
		['y', 3]
	]);
});

test('a line holds the chats that stand side by side', () => {
	const [first] = getRenderedRows(blocks, shape, { from: 0, to: 360, kept: 0 });
	expect(first?.lines).toEqual([
		{ top: 30, chats: [a, b], first: 0 },
		{ top: 130, chats: [c], first: 2 }
	]);
});

describe('getNextIndex', () => {
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
		expect(getNextIndex(key, place, grid)).toBe(expected);
	});
});
