import type { Page } from '@playwright/test';
import { expect, goOnline, openPlainChat, rows, test, toasts, TOKEN } from './fixtures';
import { archiveFirst, openView, outcome, summary } from './many';
import { expireToken } from './tokens';
import { recordWrites } from './writes';

const NEXT_TOKEN = 'sample-token-2';

function prompt(page: Page, name = 'Your token has expired') {
	return page.getByRole('dialog', { name });
}

async function giveToken(page: Page, token: string) {
	await prompt(page).getByLabel('Access token').fill(token);
	await prompt(page).getByRole('button', { name: 'Continue' }).click();
}

test('a token whose changes are refused can only read: another can be given, or changes tried again', async ({
	page,
	startApi
}) => {
	await openView(page, await startApi('--token-writes', '403'));
	const writes = await recordWrites(page);
	await rows(page).first().focus();
	await page.keyboard.press('e');
	await expect(toasts(page)).toContainText('This token is read-only');
	await expect(toasts(page).getByRole('listitem')).toHaveCount(1);
	const button = page.getByRole('button', { name: 'read-only token' });
	await expect(button).toBeVisible();
	await page.keyboard.press('j');
	await page.keyboard.press('m');
	await expect(toasts(page)).toContainText('Create one with write access in Beeper.');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	expect(writes).toHaveLength(1);

	await button.click();
	const dialog = prompt(page, 'This token is read-only');
	await expect(dialog.getByLabel('Access token')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await button.click();
	await dialog.getByRole('button', { name: 'Try changes again' }).click();
	await expect(button).toHaveCount(0);
	await rows(page).first().focus();
	await page.keyboard.press('m');
	await expect.poll(() => writes).toHaveLength(2);
});

test('a run with a token that can only read stops, and the rest is not started', async ({
	page,
	startApi
}) => {
	await openView(page, await startApi('--token-writes', '401'));
	const writes = await recordWrites(page);
	await archiveFirst(page, 10);
	await expect(summary(page)).toContainText('This token is read-only');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	// The requests that were in progress together.
	expect(writes.length).toBeLessThanOrEqual(4);
});

test('the user is warned before a token expires, and is asked for another in place', async ({
	page,
	startApi
}) => {
	const api = await startApi('--token-expires', '590');
	const chat = await openPlainChat(page, api, 'edit');
	await test.step('the warning takes another token', async () => {
		const banner = page.getByRole('status').filter({ hasText: 'Your token expires in' });
		await expect(banner).toHaveText('Your token expires in 10 min.');
		await page.getByRole('button', { name: 'Paste a new token' }).click();
		const dialog = prompt(page, 'Use another token');
		await dialog.getByLabel('Access token').fill(`Bearer ${NEXT_TOKEN}`);
		await dialog.getByRole('button', { name: 'Continue' }).click();
		await expect(dialog).toBeHidden();
		await expect(banner).toHaveCount(0);
	});
	await test.step('who is writing when a token expires writes on, and loses nothing', async () => {
		const draft = page.getByLabel('New draft');
		await draft.pressSequentially('Half of a');
		await expireToken(page, { token: NEXT_TOKEN });
		const notice = page
			.getByRole('alert')
			.filter({ hasText: 'has expired. The page stays as it is.' });
		await expect(notice).toBeVisible();
		await draft.pressSequentially(' sentence');
		await expect(prompt(page)).toHaveCount(0);
		await page.getByRole('button', { name: 'Save draft' }).click();
		await expect(draft).toHaveValue('Half of a sentence');
		await page.getByRole('button', { name: 'Paste a new token' }).click();
		await giveToken(page, TOKEN);
		await expect(notice).toBeHidden();
		await expect(draft).toHaveValue('Half of a sentence');
		await page.getByRole('button', { name: 'Save draft' }).click();
		await expect(toasts(page)).toContainText('Draft saved');
	});
	await test.step('what is shown stays until a new token goes on', async () => {
		await page.unrouteAll({ behavior: 'wait' });
		await expireToken(page);
		await expect(prompt(page).getByLabel('Access token')).toBeFocused();
		await expect(page.getByRole('heading', { level: 1, name: chat.title })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(prompt(page)).toBeVisible();
		await giveToken(page, 'a-wrong-token');
		await expect(prompt(page).getByLabel('Access token')).toHaveAccessibleDescription(
			'Beeper didn’t accept this token'
		);
		await giveToken(page, `“${NEXT_TOKEN}”.`);
		await expect(prompt(page)).toBeHidden();
		await expect(page.getByRole('heading', { level: 1, name: chat.title })).toBeVisible();
		await page.getByRole('switch', { name: 'Muted' }).click();
		await expect(toasts(page)).toContainText('Muted: ');
	});
});

test('a run stops where the token expires, and goes on when asked, or the token is given up', async ({
	page,
	startApi
}) => {
	await openView(page, await startApi());
	const writes = await recordWrites(page);
	await expireToken(page, { afterWrites: 5 });
	await archiveFirst(page, 15);
	await expect(prompt(page)).toBeVisible();
	await expect(outcome(page)).toHaveText('Archived: 5 chats, 10 not started');
	const sent = writes.length;
	// Five were done, and some more in progress when the first was refused.
	expect(sent).toBeLessThan(12);
	await giveToken(page, NEXT_TOKEN);
	await expect(prompt(page)).toBeHidden();
	expect(writes).toHaveLength(sent);
	await summary(page).getByRole('button', { name: 'Do the rest' }).click();
	await expect(outcome(page)).toHaveText('Archived: 15 chats');
	expect(writes).toHaveLength(sent + 10);

	await page.unrouteAll({ behavior: 'wait' });
	await page.route('**/v1/**', (route) => route.fulfill({ status: 401, json: {} }));
	await goOnline(page);
	await prompt(page, 'Beeper no longer accepts this token')
		.getByRole('button', { name: 'Sign out' })
		.click();
	await expect(page).toHaveURL('/connect');
	const stored = await page.evaluate(() =>
		JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
	);
	expect(stored).not.toContain(TOKEN);
});
