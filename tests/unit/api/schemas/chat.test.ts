import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChatReader } from '$lib/api/schemas/chat';
import { makeChatPayload, makeMessagePayload } from '../../../fixtures/payloads';
import { makeMutatedPayloads } from '../../../fixtures/mutations';

function read(raw: unknown) {
	return createChatReader()(raw);
}

describe('reading a chat', () => {
	test('keeps every documented field: instants as epoch milliseconds, HTML as text', () => {
		const { value, findings } = read(makeChatPayload());
		expect(findings).toEqual([]);
		expect(value).toEqual({
			...makeChatPayload(),
			lastReadMessageSortKey: undefined,
			capabilities: expect.objectContaining({ edit: 'full' }),
			draft: {
				text: 'Pizza?',
				markdown: '**Pizza**?',
				attachments: [{ id: 'a1', type: 'file', fileName: 'menu.pdf', fileSize: 4096 }]
			},
			lastActivity: Date.UTC(2026, 2, 1, 12, 30),
			reminder: { remindAt: Date.UTC(2026, 2, 2, 8), dismissOnIncomingMessage: true },
			snooze: { snoozeUntil: Date.UTC(2026, 2, 3, 8), userSnoozedAt: Date.UTC(2026, 2, 1, 13) },
			preview: {
				senderID: '@whatsapp_1555:beeper.local',
				id: '1024',
				type: 'TEXT',
				text: 'See you at noon',
				senderName: 'Grace',
				timestamp: Date.UTC(2026, 2, 1, 12, 30),
				isSender: false,
				attachments: []
			}
		});
	});

	test('reads the chat of an old server: what it does not say stays unsaid', () => {
		const raw = { id: 'a', accountID: 'slackgo', title: 'T', type: 'single', unreadCount: 0 };
		expect(read(raw)).toMatchObject({ findings: [] });
		expect(read(raw).value).toEqual({
			...raw,
			network: '',
			participants: { items: [], hasMore: false, total: 0 }
		});
	});

	test('makes no difference between null and silence where null says nothing', () => {
		const { value, findings } = read({
			id: 'a',
			title: null,
			isMuted: null,
			capabilities: null,
			preview: null
		});
		expect(findings).toEqual([]);
		expect(value).toEqual(read({ id: 'a' }).value);
	});

	test('keeps null where it says "none"', () => {
		const none = {
			description: null,
			draft: null,
			imgURL: null,
			localChatID: null,
			messageExpirySeconds: null,
			reminder: null,
			snooze: null
		};
		expect(read({ id: 'a', ...none }).value).toMatchObject(none);
	});

	test.for([
		['a number for a title', { title: 7 }, 'title', 'another number', { title: '' }],
		['an empty preview', { preview: {} }, 'preview.id', 'nothing', {}],
		[
			'a count below zero',
			{ unreadCount: -1 },
			'unreadCount',
			'another number',
			{ unreadCount: 0 }
		],
		['half a message', { unreadCount: 0.5 }, 'unreadCount', 'another number', { unreadCount: 0 }],
		['a date in words', { lastActivity: 'yesterday' }, 'lastActivity', 'another text', {}],
		['a day that no month has', { lastActivity: '2026-13-45' }, 'lastActivity', 'another text', {}],
		['a date that no calendar holds', { lastActivity: 9e15 }, 'lastActivity', 'another number', {}],
		['text for a flag', { isMuted: 'yes' }, 'isMuted', 'another text', {}],
		['a list of participants', { participants: [{ id: 'x' }] }, 'participants', 'a list', {}],
		[
			'a level as text',
			{ capabilities: { edit: 'full' } },
			'capabilities.edit',
			'another text',
			{}
		],
		['text for capabilities', { capabilities: 'all' }, 'capabilities', 'another text', {}]
	] as const)('counts %s and goes without it', ([, odd, path, found, expected]) => {
		const { value, findings } = read({ id: 'a', ...odd });
		expect(findings).toEqual([{ path, found }]);
		expect({ ...value, capabilities: undefined }).toEqual({
			...read({ id: 'a' }).value,
			...expected
		});
	});

	test('takes epoch milliseconds for an instant', () => {
		expect(read({ id: 'a', lastActivity: 1_772_368_200_000 }).value?.lastActivity).toBe(
			1_772_368_200_000
		);
	});

	test('takes words that are new since this was written', () => {
		expect(read({ id: 'a', type: 'broadcast' })).toMatchObject({
			value: { type: 'broadcast' },
			findings: []
		});
	});

	test('leaves out a participant without an ID, and no other', () => {
		const items = [{ id: 'a' }, { fullName: 'B' }, 'c', { id: 'd', fullName: 4 }, { id: '' }];
		const { value, findings } = read({ id: 'x', participants: { items, hasMore: true, total: 9 } });
		expect(value?.participants).toEqual({
			items: [{ id: 'a' }, { id: 'd' }],
			hasMore: true,
			total: 9
		});
		expect(findings).toEqual([
			{ path: 'participants.items.1.id', found: 'nothing' },
			{ path: 'participants.items.2', found: 'another text' },
			{ path: 'participants.items.3.fullName', found: 'another number' },
			{ path: 'participants.items.4.id', found: 'an empty text' }
		]);
	});

	test('counts the participants it sees when the server does not', () => {
		const participants = { items: [{ id: 'a' }, { id: 'b' }] };
		expect(read({ id: 'x', participants }).value?.participants.total).toBe(2);
	});

	test.for([
		['their name', {}, 'Grace waved'],
		['"You" for the user', { isSender: true }, 'You waved'],
		['"Someone" without a name', { senderName: '' }, 'Someone waved']
	] as const)("puts %s in the sender's place of a preview", ([, overrides, text]) => {
		const preview = makeMessagePayload({ text: '{{sender}} waved', ...overrides });
		expect(read(makeChatPayload({ preview })).value?.preview?.text).toBe(text);
	});

	test('names attachments of a preview by file or kind', () => {
		const preview = makeMessagePayload({
			attachments: [{ type: 'img', fileName: 'cat.jpg' }, { type: 'video' }]
		});
		expect(read(makeChatPayload({ preview })).value?.preview?.attachments).toEqual([
			'cat.jpg',
			'video'
		]);
	});

	test.for([
		['no ID', { title: 'T' }, { path: 'id', found: 'nothing' }],
		['null for an ID', { id: null }, { path: 'id', found: 'nothing' }],
		['an empty ID', { id: '' }, { path: 'id', found: 'an empty text' }],
		['a number for an ID', { id: 4, title: 4 }, { path: 'id', found: 'another number' }],
		['no object', 'chat', { path: '', found: 'another text' }],
		['null', null, { path: '', found: 'nothing' }],
		['a list', [], { path: '', found: 'a list' }]
	] as const)('cannot use %s, and says why', ([, raw, reason]) => {
		expect(read(raw)).toMatchObject({ value: undefined, findings: [reason] });
	});

	test('shares equal capabilities between chats', () => {
		const reader = createChatReader();
		const first = reader(makeChatPayload()).value?.capabilities;
		expect(first).toBeDefined();
		expect(reader(makeChatPayload({ id: 'b' })).value?.capabilities).toBe(first);
	});

	test('whatever stands in one place, all others are read as before', () => {
		const whole = read(makeChatPayload()).value;
		fc.assert(
			fc.property(makeMutatedPayloads(makeChatPayload()), ({ path, raw }) => {
				const { value, findings } = read(raw);
				const id = typeof raw === 'object' && raw !== null && 'id' in raw ? raw.id : undefined;
				expect(value !== undefined).toBe(typeof id === 'string' && id !== '');
				if (value) {
					const [field = ''] = path;
					expect({ ...value, [field]: 0 }).toEqual({ ...whole, [field]: 0 });
				}
				const place = path.join('.');
				expect(findings.filter((finding) => !finding.path.startsWith(place))).toEqual([]);
			})
		);
	});
});

