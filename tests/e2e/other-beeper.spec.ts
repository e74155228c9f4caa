import type { Page } from '@playwright/test';
import {
	allLoaded,
	connect,
	countLine,
	expect,
	follow,
	goOnline,
	readListedChats,
	rows,
	test,
	type ListedChat
} from './fixtures';
import { lying } from './keeping';
import type { Running } from './servers';
import { recordWrites } from './writes';

function notice(page: Page) {
	return page.getByRole('alert').filter({ hasText: 'Different Beeper at' });
}

/** Expects that the visible rows are chats of this server. */
async function expectOnlyChats(page: Page, chats: readonly ListedChat[]) {
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

test('another Beeper at a return visit is noticed; the first one back goes on, another is shown or forgotten when asked for', async ({
	page,
	startApi
}) => {
	const first = await startApi();
	const before = await readListedChats(first);
	await connect(page, first, '/chats');
	await allLoaded(page);
	await isKept(page);
	let here = first;
	await test.step('another login: the kept chats stay, until the first one is back', async () => {
		here = await replace(here, startApi, ['--login', 'kim']);
		await page.reload();
		await expect(notice(page)).toContainText(new URL(first.address).host);
		await expectOnlyChats(page, before);
		await expect(countLine(page)).toContainText('of 100 chats');
		here = await replace(here, startApi, []);
		await expect(notice(page)).toBeHidden();
		await allLoaded(page);
		await expect(page.getByText(/^Updated \d+ (s|min) ago/)).toBeVisible();
	});

	await test.step('another app: its chats are shown when asked for, and kept', async () => {
		const nightly = ['--bundle-id', 'com.automattic.beeper.nightly', '--seed', '8'];
		here = await replace(here, startApi, nightly);
		await goOnline(page);
		await expect(notice(page)).toBeVisible();
		await page.getByRole('button', { name: 'Show its chats' }).click();
		await expect(notice(page)).toBeHidden();
		await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
		await follow(page, '/chats');
		await allLoaded(page);
		const its = await readListedChats(here);
		await expectOnlyChats(page, its);
		await isKept(page);
		await page.reload();
		await allLoaded(page);
		await expectOnlyChats(page, its);
		await expect(notice(page)).toBeHidden();
	});

	await test.step('another one: signing out forgets the chats', async () => {
		here = await replace(here, startApi, ['--login', 'kim']);
		await goOnline(page);
		await expect(notice(page)).toBeVisible();
		await page.getByRole('button', { name: 'Sign out' }).first().click();
		await expect(page.getByRole('button', { name: 'Connect' })).toBeVisible();
		await expect.poll(async () => (await lying(page))?.heads.length ?? 0).toBe(0);
	});
});

test('another login that takes the place of the first gets no undo', async ({ page, startApi }) => {
	const first = await startApi();
	const before = await readListedChats(first);
	await connect(page, first, '/chats');
	await allLoaded(page);
	await rows(page).first().focus();
	await page.keyboard.press('m');
	const undo = page.getByRole('button', { name: 'Undo' });
	await expect(undo).toBeVisible();
	const other = await replace(first, startApi, ['--login', 'kim']);
	const untouched = await readListedChats(other);
	const writes = await recordWrites(page);
	await undo.click();
	await expect(notice(page)).toBeVisible();
	await expect(notice(page)).toContainText('Changes are off until you choose');
	expect(writes).toEqual([]);
	expect(await readListedChats(other)).toEqual(untouched);
	await expectOnlyChats(page, before);
});
