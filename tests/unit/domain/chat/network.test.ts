import { describe, expect, test } from 'vitest';
import {
	createNetworkIndex,
	getKnownNetworkNames,
	getNetworkMark,
	isNetworkNamed
} from '$lib/domain/chat/network';
import { makeAccount, makeChat } from '../../../fixtures/chats';

function bridge(type: string) {
	return { id: type, type, provider: 'cloud' };
}

describe('where a network is read from', () => {
	const accounts = [
		makeAccount({ accountID: 'a1', bridge: bridge('discordgo'), network: 'Discord' }),
		makeAccount({ accountID: 'a2', bridge: bridge('facebookgo'), network: 'Messenger' }),
		{ accountID: 'a3', bridge: bridge('twitter') },
		{ accountID: 'a4', network: 'Bluesky' },
		{ accountID: 'a5', bridge: bridge('zulip') },
		makeAccount({ accountID: 'a6', bridge: bridge('chatgo'), network: 'New Chat' })
	];
	test.for<[string, { accountID: string; network: string }, { key: string; name: string }]>([
		[
			"the account's bridge, with Beeper's name",
			{ accountID: 'a2', network: 'Facebook' },
			{ key: 'facebookgo', name: 'Messenger' }
		],
		[
			'a bridge that Beeper gives no name',
			{ accountID: 'a3', network: '' },
			{ key: 'twitter', name: 'Twitter/X' }
		],
		[
			'a bridge without a known name',
			{ accountID: 'a5', network: '' },
			{ key: 'zulip', name: 'zulip' }
		],
		[
			"the account's display name",
			{ accountID: 'a4', network: '' },
			{ key: 'bluesky', name: 'Bluesky' }
		],
		[
			"the chat's display name",
			{ accountID: 'unlisted', network: 'WhatsApp' },
			{ key: 'whatsapp', name: 'WhatsApp' }
		],
		[
			'another usual name',
			{ accountID: 'unlisted', network: 'X' },
			{ key: 'twitter', name: 'Twitter/X' }
		],
		[
			'the name of a listed account, however new its network',
			{ accountID: 'unlisted', network: 'new chat' },
			{ key: 'chatgo', name: 'New Chat' }
		],
		[
			'an account ID with the bridge in front',
			{ accountID: 'slackgo.T123-U456', network: '' },
			{ key: 'slackgo', name: 'Slack' }
		],
		[
			'the account ID of a local bridge',
			{ accountID: 'local-whatsapp_ba_x1', network: '' },
			{ key: 'whatsapp', name: 'WhatsApp' }
		],
		[
			'an account ID that is the bridge',
			{ accountID: 'imessage', network: '' },
			{ key: 'imessage', name: 'iMessage' }
		],
		[
			'the account ID of native chats',
			{ accountID: 'hungryserv', network: '' },
			{ key: 'matrix', name: 'Beeper/Matrix' }
		],
		[
			'an unknown display name',
			{ accountID: 'x1', network: ' Carrier Pigeon ' },
			{ key: 'carrier pigeon', name: 'Carrier Pigeon' }
		],
		['nothing at all', { accountID: '', network: '' }, { key: 'unknown', name: 'Unknown network' }]
	])('%s', ([, chat, network]) => {
		expect(createNetworkIndex(accounts)(makeChat(chat))).toEqual(network);
	});
});

test('chats on one network get one object, whatever their accounts are called', () => {
	const getNetwork = createNetworkIndex([
		makeAccount({ accountID: 'a1', bridge: bridge('newnet'), network: 'New Net' }),
		makeAccount({ accountID: 'a2', bridge: bridge('newnet'), network: 'Newer Net' })
	]);
	const first = getNetwork(makeChat({ accountID: 'a2', network: 'Newer Net' }));
	expect(first).toEqual({ key: 'newnet', name: 'New Net' });
	expect(getNetwork(makeChat({ accountID: 'a1', network: 'New Net' }))).toBe(first);
});

test('chats of one unlisted account may be on different networks', () => {
	const getNetwork = createNetworkIndex([]);
	expect(getNetwork(makeChat({ accountID: '', network: 'Signal' })).key).toBe('signal');
	expect(getNetwork(makeChat({ accountID: '', network: 'LINE' })).key).toBe('line');
});

describe('isNetworkNamed', () => {
	const messenger = { key: 'facebookgo', name: 'Facebook/Messenger' };
	test.for([
		['facebookgo', true],
		['FacebookGo', true],
		['facebook/messenger', true],
		['Messenger', true],
		['', false],
		['face', false],
		['signal', false]
	] as const)('"%s" means Messenger: %s', ([word, expected]) => {
		expect(isNetworkNamed(messenger, word)).toBe(expected);
	});

	test('a network that is new is known by its own key and name', () => {
		const pigeon = { key: 'pigeongo', name: 'Carrier Pigeon' };
		expect(isNetworkNamed(pigeon, 'carrier pigeon')).toBe(true);
		expect(isNetworkNamed(pigeon, 'signal')).toBe(false);
	});
});

describe('the mark of a network', () => {
	const known = getKnownNetworkNames();
	/** Relative luminance of `#rrggbb`, as WCAG 2 defines it. */
	function getLuminance(colour: string): number {
		const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
			const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
			return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	}

	function getContrast(one: string, other: string): number {
		const [dark = 0, light = 0] = [one, other].map(getLuminance).sort((a, b) => a - b);
		return (light + 0.05) / (dark + 0.05);
	}

	test('has letters that no other network has, so that it needs no colour', () => {
		const letters = known.map((name) => getNetworkMark(name).letters);
		expect(new Set(letters).size).toBe(known.length);
	});

	test.for([...known, 'zulip'])(
		'of %s can be read on its colour, and seen on the surfaces of both themes',
		(name) => {
			const { colour } = getNetworkMark(name);
			expect(getContrast(colour, '#ffffff')).toBeGreaterThanOrEqual(4.5);
			for (const surface of ['#ffffff', '#f1f1f4', '#15161a', '#1e2026']) {
				expect(getContrast(colour, surface)).toBeGreaterThanOrEqual(3);
			}
		}
	);

	test.for([
		['zulip', 'Z'],
		['#ångström', 'Å'],
		['字', '字'],
		['', '?'],
		['…', '?']
	])('of the unknown network %j has the letter %j', ([key = '', letters]) => {
		expect(getNetworkMark(key).letters).toBe(letters);
	});
});
