import { describe, expect, test } from 'vitest';
import { clusterChats } from '$lib/domain/capabilities/columns/clusters';
import {
	buildChatColumns,
	buildColumns,
	listNetworks,
	type ColumnQuery
} from '$lib/domain/capabilities/columns/build-columns';
import type { Chat } from '$lib/domain/chat/chat';
import { createNetworkIndex } from '$lib/domain/chat/network';
import { makeCapabilities } from '../../../../fixtures/capabilities';
import { makeAccount, makeChat } from '../../../../fixtures/chats';
import { getNetwork } from '../arbitrary';

function makeAccountChats(accountID: string, count: number, overrides: Partial<Chat> = {}): Chat[] {
	const network = accountID === 'signal' ? 'Signal' : 'Slack';
	return Array.from({ length: count }, () => makeChat({ accountID, network, ...overrides }));
}

const capabilities = makeCapabilities();
const CHATS = [
	...makeAccountChats('slackgo.T1', 2, { type: 'group' }),
	...makeAccountChats('signal', 3, { capabilities }),
	...makeAccountChats('slackgo.T2', 1, { type: 'channel' })
];
const CLUSTERS = clusterChats(CHATS, getNetwork);

test('the networks that have chats stand A–Z, with how many', () => {
	expect(listNetworks(CLUSTERS)).toEqual([
		{ key: 'signal', name: 'Signal', chats: 3 },
		{ key: 'slackgo', name: 'Slack', chats: 3 }
	]);
});

describe('columns', () => {
	test('by network say how many chats they stand for, and how many report', () => {
		expect(buildColumns(CLUSTERS, { by: 'network' }).columns).toMatchObject([
			{ key: 'signal', name: 'Signal', networkKey: 'signal', chats: 3, reported: 3 },
			{ key: 'slackgo', name: 'Slack', networkKey: 'slackgo', chats: 3, reported: 0 }
		]);
	});

	test('have the most chats first, equal ones A–Z, and silent ones last', () => {
		const silent = makeChat({ network: 'Discord', accountID: 'discordgo' });
		const line = makeChat({ network: 'LINE', accountID: 'line', capabilities });
		const slack = makeAccountChats('slackgo.T1', 2, { capabilities });
		const some = [
			silent,
			silent,
			silent,
			silent,
			...makeAccountChats('signal', 1, { capabilities }),
			line
		];
		const { columns } = buildColumns(clusterChats([...some, ...slack], createNetworkIndex([])), {
			by: 'network'
		});
		expect(columns.map(({ name }) => name)).toEqual(['Slack', 'LINE', 'Signal', 'Discord']);
	});

	test('by account bear the network’s name, and the owner’s where there are several', () => {
		const ada = makeAccount({ accountID: 'slackgo.T1', user: { id: '1', fullName: 'Ada' } });
		const { columns } = buildColumns(CLUSTERS, { by: 'account' }, { accounts: [ada] });
		expect(columns.map(({ key, name }) => [key, name])).toEqual([
			['signal', 'Signal'],
			['slackgo.T1', 'Slack: Ada'],
			['slackgo.T2', 'Slack: slackgo.T2']
		]);
	});

	test('by account tell two accounts of one owner apart', () => {
		const user = { id: '1', fullName: 'Ada' };
		const accounts = ['slackgo.T1', 'slackgo.T2'].map((accountID) =>
			makeAccount({ accountID, user })
		);
		const { columns } = buildColumns(CLUSTERS, { by: 'account' }, { accounts });
		expect(columns.map(({ name }) => name)).toEqual([
			'Signal',
			'Slack: Ada (slackgo.T1)',
			'Slack: Ada (slackgo.T2)'
		]);
	});

	test.for(['account', 'type'] as const)('by %s have a key even for chats without one', (by) => {
		const clusters = clusterChats([makeChat({ accountID: '', type: '' })], getNetwork);
		const [column] = buildColumns(clusters, { by }).columns;
		expect([column?.key, column?.name]).not.toContain('');
	});

	test('contain no names when names are hidden', () => {
		const names = { isNameless: true };
		const { columns } = buildColumns(CLUSTERS, { by: 'account' }, names);
		expect(columns.map(({ name }) => name)).toEqual(['Signal', 'Slack 1', 'Slack 2']);
		expect(buildChatColumns(CHATS.slice(0, 1), getNetwork, names)[0]?.name).toBe('Chat 1');
	});

	test('by type put direct chats before groups, and others last', () => {
		expect(
			buildColumns(CLUSTERS, { by: 'type' }).columns.map(({ key, name }) => [key, name])
		).toEqual([
			['single', 'Direct chats'],
			['group', 'Groups'],
			['channel', 'channel']
		]);
	});

	test('by chat stand in the order they were picked, under their titles', () => {
		const [first, second] = [makeChat({ title: 'Ana' }), makeChat({ title: 'Ana', capabilities })];
		expect(buildChatColumns([second, first], getNetwork)).toMatchObject([
			{ key: second.id, chatID: second.id, name: 'Ana', caption: 'Signal', reported: 1 },
			{ key: first.id, chatID: first.id, name: 'Ana (2)', caption: 'Signal, not reported' }
		]);
	});

	test('are only of the networks and accounts that are asked for', () => {
		const choice = { by: 'type', networks: ['Slack'], accountIDs: ['slackgo.T1'] } as const;
		const { columns, problems } = buildColumns(CLUSTERS, choice);
		expect(columns.map(({ key, chats }) => [key, chats])).toEqual([['group', 2]]);
		expect(columns[0]?.filter).toMatchObject({ networks: ['slackgo'], accountIDs: ['slackgo.T1'] });
		expect(problems).toEqual([]);
	});

	test('that are asked for in vain are named', () => {
		const choice = { networks: ['myspace'], accountIDs: ['x'], split: ['icq'] };
		expect(buildColumns(CLUSTERS, { by: 'network', ...choice }).problems).toMatchObject([
			{ key: 'network', value: 'myspace' },
			{ key: 'account', value: 'x' },
			{ key: 'split', value: 'icq', words: 'This table has no column “icq”.' }
		]);
	});

	test('are split one by one, or all of them', () => {
		const mixed = clusterChats([...CHATS, ...makeAccountChats('signal', 1)], getNetwork);
		function keys(choice: ColumnQuery): string[] {
			return buildColumns(mixed, choice).columns.map(({ key }) => key);
		}
		expect(keys({ by: 'network', split: ['signal'] })).toEqual([
			'signal:reported',
			'signal:not-reported',
			'slackgo'
		]);
		expect(keys({ by: 'variant' })).toEqual(keys({ by: 'network', split: ['signal', 'slackgo'] }));
	});
});
