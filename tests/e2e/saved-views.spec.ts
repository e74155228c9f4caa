import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { connect, expect, follow, openColumns, test } from './fixtures';

function links(page: Page) {
	return page.getByRole('navigation', { name: 'Saved views' }).getByRole('link');
}

function getAddresses(page: Page) {
	return links(page).evaluateAll((all) =>
		all.map((link) => [link.querySelector('bdi')?.textContent, link.getAttribute('href')])
	);
}

function dialog(page: Page) {
	return page.getByRole('dialog', { name: 'Saved views' });
}

/** Saves the current view. @param name - replaces the suggested name */
async function save(page: Page, name = '') {
	await page.getByRole('button', { name: 'Save this view' }).click();
	await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
	await page.keyboard.type(name);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
}

async function manage(page: Page) {
	await page.getByRole('button', { name: 'Manage saved views' }).click();
	await expect(dialog(page)).toBeVisible();
}

test('a saved view leads back from anywhere, and is renamed', async ({ page, api }) => {
	await connect(page, api, '/chats?unread=yes&sort=title&theirs=1');
	await save(page);
	await expect(links(page)).toHaveText([/^Unread/]);
	await expect(links(page)).toHaveAttribute('aria-current', 'page');
	await expect(page.getByRole('button', { name: 'Save this view' })).toBeFocused();

	await follow(page, '/chats?archived=yes');
	await expect(links(page)).not.toHaveAttribute('aria-current');
	await links(page).click();
	await expect(page).toHaveURL('/chats?unread=yes&sort=title&theirs=1');
	await expect(links(page)).toHaveAttribute('aria-current', 'page');

	await manage(page);
	await dialog(page).getByRole('textbox', { name: 'Name of Unread' }).fill('To read');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Escape');
	await expect(links(page)).toHaveText([/^To read/]);

	await follow(page, '/capabilities');
	await expect(page.getByRole('table', { name: 'Capabilities' })).toBeVisible();
	await page.keyboard.press('Control+k');
	await expect(
		page.getByRole('combobox', { name: 'Find a chat, filter or command' })
	).toBeFocused();
	await page.keyboard.type('go to to read');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/chats?unread=yes&sort=title&theirs=1');
});

test('two tabs share their views, also after a reload, and what protects; views come back from a file as they were', async ({
	page,
	context,
	api
}) => {
	await connect(page, api, '/chats?muted=yes');
	const other = await context.newPage();
	await test.step('what one tab saves is in the other, and neither undoes the other’s', async () => {
		await connect(other, api, '/chats?q=tea%20%26%20%23cake&layout=cards');
		await save(page, 'Quiet');
		await expect(links(other)).toHaveText([/^Quiet/]);
		await save(other, 'Tea');
		await expect(links(page)).toHaveText([/^Quiet/, /^Tea/]);
		await page.reload();
		await expect(links(page)).toHaveText([/^Quiet/, /^Tea/]);
	});
	await test.step('Read-only and Privacy mode are turned on in both, and off only where asked', async () => {
		for (const name of ['Read-only', 'Privacy mode']) {
			const [here, there] = [page, other].map((tab) => tab.getByRole('switch', { name }));
			if (!here || !there) throw new Error('There are two tabs');
			await here.click();
			await expect(there).toBeChecked();
			await here.click();
			await expect(here).not.toBeChecked();
			await expect(there).toBeChecked();
			await there.click();
			await expect(there).not.toBeChecked();
		}
		await other.close();
	});
	await test.step('exported, removed and imported, the views are as before', async () => {
		const before = await getAddresses(page);

		await manage(page);
		const download = page.waitForEvent('download');
		await dialog(page).getByRole('button', { name: 'Export views to a file' }).click();
		const buffer = await readFile(await (await download).path());
		await dialog(page).getByRole('button', { name: 'Remove Quiet' }).press('Enter');
		await dialog(page).getByRole('button', { name: 'Remove Tea' }).press('Enter');
		await expect(dialog(page).getByText('No saved views yet.')).toBeVisible();
		await expect(dialog(page).getByRole('button', { name: 'Restore' })).toBeFocused();

		const file = { name: 'views.json', mimeType: 'application/json', buffer };
		const field = dialog(page).getByLabel('Import views from a file');
		await field.setInputFiles(file);
		await expect(dialog(page).getByRole('status')).toHaveText('2 views added.');
		await field.setInputFiles({ ...file, buffer: buffer.subarray(9) });
		await expect(dialog(page).getByRole('status')).toContainText('No saved views in this file');
		await dialog(page).getByRole('button', { name: 'Move Tea up' }).press('Enter');
		await expect(dialog(page).getByRole('status')).toHaveText('Tea: 1 of 2');
		await dialog(page).getByRole('button', { name: 'Move Tea down' }).press('Enter');
		await dialog(page).getByRole('button', { name: 'Done' }).click();
		await expect(links(page)).toHaveCount(2);
		expect(await getAddresses(page)).toEqual(before);
	});
});

test('a view can be changed, keep columns of its own, or belong to the table', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats?muted=yes');
	await test.step('a changed view is updated', async () => {
		await save(page, 'Quiet');
		await page
			.getByRole('navigation', { name: 'Views' })
			.getByRole('link', { name: 'Inbox' })
			.click();
		await expect(page.getByRole('button', { name: /^Update/ })).toHaveCount(0);
		await links(page).click();
		await page.getByRole('searchbox', { name: 'Search chats' }).fill('tea');
		await page.getByRole('button', { name: 'Update “Quiet”' }).click();
		await expect(links(page)).toHaveAttribute('href', '/chats?muted=yes&q=tea');
		await expect(links(page)).toHaveAttribute('aria-current', 'page');
		await expect(page.getByRole('button', { name: 'Save this view' })).toBeVisible();
	});
	await test.step('the table has views of its own', async () => {
		await follow(page, '/capabilities?q=edit');
		await expect(page).toHaveTitle('Capabilities matching “edit” · Beeper Dashboard');
		await page.locator('summary', { hasText: 'Saved views' }).click();
		await save(page, 'Edits');
		await expect(links(page)).toHaveText(['Edits']);
		await page.keyboard.press('Escape');
		await follow(page, '/chats');
		await expect(links(page)).toHaveText([/^Quiet/]);
		await page.keyboard.press('Control+k');
		await page.keyboard.type('go to edits');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL('/capabilities?q=edit');
	});
	await test.step('a view that keeps its columns changes them alone', async () => {
		await page.setViewportSize({ width: 1440, height: 900 });
		await follow(page, '/chats?muted=yes');
		await page.getByRole('button', { name: 'Save this view' }).click();
		await page.getByRole('checkbox', { name: 'Save these columns too' }).check();
		await page.getByRole('textbox', { name: 'Name' }).press('Enter');
		await openColumns(page);
		const columns = page.getByRole('dialog', { name: 'Columns' });
		await columns.getByRole('checkbox', { name: 'Flags' }).uncheck();
		await columns.getByRole('button', { name: 'Done' }).click();
		const flags = page.getByRole('columnheader', { name: 'Flags' });
		await expect(flags).toHaveCount(0);
		await follow(page, '/chats');
		await expect(flags).toHaveCount(1);
		await follow(page, '/chats?muted=yes');
		await expect(flags).toHaveCount(0);
	});
});
