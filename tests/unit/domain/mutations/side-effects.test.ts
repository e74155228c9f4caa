import { describe, expect, test } from 'vitest';
import {
	countSideEffects,
	findLosses,
	findSideEffects,
	joinSideEffects
} from '$lib/domain/mutations/side-effects';
import { toUndo } from '$lib/domain/mutations/undo';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { makeChat } from '../../../fixtures/chats';
import { toggle } from '../../../fixtures/writes';

const chatID = '!a';
const NOW = 1_000;
const chat = makeChat({
	id: chatID,
	isArchived: false,
	isMuted: false,
	isPinned: false,
	isLowPriority: false,
	draft: null,
	reminder: null,
	lastActivity: 1
});
const DRAFT = { text: 'Hi', markdown: 'Hi', attachments: [] };

describe('side effects of a mutation', () => {
	test.for([
		['marked as read', { unreadCount: 3 }, { unreadCount: 0 }, 'read', true],
		['marked as unread', {}, { isMarkedUnread: true }, 'read', false],
		['archived', {}, { isArchived: true }, 'archive', true],
		['unarchived', { isArchived: true }, { isArchived: false }, 'archive', false],
		['unpinned', { isPinned: true }, { isPinned: false }, 'pin', false],
		['muted', {}, { isMuted: true }, 'mute', true],
		['moved to low priority', {}, { isLowPriority: true }, 'low-priority', true],
		['cleared its reminder', { reminder: { remindAt: 2_000 } }, { reminder: null }, 'remind', null],
		['cleared its draft', { draft: DRAFT }, { draft: null }, 'draft', null]
	] as const)('%s', ([words, was, is, kind, value]) => {
		const mutation: Mutation = { kind: 'notify-anyway', chatID };
		const found = findSideEffects(mutation, { ...chat, ...was }, { ...chat, ...is }, NOW);
		expect(found).toEqual([{ kind, chatID, value }]);
		expect(joinSideEffects('Notified', found)).toBe(`Notified and ${words}`);
	});

	test.for([
		['what was asked for', {}, { isArchived: true }],
		[
			'new messages',
			{ unreadCount: 1 },
			{ unreadCount: 4, lastActivity: 9, unreadMentionsCount: 1 }
		],
		['the first new message', {}, { unreadCount: 1, lastActivity: 9 }],
		['what others may have changed', {}, { title: 'New', messageExpirySeconds: 60 }],
		['a draft that was typed elsewhere', {}, { draft: DRAFT }],
		['a reminder that was set elsewhere', {}, { reminder: { remindAt: 5_000 } }],
		['a reminder that was due', { reminder: { remindAt: 900 } }, { reminder: null }]
	] as const)('is not %s', ([, was, is]) => {
		const [before, after] = [
			{ ...chat, ...was },
			{ ...chat, ...is }
		];
		expect(findSideEffects(toggle('archive', chatID), before, after, NOW)).toEqual([]);
	});

	test('is not what was not told before, or is not now', () => {
		const untold = makeChat({ id: chatID });
		const told = { ...chat, isMuted: true, isPinned: true, isArchived: true };
		for (const [before, after] of [
			[untold, told],
			[told, untold]
		] as const)
			expect(findSideEffects(toggle('read', chatID), before, after, NOW)).toEqual([]);
	});
});

describe('is taken back with it', () => {
	test('each to its earlier value, in an order in which all of it lasts', () => {
		const before = { ...chat, isPinned: true, unreadCount: 2 };
		const after = { ...chat, isArchived: true };
		const mutation = toggle('archive', chatID);
		const sideEffects = findSideEffects(mutation, before, after, NOW);
		expect(toUndo(before, mutation, after, sideEffects)).toEqual([
			toggle('archive', chatID, false),
			toggle('read', chatID, false),
			toggle('pin', chatID)
		]);
	});

	test('an archived chat goes back there last', () => {
		const before = { ...chat, isArchived: true, unreadCount: 2 };
		const mutation = toggle('pin', chatID);
		const after = { ...chat, isPinned: true };
		const sideEffects = findSideEffects(mutation, before, after, NOW);
		expect(toUndo(before, mutation, after, sideEffects)).toEqual([
			toggle('pin', chatID, false),
			toggle('read', chatID, false),
			toggle('archive', chatID)
		]);
	});

	test('even where the write itself did nothing', () => {
		const before = { ...chat, unreadCount: 1 };
		const mutation = toggle('archive', chatID);
		const sideEffects = findSideEffects(mutation, before, chat, NOW);
		expect(toUndo(before, mutation, chat, sideEffects)).toEqual([toggle('read', chatID, false)]);
	});
});

test.for([
	['all', { isArchived: true }, { isArchived: true }, []],
	['a count', { unreadCount: 3 }, { isMarkedUnread: true }, ['unread count']],
	['a mark', { isMarkedUnread: true }, {}, ['read status']],
	['a place', {}, { isArchived: true }, ['archive status']],
	['a draft', { draft: DRAFT }, {}, ['draft']],
	['nothing to new messages', {}, { unreadCount: 2 }, []],
	['nothing of what it was not about', { isMuted: true }, {}, []]
] as const)('an undo may lose %s', ([, was, is, losses]) => {
	const touched = [{ kind: 'archive' }, { kind: 'read' }, { kind: 'draft' }] as const;
	expect(findLosses({ ...chat, ...was }, { ...chat, ...is }, touched)).toEqual(losses);
});

test('many are counted by what they are', () => {
	const effects = [
		toggle('read', 'a'),
		toggle('read', 'b'),
		toggle('pin', 'a', false),
		{ kind: 'draft', chatID: 'a', value: null } as const
	];
	expect(countSideEffects(effects)).toEqual([
		'2 were also marked as read',
		'1 was also unpinned',
		'1 also lost their draft'
	]);
});
