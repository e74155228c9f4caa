import { expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { groupChats } from '$lib/domain/views/group';
import type { Grouping } from '$lib/domain/chat-list/view';
import { makeAccount, makeChat } from '../../../fixtures/chats';
import { shownAs } from '../../../fixtures/views';
import { NOW } from '../chat-list/arbitrary';

const accounts = [makeAccount()];
const getNetwork = createNetworkIndex(accounts);
const context = { now: NOW, accounts };
const midnight = new Date(2026, 0, 12).getTime();

test.for<[Grouping, Partial<Chat>[], [key: string, label: string, ids: string[]][]]>([
	[
		'network',
		[{ id: '1' }, { id: '2', accountID: 'signal', network: 'Signal' }, { id: '3' }],
		[
			['whatsapp', 'WhatsApp', ['1', '3']],
			['signal', 'Signal', ['2']]
		]
	],
	[
		'account',
		[
			{ id: '1', accountID: 'slackgo.T1', network: 'Slack' },
			{ id: '2' },
			{ id: '3', accountID: '', network: '' }
		],
		[
			['slackgo.T1', 'Slack, slackgo.T1', ['1']],
			['whatsapp', 'WhatsApp, Ada Example', ['2']],
			['', 'Unknown network, unknown account', ['3']]
		]
	],
	[
		'type',
		[
			{ id: '1', type: 'group' },
			{ id: '2', type: 'single' },
			{ id: '3', type: 'channel' },
			{ id: '4', type: 'group' }
		],
		[
			['group', 'Group chats', ['1', '4']],
			['single', 'Direct chats', ['2']],
			['channel', 'channel', ['3']]
		]
	],
	[
		'day',
		[
			{ id: '1', lastActivity: NOW },
			{ id: '2', lastActivity: midnight },
			{ id: '3', lastActivity: midnight - 1 },
			{ id: '4', lastActivity: new Date(2026, 0, 5, 23).getTime() },
			{ id: '5' }
		],
		[
			['2026-01-12', 'Today', ['1', '2']],
			['2026-01-11', 'Yesterday', ['3']],
			['2026-01-05', 'Monday 5 January 2026', ['4']],
			['', 'No activity', ['5']]
		]
	]
])('by %s, in the order of the first chats', ([grouping, chats, expected]) => {
	const groups = groupChats(
		shownAs(
			chats.map((overrides) => makeChat(overrides)),
			getNetwork
		),
		grouping,
		context
	);
	expect(groups.map(({ key, label, chats }) => [key, label, chats.map(({ id }) => id)])).toEqual(
		expected
	);
});

test('no chats are no groups', () => {
	expect(groupChats(shownAs([]), 'day', context)).toEqual([]);
});
