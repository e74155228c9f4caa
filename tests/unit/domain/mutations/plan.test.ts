import { expect, test } from 'vitest';
import {
	createPlan,
	describeAffected,
	describeProgress,
	excludeChats
} from '$lib/domain/mutations/plan';
import { makeChat } from '../../../fixtures/chats';
import { makeCircumstances, toggle } from '../../../fixtures/writes';

test('a plan says what will happen, to how many, and who is left out', () => {
	const plain = makeChat();
	const signal = makeChat({ accountID: 'signal', network: 'Signal' });
	const archived = makeChat({ isArchived: true });
	const unable = makeChat({ capabilities: { archive: false } });
	const plan = createPlan(
		[plain, signal, archived, unable],
		(chat) => toggle('archive', chat.id),
		makeCircumstances()
	);
	expect(plan.mutations).toEqual([toggle('archive', plain.id), toggle('archive', signal.id)]);
	expect(plan.already).toEqual([archived]);
	expect(plan.skipped).toEqual([
		{ chat: unable, reason: 'WhatsApp chats of this kind don’t allow archiving.' }
	]);
	expect(plan.chats).toEqual([plain, signal]);
	expect(plan.words).toBe('Archive 2 chats in 2 networks');
});

test.for([
	['read', true, 'Mark 1 chat as read in 1 network'],
	['low-priority', false, 'Move 1 chat out of low priority in 1 network'],
	['mute', true, 'Mute 1 chat in 1 network']
] as const)('%s %s: %s', ([kind, value, words]) => {
	const chat = makeChat({ unreadCount: 1, isLowPriority: true });
	const plan = createPlan([chat], ({ id }) => toggle(kind, id, value), makeCircumstances());
	expect(plan.words).toBe(words);
});

test.for([
	['archive', true, 'Archiving 2 chats'],
	['read', true, 'Marking 2 chats as read'],
	['low-priority', false, 'Moving 2 chats out of low priority']
] as const)('while %s %s is carried out: %s', ([kind, value, words]) => {
	const chats = [1, 2].map(() => makeChat({ unreadCount: 1, isLowPriority: true }));
	const plan = createPlan(chats, ({ id }) => toggle(kind, id, value), makeCircumstances());
	expect(describeProgress(plan)).toBe(words);
});

const unable = { capabilities: { archive: false } };

test.for([
	[
		'that are so already',
		[{ isArchived: true }, { isArchived: true }],
		'Nothing to do: 2 chats need no change'
	],
	[
		'that all refuse',
		[unable, unable],
		'Nothing can be done: WhatsApp chats of this kind don’t allow archiving'
	],
	[
		'that refuse for several reasons',
		[unable, { ...unable, network: 'Signal', accountID: 'signal' }],
		'Nothing can be done, for several reasons'
	],
	[
		'that refuse or are so already',
		[unable, { isArchived: true }],
		'Nothing can be done: WhatsApp chats of this kind don’t allow archiving'
	]
] as const)('of chats %s, a plan says that nothing is done, and why', ([, chats, words]) => {
	const plan = createPlan(
		chats.map((chat) => makeChat(chat)),
		({ id }) => toggle('archive', id),
		makeCircumstances()
	);
	expect(plan.mutations).toEqual([]);
	expect(plan.words).toBe(words);
});

test('a chat that is taken out of a plan stays as it is, and no longer counts', () => {
	const [whatsApp, signal] = [makeChat(), makeChat({ accountID: 'signal', network: 'Signal' })];
	const context = makeCircumstances();
	const plan = createPlan([whatsApp, signal], ({ id }) => toggle('mute', id), context);
	const rest = excludeChats(plan, new Set([signal.id]), context.getNetwork);
	expect(rest.mutations).toEqual([toggle('mute', whatsApp.id)]);
	expect(rest.words).toBe('Mute 1 chat in 1 network');
});

test.for([
	['read chats without drafts', [{}], ''],
	['one of each', [{ unreadCount: 2, unreadMentionsCount: 1 }], '1 is unread and 1 mentions you'],
	[
		'many',
		[
			{ unreadCount: 2, draft: { text: 'Hi', markdown: 'Hi', attachments: [] } },
			{ isMarkedUnread: true }
		],
		'2 are unread and 1 has a draft'
	]
] as const)('of %s, a plan says how many deserve a second look', ([, chats, words]) => {
	expect(describeAffected(chats.map((chat) => makeChat(chat)))).toBe(words);
});
