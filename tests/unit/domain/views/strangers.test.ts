import { expect, test } from 'vitest';
import { strangersIn } from '$lib/domain/views/strangers';
import { ALL_CHATS } from '$lib/domain/views/view';
import { makeAccount } from '../../../fixtures/chats';

const networks = [{ key: 'whatsapp', name: 'WhatsApp' }];
const account = makeAccount({ accountID: 'wa' });

test.for([
	['networks by key or name', ['whatsapp', 'WhatsApp'], ['wa'], []],
	['a network that is not here', ['Nope'], [], ['Nope']],
	['an account that is not here', [], ['wa', 'gone'], ['gone']]
] as const)('finds %s', ([, words, accountIDs, strangers]) => {
	const filter = { ...ALL_CHATS.filter, networks: words, accountIDs };
	const found = strangersIn(filter, networks, [account]);
	expect(found.map(({ value }) => value)).toEqual(strangers);
});
