import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import ChangeWords from '$lib/components/activity/ChangeWords.svelte';
import type { LogEntry } from '$lib/domain/mutations/result';
import type { Mutation } from '$lib/domain/mutations/mutation';
import type { Chat } from '$lib/domain/chat/chat';
import { makeChat } from '../../fixtures/chats';
import { toggle } from '../../fixtures/writes';

function open(mutation: Mutation, before?: Chat, after?: Chat, outcome?: LogEntry['outcome']) {
	const entry: LogEntry = {
		id: 1,
		groupId: 1,
		at: 0,
		mutation,
		before,
		after,
		outcome: outcome ?? { kind: 'done', mismatch: null },
		status: 200,
		answer: '',
		undo: [],
		undoUntil: 0,
		isUndone: false
	};
	const { container } = render(ChangeWords, { entry });
	return container.textContent?.replace(/\s+/g, ' ').trim();
}

test('the value before comes first, then the value after', () => {
	const chat = makeChat({ isMuted: false });
	expect(open(toggle('mute', chat.id), chat, { ...chat, isMuted: true })).toBe(
		'Mute not muted →to muted'
	);
});

test('a pending mutation shows no value after it', () => {
	const chat = makeChat({ isMuted: false });
	expect(open(toggle('mute', chat.id), chat, undefined, { kind: 'pending' })).toBe(
		'Mute not muted →to …'
	);
});

test('long values are cut, before and after', () => {
	const before = makeChat({ description: 'Old '.repeat(500) });
	const after = { ...before, description: 'New '.repeat(500) };
	const words = open({ kind: 'description', chatID: before.id, value: '' }, before, after);
	expect(words?.length).toBeLessThan(600);
	for (const what of ['what it was before', 'what it is now']) {
		const name = new RegExp(`^Show more of ${what}`);
		expect(screen.getByRole('button', { name })).toBeTruthy();
	}
});

test.for<[Mutation, string]>([
	[{ kind: 'start', accountID: 'a', user: { id: '1', fullName: 'Ada' } }, 'Start chat Ada'],
	[{ kind: 'start', accountID: 'a', user: { phoneNumber: '+1555' } }, 'Start chat +1555'],
	[
		{ kind: 'create', accountID: 'a', participantIDs: ['1', '2'], type: 'group' },
		'Create chat 2 people'
	],
	[
		{ kind: 'create', accountID: 'a', participantIDs: ['1'], type: 'group', title: 'Lunch' },
		'Create chat Lunch'
	],
	[{ kind: 'notify-anyway', chatID: 'a' }, 'Notify anyway']
])('%j: %s', ([mutation, words]) => {
	expect(open(mutation)).toBe(words);
});
