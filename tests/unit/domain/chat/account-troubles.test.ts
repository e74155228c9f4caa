import { expect, test } from 'vitest';
import {
	describeChatTroubles,
	describeNetworkTroubles,
	findAccountTroubles
} from '$lib/domain/chat/account-troubles';
import { createMergeIndexer } from '$lib/domain/chat/merge';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { makeAccount, makeChat } from '../../../fixtures/chats';
import { IDAS_CHATS } from '../../../fixtures/merged';

const WHATSAPP = { key: 'whatsapp', name: 'WhatsApp' };
const SIGNED_OUT = { status: 'reconnect_required', statusText: 'Signed out by Signal' } as const;
const bridge = { id: 'signal', type: 'signal', provider: 'self-hosted' } as const;

test.for([
	[{ status: 'connected' }, ''],
	[{ status: 'connecting' }, ''],
	[{ status: 'backfilling', statusText: 'Fetching older messages' }, ''],
	[{ status: 'attention_required' }, 'Needs attention'],
	[{ status: 'disconnected' }, 'Disconnected'],
	[{ status: 'disabled' }, 'Turned off'],
	[{ status: 'phone_offline' }, 'Phone offline'],
	[SIGNED_OUT, 'Signed out by Signal']
] as const)('the chats and the network of an account that is %o say “%s”', ([standing, words]) => {
	const accounts = [makeAccount(standing)];
	const troubles = findAccountTroubles(accounts);
	const getNetwork = createNetworkIndex(accounts);
	expect(describeChatTroubles(makeChat(), troubles, getNetwork)).toBe(words);
	expect(describeNetworkTroubles(WHATSAPP, accounts)).toBe(words);
});

test('a chat of another account says nothing', () => {
	const accounts = [makeAccount({ accountID: 'signal', bridge, ...SIGNED_OUT }), makeAccount()];
	const troubles = findAccountTroubles(accounts);
	expect(describeChatTroubles(makeChat(), troubles, createNetworkIndex(accounts))).toBe('');
	expect(describeNetworkTroubles(WHATSAPP, accounts)).toBe('');
});

test('a merged chat says on which of its networks an account needs the user', () => {
	const accounts = [
		makeAccount(),
		makeAccount({ accountID: 'signal', network: 'Signal', bridge, ...SIGNED_OUT })
	];
	const merged = createMergeIndexer()(IDAS_CHATS, true).listed;
	expect(
		merged.map((chat) =>
			describeChatTroubles(chat, findAccountTroubles(accounts), createNetworkIndex(accounts))
		)
	).toEqual(['Signed out by Signal (Signal)']);
});

test('of several accounts of a network, those that need the user are named', () => {
	const accounts = [
		makeAccount({ accountID: 'a', user: { id: '1', fullName: 'Kim' }, status: 'disconnected' }),
		makeAccount({ accountID: 'b', user: { id: '2', fullName: 'Ada' } }),
		makeAccount({ accountID: 'c', user: { id: '3', fullName: 'Bo' }, status: 'disabled' })
	];
	expect(describeNetworkTroubles(WHATSAPP, accounts)).toBe('Kim: Disconnected, Bo: Turned off');
});

test('an account without a bridge belongs to the network of its name', () => {
	const account = { accountID: 'wa', network: 'WhatsApp', status: 'disconnected' };
	expect(describeNetworkTroubles(WHATSAPP, [account])).toBe('Disconnected');
});

test('a merged chat says once what is wrong with two accounts of one network', () => {
	const accounts = ['a', 'b'].map((accountID) =>
		makeAccount({ accountID, status: 'disconnected' })
	);
	const members = accounts.map(({ accountID }) => makeChat({ id: `chat-${accountID}`, accountID }));
	const merged = makeChat({ id: 'merged', members });
	expect(
		describeChatTroubles(merged, findAccountTroubles(accounts), createNetworkIndex(accounts))
	).toBe('Disconnected (WhatsApp)');
});
