import { expect, test } from 'vitest';
import { strangersIn } from '$lib/domain/views/strangers';
import { ALL_CHATS } from '$lib/domain/chat-list/view';
import { makeAccount } from '../../../fixtures/chats';

const networks = [{ key: 'whatsapp', name: 'WhatsApp' }];
const account = makeAccount({ accountID: 'wa' });

const labels = [{ id: '!home', name: 'Home' }];

test.for([
	[
		'nothing strange in what is here',
		{ networks: ['whatsapp', 'WhatsApp'], labelIDs: ['!home'] },
		[]
	],
	['a network that is not here', { networks: ['Nope'] }, ['Nope']],
	['an account that is not here', { accountIDs: ['wa', 'gone'] }, ['gone']],
	['a label that is not here', { labelIDs: ['!home', '!gone'] }, ['!gone']]
] as const)('finds %s', ([, asked, strangers]) => {
	const filter = { ...ALL_CHATS.filter, ...asked };
	const found = strangersIn(filter, { networks, accounts: [account], labels });
	expect(found.map(({ value }) => value)).toEqual(strangers);
});
