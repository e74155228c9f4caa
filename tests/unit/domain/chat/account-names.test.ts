import { describe, expect, test } from 'vitest';
import {
	collectAccounts,
	NO_ACCOUNTS,
	updateAccounts,
	type Account
} from '$lib/domain/chat/account';
import { labelAccounts, nameAccounts, nameAccountsApart } from '$lib/domain/chat/account-names';
import type { User } from '$lib/domain/chat/participant';
import { createAnonymizer } from '$lib/domain/privacy/anonymizer';
import { makeAccount, makeChat } from '../../../fixtures/chats';

test('accounts are those listed and those only chats tell of, each once', () => {
	const whatsapp = makeAccount({ accountID: 'whatsapp' });
	const signal = makeAccount({ accountID: 'signal' });
	const chats = [
		makeChat({ accountID: 'slackgo.T1', network: '' }),
		makeChat({ accountID: 'imessage', network: 'iMessage' }),
		makeChat({ accountID: 'whatsapp' }),
		makeChat({ accountID: 'slackgo.T1', network: 'Slack' }),
		makeChat({ accountID: 'nameless', network: '' }),
		makeChat({ accountID: '' })
	];
	const expected = [
		whatsapp,
		signal,
		{ accountID: 'imessage', network: 'iMessage' },
		{ accountID: 'nameless' },
		{ accountID: 'slackgo.T1', network: 'Slack' }
	];
	expect(collectAccounts([whatsapp, signal, whatsapp], chats)).toEqual(expected);
	expect(collectAccounts([whatsapp, signal], chats.toReversed())).toEqual(expected);
});

test.for([
	['its owner', makeAccount(), 'Ada Example'],
	['its ID when nobody says whose it is', { accountID: 'imessage' }, 'imessage'],
	[
		'its ID when its owner has no name',
		makeAccount({ user: { id: '@1', fullName: '\u3164' } }),
		'whatsapp'
	]
] as const)('an account is called by %s', ([, account, name]) => {
	expect([...nameAccounts([account]).values()]).toEqual([name]);
});

function kim(accountID: string, user: Partial<User> = {}, network = 'WhatsApp'): Account {
	return { accountID, network, user: { id: accountID, fullName: 'Kim', ...user } };
}

test.for([
	[
		'the end of the number',
		{ phoneNumber: '+15550100' },
		{ phoneNumber: '+1 555 0199' },
		'…0100',
		'…0199'
	],
	[
		'the number',
		{ phoneNumber: '+15550100' },
		{ phoneNumber: '+25550100' },
		'+15550100',
		'+25550100'
	],
	[
		'an address',
		{ email: 'a@x.org', phoneNumber: '+1555' },
		{ email: 'b@x.org', phoneNumber: '+1555' },
		'a@x.org',
		'b@x.org'
	],
	['a number that only one has', { phoneNumber: '+15550100' }, {}, '…0100', 'two'],
	['the ID', {}, {}, 'one', 'two']
] as const)(
	'two accounts of one owner and network are distinguished by %s',
	([, one, two, first, second]) => {
		const accounts = [kim('one', one), kim('two', two), kim('three', {}, 'Signal')];
		expect(Object.fromEntries(nameAccounts(accounts))).toEqual({
			one: `Kim (${first})`,
			two: `Kim (${second})`,
			three: 'Kim'
		});
		expect(Object.fromEntries(labelAccounts(accounts))).toEqual({
			one: `Kim (${first}) · WhatsApp`,
			two: `Kim (${second}) · WhatsApp`,
			three: 'Kim · Signal'
		});
	}
);

test('an account that does not say its network is on that of its bridge', () => {
	const bridge = { id: 'local-signal', type: 'signal', provider: 'local' };
	const accounts = [
		{ ...makeAccount({ accountID: 'local-signal_1', bridge }), network: '' },
		{ accountID: 'slackgo.T1' },
		{ accountID: 'new_1', bridge: { ...bridge, type: 'newgo' } },
		{ accountID: 'nobody knows' }
	];
	expect([...labelAccounts(accounts).values()]).toEqual([
		'Ada Example · Signal',
		'slackgo.T1 · Slack',
		'new_1 · newgo',
		'nobody knows'
	]);
});

test('Privacy mode distinguishes accounts without their IDs', () => {
	const anonymizer = createAnonymizer('salt');
	const user = { id: 'same', fullName: 'Kim' };
	const accounts = [kim('one', user), kim('two', user)].map(anonymizer.account);
	const names = [...nameAccounts(accounts).values()];
	expect(new Set(names).size).toBe(2);
	expect(names.join()).not.toMatch(/Kim|one|two/);
});

describe('accounts that are read again', () => {
	const [whatsapp, signal] = [makeAccount(), makeAccount({ accountID: 'signal' })];
	const known = updateAccounts(NO_ACCOUNTS, [whatsapp, signal], 0);

	test('stay as they are where the answer is empty: it is none', () => {
		expect(updateAccounts(known, [], 1)).toEqual(known);
		expect(updateAccounts(known, [], 90_000)).toEqual(known);
	});

	test('are the same objects, and the same list, where they say the same', () => {
		const again = updateAccounts(known, [structuredClone(whatsapp), structuredClone(signal)], 1);
		expect(again.accounts).toBe(known.accounts);
	});

	test('tell how they stand now, and what was added', () => {
		const changed = { ...signal, status: 'reconnect_required' };
		const line = makeAccount({ accountID: 'line' });
		const { accounts } = updateAccounts(known, [whatsapp, changed, line], 1);
		expect(accounts).toEqual([whatsapp, changed, line]);
		expect(accounts[0]).toBe(whatsapp);
	});

	test('go when they have been missing for a minute, and not before', () => {
		const missing = updateAccounts(known, [signal], 1_000);
		expect(missing.accounts).toEqual([signal, whatsapp]);
		const still = updateAccounts(missing, [signal], 60_999);
		expect(still.accounts).toEqual([signal, whatsapp]);
		expect(updateAccounts(still, [signal], 61_000).accounts).toEqual([signal]);
	});

	test('that come back in time count as never missed', () => {
		const missing = updateAccounts(known, [signal], 1_000);
		const back = updateAccounts(missing, [whatsapp, signal], 2_000);
		expect(updateAccounts(back, [signal], 70_000).accounts).toEqual([signal, whatsapp]);
	});
});

test('only accounts whose network has several need their names beside it', () => {
	const accounts = [kim('a1'), kim('a2', { fullName: 'Lou' }), kim('a3', {}, 'Signal')];
	expect([...nameAccountsApart(accounts)]).toEqual([
		['a1', 'Kim'],
		['a2', 'Lou']
	]);
});
