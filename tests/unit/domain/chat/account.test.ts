import { expect, test } from 'vitest';
import { getAccountNotice } from '$lib/domain/chat/account';
import { makeAccount } from '../../../fixtures/chats';

test.for([
	[{ status: 'connected', statusText: 'Fine' }, null],
	[{ status: '' }, null],
	[{ status: 'backfilling' }, { words: 'Fetching older messages', isTrouble: false }],
	[{ status: 'connecting' }, { words: 'Connecting', isTrouble: false }],
	[
		{ status: 'disabled', statusText: ' ' },
		{ words: 'Turned off', isTrouble: true }
	],
	[
		{ status: 'reconnect_required', statusText: 'Signed out by LINE' },
		{ words: 'Signed out by LINE', isTrouble: true }
	],
	[{ status: 'phone_offline' }, { words: 'Phone offline', isTrouble: true }],
	[{ status: 'constructor' }, { words: 'Constructor', isTrouble: true }]
] as const)('%o stands so: %o', ([fields, standing]) => {
	expect(getAccountNotice(makeAccount(fields))).toEqual(standing);
});

test('where a server does not say how an account stands, nothing is said', () => {
	expect(getAccountNotice({ accountID: 'signal' })).toBeNull();
});
