import { expect, test } from 'vitest';
import type { Chat, MessagePreview } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { findNews } from '$lib/domain/chat-list/notifications';
import { parseView } from '$lib/domain/chat-list/view-url';
import { makeChat } from '../../../fixtures/chats';

/** Epoch milliseconds. */
const [OLD, SINCE, NEW] = [1_000, 2_000, 3_000];

function message(id: string, rest: Partial<MessagePreview> = {}): MessagePreview {
	return { id, text: `Text ${id}`, attachments: [], ...rest };
}

const direct = makeChat({ lastActivity: OLD, preview: message('1') });
const group = makeChat({ type: 'group', lastActivity: OLD, unreadMentionsCount: 0 });
const received = { lastActivity: NEW, unreadCount: 1 } as const;

/** The news between two states, by the queries of the views that notify. */
function find(before: readonly Chat[], after: readonly Chat[], queries: readonly string[] = ['']) {
	const index = new ChatIndex(createNetworkIndex([]));
	const filters = queries.map((query) => parseView(query).view.filter);
	const options = { filters, since: SINCE, now: () => NEW };
	return findNews(index.read(before), index.read(after), options);
}

test.for<[string, Chat, Partial<Chat>]>([
	['a direct message', direct, { ...received, preview: message('2') }],
	['a direct message whose text is not known yet', direct, received],
	[
		'a message after the others were read elsewhere',
		{ ...direct, unreadCount: 4 },
		{ ...received, preview: message('2') }
	],
	['a mention in a group', group, { ...received, unreadMentionsCount: 1 }],
	[
		'a message that brings a chat back from the archive',
		{ ...direct, isArchived: true },
		{ ...received, isArchived: false }
	]
])('%s is news', ([, before, change]) => {
	const after = { ...before, ...change };
	expect(find([before], [after]).map(({ chat }) => chat)).toEqual([after]);
});

test.for<[string, Chat, Partial<Chat>]>([
	[
		'a message of the user',
		direct,
		{ lastActivity: NEW, preview: message('2', { isSender: true }) }
	],
	[
		'a message of the user below unread ones',
		direct,
		{ ...received, preview: message('2', { isSender: true }) }
	],
	['a message in a muted chat', { ...direct, isMuted: true }, received],
	[
		'a mention in a muted group',
		{ ...group, isMuted: true },
		{ ...received, unreadMentionsCount: 1 }
	],
	['a message in an archived chat', { ...direct, isArchived: true }, received],
	['a message in a group', group, received],
	['a message that was read elsewhere', direct, { lastActivity: NEW, preview: message('2') }],
	[
		'a reaction',
		{ ...direct, unreadCount: 1 },
		{ ...received, preview: message('2', { type: 'REACTION' }) }
	],
	['an undo of “mark as read”', { ...direct, lastActivity: NEW }, { unreadCount: 3 }],
	['a message that is read late', direct, { ...received, lastActivity: SINCE }],
	['an edit', { ...direct, unreadCount: 1 }, { ...received, preview: message('1', { text: '!' }) }]
])('%s is no news', ([, before, change]) => {
	expect(find([before], [{ ...before, ...change }])).toEqual([]);
});

test('old unread chats that are loaded or restored are no news, a new chat is', () => {
	const fresh = makeChat(received);
	const restored = { ...direct, unreadCount: 2 };
	expect(find([], [fresh, restored]).map(({ chat }) => chat)).toEqual([fresh]);
});

test('a chat in several views is told once, a chat in none not at all', () => {
	const after = { ...direct, ...received };
	expect(find([direct], [after], ['type=single', 'unread=yes', 'type=group'])).toHaveLength(1);
	expect(find([direct], [after], ['type=group', 'network=signal'])).toEqual([]);
	expect(find([direct], [after], [])).toEqual([]);
});

test('the same message is told once, though its text may come later', () => {
	const told = { ...direct, ...received };
	const later = { ...told, preview: message('2') };
	expect(find([direct], [told])).toEqual([{ chat: told, count: 1 }]);
	expect(find([told], [later])).toEqual([]);
});

test('new messages are counted, and only the new one is quoted', () => {
	const after = { ...direct, lastActivity: NEW, unreadCount: 3, preview: message('2') };
	expect(find([direct], [after])).toEqual([{ chat: after, count: 3, message: after.preview }]);
});
