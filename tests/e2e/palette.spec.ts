import { allLoaded, connect, expect, openPlainChat, rows, tabTo, test, toasts } from './fixtures';
import { findCommand, palette, runCommand } from './palette';
import { writesOf } from './writes';

test('every action of a chat is found and done by keyboard alone', async ({ page, startApi }) => {
	const api = await startApi('--latency', '150');
	const chat = await openPlainChat(page, api);
	const writes = await writesOf(page);
	const path = `/v1/chats/${encodeURIComponent(chat.id)}`;
	let expected = 0;

	/** Expects the request and the toast of a command. */
	async function sends(method: string, end: string, body: unknown, told: string) {
		await expect(toasts(page).getByRole('listitem').last()).toContainText(told);
		await expect.poll(() => writes).toHaveLength(++expected);
		const own = end.startsWith('/v1/') ? end : path + end;
		await expect.poll(() => writes.at(-1)).toEqual({ method, path: own, body });
	}

	await runCommand(page, 'Archive');
	await sends('POST', '/archive', { archived: true }, 'Archived: ');
	await runCommand(page, 'Unarchive');
	await sends('POST', '/archive', { archived: false }, 'Unarchived: ');
	await runCommand(page, 'Mute');
	await sends('PATCH', '', { isMuted: true }, 'Muted: ');
	await runCommand(page, 'Pin');
	await sends('PATCH', '', { isPinned: true }, 'Pinned: ');
	await runCommand(page, 'Move to low priority');
	await sends('PATCH', '', { isLowPriority: true }, 'Moved to low priority: ');
	await runCommand(page, 'Mark as unread');
	await sends('POST', '/unread', {}, 'Marked as unread: ');
	await runCommand(page, 'Open in Beeper');
	await sends('POST', '/v1/focus', { chatID: chat.id }, 'Opened in Beeper: ');

	await runCommand(page, 'Remind me');
	await expect(page.getByRole('dialog', { name: /^Remind me about/ })).toBeVisible();
	await page.getByRole('button', { name: /^In 1 hour/ }).press('Enter');
	await expect(toasts(page)).toContainText('Reminder set: ');
	await expect.poll(() => writes).toHaveLength(++expected);
	await runCommand(page, 'Clear reminder');
	await sends('DELETE', '/reminders', null, 'Reminder cleared: ');

	for (const [name, label, field, told] of [
		['Edit title', 'Title', 'title', 'Renamed: '],
		['Edit description', 'Description', 'description', 'Description changed: '],
		['Edit picture', 'Picture', 'imgURL', 'Picture changed: ']
	] as const) {
		await runCommand(page, name);
		const control = page.getByRole('textbox', { name: label, exact: true });
		await expect(control).toBeFocused();
		await expect(control).toBeInViewport();
		await page.keyboard.press('Control+a');
		await page.keyboard.type('/new');
		await page.keyboard.press('Enter');
		await sends('PATCH', '', { [field]: '/new' }, told);
		await expect(control).toBeFocused();
	}

	await runCommand(page, 'Set disappearing messages');
	await expect(page.getByLabel('Disappear after')).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await tabTo(page, page.getByRole('button', { name: 'Save disappearing messages' }));
	await page.keyboard.press('Enter');
	await sends('PATCH', '', { messageExpirySeconds: 86_400 }, 'Disappearing messages set: ');

	await runCommand(page, 'Write a draft');
	await expect(page.getByLabel('New draft')).toBeFocused();
	await page.keyboard.type('Later');
	await page.keyboard.press('Control+Enter');
	await sends('PATCH', '', { draft: { text: 'Later' } }, 'Draft saved: ');
	await page.keyboard.press('Tab');
	await runCommand(page, 'Clear draft');
	await sends('PATCH', '', { draft: null }, 'Draft cleared: ');

	const older = page.waitForRequest(/\/messages\?cursor=/);
	await runCommand(page, 'Load older messages');
	await older;

	await runCommand(page, 'Start a chat with a participant');
	await expect(page.getByRole('button', { name: /^Start a chat with / }).first()).toBeFocused();
	await expect.poll(() => writes).toHaveLength(expected);
});

