import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, exploreSample } from './fixtures';

/** The sample's table, once every chat is in it. @param query - with its `?` */
export async function openTable(page: Page, query = '') {
	await exploreSample(page, `/capabilities${query}`);
	await expect(page.getByRole('progressbar')).toBeHidden({ timeout: 30_000 });
	await expect(page.getByRole('table', { name: 'Capabilities' })).toBeVisible();
}

export async function openShare(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Share this table' });
	await expect(dialog.getByRole('img', { name: /^Preview/ })).toBeVisible();
	return dialog;
}

/** Press a button that saves a file, and read what was saved. */
export async function save(page: Page, dialog: Locator, name: string) {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		dialog.getByRole('button', { name }).click()
	]);
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
