import { describe, expect, test } from 'vitest';
import { applyMutation } from '$lib/domain/mutations/optimistic';
import { isApplied, findMismatch } from '$lib/domain/mutations/verify';
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

test.for(writesAbout(chat.id))('what is expected of %j is what was asked for', (mutation) => {
	expect(isApplied(mutation, applyMutation(chat, mutation))).not.toBe(false);
	expect(findMismatch(mutation, chat, applyMutation(chat, mutation))).toBeNull();
});

describe('the server changed its mind', () => {
	test.for([
		['a pinned chat', { isPinned: true, isArchived: false }, 'Unpin it first'],
		['a chat with new messages', { isArchived: false }, 'back to the inbox']
	] as const)('about archiving %s', ([, after, words]) => {
		expect(findMismatch(toggle('archive', chat.id), chat, makeChat(after))).toContain(words);
	});

	test('about a title', () => {
		const mutation = { kind: 'title', chatID: chat.id, value: 'New' } as const;
		expect(findMismatch(mutation, chat, makeChat({ title: 'new!' }))).toContain('“new!”');
	});

	test.for([toggle('mute', 'x'), toggle('read', 'x'), toggle('pin', 'x', false)])(
		'about %j',
		(mutation) => {
			const after = makeChat({ isMuted: false, isMarkedUnread: true, isPinned: true });
			expect(findMismatch(mutation, undefined, after)).toContain('Beeper accepted the request');
		}
	);
});

test('an omitted flag counts as off, but does not prove that it is not on', () => {
	expect(isApplied(toggle('mute', 'x', false), makeChat())).toBe(true);
	expect(isApplied(toggle('mute', 'x'), makeChat())).toBeUndefined();
});

test('new messages make a chat unread again, so it is unknown whether it was marked as read', () => {
	const before = makeChat({ unreadCount: 1, lastActivity: 1 });
	expect(isApplied(toggle('read', 'x'), before, before)).toBe(false);
	expect(isApplied(toggle('read', 'x'), { ...before, lastActivity: 2 }, before)).toBeUndefined();
	const marked = makeChat({ isMarkedUnread: true, unreadCount: 1, lastActivity: 2 });
	expect(isApplied(toggle('read', 'x', false), marked, before)).toBe(true);
});

test('a reminder may be moved to a whole minute', () => {
	const value = { remindAt: 90_500, dismissOnIncomingMessage: false };
	const mutation = { kind: 'remind', chatID: 'x', value } as const;
	expect(isApplied(mutation, makeChat({ reminder: { remindAt: 60_000 } }))).toBe(true);
	expect(isApplied(mutation, makeChat({ reminder: { remindAt: 600_000 } }))).toBe(false);
});
