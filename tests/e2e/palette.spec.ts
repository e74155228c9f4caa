import { allLoaded, connect, expect, openPlainChat, rows, tabTo, test, toasts } from './fixtures';
import { findCommand, palette, runCommand } from './palette';
import { recordWrites } from './writes';

test('on a chat’s page commands act, lead to their fields and copy its link, by keyboard alone', async ({
	page,
	startApi
}) => {
	const api = await startApi('--latency', '150');
	const chat = await openPlainChat(page, api);
	const writes = await recordWrites(page);
	const path = `/v1/chats/${encodeURIComponent(chat.id)}`;
	let expected = 0;

	/** Expects the request and the toast of a command. */
	async function sends(method: string, end: string, body: unknown, told: string) {
		await expect(toasts(page).getByRole('listitem').last()).toContainText(told);
		await expect.poll(() => writes).toHaveLength(++expected);
		await expect.poll(() => writes.at(-1)).toEqual({ method, path: path + end, body });
	}

	await test.step('a command acts at once, and is its opposite then', async () => {
		await runCommand(page, 'Archive');
		await sends('POST', '/archive', { archived: true }, 'Archived: ');
		await runCommand(page, 'Unarchive');
		await sends('POST', '/archive', { archived: false }, 'Unarchived: ');
	});

	await test.step('a reminder is set in a dialog, by command or key, and cleared', async () => {
		await runCommand(page, 'Remind me');
		const reminder = page.getByRole('dialog', { name: /^Remind me about/ });
		await expect(reminder).toBeVisible();
		await page.getByRole('button', { name: /^In 1 hour/ }).press('Enter');
		await expect(toasts(page)).toContainText('Reminder set: ');
		await expect.poll(() => writes).toHaveLength(++expected);
		await runCommand(page, 'Clear reminder');
		await sends('DELETE', '/reminders', null, 'Reminder cleared: ');
		await page.keyboard.press('r');
		await reminder.getByRole('button', { name: /^In 1 hour/ }).press('Enter');
		await expect(reminder).toBeHidden();
		await expect(toasts(page).getByRole('listitem').last()).toContainText('Reminder set: ');
		await page.keyboard.press('z');
		await expect
			.poll(() => writes.slice(expected).map(({ method }) => method))
			.toEqual(['POST', 'DELETE']);
		expected += 2;
	});

	await test.step('a field is focused, in sight, and saved with Enter', async () => {
		await runCommand(page, 'Edit title');
		const control = page.getByRole('textbox', { name: 'Title', exact: true });
		await expect(control).toBeFocused();
		await expect(control).toBeInViewport();
		await page.keyboard.press('Control+a');
		await page.keyboard.type('/new');
		await page.keyboard.press('Enter');
		await sends('PATCH', '', { title: '/new' }, 'Renamed: ');
		await expect(control).toBeFocused();

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
	});

	await test.step('messages and people are reached', async () => {
		const older = page.waitForRequest(/\/messages\?cursor=/);
		await runCommand(page, 'Load older messages');
		await older;
		await runCommand(page, 'Start a chat with a person');
		await expect(page.getByRole('button', { name: /^Start a chat with / }).first()).toBeFocused();
	});

	await test.step('the link is copied, or shown to be copied by hand', async () => {
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
	});
	await expect.poll(() => writes).toHaveLength(expected);
});

test('on the list the palette sorts, selects, reminds and opens', async ({ page, startApi }) => {
	const api = await startApi();
	await connect(page, api, '/chats?network=whatsapp&type=group');
	await allLoaded(page);
	const writes = await recordWrites(page);
	for (const [name, query] of [
		['Sort by title', 'sort=title'],
		['Show as cards', 'layout=cards'],
		['Show as table', 'sort=title']
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
		await expect(
			page.getByRole('combobox', { name: 'Find a chat, filter or command' })
		).toBeFocused();
		await page.keyboard.type('Edit title');
		await palette(page)
			.getByRole('option', { name: /^Edit title/ })
			.tap();
		await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeFocused();
		await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toBeInViewport();
	});
});
