import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSearch, foldText } from '$lib/domain/chat-list/search';
import { makeChat } from '../../../fixtures/chats';

describe('foldText', () => {
	test.for([
		['case', 'ANNA', 'anna'],
		['accents', 'Café Žižek', 'cafe zizek'],
		['composed and decomposed letters', 'é', 'e\u0301'],
		['width', 'ＬＩＮＥ', 'line'],
		['ligatures', 'ﬁne', 'fine'],
		['sharp s', 'Straße', 'STRASSE'],
		['capital sharp s', 'STRAẞE', 'strasse'],
		['both small sigmas', 'σοφός', 'ΣΟΦΟΣ'],
		['Turkish i', 'DİYARBAKIR', 'diyarbakır'],
		['Cyrillic', 'ЁЛКА', 'елка'],
		['Arabic vowel signs', 'مُحَمَّد', 'محمد'],
		['Hebrew points', 'שָׁלוֹם', 'שלום'],
		['emoji presentation', '❤️', '❤'],
		['invisible characters', 'so\u00ADft\u200B', 'soft']
	] as const)('%s do not matter', ([, a, b]) => {
		expect(foldText(a)).toBe(foldText(b));
	});

	test('vowel signs are letters', () => {
		expect(foldText('की')).not.toBe(foldText('का'));
	});

	test('folding twice changes nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(foldText(foldText(text))).toBe(foldText(text));
			})
		);
	});
});

describe('createSearch', () => {
	const chat = makeChat({
		title: 'Lunch Club',
		participants: {
			items: [
				{ id: '1', fullName: 'Zoë Brandt', username: '@zbr' },
				{ id: '2', phoneNumber: '+15550100' },
				{ id: '3', fullName: 'Ada Example', isSelf: true }
			],
			hasMore: false,
			total: 3
		},
		preview: { id: '1', text: 'See you tomorrow', attachments: [] },
		labels: [{ id: '!a', name: 'Choir' }, { id: '!b' }]
	});

	test.for([
		['nothing', '', true],
		['only spaces', '  ', true],
		['part of the title', 'unch', true],
		['words in any order', 'club lunch', true],
		['words from different places', 'zoe lunch tomorrow', true],
		['a handle', 'zbr', true],
		['the name of a label', 'choir', true],
		['a phone number as people write it', '+1 555 0100', true],
		['one word that is nowhere', 'lunch dinner', false],
		['two names run together', 'clubzoe', false],
		['the name of the user, who is in every chat', 'ada', false]
	] as const)('%s', ([, q, found]) => {
		expect(createSearch(q)(chat)).toBe(found);
	});

	test('a chat is looked through again once it is another object', () => {
		const search = createSearch('dinner');
		expect(search(chat)).toBe(false);
		expect(search({ ...chat, title: 'Dinner Club' })).toBe(true);
	});

	test('a merged chat is found by its members', () => {
		const merged = makeChat({ title: 'Zoë', members: [chat] });
		expect(createSearch('0100 choir')(merged)).toBe(true);
	});

	test('works in every script', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (title) => {
				expect(createSearch(title)(makeChat({ title }))).toBe(true);
			})
		);
	});
});
