import { describe, expect, test } from 'vitest';
import { toRequest, type ApiRequest } from '$lib/api/requests';
import type { Mutation } from '$lib/domain/mutations/mutation';
import { ODD_IDS, toggle } from '../../fixtures/writes';

const chatID = '!a:b/c?d#e%f 🦉';
const path = '/v1/chats/!a%3Ab%2Fc%3Fd%23e%25f%20%F0%9F%A6%89';
const about = { chatID, messageID: 'm/1' };
const messagePath = `${path}/messages/m%2F1/reactions`;
const remindAt = Date.UTC(2026, 8, 1, 9);

const REQUESTS: readonly (readonly [Mutation, ApiRequest])[] = [
	[
		toggle('archive', chatID),
		{ method: 'POST', path: `${path}/archive`, body: { archived: true } }
	],
	[
		toggle('archive', chatID, false),
		{ method: 'POST', path: `${path}/archive`, body: { archived: false } }
	],
	[toggle('mute', chatID), { method: 'PATCH', path, body: { isMuted: true } }],
	[toggle('pin', chatID, false), { method: 'PATCH', path, body: { isPinned: false } }],
	[toggle('low-priority', chatID), { method: 'PATCH', path, body: { isLowPriority: true } }],
	[toggle('read', chatID), { method: 'POST', path: `${path}/read`, body: {} }],
	[toggle('read', chatID, false), { method: 'POST', path: `${path}/unread`, body: {} }],
	[
		{ kind: 'title', chatID, value: 'x' },
		{ method: 'PATCH', path, body: { title: 'x' } }
	],
	[
		{ kind: 'description', chatID, value: null },
		{ method: 'PATCH', path, body: { description: null } }
	],
	[
		{ kind: 'avatar', chatID, value: '/x.png' },
		{ method: 'PATCH', path, body: { imgURL: '/x.png' } }
	],
	[
		{ kind: 'timer', chatID, value: null },
		{ method: 'PATCH', path, body: { messageExpirySeconds: null } }
	],
	[
		{ kind: 'draft', chatID, value: null },
		{ method: 'PATCH', path, body: { draft: null } }
	],
	[
		{ kind: 'draft', chatID, value: { text: '*x*', attachments: [] } },
		{ method: 'PATCH', path, body: { draft: { text: '*x*' } } }
	],
	[
		{
			kind: 'draft',
			chatID,
			value: {
				text: '',
				attachments: [{ uploadID: 'u1', fileName: 'a.gif', fileSize: 3, type: 'gif' }]
			}
		},
		{
			method: 'PATCH',
			path,
			body: {
				draft: {
					text: '',
					attachments: { u1: { uploadID: 'u1', fileName: 'a.gif', type: 'gif' } }
				}
			}
		}
	],
	[
		{ kind: 'remind', chatID, value: { remindAt, dismissOnIncomingMessage: true } },
		{
			method: 'POST',
			path: `${path}/reminders`,
			body: { reminder: { remindAt: '2026-09-01T09:00:00.000Z', dismissOnIncomingMessage: true } }
		}
	],
	[
		{ kind: 'remind', chatID, value: null },
		{ method: 'DELETE', path: `${path}/reminders` }
	],
	[
		{ kind: 'notify-anyway', chatID },
		{ method: 'POST', path: `${path}/notify-anyway` }
	],
	[
		{ kind: 'react', ...about, reactionKey: '❤️' },
		{ method: 'POST', path: messagePath, body: { reactionKey: '❤️' } }
	],
	[
		{ kind: 'unreact', ...about, reactionKey: 'a/b?' },
		{ method: 'DELETE', path: `${messagePath}/a%2Fb%3F` }
	],
	[{ kind: 'focus' }, { method: 'POST', path: '/v1/focus', body: {} }],
	[
		{ kind: 'focus', ...about },
		{ method: 'POST', path: '/v1/focus', body: about }
	],
	[
		{ kind: 'start', accountID: 'w', user: { phoneNumber: '+1' }, messageText: 'Hi' },
		{
			method: 'POST',
			path: '/v1/chats/start',
			body: { accountID: 'w', user: { phoneNumber: '+1' }, messageText: 'Hi' }
		}
	],
	[
		{ kind: 'create', accountID: 'w', participantIDs: ['a', 'b'], type: 'group', title: 'Us' },
		{
			method: 'POST',
			path: '/v1/chats',
			body: { accountID: 'w', participantIDs: ['a', 'b'], type: 'group', title: 'Us' }
		}
	]
];

test.for(REQUESTS)('%j', ([mutation, request]) => {
	expect(toRequest(mutation)).toEqual(request);
	expect(toRequest(mutation, { version: '4.3.73' })).toEqual(request);
});

describe('older servers', () => {
	const unreact = { kind: 'unreact', ...about, reactionKey: '❤️&' } as const;

	test.for(['4.2.557', '4.2.807', undefined])('%s takes a reaction in the query', (version) => {
		expect(toRequest(unreact, version === undefined ? {} : { version })).toEqual({
			method: 'DELETE',
			path: `${messagePath}?reactionKey=%E2%9D%A4%EF%B8%8F%26`
		});
	});

	test.for(['4.1.294', '4.2.557', '4.2.807'])('%s takes reminders in milliseconds', (version) => {
		const value = { remindAt, dismissOnIncomingMessage: false };
		const { body } = toRequest({ kind: 'remind', chatID, value }, { version });
		expect(body).toEqual({ reminder: { remindAtMs: remindAt, dismissOnIncomingMessage: false } });
	});
});

describe('the spelling of a reminder', () => {
	const value = { remindAt, dismissOnIncomingMessage: false };
	const mutation = { kind: 'remind', chatID, value } as const;
	const iso = { remindAt: '2026-09-01T09:00:00.000Z', dismissOnIncomingMessage: false };

	test.for(['4.2.808', '4.2.842', '4.2.985', '4.3.0', '4.3.73', '5.0.0', 'v4.3.73', 'nightly', ''])(
		'is an ISO date for version %j',
		(version) => {
			expect(toRequest(mutation, { version }).body).toEqual({ reminder: iso });
		}
	);

	test('is an ISO date for a server without a version', () => {
		expect(toRequest(mutation, {}).body).toEqual({ reminder: iso });
	});

	test('is the one that the server was seen to take, whatever its version', () => {
		expect(toRequest(mutation, { version: '4.3.73' }, 'remindAtMs').body).toEqual({
			reminder: { remindAtMs: remindAt, dismissOnIncomingMessage: false }
		});
		expect(toRequest(mutation, { version: '4.1.294' }, 'remindAt').body).toEqual({ reminder: iso });
	});
});

test.for(ODD_IDS)('%s stays one part of the path', (id) => {
	const { path } = toRequest(toggle('read', id));
	const [, , , part = ''] = path.split('/');
	expect(decodeURIComponent(part)).toBe(id);
	expect(new URL(path, 'http://localhost').pathname).toBe(path);
});

test.for(['', '.', '..', '\ud800'])('%j cannot be part of a path', (id) => {
	expect(() => toRequest(toggle('mute', id))).toThrow(
		expect.objectContaining({ failure: 'not-found' })
	);
});
