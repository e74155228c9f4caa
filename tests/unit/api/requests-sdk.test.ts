import BeeperDesktop from '@beeper/desktop-api';
import { describe, expect, test } from 'vitest';
import { toRequest } from '$lib/api/requests';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { toggle } from '../../fixtures/writes';

describe('the official SDK asks the same', () => {
	const chat = '!a:b';
	const remindAt = Date.UTC(2026, 8, 1, 9);
	const message = { chatID: chat, messageID: '7' };
	const value = { remindAt, dismissOnIncomingMessage: true };
	const remind = { remindAt: new Date(remindAt).toISOString(), dismissOnIncomingMessage: true };
	const draft = { text: 'x', attachments: { u: { uploadID: 'u' } } };

	test.for([
		['archive', toggle('archive', chat), (sdk) => sdk.chats.archive(chat, { archived: true })],
		['mute', toggle('mute', chat), (sdk) => sdk.chats.update(chat, { isMuted: true })],
		['read', toggle('read', chat), (sdk) => sdk.chats.markRead(chat)],
		['unread', toggle('read', chat, false), (sdk) => sdk.chats.markUnread(chat)],
		[
			'draft',
			{ kind: 'draft', chatID: chat, value: { text: 'x', attachments: [{ uploadID: 'u' }] } },
			(sdk) => sdk.chats.update(chat, { draft })
		],
		[
			'reminder',
			{ kind: 'remind', chatID: chat, value },
			(sdk) => sdk.chats.reminders.create(chat, { reminder: remind })
		],
		[
			'no reminder',
			{ kind: 'remind', chatID: chat, value: null },
			(sdk) => sdk.chats.reminders.delete(chat)
		],
		[
			'notify anyway',
			{ kind: 'notify-anyway', chatID: chat },
			(sdk) => sdk.chats.notifyAnyway(chat)
		],
		[
			'reaction',
			{ kind: 'react', ...message, reactionKey: '❤️' },
			(sdk) => sdk.chats.messages.reactions.add('7', { chatID: chat, reactionKey: '❤️' })
		],
		[
			'no reaction',
			{ kind: 'unreact', ...message, reactionKey: '❤️' },
			(sdk) => sdk.chats.messages.reactions.delete('❤️', message)
		],
		[
			'message',
			{ kind: 'message', chatID: chat, text: 'x', replyToMessageID: '7', newestMessageID: '9' },
			(sdk) => sdk.messages.send(chat, { text: 'x', replyToMessageID: '7' })
		],
		[
			'file',
			{ kind: 'message', chatID: chat, text: '', attachment: { uploadID: 'u', fileSize: 1 } },
			(sdk) => sdk.messages.send(chat, { attachment: { uploadID: 'u' } })
		],
		['focus', { kind: 'focus', ...message }, (sdk) => sdk.focus(message)],
		[
			'start',
			{ kind: 'start', accountID: 'w', user: { id: 'u' } },
			(sdk) => sdk.chats.start({ accountID: 'w', user: { id: 'u' } })
		],
		[
			'create',
			{ kind: 'create', accountID: 'w', participantIDs: ['u'], type: 'single' },
			(sdk) => sdk.chats.create({ accountID: 'w', participantIDs: ['u'], type: 'single' })
		]
	] as const satisfies [string, Mutation, (sdk: BeeperDesktop) => PromiseLike<unknown>][])(
		'%s',
		async ([, mutation, call]) => {
			let asked: unknown;
			const sdk = new BeeperDesktop({
				accessToken: 't',
				baseURL: 'http://localhost',
				maxRetries: 0,
				fetch: async (input, init) => {
					const request = new Request(input, init);
					const text = await request.text();
					const { pathname, search } = new URL(request.url);
					asked = {
						method: request.method,
						path: decodeURIComponent(pathname) + search,
						...(text && { body: JSON.parse(text) })
					};
					return Response.json({});
				}
			});
			await call(sdk);
			const ours = toRequest(mutation);
			expect({ ...ours, path: decodeURIComponent(ours.path) }).toEqual(asked);
		}
	);
});
