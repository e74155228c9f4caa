import { describe, expect, test } from 'vitest';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { ChatIndex } from '$lib/domain/chat-list/chat-index';
import { filterChats } from '$lib/domain/chat-list/filter';
import { ALL_CHATS, INBOX, type ChatFilter, type Flag } from '$lib/domain/chat-list/view';
import { makeAccount, makeChat } from '../../../fixtures/chats';
import { NOW } from './arbitrary';

const getNetwork = createNetworkIndex([
	makeAccount(),
	makeAccount({
		accountID: 'discordgo',
		bridge: { id: 'discordgo', type: 'discordgo', provider: 'cloud' },
		network: 'Discord'
	})
]);

function matches(filter: Partial<ChatFilter>, chat: Chat): boolean {
	const asked = { ...ALL_CHATS.filter, ...filter };
	return (
		filterChats(new ChatIndex(getNetwork).read([chat]), asked, () => NOW).matching.length === 1
	);
}

describe('flags', () => {
	test.for<[Flag, string, Partial<Chat>]>([
		['archived', 'archived', { isArchived: true }],
		['muted', 'muted', { isMuted: true }],
		['pinned', 'pinned', { isPinned: true }],
		['unread', 'unread messages', { unreadCount: 1 }],
		['unread', 'marked unread', { isMarkedUnread: true }],
		['mentions', 'unread mentions', { unreadMentionsCount: 1 }],
		['low-priority', 'low priority', { isLowPriority: true }],
		['read-only', 'read-only', { isReadOnly: true }],
		['draft', 'a draft', { draft: { text: 'Hi', markdown: 'Hi', attachments: [] } }],
		['reminder', 'a reminder', { reminder: { remindAt: NOW } }],
		['reminder', 'a reminder without a time', { reminder: {} }],
		['snoozed', 'a snooze', { snooze: { snoozeUntil: NOW } }],
		['disappearing', 'messages that vanish', { messageExpirySeconds: 60 }]
	])('%s=yes means %s', ([flag, , overrides]) => {
		expect(matches({ flags: { [flag]: 'yes' } }, makeChat(overrides))).toBe(true);
		expect(matches({ flags: { [flag]: 'no' } }, makeChat(overrides))).toBe(false);
	});

	test.for<[Flag, string, Partial<Chat>]>([
		['archived', 'silence', {}],
		['mentions', 'silence', {}],
		['draft', 'no draft', { draft: null }],
		['reminder', 'no reminder', { reminder: null }],
		['snoozed', 'no snooze', { snooze: null }],
		['disappearing', 'a timer of 0', { messageExpirySeconds: 0 }],
		['disappearing', 'no timer', { messageExpirySeconds: null }]
	])('%s=no: so is %s', ([flag, , overrides]) => {
		expect(matches({ flags: { [flag]: 'no' } }, makeChat(overrides))).toBe(true);
		expect(matches({ flags: { [flag]: 'yes' } }, makeChat(overrides))).toBe(false);
	});

	test('all of them must hold', () => {
		const { flags } = INBOX.filter;
		expect(matches({ flags }, makeChat())).toBe(true);
		expect(matches({ flags }, makeChat({ isLowPriority: true }))).toBe(false);
	});
});

describe('network', () => {
	const chat = makeChat({ accountID: 'discordgo', network: 'Discord' });
	test.for([
		[['discordgo'], true],
		[['Discord'], true],
		[['DISCORD'], true],
		[['whatsapp', 'discord'], true],
		[['whatsapp'], false],
		[['disc'], false]
	] as const)('any of %s', ([networks, expected]) => {
		expect(matches({ networks }, chat)).toBe(expected);
	});
});

describe('account and type', () => {
	test.for<[string, Partial<ChatFilter>, boolean]>([
		['any of the accounts', { accountIDs: ['signal', 'whatsapp'] }, true],
		['none of the accounts', { accountIDs: ['signal', 'what'] }, false],
		['the type', { type: 'single' }, true],
		['another type', { type: 'group' }, false]
	])('%s', ([, filter, expected]) => {
		expect(matches(filter, makeChat({ accountID: 'whatsapp', type: 'single' }))).toBe(expected);
	});
});

