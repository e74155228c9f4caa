import { allLoaded, connect, expect, READ_ONLY_TOKEN, rows, submitLogin, test } from './fixtures';

test('a token leads to the inbox, full of chats', async ({ page, api }) => {
	await page.goto('/');
	await expect(page).toHaveURL('/connect');
	await submitLogin(page, api.address);
	await expect(page).toHaveURL('/chats?archived=no&low-priority=no');
	await allLoaded(page);
	await expect(rows(page)).not.toHaveCount(0);
	await expect(page.getByRole('banner')).toContainText(api.address);
	await expect(page.getByRole('banner')).not.toContainText('read-only');
});

test('a wrong token is refused, kept nowhere, and can be put right on the spot', async ({
	page,
	api
}) => {
	await page.goto('/connect');
	await submitLogin(page, api.address, 'a-wrong-token');
	await expect(page.getByRole('status')).toContainText('Beeper refused this token');
	await expect(page.getByLabel('Access token')).toHaveAccessibleDescription(
		'Beeper refused this token'
	);
	await expect(page).toHaveURL('/connect');
	expect(JSON.stringify(await page.context().storageState())).not.toContain('a-wrong-token');
	expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toBe('{}');

	await submitLogin(page, api.address);
	await expect(rows(page)).not.toHaveCount(0);
});

test('a read-only token is called that, and still shows every chat', async ({ page, api }) => {
	await page.goto('/connect');
	await submitLogin(page, api.address, READ_ONLY_TOKEN);
	await expect(page.getByRole('banner')).toContainText('read-only token');
	await allLoaded(page);
});

test('the address field says what runs there while it is typed', async ({ page, api }) => {
	await page.goto('/connect');
	await page.getByLabel('API address').fill(new URL(api.address).port);
	await expect(page.getByRole('status')).toContainText('Beeper 4.3.73 is running');
	await page.getByLabel('API address').fill('ftp://localhost');
	await expect(page.getByRole('status')).toContainText('http:// or https://');
});

test('a token is taken with what was copied around it', async ({ page, api }) => {
	await page.goto('/connect');
	await submitLogin(page, api.address, 'Authorization: Bearer “sample-\u200btoken”.');
	await expect(rows(page)).not.toHaveCount(0);
});

test('a Matrix token is named, and shown to nobody', async ({ page, api }) => {
	await page.goto('/connect');
	const shown: string[] = [];
	page.on('request', (request) => {
		if (JSON.stringify([request.headers(), request.postData()]).includes('syt_'))
			shown.push(request.url());
	});
	await submitLogin(page, api.address, 'syt_cm9iaW4_FkpYzLr_0a1b2C');
	await expect(page.getByLabel('Access token')).toHaveAccessibleDescription(
		/^This is a Matrix token\./
	);
	expect(shown).toEqual([]);
});

test('a bookmark says where it leads, and an address that was used is there in a new tab', async ({
	page,
	api,
	context
}) => {
	const path = '/chats?muted=yes&unread=yes&type=group&network=whatsapp&network=telegram';
	await page.goto(path);
	await expect(page.getByRole('main')).toContainText(
		'You’ll land on: Muted, unread groups on WhatsApp and Telegram'
	);
	await submitLogin(page, api.address);
	await expect(page).toHaveURL(path);

	const other = await context.newPage();
	await other.goto('/capabilities');
	await expect(other.getByRole('main')).toContainText('You’ll land on: Capabilities');
	await expect(other.getByLabel('API address')).toHaveValue(api.address);
	await expect(other.getByLabel('Access token')).toBeFocused();
	await expect(other.getByRole('status')).toContainText('is running');
});

test('an empty form asks for the token', async ({ page, api }) => {
	await page.goto('/connect');
	await submitLogin(page, api.address, '');
	await expect(page.getByLabel('Access token')).toBeFocused();
	await expect(page.getByLabel('Access token')).toHaveAccessibleDescription(
		'Paste an access token'
	);
});

test('a server too old for some features is said to be, and works', async ({ page, startApi }) => {
	const api = await startApi('--version', '4.1.294', '--chats', '30');
	await page.goto('/connect');
	await page.getByLabel('API address').fill(api.address);
	await expect(page.getByRole('status')).toContainText('This version is too old for');
	await submitLogin(page, api.address);
	await allLoaded(page, '30');
});

test('the token shows on request only', async ({ page }) => {
	await page.goto('/connect');
	const field = page.getByLabel('Access token');
	await field.fill('sesame');
	await expect(field).toHaveAttribute('type', 'password');
	await page.getByRole('button', { name: 'Show token' }).click();
	await expect(field).toHaveAttribute('type', 'text');
	await expect(field).toHaveValue('sesame');
});

test.describe('remembering', () => {
	test('off, another tab is asked again', async ({ page, api, context }) => {
		await connect(page, api);
		const other = await context.newPage();
		await other.goto('/');
		await expect(other).toHaveURL('/connect');
		await page.reload();
		await expect(rows(page)).not.toHaveCount(0);
	});

	test('on, another tab is connected too', async ({ page, api, context }) => {
		await page.goto('/connect');
		await page.getByLabel('Remember on this device').check();
		await submitLogin(page, api.address);
		await allLoaded(page);
		const other = await context.newPage();
		await other.goto('/');
		await expect(rows(other)).not.toHaveCount(0);
	});
});
