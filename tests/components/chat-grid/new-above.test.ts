import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNewAbove, findArrivals, findFirstAt } from '$lib/components/chat-grid/new-above';
import { makeChat } from '../../fixtures/chats';

const CHATS = ['Ada', 'Bob', 'Cleo', 'Dan'].map((title, place) =>
	makeChat({ title, lastActivity: 1000 - place })
);
const [ADA = makeChat(), BOB = makeChat(), CLEO = makeChat(), DAN = makeChat()] = CHATS;
const EVE = makeChat({ title: 'Eve', lastActivity: 2000 });
/** Cleo after another message. */
const CLEO_NOW = { ...CLEO, lastActivity: 3000 };

test.for([
	['one that was not there is new', CHATS, [EVE, ...CHATS], ['Eve']],
	['wherever it comes in', CHATS, [ADA, EVE, BOB, CLEO, DAN], ['Eve']],
	['one with another message is new again', CHATS, [CLEO_NOW, ADA, BOB, DAN], ['Cleo']],
	['where it stays in its place, too', CHATS, [ADA, BOB, CLEO_NOW, DAN], ['Cleo']],
	['one that only moves is not', CHATS, [DAN, ADA, BOB, CLEO], []],
	['nor are those that are left', CHATS, [ADA, DAN], []],
	['all are new where nothing was', [], [ADA, BOB], ['Ada', 'Bob']]
] as const)('of chats above the visible rows, %s', ([, before, now, titles]) => {
	expect(findArrivals(before, before.length, now).map(({ title }) => title)).toEqual(titles);
});

test('counts what came in above the visible rows until it was in view', () => {
	const count = createNewAbove();
	const later = [EVE, ...CHATS];
	const latest = [CLEO_NOW, EVE, ADA, BOB, DAN];
	const list = { view: 'all', isComplete: true };
	expect(count({ ...list, chats: CHATS, first: 2 })).toBe(0);
	expect(count({ ...list, chats: later, first: 3 })).toBe(1);
	expect(count({ ...list, chats: later, first: 4 })).toBe(1);
	expect(count({ ...list, chats: latest, first: 4 })).toBe(2);
	expect(count({ ...list, chats: latest, first: 1 })).toBe(1);
	expect(count({ ...list, chats: latest, first: 4 })).toBe(1);
	expect(count({ ...list, chats: latest, first: 0 })).toBe(0);
	expect(count({ ...list, chats: latest, first: 4 })).toBe(0);
	// Dan, who was in view, moves up where another leaves.
	expect(count({ ...list, chats: [CLEO_NOW, EVE, BOB, DAN], first: 4 })).toBe(0);
});

test('nothing is new in another view, nor while chats load', () => {
	const count = createNewAbove();
	count({ view: 'all', isComplete: true, chats: CHATS, first: 2 });
	expect(count({ view: 'unread', isComplete: true, chats: [EVE, ...CHATS], first: 3 })).toBe(0);
	expect(count({ view: 'unread', isComplete: false, chats: [CLEO_NOW, EVE], first: 1 })).toBe(0);
});

test('a chat is new exactly if it is not known with the same activity', () => {
	const anyChats = fc.uniqueArray(fc.constantFrom(...CHATS, EVE, CLEO_NOW), {
		selector: ({ id }) => id
	});
	fc.assert(
		fc.property(anyChats, anyChats, fc.nat(4), (before, now, first) => {
			const expected = now.filter((chat) => {
				const old = before.find(({ id }) => id === chat.id);
				return !old || (chat.lastActivity ?? 0) > (old.lastActivity ?? 0);
			});
			expect(findArrivals(before, Math.min(first, before.length), now)).toEqual(expected);
		})
	);
});

test.for([
	[0, 0],
	[1, 1],
	[32, 1],
	[33, 2],
	[1e6, 10]
] as const)('at a height of %d px, the first visible chat is number %d', ([height, first]) => {
	expect(findFirstAt(height, 10, (place) => 32 * place)).toBe(first);
});
