import fc from 'fast-check';
import type { Chat } from '$lib/domain/chat/chat';
import { setGroupOrder } from '$lib/domain/chat-list/change-view';
import { TURNS } from '$lib/domain/chat/waiting';
import {
	DUE_SPANS,
	FLAGS,
	GROUP_ORDERS,
	GROUPINGS,
	LAYOUTS,
	SORT_KEYS,
	type ActivityBound,
	type ChatFilter,
	type ChatSort,
	type ChatView,
	type Flag,
	type YesNo
} from '$lib/domain/chat-list/view';
import { makeChat } from '../../../fixtures/chats';

/** 2026-01-12 14:05 in Vienna, a Monday. */
export const NOW = Date.UTC(2026, 0, 12, 13, 5);

function maybe<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
	return fc.option(arbitrary, { nil: undefined });
}

export const anyFlags: fc.Arbitrary<Partial<Record<Flag, YesNo>>> = fc
	.uniqueArray(fc.tuple(fc.constantFrom(...FLAGS), fc.constantFrom<YesNo>('yes', 'no')), {
		selector: ([flag]) => flag,
		maxLength: 3
	})
	.map((answers) => {
		const flags: Partial<Record<Flag, YesNo>> = {};
		for (const [flag, answer] of answers) flags[flag] = answer;
		return flags;
	});

const anyDay = fc
	.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

export const anyBound: fc.Arbitrary<ActivityBound> = fc.oneof(
	anyDay.map((date) => ({ date })),
	fc
		.tuple(anyDay, fc.integer({ min: 0, max: 23 }))
		.map(([day, hour]) => ({ date: `${day}T${String(hour).padStart(2, '0')}` })),
	fc.nat(99_999).map((daysAgo) => ({ daysAgo }))
);

const anyWord = fc.string({ unit: 'binary', minLength: 1 }).filter((word) => word.trim() !== '');

/** Filters with any words that URLs can contain. */
export const anyFilter: fc.Arbitrary<ChatFilter> = fc
	.record({
		flags: anyFlags,
		networks: fc.uniqueArray(anyWord, { maxLength: 3 }),
		accountIDs: fc.uniqueArray(anyWord, { maxLength: 3 }),
		labelIDs: fc.uniqueArray(anyWord, { maxLength: 3 }),
		type: maybe(fc.constantFrom('single' as const, 'group' as const)),
		waiting: maybe(fc.constantFrom(...TURNS)),
		due: maybe(fc.constantFrom(...DUE_SPANS)),
		q: fc.string({ unit: 'binary' }),
		activeBefore: maybe(anyBound),
		activeAfter: maybe(anyBound),
		participantsOver: maybe(fc.nat(999_999)),
		capabilities: fc.uniqueArray(
			fc.record({ path: anyWord.filter((path) => !path.includes(':')), value: anyWord }),
			{ maxLength: 3, selector: ({ path, value }) => `${path}:${value}` }
		)
	} satisfies Record<keyof ChatFilter, unknown>)
	.map(({ type, waiting, due, activeBefore, activeAfter, participantsOver, ...rest }) => ({
		...rest,
		...(participantsOver !== undefined && { participantsOver }),
		...(type && { type }),
		...(waiting && { waiting }),
		...(due && { due }),
		...(activeBefore && { activeBefore }),
		...(activeAfter && { activeAfter })
	}));

export const anySort: fc.Arbitrary<ChatSort> = fc.record({
	key: fc.constantFrom(...SORT_KEYS),
	reversed: fc.boolean()
});

export const anyView: fc.Arbitrary<ChatView> = fc
	.record({
		filter: anyFilter,
		sort: anySort,
		group: maybe(fc.constantFrom(...GROUPINGS)),
		groupOrder: maybe(fc.constantFrom(...GROUP_ORDERS)),
		layout: fc.constantFrom(...LAYOUTS)
	})
	.map(({ group, groupOrder, ...rest }) =>
		setGroupOrder({ ...rest, ...(group && { group }) }, groupOrder)
	);

