import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import {
	allLoaded,
	connect,
	expect,
	follow,
	grid,
	INBOX_PATH,
	readListedChats,
	rowWithFocus,
	test
} from './fixtures';
import { openView } from './many';
import { formatWrites, recordWrites } from './writes';

const VIEW = '/chats?archived=no&muted=no&low-priority=no&pinned=no';

function peek(page: Page) {
	return page.getByRole('complementary', { name: 'Peek' });
}

/** The title in Peek, as a pattern. */
async function readTitle(page: Page): Promise<string> {
	const title = await peek(page).getByRole('heading', { level: 2 }).first().innerText();
	return title.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Presses a key; expects a row to have the focus, and Peek to bear the title of its chat. */
async function press(page: Page, key: string): Promise<string> {
	await page.keyboard.press(key);
	const row = rowWithFocus(page);
	await expect(row).toHaveCount(1);
	const title = await readTitle(page);
	await expect(row).toHaveAttribute('aria-label', new RegExp(`^${title}, `));
	return title;
}

test('chats are read beside the list, one after the other, by keyboard alone', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api, VIEW);
	const writes = await recordWrites(page);
	await page.keyboard.press('j');
	await page.keyboard.press('Space');
	await expect(peek(page).getByRole('region', { name: 'Messages' })).toBeVisible();
	const first = await press(page, 'j');
	const second = await press(page, 'j');
	expect(second).not.toBe(first);
	await expect(page).toHaveURL(/&peek=/);
	await expect(peek(page).getByRole('region', { name: 'Messages' })).toBeVisible();
	await expectNoViolations(page, 'peek');

	// Reading changes nothing; a key acts on the chat that is read, and goes on to the next.
	expect(writes).toEqual([]);
	await page.keyboard.press('e');
	await expect.poll(() => formatWrites(writes)).toHaveLength(1);
	await expect(
		peek(page).getByRole('heading', { level: 2, name: new RegExp(`^${second}$`) })
	).toHaveCount(0);
	await expect(rowWithFocus(page)).toHaveCount(1);
	await peek(page).getByRole('button', { name: 'React' }).first().focus();
	await page.keyboard.press('e');
	await expect.poll(() => formatWrites(writes)).toHaveLength(2);
	await expect(rowWithFocus(page)).toHaveCount(1);
	await page.keyboard.press('w');
	await expect(peek(page).getByRole('textbox', { name: 'Message' })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(rowWithFocus(page)).toHaveCount(1);

	await page.setViewportSize({ width: 390, height: 844 });
	await expect.poll(() => peek(page).evaluate((node) => node.clientWidth)).toBeGreaterThan(380);
	await expectNoViolations(page, 'peek, 390 px');

	await page.keyboard.press('Escape');
	await expect(peek(page)).toHaveCount(0);
	await expect(page).not.toHaveURL(/peek=/);
	await expect(rowWithFocus(page)).toHaveCount(1);
});

test('a chat beside the list is opened by its address or a mouse, and closed again', async ({
	page,
	api
}) => {
	await test.step('the address opens it, and says so where there is none', async () => {
		const [, chat] = await readListedChats(api);
		await connect(page, api, `/chats?peek=${encodeURIComponent(chat?.id ?? '')}`);
		const title = peek(page).getByRole('heading', { level: 2, name: chat?.title ?? '' });
		await expect(title).toBeVisible();
		await follow(page, '/chats?peek=!nothing');
		await expect(peek(page).getByRole('heading', { name: 'Chat not found' })).toBeVisible();
		await page.getByRole('button', { name: 'Close' }).click();
		await expect(peek(page)).toHaveCount(0);
	});
	await test.step('a mouse opens it; Esc leaves the field first, then closes it', async () => {
		await follow(page, INBOX_PATH);
		await allLoaded(page);
		const row = grid(page).getByRole('row').nth(3);
		await row.hover();
		await row.getByRole('button', { name: 'Peek' }).click();
		await expect(row).toHaveAttribute('aria-label', new RegExp(`^${await readTitle(page)}, `));
		const field = peek(page).getByRole('textbox', { name: 'Message' });
		await field.focus();
		await page.keyboard.press('Escape');
		await expect(row).toBeFocused();
		await expect(field).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(peek(page)).toHaveCount(0);
	});
});
