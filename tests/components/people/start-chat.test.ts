import { expect, test } from 'vitest';
import { createOpeningMutation, type NewChatInput } from '$lib/components/people/start-chat';

const BOB = { id: 'bob', fullName: 'Bob', phoneNumber: '+15550100', isSelf: false };
const EVE = { id: 'eve' };

function makeOrder(overrides: Partial<NewChatInput>): NewChatInput {
	return {
		accountID: 'whatsapp',
		type: 'single',
		people: [BOB],
		title: '',
		messageText: '',
		...overrides
	};
}

test.for([
	[
		'a direct chat is started by all that is known of the person',
		{ messageText: ' Hi ' },
		true,
		{
			kind: 'start',
			accountID: 'whatsapp',
			user: { id: 'bob', fullName: 'Bob', phoneNumber: '+15550100' },
			messageText: 'Hi'
		}
	],
	[
		'on older servers it is created',
		{ title: 'not of direct chats' },
		false,
		{ kind: 'create', accountID: 'whatsapp', type: 'single', participantIDs: ['bob'] }
	],
	[
		'a group is created, even of one',
		{ type: 'group', title: ' Trip ' },
		true,
		{
			kind: 'create',
			accountID: 'whatsapp',
			type: 'group',
			participantIDs: ['bob'],
			title: 'Trip'
		}
	],
	[
		'a group without a title or a message sends neither',
		{ type: 'group', title: ' ', messageText: ' ', people: [BOB, EVE] },
		true,
		{ kind: 'create', accountID: 'whatsapp', type: 'group', participantIDs: ['bob', 'eve'] }
	],
	['nobody is no chat', { people: [] }, true, null],
	['no account is no chat', { accountID: '' }, true, null]
] as const)('%s', ([, overrides, canStart, mutation]) => {
	expect(createOpeningMutation(makeOrder(overrides), canStart)).toEqual(mutation);
});
