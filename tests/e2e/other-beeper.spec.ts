import type { Page } from '@playwright/test';
import {
	allLoaded,
	chatsOf,
	connect,
	countLine,
	expect,
	rows,
	test,
	type ListedChat
} from './fixtures';
import { lying } from './keeping';
import type { Running } from './servers';
import { writesOf } from './writes';

function notice(page: Page) {
	return page.getByRole('alert').filter({ hasText: 'Different Beeper at' });
}

/** Expects that the visible rows are chats of this server. */
async function expectChatsOf(page: Page, chats: readonly ListedChat[]) {
	const paths = new Set(chats.map(({ id }) => `/chats/${encodeURIComponent(id)}`));
	const hrefs = await rows(page)
		.getByRole('link')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	expect(hrefs.length).toBeGreaterThan(5);
	expect(hrefs.filter((href) => !paths.has(href))).toEqual([]);
}

async function isKept(page: Page) {
	await expect.poll(async () => (await lying(page))?.heads.length).toBe(1);
}

/** Stops the first Beeper and starts another at the same address. */
async function replace(
	first: Running,
	startApi: (...args: readonly string[]) => Promise<Running>,
	args: readonly string[]
): Promise<Running> {
	await first.stop();
	const other = await startApi('--port', new URL(first.address).port, ...args);
	// By its IP address, since Node keeps connections to the first one.
	return { ...other, address: other.address.replace('localhost', '127.0.0.1') };
}

test('another app at a return visit is noticed, and its chats are shown when asked for', async ({
	page,
	startApi
}) => {
	const first = await startApi();
	const before = await chatsOf(first);
	await connect(page, first, '/chats');
	await allLoaded(page);
	await isKept(page);
	const nightly = ['--bundle-id', 'com.automattic.beeper.nightly', '--seed', '8'];
	const other = await replace(first, startApi, nightly);
	await page.reload();
	await expect(notice(page)).toContainText(new URL(first.address).host);
	await expectChatsOf(page, before);
	await expect(countLine(page)).toContainText('of 100 chats');
	await page.getByRole('button', { name: 'Show its chats' }).click();
	await expect(notice(page)).toBeHidden();
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
	await page.goto('/chats');
	await allLoaded(page);
	await expectChatsOf(page, await chatsOf(other));
	await isKept(page);
	await page.reload();
	await allLoaded(page);
	await expectChatsOf(page, await chatsOf(other));
	await expect(notice(page)).toBeHidden();
});

test('another login that takes the place of the first gets no undo', async ({ page, startApi }) => {
	const first = await startApi();
	const before = await chatsOf(first);
	await connect(page, first, '/chats');
	await allLoaded(page);
	await rows(page).first().focus();
	await page.keyboard.press('m');
	const undo = page.getByRole('button', { name: 'Undo' });
	await expect(undo).toBeVisible();
	const other = await replace(first, startApi, ['--login', 'kim']);
	const untouched = await chatsOf(other);
	const writes = await writesOf(page);
	await undo.click();
	await expect(notice(page)).toBeVisible();
	await expect(notice(page)).toContainText('Changes are off until you choose');
	expect(writes).toEqual([]);
	expect(await chatsOf(other)).toEqual(untouched);
	await expectChatsOf(page, before);
});

test('the first Beeper back at its address goes on by itself; signing out of another forgets its chats', async ({
	page,
	startApi
}) => {
	const first = await startApi();
	await connect(page, first, '/chats');
	await allLoaded(page);
	await isKept(page);
	let other = await replace(first, startApi, ['--login', 'kim']);
	await page.reload();
	await expect(notice(page)).toBeVisible();
	const back = await replace(other, startApi, []);
	await expect(notice(page)).toBeHidden();
	await allLoaded(page);
	await expect(page.getByText(/^Updated \d+ (s|min) ago/)).toBeVisible();

	other = await replace(back, startApi, ['--login', 'kim']);
	await page.reload();
	await expect(notice(page)).toBeVisible();
	await page.getByRole('button', { name: 'Sign out' }).first().click();
	await expect(page.getByRole('button', { name: 'Connect' })).toBeVisible();
	await expect.poll(async () => (await lying(page))?.heads.length ?? 0).toBe(0);
	await other.stop();
});
