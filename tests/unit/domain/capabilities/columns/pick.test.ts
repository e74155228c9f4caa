import { describe, expect, test } from 'vitest';
import {
	pickAccounts,
	pickChats,
	pickNetworks,
	toggleNetwork
} from '$lib/domain/capabilities/columns/pick';
import { makeChat } from '../../../../fixtures/chats';

const NETWORKS = [
	{ key: 'signal', name: 'Signal' },
	{ key: 'slackgo', name: 'Slack' },
	{ key: 'whatsapp', name: 'WhatsApp' }
];

describe('pickNetworks', () => {
	test.for([
		['every network unless some are named', [], ['signal', 'slackgo', 'whatsapp']],
		[
			'by key or by name, in the order of the table',
			['WhatsApp', 'signal'],
			['signal', 'whatsapp']
		],
		[
			'every network when none of the words means one',
			['myspace'],
			['signal', 'slackgo', 'whatsapp']
		]
	] as const)('picks %s', ([, words, keys]) => {
		expect(pickNetworks(NETWORKS, words).picked.map(({ key }) => key)).toEqual(keys);
	});

	test('names the words that mean no network here', () => {
		const { picked, problems } = pickNetworks(NETWORKS, ['signal', 'myspace']);
		expect(picked).toHaveLength(1);
		expect(problems).toEqual([
			{ key: 'network', value: 'myspace', words: 'No chats here are on “myspace”.' }
		]);
	});
});

describe('toggleNetwork', () => {
	test.for([
		['asks for one where none is asked for', [], 'slackgo', ['slackgo']],
		['takes one away from several', ['signal', 'WhatsApp'], 'whatsapp', ['signal']],
		['adds one, in the order of the networks', ['whatsapp'], 'signal', ['signal', 'whatsapp']],
		['leaves none when the last one goes', ['signal'], 'signal', []],
		[
			'keeps all of them ticked',
			['signal', 'slackgo'],
			'whatsapp',
			['signal', 'slackgo', 'whatsapp']
		],
		['keeps what only the reference may know', ['line'], 'signal', ['signal', 'line']]
	] as const)('%s', ([, words, key, after]) => {
		expect(toggleNetwork(NETWORKS, words, key)).toEqual(after);
	});
});

describe('pickAccounts', () => {
	test('picks those that are asked for, and names those that are not here', () => {
		expect(pickAccounts(['a', 'b'], ['b', 'c'])).toEqual({
			picked: ['b'],
			problems: [{ key: 'account', value: 'c', words: 'No chats here are in the account “c”.' }]
		});
	});

	test('picks all of them unless one is asked for', () => {
		expect(pickAccounts(['a', 'b'], []).picked).toEqual(['a', 'b']);
	});
});

describe('pickChats', () => {
	const [first, second] = [makeChat({ localChatID: '7' }), makeChat()];
	const chats = [first, second, makeChat()];

	test('picks chats in the order of the address, by either of their IDs, each once', () => {
		expect(pickChats(chats, [second.id, '7', first.id]).picked).toEqual([second, first]);
	});

	test('names the IDs of chats that are not here', () => {
		expect(pickChats(chats, ['!gone']).problems).toEqual([
			{ key: 'chat', value: '!gone', words: 'No chat here has the ID “!gone”.' }
		]);
	});
});
