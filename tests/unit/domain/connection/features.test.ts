import { describe, expect, test } from 'vitest';
import {
	SERVER_FEATURES,
	findLeastVersion,
	findMissingFeatures,
	RELEASES
} from '$lib/domain/connection/features';
import { makeAccount, makeChat } from '../../../fixtures/chats';

function missing(version?: string, atLeast?: string) {
	const server = {
		...(version !== undefined && { version }),
		...(atLeast !== undefined && { atLeast })
	};
	return findMissingFeatures(server).map(({ label }) => label);
}

test.for([
	['4.2.556', 'reactions', true],
	['4.2.557', 'reactions', false],
	['4.2.557', 'capabilities', true],
	['4.2.807', 'drafts', true],
	['4.2.808', 'drafts', false],
	['4.2.808-beta.2', 'drafts', false],
	['4.10.0', 'drafts', false],
	['4.2.1000', 'drafts', false],
	['v4.2.9', 'drafts', true],
	['4.2', 'drafts', true],
	['4.2.808', 'status of accounts', true],
	['4.2.985', 'status of accounts', false],
	['4.3', 'status of accounts', false],
	['5', 'status of accounts', false]
] as const)('version %s lacks %s: %s', ([version, label, expected]) => {
	expect(missing(version).includes(label)).toBe(expected);
});

test('a server that does not say its version lacks everything that came later', () => {
	expect(findMissingFeatures({})).toEqual(SERVER_FEATURES);
});

test.for(['nightly', ''])('the version "%s", which is no number, lacks nothing', (version) => {
	expect(missing(version)).toEqual([]);
});

describe('what a server answers outranks the version it names', () => {
	const plain = makeAccount();
	const bridge = { id: 'x', type: 'whatsapp', provider: 'cloud' };

	test.for([
		['accounts with a status', [{ ...plain, status: 'connected' }], [], RELEASES.accountStatus],
		['accounts with a bridge', [{ accountID: 'a', bridge }], [], RELEASES.bridge],
		['capabilities', [], [makeChat({ capabilities: {} })], RELEASES.richChats],
		['a draft, if none', [], [makeChat({ draft: null })], RELEASES.richChats],
		['low priority', [], [makeChat({ isLowPriority: false })], RELEASES.richChats],
		['nothing', [{ accountID: 'a' }], [makeChat()], undefined]
	] as const)('%s', ([, accounts, chats, expected]) => {
		expect(findLeastVersion(accounts, chats)).toBe(expected);
	});

	test('and with one thing it has all that came before it', () => {
		expect(missing('1.0.0', RELEASES.richChats)).toEqual(['status of accounts']);
		expect(missing(undefined, RELEASES.accountStatus)).toEqual([]);
		expect(missing('4.2.600', RELEASES.bridge)).not.toContain('exact networks of accounts');
	});
});

test('every release is named by an app version', () => {
	for (const version of Object.values(RELEASES)) expect(version).toMatch(/^4\.\d+\.\d+$/);
});
