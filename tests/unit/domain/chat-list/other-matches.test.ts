import { expect, test } from 'vitest';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { getOtherMatches } from '$lib/domain/chat-list/other-matches';
import { ALL_CHATS, type ChatFilter } from '$lib/domain/chat-list/view';
import { makeAccount, makeChat } from '../../../fixtures/chats';

const [listed, read, unread] = [
	makeChat({ id: '!listed', unreadCount: 1 }),
	makeChat({ id: '!read', unreadCount: 0, lastActivity: 1 }),
	makeChat({ id: '!unread', unreadCount: 2, lastActivity: 2 })
];

function makeIndex() {
	return new ChatIndex(createNetworkIndex([makeAccount()]));
}

function findIDs(filter: Partial<ChatFilter>, index = makeIndex()) {
	const others = getOtherMatches([listed, read, unread, read], {
		index,
		filter: { ...ALL_CHATS.filter, q: 'words of no chat', ...filter },
		listed: [listed],
		now: () => 0
	});
	return others.map(({ id }) => id);
}

test('are the chats that the list lacks, each once, newest first', () => {
	expect(findIDs({})).toEqual(['!unread', '!read']);
});

test('fit the rest of the filter', () => {
	expect(findIDs({ flags: { unread: 'yes' } })).toEqual(['!unread']);
	expect(findIDs({ networks: ['signal'] })).toEqual([]);
});

test('leave the order that the index keeps of all chats', () => {
	const index = makeIndex();
	const chats = [listed, read];
	const order = index.read(chats);
	expect(findIDs({}, index)).toEqual(['!unread', '!read']);
	expect(index.read(chats)).toBe(order);
});
