import { expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import type { Message } from '$lib/domain/chat/message';
import { findTurn } from '$lib/domain/chat/waiting';
import { ChatStore } from '$lib/state/chat-store.svelte';
import { LastMessages } from '$lib/state/last-messages';
import { makeChat } from '../fixtures/chats';
import { never } from '../fixtures/http';
import { makeMessage } from '../fixtures/messages';

const REACTION = { id: 'reaction', type: 'REACTION', attachments: [] } as const;

/** Chats of which the last event is a reaction. @param answer - undefined: can't be read */
function looking(
	chats: readonly Chat[],
	answer: (chat: Chat) => readonly Message[] | undefined = () => [makeMessage()]
) {
	const store = new ChatStore();
	store.put(chats);
	const asked: string[] = [];
	let [underWay, most] = [0, 0];
	const threads = {
		async readNewest(chat: Chat) {
			asked.push(chat.id);
			most = Math.max(most, ++underWay);
			await Promise.resolve();
			underWay -= 1;
			return answer(chat);
		}
	};
	const found = new LastMessages({ store, threads, now: () => 0 });
	function turns() {
		return store.chats.map(findTurn);
	}
	return { found, store, asked, most: () => most, turns };
}

test('messages of a few chats are read, two at a time, each chat once', async () => {
	const chats = Array.from({ length: 5 }, () => makeChat({ preview: REACTION }));
	const { found, asked, most, turns } = looking(chats);
	await found.findNext(chats, 3, never);
	expect(turns()).toEqual(['me', 'me', 'me', 'unknown', 'unknown']);
	await found.findNext(chats, 3, never);
	await found.findNext(chats, 3, never);
	expect(asked).toEqual(chats.map(({ id }) => id));
	expect(most()).toBe(2);
});

test('a chat that can’t be read stays unknown, and is read again once it has another preview', async () => {
	const chat = makeChat({ preview: REACTION });
	const { found, asked, turns } = looking([chat], () => undefined);
	await found.findNext([chat], 3, never);
	await found.findNext([chat], 3, never);
	expect(turns()).toEqual(['unknown']);
	expect(asked).toHaveLength(1);
	await found.findNext([{ ...chat, preview: { ...REACTION, id: 'another' } }], 3, never);
	expect(asked).toHaveLength(2);
});

test('a merged chat is found out by the messages of its most active member', async () => {
	const members = [1, 2].map((lastActivity) => makeChat({ lastActivity, preview: REACTION }));
	const merged = makeChat({ merge: { chatIDs: members.map(({ id }) => id) } });
	const { found, store, asked, turns } = looking([merged, ...members]);
	await found.findNext(store.chats, 3, never);
	expect(asked).toEqual([members[1]?.id]);
	expect(turns()).toEqual(['me']);
});