/** Overdue, later today, in five days and in ten. */
const anyTimes = [-1, 1, 120, 240].map((hours) => NOW + hours * 3_600_000);

/** Chats of single networks. */
const anyUnmergedChat: fc.Arbitrary<Chat> = fc
	.record(
		{
			accountID: fc.constantFrom('whatsapp', 'signal', 'slackgo.T1', ''),
			title: fc.constantFrom('', 'Élan', 'elan', 'Chat 2', 'chat 10'),
			type: fc.constantFrom('single', 'group', 'channel'),
			unreadCount: fc.nat(2),
			participants: fc.nat(3).map((total) => ({ items: [], hasMore: false, total })),
			lastActivity: fc.constantFrom(NOW, NOW - 1, NOW - 40 * 86_400_000),
			capabilities: fc.constantFrom({ edit: 'full' as const }, { edit: 'rejected' as const }),
			isArchived: fc.boolean(),
			isMuted: fc.boolean(),
			isPinned: fc.boolean(),
			isMarkedUnread: fc.boolean(),
			isLowPriority: fc.boolean(),
			isReadOnly: fc.boolean(),
			unreadMentionsCount: fc.nat(1),
			messageExpirySeconds: fc.constantFrom(null, 0, 60),
			draft: fc.constantFrom(null, { text: 'Hi', markdown: 'Hi', attachments: [] }),
			preview: fc.record(
				{
					id: fc.constant('last'),
					type: fc.constantFrom('TEXT', 'REACTION', 'NOTICE'),
					isSender: fc.boolean(),
					attachments: fc.constant([])
				},
				{ requiredKeys: ['id', 'attachments'] }
			),
			reminder: fc.constantFrom(null, {}, ...anyTimes.map((remindAt) => ({ remindAt }))),
			snooze: fc.constantFrom(null, {}, ...anyTimes.map((snoozeUntil) => ({ snoozeUntil }))),
			labels: fc.subarray(['work', 'home', 'club']).map((ids) => ids.map((id) => ({ id })))
		},
		{ requiredKeys: ['accountID', 'title', 'type', 'unreadCount', 'participants'] }
	)
	.map((overrides) => makeChat({ ...overrides, network: '' }));

/** Chats with few different values, so that many share them; some are merged chats. */
export const anyChat: fc.Arbitrary<Chat> = fc
	.tuple(anyUnmergedChat, maybe(fc.array(anyUnmergedChat, { maxLength: 3 })))
	.map(([chat, members]) =>
		members ? { ...chat, merge: { chatIDs: ['!member'] }, members } : chat
	);

/** Filters for these values. */
export const anyWorldlyFilter: fc.Arbitrary<ChatFilter> = fc
	.record({
		flags: anyFlags,
		networks: fc.subarray(['whatsapp', 'Signal', 'slack']),
		accountIDs: fc.subarray(['whatsapp', 'slackgo.T1', '']),
		labelIDs: fc.subarray(['work', 'home']),
		type: maybe(fc.constantFrom('single' as const, 'group' as const)),
		waiting: maybe(fc.constantFrom(...TURNS)),
		due: maybe(fc.constantFrom(...DUE_SPANS)),
		q: fc.constantFrom('', 'ELAN', 'chat'),
		activeAfter: maybe(fc.constant({ daysAgo: 30 })),
		participantsOver: maybe(fc.constant(1)),
		capabilities: fc.constantFrom(
			[],
			[{ path: 'edit', value: 'unreported' }],
			[{ path: 'edit', value: 'full' }]
		)
	})
	.map(({ type, waiting, due, activeAfter, participantsOver, ...rest }) => ({
		...rest,
		...(participantsOver !== undefined && { participantsOver }),
		...(type && { type }),
		...(waiting && { waiting }),
		...(due && { due }),
		...(activeAfter && { activeAfter })
	}));
