import { expect, test } from 'vitest';
import { clusterChats } from '$lib/domain/capabilities/columns/clusters';
import type { Chat } from '$lib/domain/chat/chat';
import { makeCapabilities } from '../../../../fixtures/capabilities';
import { makeChat } from '../../../../fixtures/chats';

const SIGNAL = { key: 'signal', name: 'Signal' };
const capabilities = makeCapabilities();

function getNetwork() {
	return SIGNAL;
}

function clusters(chats: readonly Chat[]) {
	return clusterChats(chats, getNetwork);
}

test('chats that are alike are one cluster, whatever else they differ in', () => {
	const chats = [
		makeChat({ capabilities, isMuted: true }),
		makeChat({ capabilities, isReadOnly: false })
	];
	expect(clusters(chats)).toEqual([
		{
			network: SIGNAL,
			accountID: 'whatsapp',
			type: 'single',
			isReadOnly: false,
			capabilities,
			chats: 2,
			mergedIDs: []
		}
	]);
});

test.for<[string, Partial<Chat>]>([
	['account', { accountID: 'other' }],
	['type', { type: 'group' }],
	['right to write', { isReadOnly: true }],
	['capabilities', { capabilities: makeCapabilities({ edit: 'rejected' }) }]
])('chats of another %s are another cluster', ([, change]) => {
	const chats = [makeChat({ capabilities }), makeChat({ capabilities, ...change })];
	expect(clusters(chats).map((cluster) => cluster.chats)).toEqual([1, 1]);
});

test('chats that report nothing are a cluster too', () => {
	expect(clusters([makeChat(), makeChat({ capabilities })])).toMatchObject([
		{ capabilities: undefined, chats: 1 },
		{ capabilities, chats: 1 }
	]);
});

test('looks at capabilities only as a whole', () => {
	const sealed = new Proxy(capabilities, {
		get: () => {
			throw new Error('looked into capabilities');
		}
	});
	expect(clusters([makeChat({ capabilities: sealed })])).toHaveLength(1);
});

test('gives the same answer back while nothing has changed that a table shows', () => {
	const chats = [makeChat({ capabilities }), makeChat()];
	const before = clusters(chats);
	const muted = chats.map((chat) => ({ ...chat, isMuted: true }));
	expect(clusterChats(muted, getNetwork, before)).toBe(before);
	const grown = [...chats, makeChat()];
	expect(clusterChats(grown, getNetwork, before)).not.toBe(before);
});

test('clusters that a change does not concern are the very same objects', () => {
	const here = makeChat({ id: 'here', capabilities });
	const there = makeChat({ id: 'there', accountID: 'other', capabilities });
	const before = clusters([here, there]);
	const more = makeChat({ id: 'more', accountID: 'first', capabilities });
	const after = clusterChats([more, here, there, there], getNetwork, before);
	expect(after.map(({ accountID, chats }) => [accountID, chats])).toEqual([
		['first', 1],
		['whatsapp', 1],
		['other', 2]
	]);
	expect(after[1]).toBe(before[0]);
	expect(after[2]).not.toBe(before[1]);
	expect(before[1]?.chats).toBe(1);
});
