import { allLoaded, connect, expect, openChat, plainChat, rows, test } from './fixtures';
import { palette, runCommand } from './palette';
import { writesOf } from './writes';

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
	await runCommand(page, 'Select the chat');
	await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
	await runCommand(page, 'Select all');
	const bar = page.getByRole('region', { name: 'Selected chats' });
	await expect(bar.getByRole('status')).toHaveText(/^\d\d+ selected$/);
	await runCommand(page, 'Remind me');
	await expect(page.getByRole('dialog', { name: /^Remind me about \d\d+ chats/ })).toBeVisible();
	await page.keyboard.press('Escape');
	await runCommand(page, 'Clear selection');
	await expect(bar).toBeHidden();
	await runCommand(page, 'Open the chat');
	await expect(page).toHaveURL(/\/chats\/[^?]+$/);
	await runCommand(page, 'New chat');
	await expect(page).toHaveURL('/chats/new');
	expect(writes).toEqual([]);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('the header opens the palette', async ({ page, startApi }) => {
		const api = await startApi();
		await openChat(page, api, await plainChat(api));
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