test('on a chat’s page its link is copied, or shown to be copied by hand, and r and z remind', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await openPlainChat(page, api);
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await runCommand(page, 'Copy chat link');
	await expect(toasts(page)).toContainText('Link copied');
	const link = new URL(`/chats/${encodeURIComponent(chat.id)}`, page.url()).href;
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
	await page.evaluate(() => {
		Reflect.set(navigator.clipboard, 'writeText', () => Promise.reject(new Error('denied')));
	});
	await runCommand(page, 'Copy chat link');
	const dialog = page.getByRole('dialog', { name: 'Couldn’t copy' });
	await expect(dialog.getByRole('textbox')).toBeFocused();
	await expect(dialog.getByRole('textbox')).toHaveValue(link);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();

	// The command opens the reminder, and clears it.
	const writes = await writesOf(page);
	await page.keyboard.press('r');
	const reminder = page.getByRole('dialog', { name: /^Remind me about/ });
	await reminder.getByRole('button', { name: /^In 1 hour/ }).press('Enter');
	await expect(reminder).toBeHidden();
	await expect(toasts(page)).toContainText('Reminder set: ');
	await page.keyboard.press('z');
	await expect(toasts(page).getByRole('listitem').filter({ hasText: 'Reminder' })).toHaveCount(0);
	await expect.poll(() => writes.map(({ method }) => method)).toEqual(['POST', 'DELETE']);
});

test('on the list the palette selects, reminds, opens, sorts, groups and lays out', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await connect(page, api, '/chats?network=whatsapp&type=group');
	await allLoaded(page);
	const writes = await writesOf(page);
	for (const [name, query] of [
		['Sort by title', 'sort=title'],
		['Reverse the order', 'sort=-title'],
		['Group by account', 'group=account'],
		['Show as cards', 'layout=cards'],
		['Show as table', 'group=account'],
		['No groups', 'sort=-title']
	] as const) {
		await runCommand(page, name);
		await expect(page).toHaveURL(new RegExp(`\\?.*type=group.*${query}`));
	}
	await page.keyboard.press('j');
	await expect(rows(page).first()).toBeFocused();
	await runCommand(page, 'Remind me');
	await expect(page.getByRole('dialog', { name: /^Remind me about/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(rows(page).first()).toBeFocused();
	await runCommand(page, 'Select chat');
	await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
	await runCommand(page, 'Select all');
	const bar = page.getByRole('region', { name: 'Selected chats' });
	await expect(bar.getByRole('status')).toHaveText(/^\d\d+ selected$/);
	await runCommand(page, 'Remind me');
	await expect(page.getByRole('dialog', { name: /^Remind me about \d\d+ chats/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await runCommand(page, 'Clear selection');
	await expect(bar).toBeHidden();
	// A disabled command is found, states its reason and does nothing.
	const option = await findCommand(page, 'Clear selection');
	await expect(option).toHaveAttribute('aria-disabled', 'true');
	await page.keyboard.press('Enter');
	await expect(palette(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await runCommand(page, 'Open chat');
	await expect(page).toHaveURL(/\/chats\/[^?]+$/);
	await runCommand(page, 'New chat');
	await expect(page).toHaveURL('/chats/new');
	expect(writes).toEqual([]);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('the header opens the palette', async ({ page, startApi }) => {
		const api = await startApi();
		await openPlainChat(page, api);
		const button = page.getByRole('banner').getByRole('button', { name: 'Commands' });
		await expect(button).toBeInViewport({ ratio: 1 });
		await button.tap();
		await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
		await page.keyboard.type('Edit title');
		await palette(page)
			.getByRole('option', { name: /^Edit title/ })
			.tap();
		await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeFocused();
		await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeInViewport();
	});
});
