import type { FilterNames } from '$lib/domain/chat-list/view';
import { makeAccount } from '../../../../fixtures/chats';

/** Two accounts of one owner on WhatsApp, one on Slack; two labels. */
export const NAMES: FilterNames = {
	networks: [
		{ key: 'whatsapp', name: 'WhatsApp' },
		{ key: 'telegram', name: 'Telegram' },
		{ key: 'slackgo', name: 'Slack' },
		{ key: 'gmessages', name: 'Google Messages' },
		{ key: 'facebookgo', name: 'Facebook/Messenger' },
		{ key: 'qq', name: 'Tencent, QQ' }
	],
	accounts: [
		makeAccount({
			accountID: 'wa1',
			user: { id: '1', fullName: 'Kim', phoneNumber: '+15550100199' }
		}),
		makeAccount({
			accountID: 'wa2',
			user: { id: '2', fullName: 'Kim', phoneNumber: '+15550100200' }
		}),
		makeAccount({
			accountID: 'slackgo.T1',
			network: 'Slack',
			bridge: { id: 'slackgo', type: 'slackgo', provider: 'cloud' },
			user: { id: '3', fullName: 'Robin "R" Sample' }
		})
	],
	labels: [
		{ id: '!work', name: 'Work' },
		{ id: '!my', name: 'My label' }
	]
};
