import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat';
import { createNetworkIndex } from '$lib/domain/network';
import { compareNetworks, createComparator, sortChats } from '$lib/domain/views/sort';
import type { ChatSort, SortKey } from '$lib/domain/views/view';
import { makeChat } from '../../../fixtures/chats';
import { anyChat, anySort, NOW } from './arbitrary';

const context = { networkOf: createNetworkIndex([]), now: NOW };

function order(sort: ChatSort, chats: readonly Partial<Chat>[]): string[] {
	const made = chats.map((overrides) => makeChat(overrides));
	return sortChats(made, sort, context).map(({ id }) => id);
}

describe('each key in its natural order, and reversed', () => {
	test.for<[SortKey, Partial<Chat>[], string[], string[]]>([
		[
			'activity',
			[{ id: 'none' }, { id: 'old', lastActivity: 1 }, { id: 'new', lastActivity: 2 }],
			['new', 'old', 'none'],
			['old', 'new', 'none']
		],
		[
			'title',
			[
				{ id: '10', title: 'chat 10' },
				{ id: 'é', title: 'Éclair' },
				{ id: '2', title: 'Chat 2' },
				{ id: 'untitled', title: ' ' },
				{ id: 'f', title: 'fig' }
			],
			['2', '10', 'é', 'f', 'untitled'],
			['untitled', 'f', 'é', '10', '2']
		],
		[
			'network',
			[
				{ id: 'w', accountID: 'w', network: 'WhatsApp' },
				{ id: 'i', accountID: 'i', network: 'iMessage' },
				{ id: 's', accountID: 's', network: 'Signal' }
			],
			['i', 's', 'w'],
			['w', 's', 'i']
		],
		[
			'unread',
			[
				{ id: 'read', unreadCount: 0 },
				{ id: 'one', unreadCount: 1 },
				{ id: 'marked', unreadCount: 0, isMarkedUnread: true },
				{ id: 'nine', unreadCount: 9 }
			],
			['nine', 'one', 'marked', 'read'],
			['read', 'marked', 'one', 'nine']
		],
		[
			'participants',
			[
				{ id: '2', participants: { items: [], hasMore: false, total: 2 } },
				{ id: '30', participants: { items: [], hasMore: true, total: 30 } }
			],
			['30', '2'],
			['2', '30']
		]
	])('%s', ([key, chats, natural, reversed]) => {
		expect(order({ key, reversed: false }, chats)).toEqual(natural);
		expect(order({ key, reversed: true }, chats)).toEqual(reversed);
	});
});

test('chats that a key does not tell apart stand by newest activity, then by ID, either way', () => {
	const chats = [
		{ id: 'c', title: 'Anna' },
		{ id: 'b', title: 'anna', lastActivity: 1 },
		{ id: 'a', title: 'Anna', lastActivity: 1 },
		{ id: 'd', title: 'Ánna', lastActivity: 2 }
	];
	for (const reversed of [false, true]) {
		expect(order({ key: 'title', reversed }, chats)).toEqual(['d', 'a', 'b', 'c']);
	}
});

test('two networks with one name stay apart', () => {
	const [cloud, local] = [
		{ key: 'a', name: 'iMessage' },
		{ key: 'b', name: 'iMessage' }
	];
	expect(compareNetworks(cloud, local)).toBeLessThan(0);
	expect(compareNetworks(local, cloud)).toBeGreaterThan(0);
	expect(compareNetworks(cloud, cloud)).toBe(0);
});

describe('for any chats and any order', () => {
	test('the result does not depend on the order they came in', () => {
		const chatsTwice = fc
			.array(anyChat)
			.chain((chats) =>
				fc.tuple(
					fc.constant(chats),
					fc.shuffledSubarray(chats, { minLength: chats.length, maxLength: chats.length })
				)
			);
		fc.assert(
			fc.property(chatsTwice, anySort, ([chats, shuffled], sort) => {
				expect(sortChats(shuffled, sort, context)).toEqual(sortChats(chats, sort, context));
			})
		);
	});

	test('no two chats are equal', () => {
		fc.assert(
			fc.property(anyChat, anyChat, anySort, (a, b, sort) => {
				const compare = createComparator(sort, context);
				expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)));
				expect(compare(a, b)).not.toBe(0);
			})
		);
	});
});

test('the chats given stay in their order', () => {
	const chats = [makeChat({ lastActivity: 1 }), makeChat({ lastActivity: 2 })];
	const before = [...chats];
	sortChats(chats, { key: 'activity', reversed: false }, context);
	expect(chats).toEqual(before);
});
