import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { keepSteady, steady } from '$lib/domain/views/steady';
import { makeChat } from '../../../fixtures/chats';
import { shownAs } from '../../../fixtures/views';

const CHATS = [...'abcdef'].map((id) => makeChat({ id }));

/** Those that are steady, in their order. */
function steadied(now: readonly Chat[], before: readonly Chat[], held: ReadonlySet<string>) {
	const { index, rows, chats } = steady(shownAs(now), before, held);
	expect([...rows].map((row) => index.columns.chats[row])).toEqual(chats);
	return chats;
}

function inOrder(ids: string) {
	return [...ids].flatMap((id) => CHATS.filter((chat) => chat.id === id));
}

test.for([
	['nothing is held: the new order', 'abc', 'cab', '', 'cab'],
	['what is held stays behind its neighbour', 'abcd', 'cabd', 'c', 'abcd'],
	['a new one comes above it', 'abc', 'fcab', 'c', 'fabc'],
	['the first one stays first', 'abc', 'bca', 'a', 'abc'],
	['two side by side stay so', 'abcd', 'bcad', 'bc', 'abcd'],
	['the neighbour has gone: the one before it', 'abcd', 'cad', 'c', 'acd'],
	['what is held has gone', 'abc', 'ac', 'b', 'ac'],
	['it was not there before', 'ab', 'acb', 'c', 'acb'],
	['nothing was there before', '', 'cab', 'c', 'cab']
] as const)('%s', ([, before, now, held, order]) => {
	const chats = steadied(inOrder(now), inOrder(before), new Set(held));
	expect(chats.map(({ id }) => id).join('')).toBe(order);
});

test('no chat is lost, none comes twice, and those not held keep their order', () => {
	const some = fc.shuffledSubarray(CHATS);
	fc.assert(
		fc.property(some, some, some, (now, before, holding) => {
			const held = new Set(holding.map(({ id }) => id));
			const chats = steadied(now, before, held);
			expect(new Set(chats)).toEqual(new Set(now));
			expect(chats).toHaveLength(now.length);
			expect(chats.filter(({ id }) => !held.has(id))).toEqual(
				now.filter(({ id }) => !held.has(id))
			);
		})
	);
});

test('another view has an order of its own, whatever is held', () => {
	const keep = keepSteady();
	const held = new Set(['c']);
	function order(ids: string, view: string) {
		return keep(shownAs(inOrder(ids)), view, held)
			.chats.map(({ id }) => id)
			.join('');
	}
	expect(order('abc', 'newest')).toBe('abc');
	expect(order('cab', 'newest')).toBe('abc');
	expect(order('cba', 'oldest')).toBe('cba');
	expect(order('acb', 'oldest')).toBe('cab');
});
