import { isolateName } from '../../src/lib/domain/chat/name';
import { chatOf, chatsOf, expect, openChat, plainChat, test, toasts } from './fixtures';
import { holdWrites, interceptWrites, writesOf } from './writes';

/** Each switch: what it sends to switch on, what is told then, and what it sends to switch back. */
const SWITCHES = [
	{
		name: 'Archived',
		done: 'Archived',
		on: ['POST', '/archive', { archived: true }],
		off: ['POST', '/archive', { archived: false }]
	},
	{
		name: 'Muted',
		done: 'Muted',
		on: ['PATCH', '', { isMuted: true }],
		off: ['PATCH', '', { isMuted: false }]
	},
	{
		name: 'Pinned',
		done: 'Pinned',
		on: ['PATCH', '', { isPinned: true }],
		off: ['PATCH', '', { isPinned: false }]
	},
	{
		name: 'Low priority',
		done: 'Moved to low priority',
		on: ['PATCH', '', { isLowPriority: true }],
		off: ['PATCH', '', { isLowPriority: false }]
	},
	{
		name: 'Unread',
		done: 'Marked as unread',
		on: ['POST', '/unread', {}],
		off: ['POST', '/read', {}]
	}
] as const;

for (const { name, done, on, off } of SWITCHES) {
	test(`“${name}” is shown at once, lasts, and is taken back by the toast`, async ({
		page,
		startApi
	}) => {
		const api = await startApi();
		const chat = await plainChat(api);
		await openChat(page, api, chat);
		const writes = await writesOf(page);
		const answer = await holdWrites(page);
		const control = page.getByRole('switch', { name, exact: true });
		await control.dblclick();
		await expect(control).toBeChecked();
		await expect(toasts(page).getByRole('listitem')).toHaveCount(0);
		answer();
		const toast = toasts(page).getByRole('listitem').filter({ hasText: done });
		await expect(toast).toContainText(`${done}: ${isolateName(chat.title)}`);
		await page.reload();
		await expect(control).toBeChecked();
		const path = `/v1/chats/${encodeURIComponent(chat.id)}`;
		const [method, end, body] = on;
		await expect.poll(() => writes).toEqual([{ method, path: path + end, body }]);

		await control.click();
		await expect(control).not.toBeChecked();
		await toasts(page).getByRole('button', { name: 'Undo' }).click();
		await expect(control).toBeChecked();
		await expect.poll(() => writes).toHaveLength(3);
		const [offMethod, offEnd, offBody] = off;
		await expect
			.poll(() => writes.slice(1))
			.toEqual([
				{ method: offMethod, path: path + offEnd, body: offBody },
				{ method, path: path + end, body }
			]);
	});
}

test('Enter held down switches once', async ({ page, startApi }) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	await page.getByRole('switch', { name: 'Muted' }).focus();
	for (let press = 0; press < 20; press++) await page.keyboard.down('Enter');
	await page.keyboard.up('Enter');
	await expect(toasts(page)).toContainText('Muted: ');
	await expect(page.getByRole('switch', { name: 'Muted' })).toBeChecked();
	await page.getByRole('switch', { name: 'Pinned' }).press('Enter');
	await expect(toasts(page)).toContainText('Pinned: ');
	await expect
		.poll(() => writes.map(({ body }) => body))
		.toEqual([{ isMuted: true }, { isPinned: true }]);
});

test('an unread chat is read, whole', async ({ page, startApi }) => {
	const api = await startApi();
	const chat = (await chatsOf(api)).find(
		({ unreadCount, network, title }) => unreadCount > 0 && network === 'WhatsApp' && title
	);
	if (!chat) throw new Error('The sample has no unread chat');
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	const control = page.getByRole('switch', { name: 'Unread' });
	await control.click();
	await expect(control).not.toBeChecked();
	await expect(toasts(page)).toContainText('Marked as read');
	await expect
		.poll(() => writes.map(({ path }) => path))
		.toEqual([`/v1/chats/${encodeURIComponent(chat.id)}/read`]);
	expect(await chatOf(api, chat.id)).toMatchObject({ unreadCount: 0 });
});

for (const [status, words] of [
	[undefined, 'Beeper says: A pinned chat cannot be archived: unpin it first'],
	[204, 'Beeper did not archive the chat, because it is pinned. Unpin it first.']
] as const) {
	test(`a pinned chat that will not archive says so (${status ?? 409})`, async ({
		page,
		startApi
	}) => {
		const api = await startApi();
		const chat = await plainChat(api);
		await openChat(page, api, chat);
		await page.getByRole('switch', { name: 'Pinned' }).click();
		await expect(toasts(page)).toContainText('Pinned: ');
		if (status) await interceptWrites(page, status);
		const writes = await writesOf(page);
		await page.getByRole('switch', { name: 'Archived' }).click();
		await expect(page.getByRole('alert')).toContainText(words);
		await expect(page.getByRole('switch', { name: 'Archived' })).not.toBeChecked();
		await expect.poll(() => writes).toHaveLength(1);
	});
}

for (const [how, isMuted, words] of [
	['dropped', false, 'the chat is not as you wanted it. It may still happen'],
	['lost', true, 'No answer came, but the chat is as you wanted it']
] as const) {
	test(`a write whose answer is ${how} is looked after, never sent again`, async ({
		page,
		startApi
	}) => {
		const api = await startApi();
		const chat = await plainChat(api);
		await openChat(page, api, chat);
		const writes = await writesOf(page);
		const path = `/v1/chats/${encodeURIComponent(chat.id)}`;
		await interceptWrites(page, how);
		const read = page.waitForResponse(
			(response) =>
				response.request().method() === 'GET' && new URL(response.url()).pathname === path
		);
		await page.getByRole('switch', { name: 'Muted' }).click();
		await read;
		const alert = page.getByRole('alert');
		await expect(alert).toContainText(isMuted ? 'Muted' : 'Mute: unknown — check');
		await expect(alert).toContainText(words);
		await expect(alert.getByRole('button', { name: 'Try again' })).toHaveCount(0);
		await expect(page.getByRole('switch', { name: 'Muted' })).toBeChecked({ checked: isMuted });
		if (!isMuted) await alert.getByRole('button', { name: 'Read the chat again' }).click();
		await page.reload();
		await expect(page.getByRole('switch', { name: 'Muted' })).toBeChecked({ checked: isMuted });
		await expect.poll(() => writes).toEqual([{ method: 'PATCH', path, body: { isMuted: true } }]);
	});
}

test('a write that is refused is taken back on the page, and tried again only when asked', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	const control = page.getByRole('switch', { name: 'Muted' });
	const alert = page.getByRole('alert');
	// A first 403 is about the token, not about the chat: see the tests of tokens.
	for (const status of [404, 409, 422]) {
		const letThrough = await interceptWrites(page, status);
		await control.click();
		await expect(alert).toContainText('could not mute');
		await expect(alert).toContainText('Beeper says: The test says no');
		await expect(control).not.toBeChecked();
		await alert.getByRole('button', { name: 'Dismiss' }).click();
		await letThrough();
	}
	await expect.poll(() => writes).toHaveLength(3);
	await interceptWrites(page, 409, () => writes.length < 5);
	await control.click();
	await alert.getByRole('button', { name: 'Try again' }).dblclick();
	await expect(control).toBeChecked();
	await expect(alert).toHaveCount(0);
	await expect.poll(() => writes).toHaveLength(5);
});
