import { dequal } from 'dequal/lite';
import type { Account } from './account';
import type { Chat } from './chat';
import { cleanName } from './name';

/** A messaging network, as far as the dashboard tells them apart. */
export interface Network {
	/** Bridge type of its accounts (`whatsapp`, `discordgo`), used in URLs. */
	key: string;
	/** Display name. */
	name: string;
}

/**
 * Gives the network of a chat; for a merged chat, that of its first member (see `getNetworks` for
 * all). Networks with equal keys are the same object.
 */
export type NetworkIndex = (chat: Chat) => Network;

/**
 * The mark of a network: letters that tell it apart without colour, white on a colour of one
 * lightness for all networks, which contrasts with the letters and with the surfaces of both themes.
 */
export interface NetworkMark {
	/** One letter, or two narrow ones. */
	letters: string;
	/** `#rrggbb` */
	colour: string;
}

interface KnownNetwork extends Network, NetworkMark {
	aliases: readonly string[];
}

/**
 * Known networks by the bridge that Beeper runs for them, with Beeper's name and other usual names.
 */
const KNOWN_NETWORKS: readonly KnownNetwork[] = [
	{ key: 'whatsapp', name: 'WhatsApp', letters: 'W', colour: '#12803b', aliases: [] },
	{ key: 'telegram', name: 'Telegram', letters: 'T', colour: '#1a76a6', aliases: ['telegramgo'] },
	{ key: 'signal', name: 'Signal', letters: 'S', colour: '#336ad9', aliases: ['signalgo'] },
	{
		key: 'imessage',
		name: 'iMessage',
		letters: 'iM',
		colour: '#1e7f4d',
		aliases: ['imessagego', 'imessagecloud']
	},
	{
		key: 'facebookgo',
		name: 'Facebook/Messenger',
		letters: 'M',
		colour: '#9b31f8',
		aliases: ['facebook', 'messenger']
	},
	{ key: 'instagramgo', name: 'Instagram', letters: 'Ig', colour: '#cf2b63', aliases: [] },
	{ key: 'slackgo', name: 'Slack', letters: 'Sl', colour: '#9658a0', aliases: [] },
	{ key: 'discordgo', name: 'Discord', letters: 'D', colour: '#5e60e0', aliases: [] },
	{
		key: 'gmessages',
		name: 'Google Messages',
		letters: 'G',
		colour: '#336cd1',
		aliases: ['googlemessages']
	},
	{ key: 'googlechat', name: 'Google Chat', letters: 'C', colour: '#008133', aliases: ['gchat'] },
	{
		key: 'gvoice',
		name: 'Google Voice',
		letters: 'V',
		colour: '#0c7d70',
		aliases: ['googlevoice']
	},
	{ key: 'twitter', name: 'Twitter/X', letters: 'X', colour: '#64717c', aliases: ['x'] },
	{ key: 'linkedin', name: 'LinkedIn', letters: 'Li', colour: '#0a76af', aliases: [] },
	{ key: 'bluesky', name: 'Bluesky', letters: 'Bs', colour: '#0c6ed4', aliases: [] },
	{ key: 'line', name: 'LINE', letters: 'L', colour: '#527b11', aliases: [] },
	{ key: 'tumblrdms', name: 'Tumblr', letters: 'Tu', colour: '#4a6f96', aliases: ['tumblr dms'] },
	{
		key: 'matrix',
		name: 'Beeper/Matrix',
		letters: 'B',
		colour: '#6557f2',
		aliases: ['beeper', 'beeper (matrix)', 'hungryserv']
	}
];

const UNKNOWN_NETWORK: Network = { key: 'unknown', name: 'Unknown network' };

const KNOWN_BY_WORD: ReadonlyMap<string, KnownNetwork> = new Map(
	KNOWN_NETWORKS.flatMap((network) =>
		[network.key, network.name, ...network.aliases].map((word) => [fold(word), network] as const)
	)
);

function fold(word: string): string {
	return word.trim().toLowerCase();
}

/**
 * Name of the network that a word in a URL refers to; for an unknown network the word itself, as
 * one line.
 */
export function getNetworkName(word: string): string {
	return KNOWN_BY_WORD.get(fold(word))?.name ?? cleanName(word);
}

