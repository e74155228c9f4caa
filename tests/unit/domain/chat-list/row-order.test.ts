import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_CHAT_IDS, type Chat } from '$lib/domain/chat/chat';
import { createRowOrder, keepRowOrder } from '$lib/domain/chat-list/row-order';
import { makeChat } from '../../../fixtures/chats';
import { indexInOrder } from '../../../fixtures/views';

const CHATS = [...'abcdef'].map((id) => makeChat({ id }));

function keepOrder(now: readonly Chat[], before: readonly Chat[], heldIDs: ReadonlySet<string>) {
	const rows = keepRowOrder(indexInOrder(now), indexInOrder(before), heldIDs);
	return rows.map(({ chat }) => chat);
}

function inOrder(ids: string) {
	return [...ids].flatMap((id) => CHATS.filter((chat) => chat.id === id));
}

test.for([
	['nothing is pinned: the new order', 'abc', 'cab', '', 'cab'],
	['a pinned chat stays behind its neighbour', 'abcd', 'cabd', 'c', 'abcd'],
	['a new one comes above it', 'abc', 'fcab', 'c', 'fabc'],
	['the first one stays first', 'abc', 'bca', 'a', 'abc'],
	['two side by side stay so', 'abcd', 'bcad', 'bc', 'abcd'],
	['the neighbour has gone: the one before it', 'abcd', 'cad', 'c', 'acd'],
	['its neighbour moves up: the one before it', 'abcdef', 'dabcef', 'e', 'dabcef'],
	['an earlier one moves below the next: its neighbour', 'abcd', 'bdac', 'c', 'bcda'],
	['one that was there before comes back above it', 'acdef', 'abcdef', 'c', 'abcdef'],
	['and above the first one', 'bcdef', 'abcdef', 'b', 'abcdef'],
	['one comes in below it', 'abde', 'abcde', 'b', 'abcde'],
	['it moves up as another comes in', 'abde', 'dabce', 'd', 'abdce'],
	['the pinned chat has gone', 'abc', 'ac', 'b', 'ac'],
	['it was not there before', 'ab', 'acb', 'c', 'acb'],
	['nothing was there before', '', 'cab', 'c', 'cab']
] as const)('%s', ([, before, now, pinned, order]) => {
	const chats = keepOrder(inOrder(now), inOrder(before), new Set(pinned));
	expect(chats.map(({ id }) => id).join('')).toBe(order);
});

test('no chat is lost, none comes twice, and those not pinned keep their order', () => {
	const some = fc.shuffledSubarray(CHATS);
	fc.assert(
		fc.property(some, some, some, (now, before, pinned) => {
			const heldIDs = new Set(pinned.map(({ id }) => id));
			const chats = keepOrder(now, before, heldIDs);
			expect(new Set(chats)).toEqual(new Set(now));
			expect(chats).toHaveLength(now.length);
			expect(chats.filter(({ id }) => !heldIDs.has(id))).toEqual(
				now.filter(({ id }) => !heldIDs.has(id))
			);
		})
	);
});

test('another view has an order of its own, whatever is pinned', () => {
	const keep = createRowOrder();
	const heldIDs = new Set(['c']);
	function order(ids: string, view: string) {
		return keep(indexInOrder(inOrder(ids)), view, heldIDs, NO_CHAT_IDS)
			.map(({ chat }) => chat.id)
			.join('');
	}
	expect(order('abc', 'newest')).toBe('abc');
	expect(order('cab', 'newest')).toBe('abc');
	expect(order('cba', 'oldest')).toBe('cba');
	expect(order('acb', 'oldest')).toBe('cab');
});

test('where an undo brings chats back, all stand in the new order, and are held in that', () => {
	const keep = createRowOrder();
	function order(ids: string, returning = '') {
		return keep(indexInOrder(inOrder(ids)), 'newest', new Set('d'), new Set(returning))
			.map(({ chat }) => chat.id)
			.join('');
	}
	expect(order('ade')).toBe('ade');
	expect(order('dae', 'bc')).toBe('ade');
	expect(order('dabce', 'bc')).toBe('dabce');
	expect(order('abdce', 'bc')).toBe('dabce');
});
