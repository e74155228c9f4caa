import { expect, test } from 'vitest';
import { memoizeCells } from '$lib/components/chat-grid/recycle-rows';
import { toRowBlocks, getRenderedRows } from '$lib/components/chat-grid/virtual-rows';
import type { Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';

const shape = { chatsPerLine: 2, lineHeight: 50, headHeight: 30 };
const everything = { from: 0, to: 1000, kept: -1 };

function renderedChats(chats: readonly Chat[]) {
	const { blocks } = toRowBlocks([{ key: '', label: null, chats }], shape);
	return getRenderedRows(blocks, shape, everything);
}

test('each chat has its index among all chats and within its line', () => {
	const chats = [makeChat(), makeChat(), makeChat()];
	const [block] = memoizeCells()(renderedChats(chats));
	expect(block?.cells).toEqual([
		{ chat: chats[0], place: 0, top: 0, side: 0 },
		{ chat: chats[1], place: 1, top: 0, side: 1 },
		{ chat: chats[2], place: 2, top: 50, side: 0 }
	]);
});

test('an unmoved chat keeps its cell object, whatever changes around it', () => {
	const cellsIn = memoizeCells();
	const [one, two, three] = [makeChat(), makeChat(), makeChat()];
	const [before] = cellsIn(renderedChats([one, two]));
	const [after] = cellsIn(renderedChats([one, three, two]));
	expect(after?.cells[0]).toBe(before?.cells[0]);
	expect(after?.cells[2]).not.toBe(before?.cells[1]);
	expect(after?.cells[2]).toEqual({ chat: two, place: 2, top: 50, side: 0 });
});

test('a changed chat gets a new cell in the same position', () => {
	const cellsIn = memoizeCells();
	const chat = makeChat({ title: 'Old' });
	cellsIn(renderedChats([chat]));
	const renamed = { ...chat, title: 'New' };
	expect(cellsIn(renderedChats([renamed]))[0]?.cells[0]?.chat).toBe(renamed);
});
