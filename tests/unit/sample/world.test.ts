import { describe, expect, test } from 'vitest';
import { findAccountTroubles } from '$lib/domain/chat/account-troubles';
import { ACCOUNTS } from '$lib/sample/accounts';
import { FACTS } from '$lib/sample/reduced-facts';
import { getLastMessage, makeThread } from '$lib/sample/make-thread';
import type { WireChat } from '$lib/sample/api-types';
import { makeSampleWorld, NOW } from '../../fixtures/sample';

function makeWireChats(options: Parameters<typeof makeSampleWorld>[0] = {}): WireChat[] {
	return makeSampleWorld(options).chats.map(({ chat }) => chat);
}

test('equal seeds give equal worlds, other seeds others', () => {
	expect(makeWireChats()).toEqual(makeWireChats());
	expect(makeWireChats({ seed: 2 })).not.toEqual(makeWireChats());
});

test.for([0, 1, 25, 400, 3000])(
	'makes %i chats, newest first, each with an ID of its own',
	(chats) => {
		const { chats: records } = makeSampleWorld({ chats });
		const times = records.map(({ activity }) => activity);
		expect(new Set(records.map(({ chat }) => chat.id)).size).toBe(chats);
		expect(new Set(times).size).toBe(chats);
		expect(times).toEqual(times.toSorted((one, other) => other - one));
		expect(times.every((time) => time < NOW)).toBe(true);
	}
);

test('one account needs attention, and one is busy', () => {
	const accounts = ACCOUNTS.map(({ account }) => account);
	expect([...findAccountTroubles(accounts).values()]).toEqual(['Signed out by LINE']);
	expect(accounts.filter(({ status }) => status === 'backfilling')).toHaveLength(1);
});

test('with a rhythm it has the same chats in the same order, active by day and on working days', () => {
	const even = makeSampleWorld({ chats: 3000 }).chats;
	const { chats } = makeSampleWorld({ chats: 3000, hasRhythm: true });
	expect(chats.map(({ chat }) => chat.id)).toEqual(even.map(({ chat }) => chat.id));
	const dates = chats.map(({ activity }) => new Date(activity));
	const atNight = dates.filter((date) => date.getHours() < 6).length;
	const atWeekends = dates.filter((date) => [0, 6].includes(date.getDay())).length;
	expect(atNight).toBeLessThan(chats.length / 12);
	expect(atWeekends).toBeLessThan(chats.length / 4);
	expect(chats.every(({ activity }) => activity < NOW)).toBe(true);
	for (const { chat } of chats) {
		const due = chat.reminder?.remindAt ?? chat.snooze?.snoozeUntil;
		if (due) expect(new Date(due).getMinutes()).toBe(0);
		if (chat.snooze?.snoozeUntil) expect(Date.parse(chat.snooze.snoozeUntil)).toBeGreaterThan(NOW);
	}
});

