import { capitalize } from '$lib/format/sentence';
import { FACTS } from './reduced-facts';
import type { WireAccount } from './api-types';

/**
 * Relative frequency of each kind of chat in an account, by `ChatKind.name`; `''`: chats about
 * whose kind the server says nothing.
 */
type KindWeights = Readonly<Record<string, number>>;

/** An account of the sample person, with the kinds of its chats. */
export interface SampleAccount {
	account: WireAccount & { network: string };
	/** Relative number of chats, compared with the other accounts. */
	weight: number;
	kinds: KindWeights;
	/** False for iMessage, which `/v1/accounts` omits. */
	isListed: boolean;
}

interface StatusFields {
	status: string;
	statusText: string;
}

const PROVIDERS = {
	cloud: (type: string) => type,
	'self-hosted': (type: string) => `sh-${type}`,
	local: (type: string) => `local-${type}`,
	'platform-sdk': (type: string) => type
};

function connect(
	bridge: readonly [type: string, provider: keyof typeof PROVIDERS],
	accountID: string,
	weight: number,
	kinds: KindWeights,
	{ number, ...standing }: Partial<StatusFields> & { number?: string } = {}
): SampleAccount {
	const [type, provider] = bridge;
	const facts = FACTS.find(({ bridgeType }) => bridgeType === type);
	return {
		account: {
			accountID,
			bridge: { id: PROVIDERS[provider](type), provider, type },
			network: facts?.network ?? 'Beeper (Matrix)',
			user: {
				id: `@${accountID}_robin:beeper.local`,
				fullName: 'Robin Sample',
				username: 'robin.sample',
				...(number && { phoneNumber: `+1212555${number}` }),
				isSelf: true
			},
			status: 'connected',
			...standing,
			loginID: `${type}-robin`
		},
		weight,
		kinds,
		isListed: type !== 'imessage'
	};
}

/** Every account that the sample person has connected to Beeper. */
export const ACCOUNTS: readonly SampleAccount[] = [
	connect(
		['whatsapp', 'local'],
		'local-whatsapp_ba_q7TzWmPcDk2vLxNa',
		104,
		{ direct: 6, group: 4, 'community-announcements': 0.3, '': 0.4 },
		{ number: '0100' }
	),
	connect(
		['whatsapp', 'local'],
		'local-whatsapp_ba_9hRbYt4sGfJw8uEo',
		26,
		{ direct: 5, group: 2 },
		{ number: '0199' }
	),
	connect(
		['telegram', 'cloud'],
		'telegram',
		42,
		{
			direct: 12,
			group: 4,
			supergroup: 4,
			channel: 1,
			'supergroup-some-reactions': 1,
			'supergroup-no-reactions': 1,
			topic: 1,
			'': 0.8
		},
		{ number: '0142' }
	),
	connect(
		['telegram', 'local'],
		'local-telegram_ba_Vc3nXe6pRk1dMzHs',
		10,
		{ 'direct-premium': 7, 'channel-premium': 1 },
		{ number: '0176' }
	),
	connect(['facebookgo', 'cloud'], 'facebookgo', 40, {
		direct: 5,
		'direct-encrypted': 5,
		group: 3,
		'group-encrypted': 1,
		community: 0.5,
		'': 0.4
	}),
	connect(['instagramgo', 'cloud'], 'instagramgo', 36, { direct: 5, group: 1, '': 0.3 }),
	connect(['imessage', 'platform-sdk'], 'imessage', 28, {
		desktop: 10,
		bridge: 3,
		'bridge-new-chat': 0.5
	}),
	connect(['signal', 'self-hosted'], 'sh-signal', 24, { direct: 5, group: 3, 'note-to-self': 0 }),
	connect(['slackgo', 'cloud'], 'slackgo.T0GARDEN-U01ROBIN', 18, { channel: 3, direct: 2 }),
	connect(['slackgo', 'cloud'], 'slackgo.T0CHOIR-U07ROBIN', 12, {
		'channel-edit-window': 4,
		'channel-no-edit': 1,
		'channel-no-delete': 1
	}),
	connect(
		['discordgo', 'cloud'],
		'discordgo',
		16,
		{ 'server-channel': 3, direct: 2 },
		{ status: 'backfilling', statusText: 'Fetching older messages' }
	),
	connect(['gmessages', 'cloud'], 'gmessages', 14, { rcs: 2, sms: 3 }),
	connect(['linkedin', 'cloud'], 'linkedin', 10, { any: 1 }),
	connect(['twitter', 'cloud'], 'twitter', 8, {
		direct: 3,
		group: 1,
		'direct-legacy': 2,
		'group-legacy': 0.5
	}),
	connect(['matrix', 'cloud'], 'matrix', 5, { '': 1 }),
	connect(['googlechat', 'self-hosted'], 'sh-googlechat', 5, { direct: 2, space: 1 }),
	connect(
		['line', 'self-hosted'],
		'sh-line',
		4,
		{ any: 1 },
		{ status: 'reconnect_required', statusText: 'Signed out by LINE' }
	),
	connect(['gvoice', 'cloud'], 'gvoice', 3, { any: 1 }),
	connect(['bluesky', 'cloud'], 'bluesky', 2, { any: 1 })
];

/**
 * The same networks in another person's Beeper. IDs of cloud accounts are the same for every login;
 * IDs of accounts of this installation or of a workspace differ, and each account has another user.
 *
 * @param login - letters, such as `kim`
 */
export function makeAccounts(login: string): readonly SampleAccount[] {
	return ACCOUNTS.map((owned) => {
		const { account } = owned;
		const accountID = account.accountID.replace(/(?<=_ba_|\.).*/, (own) => `${own}${login}`);
		const user = {
			...account.user,
			id: `@${accountID}_${login}:beeper.local`,
			fullName: `${capitalize(login)} Sample`,
			username: `${login}.sample`
		};
		const loginID = `${account.bridge.type}-${login}`;
		return { ...owned, account: { ...account, accountID, user, loginID } };
	});
}
