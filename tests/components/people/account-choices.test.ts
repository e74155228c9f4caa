import { expect, test } from 'vitest';
import { accountChoices } from '$lib/components/people/account-choices';
import type { Account } from '$lib/domain/account';
import type { User } from '$lib/domain/user';

function account(accountID: string, user: Partial<User> = {}, network = 'WhatsApp'): Account {
	return { accountID, network, user: { id: accountID, fullName: 'Ada', ...user } };
}

function labels(...accounts: readonly Account[]) {
	return accountChoices(accounts).map(({ label }) => label);
}

test('an account is chosen by its owner and network', () => {
	expect(labels(account('one'), account('two', {}, 'Signal'))).toEqual([
		'Ada · WhatsApp',
		'Ada · Signal'
	]);
	expect(labels({ accountID: 'bare' })).toEqual(['bare']);
});

test.for([
	[{ phoneNumber: '+1' }, { phoneNumber: '+2' }, '+1', '+2'],
	[{ phoneNumber: '+1', email: 'a@x' }, { phoneNumber: '+1', email: 'b@x' }, 'a@x', 'b@x'],
	[{ phoneNumber: '+1', username: 'a' }, { username: 'b' }, 'a', 'b'],
	[{}, {}, 'one', 'two']
] as const)('two of one owner and network are told apart: %j, %j', ([one, two, first, second]) => {
	expect(labels(account('one', one), account('two', two), account('three', {}, 'LINE'))).toEqual([
		`Ada · WhatsApp · ${first}`,
		`Ada · WhatsApp · ${second}`,
		'Ada · LINE'
	]);
});
