import { expect, test } from 'vitest';
import { nameChats } from '$lib/domain/chat/chat-names';
import { makeChat } from '../../../fixtures/chats';

const accountNames = new Map([
	['one', 'Kim (…0100)'],
	['two', 'Kim (…0199)']
]);

function people(total: number, ...items: { id: string; phoneNumber?: string }[]) {
	return { participants: { items, hasMore: false, total } };
}

test.for([
	['their networks', { network: 'WhatsApp' }, { network: 'Signal' }, ['WhatsApp', 'Signal']],
	['their accounts', { accountID: 'one' }, { accountID: 'two' }, ['Kim (…0100)', 'Kim (…0199)']],
	[
		'the others’ numbers',
		people(2, { id: '1', phoneNumber: '+1' }),
		people(2, { id: '2', phoneNumber: '+2' }),
		['+1', '+2']
	],
	['how many are in them', people(3), people(4), ['3 people', '4 people']]
] as const)('chats with one title are distinguished by %s', ([, one, two, [first, second]]) => {
	const chats = [one, two].map((chat) => makeChat({ title: 'Lunch', accountID: 'one', ...chat }));
	expect(nameChats(chats, accountNames)).toEqual([`Lunch (${first})`, `Lunch (${second})`]);
});

test('chats without a difference keep their title', () => {
	const chats = [
		makeChat({ title: 'Lunch' }),
		makeChat({ title: 'Lunch' }),
		makeChat({ title: 'Tea' })
	];
	expect(nameChats(chats, accountNames)).toEqual(['Lunch', 'Lunch', 'Tea']);
});