describe('last activity', () => {
	const startOfDay = new Date(2026, 0, 5).getTime();
	const date = '2026-01-05';
	test.for<[string, Partial<ChatFilter>, number | undefined, boolean]>([
		['before a day: not its first moment', { activeBefore: { date } }, startOfDay, false],
		['before a day: the moment before it', { activeBefore: { date } }, startOfDay - 1, true],
		['after a day: from its first moment', { activeAfter: { date } }, startOfDay, true],
		['after a day: not the moment before it', { activeAfter: { date } }, startOfDay - 1, false],
		['before 1d: just 24 hours', { activeBefore: { daysAgo: 1 } }, NOW - 86_400_000, false],
		['before 1d: longer', { activeBefore: { daysAgo: 1 } }, NOW - 86_400_001, true],
		['after 1d: just 24 hours', { activeAfter: { daysAgo: 1 } }, NOW - 86_400_000, true],
		['after 1d: longer', { activeAfter: { daysAgo: 1 } }, NOW - 86_400_001, false],
		['not known is not before', { activeBefore: { date } }, undefined, false],
		['not known is not after', { activeAfter: { date } }, undefined, false]
	])('%s', ([, filter, lastActivity, expected]) => {
		const chat = makeChat(lastActivity === undefined ? {} : { lastActivity });
		expect(matches(filter, chat)).toBe(expected);
	});
});

describe('capabilities', () => {
	const full = { path: 'edit', value: 'full' };
	test.for<[string, ChatFilter['capabilities'], Chat['capabilities'], boolean]>([
		['the word it says', [full], { edit: 'full' }, true],
		['another word', [full], { edit: 'partial' }, false],
		['all of them', [full, { path: 'poll', value: 'unstated' }], { edit: 'full' }, true],
		['one of them not', [full, { path: 'poll', value: 'full' }], { edit: 'full' }, false],
		['no capabilities', [{ path: 'poll', value: 'unreported' }], undefined, true],
		[
			'a list, its items in any order',
			[{ path: 'allowedReactions', value: '👍,❤️,🔥' }],
			{ allowedReactions: ['❤️', '🔥', '👍', '👍'] },
			true
		],
		['silence is not "unsupported"', [{ path: 'poll', value: 'unsupported' }], {}, false]
	])('%s', ([, tests, capabilities, expected]) => {
		const chat = makeChat(capabilities ? { capabilities } : {});
		expect(matches({ capabilities: tests }, chat)).toBe(expected);
	});
});

describe('a merged chat', () => {
	const merged = makeChat({
		merge: { chatIDs: ['!wa', '!discord'] },
		members: [
			makeChat({ id: '!wa', accountID: 'whatsapp', capabilities: { edit: 'full' } }),
			makeChat({
				id: '!discord',
				accountID: 'discordgo',
				network: 'Discord',
				capabilities: { edit: 'rejected' }
			})
		]
	});
	const full = [{ path: 'edit', value: 'full' }];
	test.for<[string, Partial<ChatFilter>, boolean]>([
		['the network of one member', { networks: ['discord'] }, true],
		['the capability of one member', { capabilities: full }, true],
		['network and capability of one member', { networks: ['whatsapp'], capabilities: full }, true],
		['network and capability of two', { networks: ['discord'], capabilities: full }, false],
		['account and capability of two', { accountIDs: ['discordgo'], capabilities: full }, false],
		['network and account of one', { networks: ['whatsapp'], accountIDs: ['whatsapp'] }, true],
		['network and account of two', { networks: ['whatsapp'], accountIDs: ['discordgo'] }, false]
	])('%s', ([, filter, expected]) => {
		expect(matches(filter, merged)).toBe(expected);
	});
});

test('text is looked for as search does', () => {
	expect(matches({ q: 'elan' }, makeChat({ title: 'Élan vital' }))).toBe(true);
	expect(matches({ q: 'elan' }, makeChat({ title: 'Lunch' }))).toBe(false);
});
