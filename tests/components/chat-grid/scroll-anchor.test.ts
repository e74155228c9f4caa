import { expect, test } from 'vitest';
import { findShift, findTops } from '$lib/components/chat-grid/virtual-rows';
import { makeChat } from '../../fixtures/chats';

const CHATS = [...'abcdef'].map((id) => makeChat({ id }));

function inOrder(ids: string) {
	return [...ids].flatMap((id) => CHATS.filter((chat) => chat.id === id));
}

function findTop(place: number) {
	return 32 * place;
}

test.for([
	['nothing has moved', 'abcd', 'abcd', 0],
	['one has come in above', 'bcd', 'abcd', 32],
	['one of them is the newest now, the others stay', 'abcd', 'cabd', 32],
	['most have moved up', 'bcde', 'cdeb', -32],
	['all of them have gone', 'ab', 'cd', 0]
] as const)('%s: %s, then %s', ([, before, now, shift]) => {
	const tops = findTops(before, inOrder(before), findTop);
	expect(findShift(tops, inOrder(now), findTop)).toBe(shift);
});

test('a missing chat has no position', () => {
	expect([...findTops(['b', 'x'], inOrder('ab'), findTop)]).toEqual([['b', 32]]);
});
