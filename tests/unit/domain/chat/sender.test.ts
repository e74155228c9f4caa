import { expect, test } from 'vitest';
import { createNaming } from '$lib/components/messages/naming';
import { formatSender } from '$lib/components/chat-grid/chat-labels';
import type { Chat } from '$lib/domain/chat/chat';
import { createAnonymizer } from '$lib/domain/privacy/anonymizer';
import { nameSender } from '$lib/domain/chat/sender';
import { makeChat } from '../../../fixtures/chats';

const senderID = '@whatsapp_lid-98765:beeper.local';

function makeChatWithSelf(
	type: string,
	title: string,
	...items: Chat['participants']['items']
): Chat {
	const self = { id: '@me:beeper.local', fullName: 'Ada', isSelf: true };
	return makeChat({
		type,
		title,
		participants: { items: [self, ...items], hasMore: false, total: 2 }
	});
}

test.for([
	[
		'the name with the message',
		makeChatWithSelf('single', 'Kim'),
		{ senderName: 'Kim K' },
		'Kim K'
	],
	[
		'a member’s name',
		makeChatWithSelf('group', 'Lunch', { id: senderID, fullName: 'Kim' }),
		{},
		'Kim'
	],
	[
		'the other of a direct chat',
		makeChatWithSelf('single', '', { id: '2', fullName: 'Kim' }),
		{},
		'Kim'
	],
	['a direct chat’s title', makeChatWithSelf('single', 'Kim', { id: senderID }), {}, 'Kim'],
	[
		'no ID',
		makeChatWithSelf('group', 'Lunch', { id: senderID }),
		{ senderName: senderID },
		'Unknown sender'
	],
	['no blank', makeChatWithSelf('group', 'Lunch'), { senderName: '\u2800' }, 'Unknown sender'],
	['no blank title', makeChatWithSelf('single', '\u200b'), {}, 'Unknown sender']
] as const)('a sender is called by %s', ([, chat, sender, expected]) => {
	expect(nameSender(chat, { senderID, ...sender })).toBe(expected);
	expect(createNaming(chat, [])(senderID)).not.toContain('beeper.local');
});

test('the last message of a group always has a sender', () => {
	const preview = { id: '1', senderID, text: 'Hi', attachments: [] };
	expect(formatSender({ ...makeChatWithSelf('group', 'Lunch'), preview })).toBe('Unknown sender');
	expect(formatSender({ ...makeChatWithSelf('single', 'Kim'), preview })).toBe('');
});

test('in Privacy mode the sender of the last message is called what the member is called', () => {
	const chat = makeChatWithSelf('group', 'Lunch', { id: senderID, fullName: 'Kim' });
	const preview = { id: '1', senderID, text: 'Hi', attachments: [] };
	const shown = createAnonymizer('salt').chat({ ...chat, preview });
	expect(formatSender(shown)).toBe(shown.participants.items[1]?.fullName);
	expect(JSON.stringify(shown)).not.toContain('98765');
});
