import { expect, test } from 'vitest';
import { createNetworkIndex } from '$lib/domain/network';
import { showChats } from '$lib/domain/views/show';
import { ALL_CHATS, INBOX } from '$lib/domain/views/view';
import { makeChat } from '../../../fixtures/chats';
import { NOW } from './arbitrary';

const context = { networkOf: createNetworkIndex([]), now: NOW };
const chats = [
	makeChat({ id: 'old', lastActivity: 1 }),
	makeChat({ id: 'archived', lastActivity: 2, isArchived: true }),
	makeChat({ id: 'low', lastActivity: 3, isLowPriority: true }),
	makeChat({ id: 'new', lastActivity: 4 })
];

test('the inbox is what is neither archived nor low priority, newest first', () => {
	expect(showChats(chats, INBOX, context).map(({ id }) => id)).toEqual(['new', 'old']);
});

test('without a filter every chat is shown', () => {
	expect(showChats(chats, ALL_CHATS, context).map(({ id }) => id)).toEqual([
		'new',
		'low',
		'archived',
		'old'
	]);
});
