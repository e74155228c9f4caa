import { expect, test } from 'vitest';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { findChatsByName } from '$lib/domain/chat-list/find-chats';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { makeChat } from '../../../fixtures/chats';

const index = new ChatIndex(createNetworkIndex([]));

/** The newest first. */
function makeChats(titles: readonly string[], people: readonly string[] = []) {
	return index.read(
		titles.map((title, place) =>
			makeChat({
				id: `!${place}`,
				title,
				lastActivity: 1000 - place,
				participants: {
					items: people.map((fullName, at) => ({ id: `@${at}`, fullName })),
					hasMore: false,
					total: people.length
				}
			})
		)
	);
}

function titles(found: ReturnType<typeof findChatsByName>) {
	return found.map(({ chat }) => chat.title);
}

test('titles that begin with the text come first, then words, then any other place', () => {
	const chats = makeChats(['Susanna', 'Tea with Anna', 'Anna', 'Bob', 'anna & co']);
	expect(titles(findChatsByName(chats, 'anna', 9))).toEqual([
		...['Anna', 'anna & co', 'Tea with Anna', 'Susanna']
	]);
});

test('case and accents do not matter', () => {
	expect(titles(findChatsByName(makeChats(['Sören']), 'SOREN', 9))).toEqual(['Sören']);
});

test('every word must be in the title', () => {
	const chats = makeChats(['Green tea', 'Green hills']);
	expect(titles(findChatsByName(chats, 'tea gre', 9))).toEqual(['Green tea']);
});

test('a chat is found by its participants, who are named', () => {
	const chats = makeChats(['Hiking'], ['Sören Berg', 'Ida']);
	expect(findChatsByName(chats, 'sören', 9)).toEqual([
		{ chat: expect.objectContaining({ title: 'Hiking' }), person: 'Sören Berg' }
	]);
});

test('words of a message are no name', () => {
	const told = index.read([
		makeChat({ title: 'Hiking', preview: { id: '1', text: 'Anna comes', attachments: [] } })
	]);
	expect(findChatsByName(told, 'anna', 9)).toEqual([]);
});

test('no more are found than asked for, and none for no text', () => {
	const chats = makeChats(Array.from({ length: 50 }, (_, place) => `Anna ${place}`));
	expect(findChatsByName(chats, 'a', 8)).toHaveLength(8);
	expect(findChatsByName(chats, ' ', 8)).toEqual([]);
});