describe('reading labels', () => {
	const work = { id: '!work:beeper.com', name: 'Work | "A"' };

	test.for([
		[[work], [work], 0],
		[[], [], 0],
		[null, undefined, 0],
		[[{ id: '!noname:beeper.com' }], [{ id: '!noname:beeper.com' }], 0],
		[[{ id: 'a', name: 7 }, work], [{ id: 'a' }, work], 1],
		['Work', undefined, 1],
		[[7, work], [work], 1],
		[[{ name: 'Work' }, work], [work], 1],
		[{ id: 'a' }, undefined, 1]
	] as const)('%j reads as %j: an odd entry costs itself only', ([labels, expected, odd]) => {
		const { value, findings } = read({ id: 'a', title: 'T', labels });
		expect([value?.title, value?.labels, findings.length]).toEqual(['T', expected, odd]);
	});
});

describe('reading what is merged', () => {
	test.for([
		[
			{ chatIDs: ['a', 'b'], defaultChatID: 'a' },
			{ chatIDs: ['a', 'b'], defaultChatID: 'a' }
		],
		[{ chatIDs: ['a'], defaultChatID: null }, { chatIDs: ['a'] }],
		[{ chatIDs: [7, 'b', ''] }, { chatIDs: ['b'] }],
		[{ chatIDs: 'a' }, undefined],
		[{}, undefined],
		[null, undefined],
		['a', undefined]
	] as const)('%j reads as %j', ([merge, expected]) => {
		const { value } = read({ id: 'a', title: 'T', merge });
		expect([value?.title, value?.merge]).toEqual(['T', expected]);
	});

	test.for([
		['!union', '!union'],
		[null, undefined],
		['', undefined],
		[7, undefined]
	] as const)('a member of %j is one of %j', ([mergedIntoChatID, expected]) => {
		expect(read({ id: 'a', mergedIntoChatID }).value?.mergedIntoChatID).toBe(expected);
	});
});
