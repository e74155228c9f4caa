import { describe, expect, test } from 'vitest';
import type { WireChat } from '$lib/sample/api-types';
import { makeSampleServer } from '../../fixtures/sample';
import { serverWith } from '../../fixtures/sample-chat';

function isPlain(chat: WireChat) {
	return !chat.isPinned && !chat.isArchived && !chat.draft && chat.unreadCount === 0;
}

describe('archiving', () => {
	test('answers with nothing', async () => {
		const { chat, post } = serverWith(isPlain);
		expect(await post('archive')).toMatchObject({ status: 204, json: undefined });
		expect(chat.isArchived).toBe(true);
		await post('archive', { archived: false });
		expect(chat.isArchived).toBe(false);
	});

	test('is refused while the chat is pinned', async () => {
		const { chat, post, patch } = serverWith(({ isPinned }) => isPinned);
		expect((await post('archive')).status).toBe(409);
		expect((await patch({ isArchived: true })).status).toBe(409);
		expect(chat.isArchived).toBe(false);
		expect((await patch({ isArchived: true, isPinned: false })).status).toBe(200);
	});
});

describe('drafts', () => {
	test('are set as text and come back as HTML', async () => {
		const { patch } = serverWith(isPlain);
		const { json } = await patch({ draft: { text: 'a < b\n**now**' } });
		expect(json).toMatchObject({ draft: { text: 'a &lt; b<br><strong>now</strong>' } });
	});

	test('hold signs as they are behind a backslash', async () => {
		const { patch } = serverWith(isPlain);
		const { json } = await patch({ draft: { text: '\\**a\\** C:\\temp' } });
		expect(json).toMatchObject({ draft: { text: '&#42;*a&#42;* C:\\temp' } });
	});

	test('must be cleared before a new one is set', async () => {
		const { chat, patch } = serverWith(({ draft }) => draft);
		const before = chat.draft;
		const refused = await patch({ draft: { text: 'new' }, isMuted: !chat.isMuted });
		expect(refused).toMatchObject({ status: 409, json: { code: 'CONFLICT' } });
		expect(chat.draft).toBe(before);
		expect(await patch({ draft: null })).toMatchObject({ status: 200, json: { draft: null } });
		expect((await patch({ draft: { text: 'new' } })).status).toBe(200);
	});

	test('take no file that was not uploaded', async () => {
		const { patch, chat } = serverWith(isPlain);
		const draft = { text: '', attachments: { one: { uploadID: 'nothing' } } };
		expect((await patch({ draft })).status).toBe(422);
		expect(chat.draft).toBeNull();
	});
});

describe('patching', () => {
	test('a wrong type is refused, with its place', async () => {
		const { patch } = serverWith(isPlain);
		expect(await patch({ isMuted: 'yes', draft: { text: 1 } })).toMatchObject({
			status: 422,
			json: { details: { issues: [{ path: ['isMuted'] }, { path: ['draft', 'text'] }] } }
		});
	});

	test('a body that is not JSON is a bad request', async () => {
		const { server } = makeSampleServer({ chats: 1 });
		const request = new Request('http://localhost/v1/chats/1', {
			method: 'PATCH',
			headers: { Authorization: 'Bearer sample-token' },
			body: '{'
		});
		expect((await server.fetch(request)).status).toBe(400);
	});

	test('does not move the chat', async () => {
		const { chat, patch } = serverWith(isPlain);
		const before = chat.lastActivity;
		await patch({ isMuted: true, isLowPriority: true, isPinned: true });
		expect(chat).toMatchObject({ isMuted: true, isLowPriority: true, lastActivity: before });
	});

	test('a title is refused where the chat says it has none to change', async () => {
		const { patch } = serverWith((chat) => chat.capabilities && !chat.capabilities.state?.title);
		expect((await patch({ title: 'No' })).status).toBe(400);
	});

	test('a chat that does not say what it can do is let try', async () => {
		const { patch } = serverWith((chat) => !chat.capabilities);
		expect(await patch({ title: 'Yes' })).toMatchObject({ json: { title: 'Yes' } });
	});

	test('messages disappear only after a time that the chat allows', async () => {
		const { patch } = serverWith((chat) => chat.capabilities?.disappearingTimer?.timers);
		expect((await patch({ messageExpirySeconds: 17 })).status).toBe(422);
		expect((await patch({ messageExpirySeconds: 86_400 })).status).toBe(200);
		expect(await patch({ messageExpirySeconds: null })).toMatchObject({
			json: { messageExpirySeconds: null }
		});
	});
});

describe('reading', () => {
	test('a read chat has nothing unread', async () => {
		const { post } = serverWith((chat) => chat.unreadMentionsCount);
		expect(await post('read')).toMatchObject({
			json: { unreadCount: 0, unreadMentionsCount: 0, isMarkedUnread: false }
		});
	});

	test('reading up to a message leaves those after it', async () => {
		const { post, record } = serverWith((chat) => chat.unreadCount > 3);
		const messageID = String(100_000 + record.history - 2);
		expect(await post('read', { messageID })).toMatchObject({ json: { unreadCount: 2 } });
		expect((await post('read', { messageID: 'nothing' })).status).toBe(404);
	});

	test('marking an archived chat unread takes it back to the inbox', async () => {
		const { post } = serverWith((chat) => chat.isArchived);
		expect(await post('unread')).toMatchObject({
			json: { isMarkedUnread: true, isArchived: false }
		});
	});
});

describe('reminders', () => {
	test('are set and cleared without an answer', async () => {
		const { chat, post, remove } = serverWith(isPlain);
		const reminder = { remindAt: '2026-09-01T10:00:00+01:00', dismissOnIncomingMessage: true };
		expect(await post('reminders', { reminder })).toMatchObject({ status: 204, json: undefined });
		expect(chat.reminder).toEqual({ ...reminder, remindAt: '2026-09-01T09:00:00.000Z' });
		expect((await remove('reminders')).status).toBe(204);
		expect(chat.reminder).toBeNull();
	});

	test.for([{ remindAt: 'soon' }, { remindAtMs: 1_800_000_000_000 }, {}])(
		'refuses %o',
		async (reminder) => {
			const { post } = serverWith(isPlain);
			expect((await post('reminders', { reminder })).status).toBe(422);
		}
	);
});

test('only iMessage notifies anyway', async () => {
	const other = serverWith(({ network }) => network === 'WhatsApp');
	expect((await other.post('notify-anyway')).status).toBe(400);
	const apple = serverWith(({ network }) => network === 'iMessage');
	expect((await apple.post('notify-anyway')).status).toBe(200);
});

describe('sending', () => {
	test('is refused where nothing can be sent', async () => {
		const { post } = serverWith((chat) => chat.isReadOnly);
		expect((await post('messages', { text: 'Hi' })).status).toBe(400);
	});

	test.for([{}, { text: '  ' }, { text: 'x'.repeat(161) }])('refuses %o', async (body) => {
		const { post } = serverWith((chat) => chat.network === 'Google Voice' && !chat.isReadOnly);
		expect((await post('messages', body)).status).toBe(422);
	});
});
