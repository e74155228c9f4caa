import type BeeperDesktop from '@beeper/desktop-api';
import type { APIPromise } from '@beeper/desktop-api/api-promise';
import * as v from 'valibot';
import { makeThread, type ChatRecord } from '$lib/sample/make-thread';
import type { World } from '$lib/sample/world';
import * as answers from './answers';
import { chat, message, startedChat, user } from './shapes';

/** A call of an SDK method, as in its documentation, and the schema of the response. */
export interface Call {
	call: (client: BeeperDesktop, world: World) => APIPromise<unknown>;
	/** Absent: the response has no body. */
	answer?: v.GenericSchema;
}

function chatWhere(world: World, fits: (record: ChatRecord) => boolean): ChatRecord {
	const record = world.chats.find(fits);
	if (!record) throw new Error('The sample world lacks such a chat');
	return record;
}

/** A chat that allows every action. */
function openChat(world: World): ChatRecord {
	return chatWhere(
		world,
		({ chat, history }) =>
			chat.network === 'WhatsApp' &&
			chat.type === 'group' &&
			chat.capabilities?.reply === 2 &&
			!chat.isReadOnly &&
			!chat.isPinned &&
			!chat.draft &&
			chat.unreadCount === 0 &&
			history > 40
	);
}

function ownMessage(record: ChatRecord): string {
	return makeThread(record).find((one) => one.isSender && !one.attachments)?.id ?? '';
}

const FILE = new TextEncoder().encode('Bring cake.');

export const CALLS: Readonly<Record<string, Call>> = {
	'info.retrieve': { call: (client) => client.info.retrieve(), answer: answers.info },
	focus: { call: (client) => client.focus({ draftText: 'Hi' }), answer: answers.focused },
	search: { call: (client) => client.search({ query: 'dinner' }), answer: answers.searchResults },
	'accounts.list': {
		call: (client) => client.accounts.list(),
		answer: v.array(answers.account)
	},
	'accounts.contacts.list': {
		call: (client) => client.accounts.contacts.list('telegram', { limit: 200 }),
		answer: answers.createPageSchema(user)
	},
	'accounts.contacts.search': {
		call: (client) => client.accounts.contacts.search('telegram', { query: 'Priya' }),
		answer: v.strictObject({ items: v.array(user) })
	},
	'chats.list': {
		call: (client) => client.chats.list({ accountIDs: ['telegram', 'imessage'] }),
		answer: answers.createPageSchema(answers.listedChat)
	},
	'chats.search': {
		call: (client) =>
			client.chats.search({ scope: 'titles', inbox: 'primary', includeMuted: false, limit: 200 }),
		answer: answers.createPageSchema(chat)
	},
	'chats.retrieve': {
		call: (client, world) =>
			client.chats.retrieve(openChat(world).chat.id, { maxParticipantCount: -1 }),
		answer: chat
	},
	'chats.update': {
		call: (client, world) =>
			client.chats.update(openChat(world).chat.id, {
				title: 'New title',
				description: null,
				isMuted: true,
				isPinned: false,
				isLowPriority: true,
				isArchived: true,
				messageExpirySeconds: 86_400,
				draft: { text: 'Later' }
			}),
		answer: chat
	},
	'chats.archive': {
		call: (client, world) => client.chats.archive(openChat(world).chat.id, { archived: true })
	},
	'chats.markRead': {
		call: (client, world) => client.chats.markRead(openChat(world).chat.id),
		answer: chat
	},
	'chats.markUnread': {
		call: (client, world) => client.chats.markUnread(openChat(world).chat.id),
		answer: chat
	},
	'chats.notifyAnyway': {
		call: (client, world) =>
			client.chats.notifyAnyway(
				chatWhere(world, ({ chat }) => chat.network === 'iMessage').chat.id
			),
		answer: chat
	},
	'chats.create': {
		call: (client, world) =>
			client.chats.create({
				accountID: 'sh-signal',
				participantIDs: (world.people('sh-signal')?.known ?? []).slice(0, 3).map(({ id }) => id),
				type: 'group',
				title: 'Three of us',
				messageText: 'Hello'
			}),
		answer: startedChat
	},
	'chats.start': {
		call: (client, world) => {
			const [person] = world.people('sh-signal')?.known ?? [];
			const phoneNumber = person?.phoneNumber ?? '';
			return client.chats.start({ accountID: 'sh-signal', user: { phoneNumber } });
		},
		answer: startedChat
	},
	'chats.reminders.create': {
		call: (client, world) =>
			client.chats.reminders.create(openChat(world).chat.id, {
				reminder: { remindAt: '2026-09-01T09:00:00.000Z' }
			})
	},
	'chats.reminders.delete': {
		call: (client, world) => client.chats.reminders.delete(openChat(world).chat.id)
	},
	'chats.messages.reactions.add': {
		call: (client, world) =>
			client.chats.messages.reactions.add(ownMessage(openChat(world)), {
				chatID: openChat(world).chat.id,
				reactionKey: '🎉'
			}),
		answer: answers.addedReaction
	},
	'chats.messages.reactions.delete': {
		call: (client, world) => {
			const record = openChat(world);
			const [first] = makeThread(record);
			const [self] = record.chat.participants.items;
			const participantID = self?.id ?? '';
			if (first) first.reactions = [{ id: participantID, participantID, reactionKey: '👍' }];
			return client.chats.messages.reactions.delete('👍', {
				chatID: record.chat.id,
				messageID: first?.id ?? ''
			});
		},
		answer: answers.removedReaction
	},
	'messages.list': {
		call: (client, world) => client.messages.list(openChat(world).chat.id),
		answer: answers.createPageSchema(message)
	},
	'messages.search': {
		call: (client) => client.messages.search({ query: 'dinner', sender: 'others', limit: 20 }),
		answer: answers.createPageSchema(message)
	},
	'messages.retrieve': {
		call: (client, world) =>
			client.messages.retrieve(ownMessage(openChat(world)), { chatID: openChat(world).chat.id }),
		answer: message
	},
	'messages.send': {
		call: (client, world) => client.messages.send(openChat(world).chat.id, { text: 'On my way' }),
		answer: answers.sentMessage
	},
	'messages.update': {
		call: (client, world) =>
			client.messages.update(ownMessage(openChat(world)), {
				chatID: openChat(world).chat.id,
				text: 'Better words'
			}),
		answer: answers.editedMessage
	},
	'messages.delete': {
		call: (client, world) =>
			client.messages.delete(ownMessage(openChat(world)), {
				chatID: openChat(world).chat.id,
				forEveryone: true
			})
	},
	'assets.upload': {
		call: (client) => client.assets.upload({ file: new File([FILE], 'note.txt') }),
		answer: answers.upload
	},
	'assets.uploadBase64': {
		call: (client) => client.assets.uploadBase64({ content: btoa('Bring cake.') }),
		answer: answers.upload
	},
	'assets.download': {
		call: (client) => client.assets.download({ url: 'mxc://beeper.local/file-1' }),
		answer: answers.download
	}
};
