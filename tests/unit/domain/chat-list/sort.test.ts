import { describe, expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { compareNetworks, sortChats } from '$lib/domain/chat-list/sort';
import { filterChats } from '$lib/domain/chat-list/filter';
import {
	ALL_CHATS,
	INBOX,
	type ChatSort,
	type ChatView,
	type SortKey
} from '$lib/domain/chat-list/view';
import { makeChat } from '../../../fixtures/chats';
import { NOW } from './arbitrary';

const getNetwork = createNetworkIndex([]);

function show(chats: readonly Chat[], { filter, sort }: Pick<ChatView, 'filter' | 'sort'>) {
	const index = new ChatIndex(getNetwork);
	const { matching } = filterChats(index.read(chats), filter, () => NOW);
	return sortChats(matching, sort, index.titles).map(({ chat }) => chat.id);
}

const CHATS = [
	makeChat({ id: 'old', lastActivity: 1 }),
	makeChat({ id: 'archived', lastActivity: 2, isArchived: true }),
	makeChat({ id: 'low', lastActivity: 3, isLowPriority: true }),
	makeChat({ id: 'new', lastActivity: 4 })
];

test('the inbox is what is neither archived nor low priority, newest first', () => {
	expect(show(CHATS, INBOX)).toEqual(['new', 'old']);
});

test('without a filter every chat is shown', () => {
	expect(show(CHATS, ALL_CHATS)).toEqual(['new', 'low', 'archived', 'old']);
});

function order(sort: ChatSort, chats: readonly Partial<Chat>[]): string[] {
	const made = chats.map((overrides) => makeChat(overrides));
	return show(made, { ...ALL_CHATS, sort });
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
