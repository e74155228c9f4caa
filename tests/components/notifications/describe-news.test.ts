import { expect, test } from 'vitest';
import { toNotifications } from '$lib/components/notifications/describe-news';
import type { MessagePreview } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';

const message: MessagePreview = { id: '1', text: 'Lunch?', senderName: 'Bo', attachments: [] };
const direct = makeChat({ title: 'Bo Berg', preview: message });
const group = makeChat({ title: 'Family', type: 'group', preview: message });
const flood = Array.from({ length: 6 }, () => ({ chat: direct, count: 2 }));

test('it has the title of the chat, and the message with its sender if there are several', () => {
	const news = [direct, group].map((chat) => ({ chat, count: 1, message }));
	expect(toNotifications(news, false)).toEqual([
		{ title: 'Bo Berg', body: 'Lunch?', chatID: direct.id },
		{ title: 'Family', body: 'Bo: Lunch?', chatID: group.id }
	]);
});

test('a message that is not known, or empty, is only announced', () => {
	const empty = { chat: direct, count: 1, message: { id: '2', attachments: [] } };
	expect(toNotifications([{ chat: direct, count: 1 }, empty], false)).toEqual([
		{ title: 'Bo Berg', body: 'New message', chatID: direct.id },
		{ title: 'Bo Berg', body: 'New message', chatID: direct.id }
	]);
});

test('Privacy mode leaves out names and words', () => {
	expect(toNotifications([{ chat: group, count: 1, message }], true)).toEqual([
		{ title: 'New message', body: '', chatID: group.id }
	]);
});

test.for([false, true])('a flood is one notification; Privacy mode: %s', (isPrivate) => {
	expect(toNotifications(flood.slice(1), isPrivate)).toHaveLength(5);
	expect(toNotifications(flood, isPrivate)).toEqual([
		{ title: '12 new messages', body: 'In 6 chats' }
	]);
});
