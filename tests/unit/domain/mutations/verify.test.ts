import { describe, expect, test } from 'vitest';
import { applyWrite } from '$lib/domain/mutations/optimistic';
import { isSettled, surpriseOf } from '$lib/domain/mutations/verify';
import { makeChat } from '../../../fixtures/chats';
import { toggle, writesAbout } from '../../../fixtures/writes';

const chat = makeChat({
	isArchived: false,
	isMuted: false,
	isPinned: false,
	isLowPriority: false,
	title: 'Old',
	description: 'Old',
	messageExpirySeconds: 60,
	draft: null,
	reminder: null
});

test.for(writesAbout(chat.id))('what is expected of %j is what was asked for', (write) => {
	expect(isSettled(write, applyWrite(chat, write))).not.toBe(false);
	expect(surpriseOf(write, chat, applyWrite(chat, write))).toBeNull();
});

describe('the server changed its mind', () => {
	test.for([
		['a pinned chat', { isPinned: true, isArchived: false }, 'Unpin it first'],
		['a chat with new messages', { isArchived: false }, 'back to the inbox']
	] as const)('about archiving %s', ([, after, words]) => {
		expect(surpriseOf(toggle('archive', chat.id), chat, makeChat(after))).toContain(words);
	});

	test('about a title', () => {
		const write = { kind: 'title', chatID: chat.id, value: 'New' } as const;
		expect(surpriseOf(write, chat, makeChat({ title: 'new!' }))).toContain('“new!”');
	});

	test.for([toggle('mute', 'x'), toggle('read', 'x'), toggle('pin', 'x', false)])(
		'about %j',
		(write) => {
			const after = makeChat({ isMuted: false, isMarkedUnread: true, isPinned: true });
			expect(surpriseOf(write, undefined, after)).toContain('Beeper took the request');
		}
	);
});

test('a flag that is left out is off, but nobody can tell that it is not on', () => {
	expect(isSettled(toggle('mute', 'x', false), makeChat())).toBe(true);
	expect(isSettled(toggle('mute', 'x'), makeChat())).toBeUndefined();
});

test('new messages make a chat unread again, so that nobody can tell whether it was marked read', () => {
	const before = makeChat({ unreadCount: 1, lastActivity: 1 });
	expect(isSettled(toggle('read', 'x'), before, before)).toBe(false);
	expect(isSettled(toggle('read', 'x'), { ...before, lastActivity: 2 }, before)).toBeUndefined();
	const marked = makeChat({ isMarkedUnread: true, unreadCount: 1, lastActivity: 2 });
	expect(isSettled(toggle('read', 'x', false), marked, before)).toBe(true);
});

test('a reminder may be moved to a whole minute', () => {
	const value = { remindAt: 90_500, dismissOnIncomingMessage: false };
	const write = { kind: 'remind', chatID: 'x', value } as const;
	expect(isSettled(write, makeChat({ reminder: { remindAt: 60_000 } }))).toBe(true);
	expect(isSettled(write, makeChat({ reminder: { remindAt: 600_000 } }))).toBe(false);
});
