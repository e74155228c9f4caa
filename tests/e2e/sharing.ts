import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { connect, expect } from './fixtures';
import type { Running } from './servers';

export function table(page: Page): Locator {
	return page.getByRole('table', { name: 'Capabilities' });
}

export async function readColumnNames(page: Page): Promise<string[]> {
	const texts = await table(page).getByRole('columnheader').allInnerTexts();
	return texts.slice(1).map((text) => text.trim());
}

/** Waits until the table counts every chat and the list has confirmed them. */
export async function allCounted(page: Page) {
	await expect(page.getByRole('progressbar')).toBeHidden();
	await expect(table(page)).toBeVisible();
	// Until then the status ends in “so far”.
	await expect(page.getByRole('status').filter({ hasText: / rows · / })).toHaveText(/ chats?\s*$/);
}

/** Connects and waits for the complete table. @param query - with its `?` */
export async function openTable(page: Page, api: Running, query = '') {
	await connect(page, api, `/capabilities${query}`);
	await allCounted(page);
}

/** Opens the card of the first cell about editing. */
export async function openEditCell(page: Page) {
	await table(page)
		.getByRole('row', { name: /^Edit\b/ })
		.first()
		.getByRole('cell')
		.first()
		.click();
	await expect(page.getByRole('dialog')).toBeVisible();
}

export async function openShare(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Share this table' });
	await expect(dialog.getByRole('img', { name: /^Preview/ })).toBeVisible();
	return dialog;
}

/** Presses a button that saves a file, and reads the file. */
export async function save(page: Page, dialog: Locator, name: string) {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		dialog.getByRole('button', { name }).click()
	]);
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
