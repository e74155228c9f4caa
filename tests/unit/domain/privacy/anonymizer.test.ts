import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChatReader } from '$lib/api/schemas/chat';
import type { Chat } from '$lib/domain/chat/chat';
import { createAnonymizer } from '$lib/domain/privacy/anonymizer';
import { makeChat } from '../../../fixtures/chats';
import { makeSampleWorld } from '../../../fixtures/sample';

const anonymizer = createAnonymizer('salt');
const secret = fc.stringMatching(/^[a-z]{7,16}$/).map((word) => `Qz${word}`);

function sampleChats(): Chat[] {
	const readChat = createChatReader();
	return makeSampleWorld().chats.flatMap(({ chat }) => readChat(chat).value ?? []);
}

describe('an anonymized chat', () => {
	test('holds nothing of the names, titles, texts and IDs it had', () => {
		fc.assert(
			fc.property(secret, secret, secret, secret, (title, name, text, person) => {
				const chat = makeChat({
					title,
					description: text,
					draft: {
						text,
						markdown: `**${text}**`,
						attachments: [{ id: 'a', type: 'file', fileName: `${text}.pdf` }]
					},
					imgURL: `mxc://${person}`,
					localChatID: person,
					participants: {
						items: [
							{
								id: person,
								fullName: name,
								username: name,
								email: `${name}@home.net`,
								phoneNumber: person,
								imgURL: `mxc://${person}`
							}
						],
						hasMore: false,
						total: 1
					},
					preview: { id: '1', text, senderName: name, attachments: [`${text}.jpg`] },
					labels: [{ id: 'l', name: text }]
				});
				const shown = anonymizer.chat(chat);
				expect(JSON.stringify(shown)).not.toContain('Qz');
			}),
			{ numRuns: 50 }
		);
	});

	test('is the same each time, and another under another salt', () => {
		const chats = sampleChats();
		expect(chats.map(anonymizer.chat)).toEqual(chats.map(createAnonymizer('salt').chat));
		const other = createAnonymizer('pepper');
		expect(
			chats.filter((chat) => other.chat(chat).title === anonymizer.chat(chat).title).length
		).toBeLessThan(chats.length / 20);
	});

	test('keeps what it is found by, its flags, numbers and capabilities', () => {
		for (const chat of sampleChats()) {
			const shown = anonymizer.chat(chat);
			expect(shown.id).toBe(chat.id);
			expect(shown.accountID).toBe(chat.accountID);
			expect(shown.capabilities).toBe(chat.capabilities);
			expect(shown.unreadCount).toBe(chat.unreadCount);
			expect(shown.participants.total).toBe(chat.participants.total);
			expect(Object.keys(shown).sort()).toEqual(Object.keys(chat).sort());
		}
	});

	test('is called what its other participant is called', () => {
		const direct = sampleChats().find(
			({ type, participants }) => type === 'single' && participants.total === 2
		);
		if (!direct) throw new Error('No direct chat in the sample');
		const shown = anonymizer.chat(direct);
		const other = shown.participants.items.find(({ isSelf }) => !isSelf);
		expect(other?.fullName ?? shown.title).toBe(shown.title);
	});

	test('has labels with other names, by which the same ones are known', () => {
		const label = { id: 'l', name: 'Choir' };
		const [shown] = anonymizer.chat(makeChat({ labels: [label] })).labels ?? [];
		expect(shown).toEqual(anonymizer.label(label));
		expect(shown?.id).toBe('l');
		expect(anonymizer.label({ id: 'm' }).name).toBeTruthy();
	});

	test('says nothing where the real one says nothing', () => {
		const chat = makeChat({ title: ' ', description: '', draft: null, imgURL: null });
		expect(anonymizer.chat(chat)).toEqual({ ...chat, title: '' });
	});
});

test('a person has one name as participant, sender and reactor', () => {
	const person = anonymizer.person({ id: '@ann:home', fullName: 'Ann' });
	const message = anonymizer.message({
		id: '1',
		chatID: 'c',
		sortKey: '1',
		senderID: '@ann:home',
		senderName: 'Ann',
		text: 'It is Ann',
		isSender: false,
		isDeleted: false,
		isHidden: false,
		attachments: [],
		reactions: [{ key: '👍', participantID: '@ann:home', isEmoji: true }]
	});
	expect(message.senderName).toBe(person.fullName);
	expect(message.senderID).toBe(person.id);
	expect(message.reactions[0]?.participantID).toBe(person.id);
	expect(message.text).not.toContain('Ann');
});

test('a telephone number becomes a fictional one', () => {
	const { phoneNumber } = anonymizer.person({ id: 'x', phoneNumber: '+436601234567' });
	expect(phoneNumber).toMatch(/^\+1 \d{3} 555 01\d\d$/);
});

test('an account without an owner gets one, and is not called by its ID', () => {
	const account = anonymizer.account({
		accountID: 'local-whatsapp_ba_Qz',
		statusText: 'Qz is busy'
	});
	expect(account.user?.fullName).not.toContain('Qz');
	expect(account.statusText).toBe('');
});

test('a part that could not be read is named by a fake ID, or its real position', () => {
	const issue = { item: '!secret:beeper.local', path: 'title', found: 'a number', leftOut: false };
	const shown = anonymizer.parseIssue(issue);
	expect(shown.item).not.toContain('secret');
	expect(shown).toEqual({ ...issue, item: anonymizer.id(issue.item) });
	for (const item of ['#12', null]) {
		expect(anonymizer.parseIssue({ ...issue, item })).toEqual({ ...issue, item });
	}
});

test('made-up texts are about as long as real ones', () => {
	const long = 'word '.repeat(60);
	expect(anonymizer.text('Hi').length).toBeLessThan(60);
	expect(anonymizer.text(long).length).toBeGreaterThan(250);
	expect(anonymizer.text('')).toBe('');
});
