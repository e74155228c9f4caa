import type { Page } from '@playwright/test';
import { violations } from './axe';
import { connect, expect, openChat, plainChat, rows, test, toasts } from './fixtures';
import { archiveFirst, openView, outcome, summary } from './many';
import { writesOf } from './writes';

const NEXT_TOKEN = 'sample-token-2';

function prompt(page: Page, name = 'Your token has expired') {
	return page.getByRole('dialog', { name });
}

async function giveToken(page: Page, token: string) {
	await prompt(page).getByLabel('Access token').fill(token);
	await prompt(page).getByRole('button', { name: 'Continue' }).click();
}

/** From now on the API says that the usual token has expired; `afterWrites` of them are let through. */
async function expireToken(page: Page, afterWrites = 0) {
	let writes = 0;
	await page.route('**/v1/**', async (route) => {
		const request = route.request();
		const isOld = (await request.headerValue('authorization')) === 'Bearer sample-token';
		if (request.method() !== 'GET' && isOld) writes += 1;
		const isOver = isOld && (afterWrites === 0 || writes > afterWrites);
		if (!isOver) return route.fallback();
		await route.fulfill({
			status: 401,
			headers: { 'Access-Control-Allow-Origin': '*' },
			json: { message: 'Token expired', code: 'UNAUTHORIZED' }
		});
	});
}

for (const status of ['401', '403'] as const) {
	test(`a token whose writes are answered ${status} can only read, and nobody is asked for another`, async ({
		page,
		startApi
	}) => {
		await openView(page, await startApi('--token-writes', status));
		const writes = await writesOf(page);
		await rows(page).first().focus();
		await page.keyboard.press('e');
		await expect(toasts(page)).toContainText('This token can only read');
		await expect(toasts(page).getByRole('listitem')).toHaveCount(1);
		await expect(page.getByRole('banner')).toContainText('read-only token');
		await page.keyboard.press('j');
		await page.keyboard.press('m');
		await expect(toasts(page)).toContainText('Create one with write access in Beeper.');
		await expect(page.getByRole('dialog')).toHaveCount(0);
		expect(writes).toHaveLength(1);
	});
}

test('a run with a token that can only read stops, and the rest is not started', async ({
	page,
	startApi
}) => {
	await openView(page, await startApi('--token-writes', '401'));
	const writes = await writesOf(page);
	await archiveFirst(page, 20);
	await expect(summary(page)).toContainText('This token can only read');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	// Those that were under way together.
	expect(writes.length).toBeLessThanOrEqual(4);
	expect(await violations(page)).toEqual([]);
});

test('another token can be given, or changes tried again, where a token can only read', async ({
	page,
	startApi
}) => {
	await openView(page, await startApi('--token-writes', '403'));
	const writes = await writesOf(page);
	await rows(page).first().focus();
	await page.keyboard.press('e');
	await page.getByRole('button', { name: 'read-only token' }).click();
	const dialog = prompt(page, 'This token can only read');
	await expect(dialog.getByLabel('Access token')).toBeFocused();
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await page.getByRole('button', { name: 'read-only token' }).click();
	await dialog.getByRole('button', { name: 'Try changes again' }).click();
	await expect(page.getByRole('banner')).not.toContainText('read-only token');
	await rows(page).first().focus();
	await page.keyboard.press('m');
	await expect.poll(() => writes).toHaveLength(2);
});

test('the end of a token is told before it comes', async ({ page, startApi }) => {
	await connect(page, await startApi('--token-expires', '590'), '/chats');
	const banner = page.getByRole('status').filter({ hasText: 'Your token expires in' });
	await expect(banner).toHaveText('Your token expires in 10 min.');
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Paste a new token' }).click();
	const dialog = prompt(page, 'Use another token');
	await dialog.getByLabel('Access token').fill(`Bearer ${NEXT_TOKEN}`);
	await dialog.getByRole('button', { name: 'Continue' }).click();
	await expect(dialog).toBeHidden();
	await expect(banner).toHaveCount(0);
});

test('a token that has expired is called that, and a wrong one is refused in place', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	await expireToken(page);
	await expect(prompt(page).getByLabel('Access token')).toBeFocused({ timeout: 30_000 });
	expect(await violations(page)).toEqual([]);
	await giveToken(page, 'a-wrong-token');
	await expect(prompt(page).getByLabel('Access token')).toHaveAccessibleDescription(
		'Beeper refused this token'
	);
	await giveToken(page, 'syt_cm9iaW4_FkpYzLr_0a1b2C');
	await expect(prompt(page)).toContainText('This is a Matrix token.');
	await giveToken(page, `“${NEXT_TOKEN}”.`);
	await expect(prompt(page)).toBeHidden();
	await expect(page.getByRole('heading', { level: 1, name: chat.title })).toBeVisible();
	await page.getByRole('switch', { name: 'Muted' }).click();
	await expect(toasts(page)).toContainText('Muted: ');
});

test('who is writing when a token expires writes on, and loses nothing', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openChat(page, api, await plainChat(api));
	const draft = page.getByLabel('New draft');
	await draft.pressSequentially('Half of a');
	await expireToken(page);
	const banner = page
		.getByRole('alert')
		.filter({ hasText: 'has expired. What’s on the page stays.' });
	await expect(banner).toBeVisible({ timeout: 30_000 });
	await draft.pressSequentially(' sentence');
	await expect(prompt(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Save draft' }).click();
	await expect(draft).toHaveValue('Half of a sentence');
	await page.getByRole('button', { name: 'Paste a new token' }).click();
	await giveToken(page, NEXT_TOKEN);
	await expect(banner).toBeHidden();
	await expect(draft).toHaveValue('Half of a sentence');
	await page.getByRole('button', { name: 'Save draft' }).click();
	await expect(toasts(page)).toContainText('Draft saved');
});

test('a run of 20 stops where the token expires, and goes on when asked', async ({
	page,
	startApi
}) => {
	await openView(page, await startApi());
	const writes = await writesOf(page);
	await expireToken(page, 5);
	await archiveFirst(page, 20);
	await expect(prompt(page)).toBeVisible();
	await expect(outcome(page)).toHaveText('Archived: 5 chats, 15 not started');
	const sent = writes.length;
	// Five were done, and some more under way when the first was refused.
	expect(sent).toBeLessThan(12);
	await giveToken(page, NEXT_TOKEN);
	await expect(prompt(page)).toBeHidden();
	expect(writes).toHaveLength(sent);
	await summary(page).getByRole('button', { name: 'Do the rest' }).click();
	await expect(outcome(page)).toHaveText('Archived: 20 chats');
	expect(writes).toHaveLength(sent + 15);
});
