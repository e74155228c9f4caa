import { expect, test } from 'vitest';
import { accountName, allAccounts } from '$lib/domain/accounts';
import { makeAccount, makeChat } from '../../fixtures/chats';

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
	expect(allAccounts([whatsapp, signal, whatsapp], chats)).toEqual(expected);
	expect(allAccounts([whatsapp, signal], chats.toReversed())).toEqual(expected);
});

test.for([
	['its owner', makeAccount(), 'Ada Example'],
	['its ID when nobody says whose it is', { accountID: 'imessage' }, 'imessage']
] as const)('an account is called by %s', ([, account, name]) => {
	expect(accountName(account)).toBe(name);
});
