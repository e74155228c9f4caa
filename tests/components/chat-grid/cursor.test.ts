import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followCursor, createCursor, NO_CURSOR } from '$lib/components/chat-grid/cursor';
import { NO_CHAT_IDS, type Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';

const CHATS = new Map([...'abcdefghij'].map((id) => [id, makeChat({ id })]));

function toChatList(ids: string): Chat[] {
	return [...ids].map((id) => CHATS.get(id) ?? makeChat({ id }));
}

describe('a cursor', () => {
	test.each([
		['stays with its chat', 'abcd', 'b', 'dcba', 'b'],
		['goes to the next chat when its own leaves', 'abcd', 'b', 'acd', 'c'],
		['goes to the next one that is left', 'abcd', 'b', 'ad', 'd'],
		['goes to the next one wherever that is now', 'abcd', 'b', 'cfda', 'c'],
		['goes to the one before from the end', 'abcd', 'd', 'abc', 'c'],
		['goes to the nearest before that is left', 'abcd', 'd', 'ajb', 'b'],
		['goes nowhere when all have left', 'abcd', 'b', 'xy', undefined],
		['goes nowhere in an empty list', 'ab', 'b', '', undefined]
	])('%s', (_, before, at, after, expected) => {
		const cursor = { id: at, place: before.indexOf(at) };
		const { id, place } = followCursor(cursor, toChatList(before), toChatList(after));
		expect(id).toBe(expected);
		expect(place).toBe(expected === undefined ? 0 : after.indexOf(expected));
	});

	test('finds the next one among thousands that leave together', () => {
		const before = Array.from({ length: 5000 }, (_, place) => makeChat({ id: `${place}` }));
		const cursor = { id: '100', place: 100 };
		expect(followCursor(cursor, before, before.slice(4000)).id).toBe('4000');
		expect(followCursor(cursor, before, before.slice(0, 3)).id).toBe('2');
	});

	test('is at a chat of the list, or has none, and stays without a relevant change', () => {
		const ids = fc.uniqueArray(fc.constantFrom(...CHATS.keys())).map((list) => list.join(''));
		fc.assert(
			fc.property(ids, ids, fc.nat(9), (before, after, at) => {
				const id = before[at];
				const cursor = id === undefined ? NO_CURSOR : { id, place: at };
				const next = followCursor(cursor, toChatList(before), toChatList(after));
				if (next.id !== undefined) expect(after[next.place]).toBe(next.id);
				if (id !== undefined && after.includes(id)) expect(next.id).toBe(id);
				expect(followCursor(next, toChatList(after), toChatList(after))).toEqual(next);
			})
		);
	});
});

describe('the cursor of a list', () => {
	const [VIEW, NOWHERE] = ['inbox', { id: undefined }];

	/** Creates a cursor at a chat of the list. */
	function openAt(ids: string, id: string) {
		const keep = createCursor();
		const goal = { id };
		keep({ chats: toChatList(ids), view: VIEW, goal, returning: NO_CHAT_IDS });
		return (
			next: string,
			change: { view?: string; returning?: ReadonlySet<string>; goal?: { id: string } } = {}
		) => keep({ chats: toChatList(next), view: VIEW, goal, returning: NO_CHAT_IDS, ...change });
	}

	test('has no chat before the list has had the focus', () => {
		const keep = createCursor();
		const ground = { chats: toChatList('abc'), view: VIEW, goal: NOWHERE, returning: NO_CHAT_IDS };
		expect(keep(ground)).toEqual(NO_CURSOR);
	});

	test('waits for a chat that has not arrived yet', () => {
		const keep = createCursor();
		const ground = { view: VIEW, goal: { id: 'c' }, returning: NO_CHAT_IDS };
		expect(keep({ ...ground, chats: toChatList('ab') })).toEqual(NO_CURSOR);
		expect(keep({ ...ground, chats: toChatList('abc') }).id).toBe('c');
		expect(keep({ ...ground, chats: toChatList('ab') }).id).toBe('b');
	});

	test('moves to a chat that an undo brings back, and stays when a chat arrives by itself', () => {
		const next = openAt('abc', 'b');
		expect(next('ac').id).toBe('c');
		expect(next('abc').id).toBe('c');
		expect(next('ac').id).toBe('c');
		expect(next('abc', { returning: new Set('b') }).id).toBe('b');
	});

	test('stays where the user has moved it, or acted on, before the undone chat is back', () => {
		for (const [meanwhile, goal] of [
			['acd', { id: 'd' }],
			['ad', undefined]
		] as const) {
			const next = openAt('abcd', 'b');
			expect(next('acd').id).toBe('c');
			const returning = new Set('b');
			expect(next('acd', { returning }).id).toBe('c');
			const change = { returning, ...(goal && { goal }) };
			expect(next(meanwhile, change).id).toBe('d');
			expect(next(`${meanwhile}b`, change).id).toBe('d');
		}
	});

	test('moves to a chat that is back some time after its undo was asked for', () => {
		const next = openAt('abc', 'b');
		expect(next('ac').id).toBe('c');
		const returning = new Set('b');
		expect(next('ac', { returning }).id).toBe('c');
		expect(next('axc', { returning }).id).toBe('c');
		expect(next('abxc', { returning }).id).toBe('b');
	});

	test('moves to the first of several chats that an undo brings back, in the order of the list', () => {
		const next = openAt('abcde', 'c');
		expect(next('ae').id).toBe('e');
		const returning = new Set('dcb');
		expect(next('ae', { returning }).id).toBe('e');
		expect(next('abcde', { returning })).toEqual({ id: 'b', place: 1 });
		expect(next('abcde').id).toBe('b');
	});

	test('moves on to an earlier chat that the same undo brings back later, unless the user has moved it', () => {
		const returning = new Set('bcd');
		for (const goal of [undefined, { id: 'a' }]) {
			const next = openAt('abcde', 'c');
			next('ae', { returning });
			expect(next('ade', { returning }).id).toBe('d');
			expect(next('adec', { returning }).id).toBe('d');
			const change = { returning, ...(goal && { goal }) };
			expect(next('abdec', change).id).toBe(goal?.id ?? 'b');
		}
	});

	test('moves to what a second undo brings back, though the first has moved it', () => {
		const next = openAt('abcd', 'b');
		next('ad');
		expect(next('abd', { returning: new Set('b') }).id).toBe('b');
		expect(next('abcd', { returning: new Set('c') }).id).toBe('c');
	});

	test('stays when the undone chat never left the list', () => {
		const next = openAt('abc', 'b');
		expect(next('acb', { returning: new Set('c') }).id).toBe('b');
	});

	test('does not move to a neighbour in another view', () => {
		const next = openAt('abc', 'b');
		expect(next('cd', { view: 'muted' })).toEqual(NO_CURSOR);
		expect(openAt('abc', 'b')('db', { view: 'muted' }).id).toBe('b');
	});
});
