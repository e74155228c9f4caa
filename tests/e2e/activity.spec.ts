import type { Page } from '@playwright/test';
import {
	allLoaded,
	clickLink,
	expect,
	follow,
	openPlainChat,
	plainChat,
	READ_ONLY_TOKEN,
	readListedChat,
	rows,
	submitLogin,
	test,
	toasts,
	TOKEN
} from './fixtures';
import { interceptWrites, listBodies, recordWrites } from './writes';

function log(page: Page) {
	return page.getByRole('table', { name: 'Activity' });
}

test('every write of this tab is listed, can be undone there, and copied without the token', async ({
	page,
	context,
	startApi
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const api = await startApi();
	const chat = await openPlainChat(page, api);
	const writes = await recordWrites(page);
	await page.getByRole('switch', { name: 'Muted' }).click();
	await expect(toasts(page)).toContainText('Muted: ');
	const letThrough = await interceptWrites(page, 403);
	await page.getByRole('switch', { name: 'Pinned' }).click();
	await expect(page.getByRole('alert')).toContainText('couldn’t pin');
	await letThrough();
	// Snapshots need no login, but going there and back ends nothing.
	await follow(page, '/capabilities/snapshot');
	await expect(page.getByRole('heading', { level: 1, name: 'Snapshots' })).toBeVisible();
	await page
		.getByRole('navigation', { name: 'Main' })
		.getByRole('link', { name: 'Activity' })
		.click();
	const lines = log(page).getByRole('row').filter({ hasText: chat.title });
	await expect(lines).toHaveCount(2);
	await expect(lines.nth(0)).toContainText(/Pin.*Failed/s);
	await expect(lines.nth(0).getByRole('button', { name: /^Undo/ })).toHaveCount(0);
	await log(page)
		.getByRole('button', { name: /^Details: Muted/ })
		.click();
	const muting = log(page).getByRole('list', { name: 'Requests' });
	await expect(muting).toContainText(/Mute.*not muted\s*→\s*to\s*muted.*200/is);

	await muting.getByRole('button', { name: 'Copy as curl' }).click();
	await expect(muting.getByRole('button', { name: 'Copied' })).toBeVisible();
	const command = await page.evaluate(() => navigator.clipboard.readText());
	expect(command).toContain(`--request PATCH '${api.address}/v1/chats/`);
	expect(command).toContain('"Authorization: Bearer $BEEPER_TOKEN"');
	expect(command).toContain(`--data-raw '{"isMuted":true}'`);
	expect(command).not.toContain(TOKEN);

	await log(page)
		.getByRole('button', { name: /^Undo: Mute/ })
		.dblclick();
	await expect(log(page)).toContainText(/Undone \d\d:\d\d/);
	await expect(muting.getByRole('button', { name: 'Copy as curl' })).toHaveCount(2);
	await expect(log(page).getByRole('button', { name: /^Undo/ })).toHaveCount(0);
	await expect
		.poll(() => listBodies(writes))
		.toEqual([{ isMuted: true }, { isPinned: true }, { isMuted: false }]);
	expect(await readListedChat(api, chat.id)).toMatchObject({ isMuted: false, isPinned: false });
	await log(page).getByRole('link', { name: chat.title }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: chat.title })).toBeVisible();
});

test('no change leaves the page while it may only read', async ({ page, startApi }) => {
	const api = await startApi();
	const writes = await recordWrites(page);
	await test.step('Read-only lets none through, and is remembered', async () => {
		await openPlainChat(page, api, 'edit');
		const readOnly = page.getByRole('switch', { name: 'Read-only' });
		await readOnly.click();
		await page.reload();
		await expect(readOnly).toBeChecked();
		await expect(page.getByText('Read-only is on. Turn it off').first()).toBeVisible();
		const controls = page.getByRole('group', { name: 'Actions' }).getByRole('switch');
		await expect(controls).toHaveCount(5);
		for (const control of await controls.all()) await expect(control).toBeDisabled();
		for (const name of ['New draft', 'Title', 'Description', 'Picture']) {
			await expect(page.getByRole('textbox', { name, exact: true })).toBeDisabled();
		}
		await expect(page.getByRole('button', { name: /^In 1 hour/ })).toBeDisabled();
		await page.getByRole('tab', { name: 'Details' }).click();
		// Both buttons appear with the server's response.
		for (const name of [/^React/, /^Start a chat/]) {
			const buttons = page.getByRole('button', { name });
			await expect(buttons).not.toHaveCount(0);
			for (const button of await buttons.all()) await expect(button).toBeDisabled();
		}

		await page.getByRole('link', { name: 'All chats' }).click();
		await allLoaded(page);
		await page.keyboard.press('j');
		for (const key of ['e', 'm', 'p', 'l', 'u']) await page.keyboard.press(key);
		await expect(toasts(page).getByRole('listitem').last()).toContainText('Read-only is on');
		await rows(page).first().getByRole('checkbox').check();
		const bar = page.getByRole('region', { name: 'Selected chats' });
		await expect(bar).toContainText('Read-only is on');
		await expect(bar.getByRole('button', { name: 'Archive', exact: true })).toBeDisabled();
		await page.getByRole('link', { name: 'New chat' }).click();
		await expect(page.getByRole('button', { name: 'Start chat' })).toBeDisabled();
		expect(writes).toEqual([]);

		await readOnly.click();
		await expect(page.getByRole('button', { name: 'Start chat' })).toBeEnabled();
	});
	await test.step('a token that may only read is called that, disables every change, and shows every chat', async () => {
		const chat = await plainChat(api);
		await page.getByRole('button', { name: 'Sign out' }).click();
		await expect(page).toHaveURL('/connect');
		await clickLink(page, `/chats/${encodeURIComponent(chat.id)}?panel=edit`);
		await expect(page).toHaveURL(/\/connect\?to=/);
		await submitLogin(page, api.address, READ_ONLY_TOKEN);
		await expect(page.getByRole('banner')).toContainText('read-only token');
		await expect(page.getByRole('tabpanel', { name: 'Edit' })).toContainText(
			'This token is read-only.'
		);
		const controls = page.getByRole('group', { name: 'Actions' }).getByRole('switch');
		await expect(controls).toHaveCount(5);
		for (const control of await controls.all()) {
			await expect(control).toBeDisabled();
		}
		await expect(page.getByLabel('New draft')).toBeDisabled();
		await page.getByRole('link', { name: 'All chats' }).click();
		await allLoaded(page);
		await page.keyboard.press('j');
		await page.keyboard.press('m');
		await expect(toasts(page)).toContainText('This token is read-only.');
		expect(writes).toEqual([]);
	});
});
