import { describe, expect, test } from 'vitest';
import type { Account } from '$lib/domain/chat/account';
import { matchIdentity, type FoundIdentity, type Identity } from '$lib/domain/connection/identity';
import { makeAccount } from '../../../fixtures/chats';

/** IDs of a number of chats of one Beeper, from an index on. */
function chats(name: string, count: number, from = 0): ReadonlySet<string> {
	return new Set(Array.from({ length: count }, (_, place) => `!${name}${from + place}`));
}

function login(accountID: string, person: string): Account {
	return makeAccount({ accountID, user: { id: `@${accountID}_${person}` } });
}

const ADA = {
	bundleID: 'com.automattic.beeper.desktop',
	accounts: [login('telegram', 'ada'), login('local-whatsapp_ba_1', 'ada')],
	chatIDs: chats('ada', 40)
} satisfies Identity;

describe('it is the same Beeper', () => {
	test.for<[string, FoundIdentity]>([
		['when all is as it was', ADA],
		['with an account added', { accounts: [...ADA.accounts, login('signal', 'ada')] }],
		['with an account removed', { accounts: ADA.accounts.slice(1) }],
		['when only its newest chats are told', { chatIDs: chats('ada', 3) }],
		['when most of its chats are new', { ...ADA, chatIDs: chats('ada', 40, 30) }],
		['when few of its chats are known yet', { chatIDs: chats('ada', 300) }],
		['when its chats are told before its accounts', { chatIDs: chats('ada', 25, 5) }],
		[
			'with the only account replaced, and its chats still there',
			{ accounts: [login('signal', 'ada')], chatIDs: chats('ada', 25) }
		]
	])('%s', ([, found]) => {
		expect(matchIdentity(ADA, found)).toBe('same');
	});
});

describe('it is another Beeper', () => {
	test.for<[string, FoundIdentity]>([
		['of another app', { ...ADA, bundleID: 'com.automattic.beeper.nightly' }],
		['of another app, nothing else known', { bundleID: 'com.automattic.beeper.nightly' }],
		['of another login, accounts called the same', { accounts: [login('telegram', 'kim')] }],
		['with no chat in common', { accounts: ADA.accounts, chatIDs: chats('kim', 25) }],
		['with no chat in common, before its accounts are told', { chatIDs: chats('kim', 25) }],
		[
			'with hardly a chat in common',
			{ ...ADA, chatIDs: new Set([...chats('kim', 20), ...chats('ada', 2)]) }
		],
		[
			'of another login in one room with this one',
			{
				accounts: [login('telegram', 'kim')],
				chatIDs: new Set([...chats('kim', 20), ...chats('ada', 1)])
			}
		]
	])('%s', ([, found]) => {
		expect(matchIdentity(ADA, found)).toBe('other');
	});
});

describe('the match is unsure', () => {
	test.for<[string, FoundIdentity]>([
		['from a server that is not ready', {}],
		['from the app alone', { bundleID: ADA.bundleID }],
		['from a few chats that may be new', { chatIDs: chats('kim', 9) }]
	])('%s', ([, found]) => {
		expect(matchIdentity(ADA, found)).toBe('unsure');
	});

	test('as long as nothing is known', () => {
		expect(matchIdentity({ accounts: [], chatIDs: new Set() }, ADA)).toBe('unsure');
	});
});