/** The mark of a network; for one unknown to the dashboard, grey with the first letter of its key. */
export function getNetworkMark(key: string): NetworkMark {
	const known = KNOWN_BY_WORD.get(fold(key));
	if (known) return known;
	const [letter = '?'] = /[\p{L}\p{N}]/u.exec(key) ?? [];
	return { letters: letter.toUpperCase(), colour: '#6f6f76' };
}

/** True when a word in a URL refers to this network, by key, name or alias. */
export function isNetworkNamed(network: Network, word: string): boolean {
	const wanted = fold(word);
	return (
		wanted === fold(network.key) ||
		wanted === fold(network.name) ||
		network.key === KNOWN_BY_WORD.get(wanted)?.key
	);
}

/** The network that a word refers to: one of these, or else one that the dashboard knows. */
export function findNetworkNamed(networks: readonly Network[], word: string): Network | undefined {
	return networks.find((network) => isNetworkNamed(network, word)) ?? KNOWN_BY_WORD.get(fold(word));
}

/** The names of the networks that the dashboard knows. */
export function getKnownNetworkNames(): readonly string[] {
	return KNOWN_NETWORKS.map(({ name }) => name);
}

/**
 * Account IDs begin with the bridge: `slackgo.T123` is Slack, `local-whatsapp_ba_…` is WhatsApp.
 */
function findNetworkByAccountID(accountID: string): Network | undefined {
	const bridge = /^(?:local-)?([a-z]+)(?=[._-]|$)/i.exec(accountID)?.[1];
	return bridge === undefined ? undefined : KNOWN_BY_WORD.get(fold(bridge));
}

/**
 * Name of an account's network: the server's, else the usual name for its bridge, else the bridge
 * type.
 *
 * @returns empty when none of these is known
 */
export function getAccountNetworkName({ network, bridge, accountID }: Account): string {
	const type = bridge?.type ?? '';
	return (
		network?.trim() ||
		KNOWN_BY_WORD.get(fold(type))?.name ||
		findNetworkByAccountID(accountID)?.name ||
		type
	);
}

/**
 * {@link createNetworkIndex}, memoized: returns the same index until an account's bridge or network
 * changes. Connection statuses do not matter.
 */
export function memoizeNetworkIndex(): (accounts: readonly Account[]) => NetworkIndex {
	let before: { facts: unknown; index: NetworkIndex } | undefined;
	return (accounts) => {
		const facts = accounts.map(({ accountID, bridge, network }) => [accountID, bridge, network]);
		if (!before || !dequal(before.facts, facts)) {
			before = { facts, index: createNetworkIndex(accounts) };
		}
		return before.index;
	};
}

/**
 * The network of a chat is the bridge type of its account. When the server does not report that
 * (before 4.2.785, or for an unlisted account), it is derived from the chat's network name or
 * account ID.
 *
 * @param accounts - the accounts the server lists; their network names outrank the built-in names
 */
export function createNetworkIndex(accounts: readonly Account[]): NetworkIndex {
	const accountsByID = new Map(accounts.map((account) => [account.accountID, account]));
	const networks = new Map<string, Network>();
	const keysByName = new Map<string, string>();
	const found = new Map<string, Map<string, Network>>();

	for (const { bridge, network } of accounts) {
		if (!bridge?.type || !network?.trim()) continue;
		if (!networks.has(bridge.type)) {
			networks.set(bridge.type, { key: bridge.type, name: network.trim() });
		}
		if (!keysByName.has(fold(network))) keysByName.set(fold(network), bridge.type);
	}

	function networkFor(key: string, name: string): Network {
		const network = networks.get(key) ?? {
			key,
			name: KNOWN_BY_WORD.get(fold(key))?.name ?? (name || key)
		};
		networks.set(key, network);
		return network;
	}

	function lookUp(chat: Chat): Network {
		const account = accountsByID.get(chat.accountID);
		const name = chat.network.trim() || account?.network?.trim() || '';
		const key =
			account?.bridge?.type ||
			keysByName.get(fold(name)) ||
			KNOWN_BY_WORD.get(fold(name))?.key ||
			findNetworkByAccountID(chat.accountID)?.key ||
			fold(name);
		return key ? networkFor(key, name) : UNKNOWN_NETWORK;
	}

	return (asked) => {
		const [chat = asked] = asked.members ?? [];
		let byName = found.get(chat.accountID);
		if (!byName) found.set(chat.accountID, (byName = new Map()));
		let network = byName.get(chat.network);
		if (!network) byName.set(chat.network, (network = lookUp(chat)));
		return network;
	};
}
