import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { toDay } from '$lib/format/time';
import { groupChats } from '$lib/domain/chat-list/group';
import type { Grouping, GroupOrder } from '$lib/domain/chat-list/view';
import { makeAccount, makeChat } from '../../../fixtures/chats';
import { indexInOrder } from '../../../fixtures/views';
import { NOW } from './arbitrary';

const accounts = [makeAccount()];
const getNetwork = createNetworkIndex(accounts);
const labelNames = new Map([
	['!home', 'Home'],
	['!work', 'Work']
]);
const context = { now: NOW, accounts, labelNames, order: 'sort' as const };
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
		'label',
		[
			{ id: '1' },
			{ id: '2', labels: [{ id: '!home' }, { id: '!work' }] },
			{ id: '3', labels: [{ id: '!work' }, { id: '!home' }] },
			{ id: '4', labels: [{ id: '!work' }] }
		],
		[
			['', 'No label', ['1']],
			['!home\n!work', 'Home, Work', ['2', '3']],
			['!work', 'Work', ['4']]
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
		'due',
		[
			{ id: '1', reminder: { remindAt: NOW - 1 } },
			{ id: '2', reminder: { remindAt: NOW + 1 } },
			{ id: '3', snooze: { snoozeUntil: new Date(2026, 0, 13, 9).getTime() } },
			{ id: '4', reminder: { remindAt: new Date(2026, 0, 14, 9).getTime() } },
			{ id: '5', reminder: { remindAt: midnight - 1 } },
			{ id: '6', reminder: {} }
		],
		[
			['overdue', 'Overdue', ['1', '5']],
			['2026-01-12', 'Today', ['2']],
			['2026-01-13', 'Tomorrow', ['3']],
			['2026-01-14', 'Wednesday 14 January 2026', ['4']],
			['', 'No date', ['6']]
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
		indexInOrder(
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

test.for<[GroupOrder, Grouping, string[]]>([
	['size', 'label', ['Work', 'Home', 'No label']],
	['name', 'label', ['Home', 'Work', 'No label']],
	['sort', 'label', ['No label', 'Home', 'Work']],
	['size', 'network', ['WhatsApp']]
])('in the order of %s, groups by %s are %j', ([order, grouping, labels]) => {
	const chats = [
		makeChat(),
		makeChat(),
		makeChat(),
		makeChat({ labels: [{ id: '!home' }] }),
		makeChat({ labels: [{ id: '!work' }] }),
		makeChat({ labels: [{ id: '!work' }] })
	];
	const groups = groupChats(indexInOrder(chats, getNetwork), grouping, { ...context, order });
	expect(groups.map(({ label }) => label)).toEqual(labels);
});

test('a group counts its unread chats and those that mention the user', () => {
	const chats = [
		makeChat({ unreadCount: 7, unreadMentionsCount: 2 }),
		makeChat({ isMarkedUnread: true }),
		makeChat({ unreadMentionsCount: 0 })
	];
	const [group] = groupChats(indexInOrder(chats, getNetwork), 'type', context);
	expect(group).toMatchObject({ unread: 2, mentions: 1 });
});

test('no chats are no groups', () => {
	expect(groupChats(indexInOrder([]), 'day', context)).toEqual([]);
});

const { TZ } = process.env;
afterEach(() => {
	process.env.TZ = TZ;
});

// Clocks that change at midnight, a skipped day, and zones with offsets of half hours or seconds.
test.for([
	'Europe/Vienna',
	'America/New_York',
	'America/St_Johns',
	'America/Sao_Paulo',
	'Pacific/Apia',
	'Asia/Kathmandu',
	'Africa/Monrovia',
	'UTC'
])('two chats stand under one day exactly if they are of one calendar day, in %s', (zone) => {
	process.env.TZ = zone;
	const anyInstant = fc.oneof(
		fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 0, 1) }),
		fc.integer({ min: Date.UTC(2011, 11, 28), max: Date.UTC(2012, 0, 2) }),
		fc.integer({ min: Date.UTC(1965, 0, 1), max: Date.UTC(1975, 0, 1) }),
		fc.integer({ min: -62e12, max: 250e12 })
	);
	const near = fc.tuple(anyInstant, fc.integer({ min: -90_000_000, max: 90_000_000 }));
	fc.assert(
		fc.property(near, ([instant, apart]) => {
			const chats = [instant, instant + apart].map((lastActivity) => makeChat({ lastActivity }));
			const isOneDay = toDay(instant) === toDay(instant + apart);
			expect(groupChats(indexInOrder(chats), 'day', context)).toHaveLength(isOneDay ? 1 : 2);
		})
	);
});
