import type { Page } from '@playwright/test';
import { chatRead, expect, matching, readListedChat, rows, test, toasts } from './fixtures';
import { openView } from './many';
import { recordWrites } from './writes';

const VIEW = '/chats?archived=no&pinned=no&network=whatsapp';

function heading(page: Page) {
	return page.getByRole('heading', { level: 1 });
}

/** The place in the list, as the page says it. */
function position(page: Page) {
	return page.getByRole('navigation', { name: 'Position in the list' }).getByRole('paragraph');
}

function idIn(url: string): string {
	return decodeURIComponent(new URL(url).pathname.replace('/chats/', ''));
}

test('by keyboard one reads through the chats of a list, acts and goes on, takes it back, and returns to the row', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api, VIEW);
	const writes = await recordWrites(page);
	const titles = await rows(page).getByRole('link').allInnerTexts();
	const total = await matching(page);
	await page.keyboard.press('j');
	await page.keyboard.press('Enter');
	await expect(heading(page)).toHaveText(titles[0] ?? '');
	await expect(position(page)).toContainText(`1 of ${total}`);
	await page.keyboard.press('k');
	await page.keyboard.press('j');
	await expect(heading(page)).toHaveText(titles[1] ?? '');
	await expect(position(page)).toContainText(`2 of ${total}`);
	await chatRead(page);
	const archived = idIn(page.url());

	await page.keyboard.press('e');
	await expect(heading(page)).toHaveText(titles[2] ?? '');
	await expect(position(page)).toContainText(`2 of ${total - 1}`);
	await expect(toasts(page)).toContainText('Archived: ');
	// A change that keeps the chat in the list stays on its page.
	await page.keyboard.press('m');
	await expect(toasts(page)).toContainText(/uted: /);
	await expect(heading(page)).toHaveText(titles[2] ?? '');
	await page.keyboard.press('k');
	await expect(heading(page)).toHaveText(titles[0] ?? '');
	await page.reload();
	await expect(position(page)).toContainText(`1 of ${total - 1}`);
	await page.keyboard.press('j');
	await expect(heading(page)).toHaveText(titles[2] ?? '');
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(VIEW);
	await expect(rows(page).nth(1)).toBeFocused();
	await expect(rows(page).nth(1)).toHaveAccessibleName(new RegExp(`^${titles[2]}`));
	expect((await readListedChat(api, archived)).isArchived).toBe(true);
	expect(writes).toHaveLength(2);
});

test('z comes back to the chat that a change has passed, and keys of a dialog or a field stay there', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api, VIEW);
	await rows(page).first().click();
	await chatRead(page);
	const first = page.url();
	await page.getByRole('switch', { name: 'Archived' }).click();
	await expect(page).not.toHaveURL(first);
	await expect(toasts(page)).toContainText('Archived: ');
	await page.keyboard.press('z');
	await expect(page).toHaveURL(first);
	await expect(page.getByRole('switch', { name: 'Archived' })).not.toBeChecked();

	await page.keyboard.press('r');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(page).toHaveURL(first);
	await page.getByRole('tab', { name: 'Edit' }).click();
	const draft = page.getByLabel('New draft');
	await draft.fill('Half of a');
	await page.keyboard.press('Escape');
	await page.getByRole('tab', { name: 'Details' }).click();
	await expect(draft).toBeHidden();
	await page.getByRole('tab', { name: 'Edit' }).click();
	await expect(draft).toHaveValue('Half of a');
	await page.keyboard.press('j');
	await expect.poll(() => idIn(page.url())).not.toBe(idIn(first));
	await expect(draft).toHaveValue('');
	await page.keyboard.press('k');
	await expect(draft).toHaveValue('Half of a');
	await page.keyboard.press('?');
	const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
	await expect(help).toContainText('Back to the list');
	await expect(help).not.toContainText('Select range');
	await page.keyboard.press('Escape');
	await expect(help).toBeHidden();
	await page.goBack();
	await expect(page).toHaveURL(VIEW);
	await expect(rows(page).first()).toBeFocused();
});
