import { describe, expect, test } from 'vitest';
import type { Chat, LastMessage, MessagePreview } from '$lib/domain/chat/chat';
import { NO_CHATS } from '$lib/domain/chat/chat-map';
import { findLastMessage, findTurn } from '$lib/domain/chat/waiting';
import { makeChat } from '../../../fixtures/chats';
import { makeMessage } from '../../../fixtures/messages';

const ME = { id: 'me', isSelf: true };
const BOB = { id: 'bob' };

function preview(change: Partial<MessagePreview>): MessagePreview {
	return { id: 'last', type: 'TEXT', text: 'Hi', isSender: false, attachments: [], ...change };
}

const theirs = preview({});
const mine = preview({ isSender: true });
const GROUP = { type: 'group' } as const;
const MENTIONED = { ...GROUP, unreadMentionsCount: 1 };

describe('whose turn it is', () => {
	test.for<[what: string, chat: Partial<Chat>, turn: ReturnType<typeof findTurn>]>([
		['a direct chat, theirs last', { preview: theirs }, 'me'],
		['a direct chat, mine last', { preview: mine }, 'them'],
		['a group that mentions me, theirs last', { ...MENTIONED, preview: theirs }, 'me'],
		['a group that mentions me, mine last', { ...MENTIONED, preview: mine }, 'them'],
		['a group, theirs last', { ...GROUP, preview: theirs }, undefined],
		['a group, a read mention of me last', mentioning(['bob', 'me']), 'me'],
		['a group, a read mention of everybody last', mentioning(['@room']), 'me'],
		['a group, a mention of another last', mentioning(['bob']), undefined],
		['a group, no mention stated', mentioning(null), undefined],
		['a group, a mention by me last', mentioning(['@room'], true), 'them'],
		[
			'a group in which nobody is known as me',
			{ ...mentioning(['me']), ...people(BOB) },
			undefined
		],
		['a group, mine last', { ...GROUP, preview: mine }, 'them'],
		['a read chat, theirs last', { unreadCount: 0, preview: theirs }, 'me'],
		['a picture without text', { preview: preview({ type: 'IMAGE', text: '' }) }, 'me'],
		['a type newer than the dashboard', { preview: preview({ type: 'POLL' }) }, 'me'],
		['a reaction of theirs', { preview: preview({ type: 'REACTION' }) }, 'unknown'],
		['a reaction of mine', { preview: preview({ type: 'REACTION', isSender: true }) }, 'unknown'],
		['a notice', { preview: preview({ type: 'NOTICE' }) }, 'unknown'],
		['a hidden event', { preview: preview({ isHidden: true }) }, 'unknown'],
		['a deleted message', { preview: preview({ isDeleted: true }) }, 'unknown'],
		['no type, with a file', { preview: untyped({ text: '', attachments: ['a.png'] }) }, 'me'],
		['no type and no text', { preview: untyped({ text: ' ' }) }, 'unknown'],
		['no preview yet, with activity', { lastActivity: 1 }, 'unknown'],
		['no message ever', {}, undefined],
		['an unsigned message of mine', { ...people(ME, BOB), preview: unsigned('me') }, 'them'],
		['an unsigned message of theirs', { ...people(ME, BOB), preview: unsigned('bob') }, 'me'],
		['an unsigned message of nobody', { ...people(BOB), preview: unsigned() }, 'unknown'],
		['notes to oneself', { ...people(ME), preview: mine }, undefined],
		['notes to oneself, by a bot of mine', { ...people(ME), preview: theirs }, undefined]
	])('%s: %o is %s', ([, chat, turn]) => {
		expect(findTurn(makeChat(chat))).toBe(turn);
	});
});

function untyped(change: Partial<MessagePreview>): MessagePreview {
	return { id: 'last', isSender: false, attachments: [], ...change };
}

function mentioning(mentions: readonly string[] | null, isSender = false): Partial<Chat> {
	return { ...GROUP, ...people(ME, BOB), preview: preview({ isSender, mentions }) };
}

function unsigned(senderID?: string): MessagePreview {
	return { id: 'last', type: 'TEXT', attachments: [], ...(senderID && { senderID }) };
}

function people(...items: { id: string; isSelf?: boolean }[]): Pick<Chat, 'participants'> {
	return { participants: { items, hasMore: false, total: items.length } };
}

const reaction = preview({ id: 'reaction', type: 'REACTION' });

test.for([
	['theirs', [{}, { type: 'REACTION' }], 'me'],
	['mine', [{}, { isSender: true }, { isHidden: true }, { isDeleted: true }], 'them'],
	['theirs behind my notice', [{}, { type: 'NOTICE', isSender: true }], 'me'],
	['nobody’s', [{ type: 'NOTICE' }, { isDeleted: true }], undefined],
	['nobody’s, in an empty chat', [], undefined]
] as const)('behind a reaction, the last real message is %s', ([, messages, turn]) => {
	const chat = makeChat({ preview: reaction });
	const lastMessage = findLastMessage(chat, messages.map(makeMessage), 'me');
	expect(findTurn({ ...chat, lastMessage })).toBe(turn);
});

test.for([
	['mentions me', ['me'], 'me'],
	['mentions another', ['bob'], undefined],
	['says nothing of mentions', null, undefined]
] as const)('behind a reaction in a group, the last message %s', ([, mentions, turn]) => {
	const chat = makeChat({ ...GROUP, preview: reaction });
	const messages = [makeMessage({ mentions: ['me'] }), makeMessage({ mentions })];
	const lastMessage = findLastMessage(chat, messages, 'me');
	expect(findTurn({ ...chat, lastMessage })).toBe(turn);
});

test('what was found is kept until the chat has another preview or other activity', () => {
	const lastMessage: LastMessage = { previewID: 'reaction', isSender: true };
	const chat = makeChat({ preview: reaction, lastActivity: 1 });
	const known = NO_CHATS.add([{ ...chat, lastMessage }]);
	function turnAfter(later: Chat) {
		const after = known.add([later]).get(chat.id);
		return after && findTurn(after);
	}
	const bare = makeChat({ id: chat.id, lastActivity: 1 });
	expect(turnAfter(chat)).toBe('them');
	expect(turnAfter(bare)).toBe('them');
	expect(turnAfter({ ...chat, isMuted: true })).toBe('them');
	expect(turnAfter({ ...chat, preview: { ...reaction, id: 'another' } })).toBe('unknown');
	expect(turnAfter({ ...bare, lastActivity: 2 })).toBe('unknown');
	expect(turnAfter({ ...chat, preview: theirs })).toBe('me');
});