describe.for([1, 2, 3])('400 chats of seed %i', (seed) => {
	const chats = makeWireChats({ seed });

	test.for<[string, (chat: WireChat) => unknown]>([
		['archived', (chat) => chat.isArchived],
		['muted', (chat) => chat.isMuted],
		['pinned', (chat) => chat.isPinned],
		['low priority', (chat) => chat.isLowPriority],
		['unread', (chat) => chat.unreadCount > 0],
		['marked unread, with nothing unread', (chat) => chat.isMarkedUnread && !chat.unreadCount],
		['mentioning the user', (chat) => chat.unreadMentionsCount],
		['with a draft', (chat) => chat.draft?.text],
		['with a file in its draft', (chat) => chat.draft?.attachments],
		['with a reminder', (chat) => chat.reminder?.remindAt],
		['snoozed', (chat) => chat.snooze?.snoozeUntil],
		['read-only', (chat) => chat.isReadOnly],
		['disappearing', (chat) => chat.messageExpirySeconds],
		['not reporting capabilities', (chat) => !chat.capabilities],
		['not reporting whether it is read-only', (chat) => chat.isReadOnly === undefined],
		['with more than a thousand participants', (chat) => chat.participants.total > 1000],
		['without a title', (chat) => chat.title.trim() === ''],
		['without any activity', (chat) => chat.lastActivity === undefined],
		['with an ID like a path and a query', (chat) => /\/.*\?|\/.*%|%\//.test(chat.id)],
		['with an ID of iMessage', (chat) => chat.id.startsWith('imsg##thread:any;-;+1')],
		['without a local ID', (chat) => chat.localChatID === null]
	])('has chats %s', ([, fits]) => {
		expect(chats.filter(fits)).not.toHaveLength(0);
	});

	test('has chats of every kind of every network but Tumblr, which only the reference knows', () => {
		const reported = new Set(chats.map(({ capabilities }) => capabilities));
		for (const { bridgeType, variants } of FACTS)
			for (const kind of bridgeType === 'tumblrdms' ? [] : variants)
				expect([...reported]).toContainEqual(kind.capabilities);
	});

	test('has direct chats and groups of the big networks', () => {
		for (const network of ['WhatsApp', 'Telegram', 'Signal', 'Slack', 'Discord', 'Instagram']) {
			const types = chats.filter((chat) => chat.network === network).map(({ type }) => type);
			expect(new Set(types)).toEqual(new Set(['single', 'group']));
		}
	});

	test('has more of WhatsApp than of any other network', () => {
		const counts = FACTS.map(
			({ network }) => chats.filter((chat) => chat.network === network).length
		);
		expect(Math.max(...counts)).toBe(chats.filter(({ network }) => network === 'WhatsApp').length);
	});
});

test('pinned chats are neither archived nor low priority', () => {
	const pinned = makeWireChats({ chats: 3000 }).filter(({ isPinned }) => isPinned);
	expect(pinned).not.toHaveLength(0);
	expect(pinned.filter((chat) => chat.isArchived || chat.isLowPriority)).toHaveLength(0);
});

test('every person has a fictional phone number or none', () => {
	const people = makeWireChats().flatMap(({ participants }) => participants.items);
	const numbers = people.flatMap(({ phoneNumber }) => phoneNumber ?? []);
	expect(numbers).not.toHaveLength(0);
	for (const number of numbers) expect(number).toMatch(/^\+1[2-9]\d\d55501\d\d$/);
});

test('the last message is the first of the thread, and as old as the chat’s activity', () => {
	for (const record of makeSampleWorld().chats.slice(0, 60)) {
		const last = getLastMessage(record);
		const [first] = makeThread(record);
		expect(first).toEqual(last);
		if (first) expect(first.timestamp).toBe(record.chat.lastActivity);
	}
});

test('last messages hold what breaks careless pages', () => {
	const messages = makeSampleWorld().chats.map(getLastMessage);
	const texts = messages.map((message) => message?.text ?? '').join('\n');
	for (const trap of ['{{sender}}', '&amp;', '<strong>', '<a href']) expect(texts).toContain(trap);
	for (const type of ['REACTION', 'NOTICE', 'IMAGE', 'FILE'])
		expect(messages.filter((message) => message?.type === type)).not.toHaveLength(0);
	expect(messages.filter((message) => message?.isHidden)).not.toHaveLength(0);
	expect(messages.filter((message) => message?.isDeleted)).not.toHaveLength(0);
});

test('as many messages wait as the chat counts unread', () => {
	const unread = makeSampleWorld().chats.filter(({ chat }) => chat.unreadCount > 0);
	for (const record of unread) {
		const waiting = makeThread(record).filter(({ isUnread }) => isUnread);
		expect(waiting).toHaveLength(record.chat.unreadCount);
	}
});

test('a chat in which something happens moves to the front', () => {
	const world = makeSampleWorld();
	const [before, last] = [[...world.chats], world.chats.at(-1)];
	if (last) world.touch(last, NOW);
	expect(world.chats).toEqual([last, ...before.slice(0, -1)]);
});
