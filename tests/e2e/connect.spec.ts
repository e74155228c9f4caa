import type { Page } from '@playwright/test';
import {
	clickLink,
	connect,
	expect,
	follow,
	INBOX_PATH,
	READ_ONLY_TOKEN,
	rows,
	submitLogin,
	test,
	TOKEN
} from './fixtures';

function everythingStored(page: Page): Promise<string> {
	return page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
}

test('the address field says what runs there while it is typed; a wrong token is refused, kept nowhere, and put right on the spot', async ({
	page,
	api,
	dashboard,
	startApi
}) => {
	const matrix = 'syt_cm9iaW4_FkpYzLr_0a1b2C';
	const shown: string[] = [];
	page.on('request', (request) => {
		if (JSON.stringify([request.headers(), request.postData()]).includes(matrix))
			shown.push(request.url());
	});
	await page.goto('/');
	await expect(page).toHaveURL('/connect');
	const said = page.getByRole('status');
	const old = await startApi('--version', '4.1.294', '--chats', '30');
	await test.step('the address field says what runs there', async () => {
		for (const [address, words] of [
			[new URL(api.address).port, 'Beeper 4.3.73 is running'],
			['ftp://localhost', 'http:// or https://'],
			[dashboard.address, `Something else is running at ${new URL(dashboard.address).host}`],
			['https://beeper.example.net', 'npm start -- --allow https://beeper.example.net'],
			[old.address, 'This version is too old for']
		] as const) {
			await page.getByLabel('API address').fill(address);
			await expect(said).toContainText(words);
		}
	});

	await test.step('no token, or one that is none, is not sent', async () => {
		const field = page.getByLabel('Access token');
		await submitLogin(page, api.address, '');
		await expect(field).toBeFocused();
		await expect(field).toHaveAccessibleDescription('Paste an access token');
		await submitLogin(page, api.address, matrix);
		await expect(field).toHaveAccessibleDescription(/^This is a Matrix token\./);
		expect(shown).toEqual([]);
	});

	await test.step('a wrong one is refused, and kept nowhere', async () => {
		await submitLogin(page, api.address, 'a-wrong-token');
		await expect(said).toContainText('Beeper didn’t accept this token');
		await expect(page.getByLabel('Access token')).toHaveAccessibleDescription(
			'Beeper didn’t accept this token'
		);
		await expect(page).toHaveURL('/connect');
		expect(JSON.stringify(await page.context().storageState())).not.toContain('a-wrong-token');
		expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toBe('{}');
	});

	await test.step('a right one is found in what was pasted', async () => {
		await submitLogin(page, api.address, 'Authorization: Bearer “sample-\u200btoken”.');
		await expect(page).toHaveURL('/overview');
		await expect(page.getByText('100 chats in')).toBeVisible();
		await expect(page.getByRole('banner')).toContainText(new URL(api.address).host);
		await expect(page.getByRole('banner')).not.toContainText('read-only');
	});

	await test.step('an old version works with a token that may only read; a link leads to no other site', async () => {
		await page.getByRole('button', { name: 'Sign out' }).click();
		await expect(page).toHaveURL('/connect');
		await follow(page, '/connect?to=%2F%2Fevil.example');
		await submitLogin(page, old.address, READ_ONLY_TOKEN);
		await expect(page).toHaveURL('/overview');
		await expect(page.getByText('30 chats in')).toBeVisible();
	});
});

test('a login that another tab hands over while the first page loads leads to that page', async ({
	page,
	api,
	context
}) => {
	let handOver: () => void = () => {};
	const wanted = new Promise<void>((resolve) => (handOver = resolve));
	await page.exposeFunction('waitForTest', () => wanted);
	await page.addInitScript(() => {
		const post = BroadcastChannel.prototype.postMessage;
		BroadcastChannel.prototype.postMessage = async function (message) {
			if (message.kind === 'login') await Reflect.get(window, 'waitForTest')();
			post.call(this, message);
		};
	});
	await connect(page, api);
	const tab = await context.newPage();
	// The page that asks for a token is being fetched when the login arrives.
	let isAsked = false;
	await tab.exposeFunction('noteAsked', () => (isAsked = true));
	await tab.addInitScript(() => {
		const post = BroadcastChannel.prototype.postMessage;
		BroadcastChannel.prototype.postMessage = function (message) {
			if (message.kind === 'login-wanted') void Reflect.get(window, 'noteAsked')();
			post.call(this, message);
		};
	});
	await tab.route('**/_app/immutable/nodes/*.js', async (route) => {
		if (isAsked) {
			handOver();
			await tab.waitForFunction(() => sessionStorage.getItem('beeper-dashboard.connection'));
		}
		await route.fallback();
	});
	await tab.goto('/capabilities?rows=differ', { waitUntil: 'commit' });
	await expect(tab.getByRole('table', { name: 'Capabilities' })).toBeVisible();
	await expect(tab).toHaveURL('/capabilities?rows=differ');
	expect(isAsked).toBe(true);
});

test('a token is kept for the tab, or for the device if chosen; tabs sign each other in and out', async ({
	page,
	api,
	context
}) => {
	await connect(page, api);
	await expect(rows(page)).not.toHaveCount(0);
	await test.step('a new tab is signed in by an open one, and all of them sign out together', async () => {
		const tab = await context.newPage();
		await tab.goto('/capabilities?rows=differ');
		await expect(tab.getByRole('table', { name: 'Capabilities' })).toBeVisible();
		await expect(tab).toHaveURL('/capabilities?rows=differ');
		expect(JSON.stringify(await context.storageState({ indexedDB: true }))).not.toContain(TOKEN);
		const snapshot = await context.newPage();
		await snapshot.goto('/chats');
		await expect(rows(snapshot)).not.toHaveCount(0);
		await snapshot.goto('/capabilities/snapshot');

		await tab.getByRole('button', { name: 'Sign out' }).click();
		await expect(page).toHaveURL('/connect');
		await expect(page.getByRole('status').filter({ hasText: 'signed out' })).toHaveText(
			'You signed out in another tab, so this tab is signed out too.'
		);
		await expect(tab.getByText('You signed out in another tab')).toHaveCount(0);
		for (const each of [page, tab, snapshot])
			expect(await everythingStored(each)).not.toContain(TOKEN);
		for (const each of [page, tab, snapshot]) await each.close();
	});

	await test.step('a token of the device signs every tab in, until one signs out', async () => {
		// An open tab with a token would sign it in.
		const other = await context.newPage();
		await other.goto(INBOX_PATH);
		await expect(other).toHaveURL(/\/connect\?to=/);
		await expect(other.getByLabel('API address')).toHaveValue(api.address);
		await other.getByLabel('Remember on this device').check();
		await submitLogin(other, api.address);
		await expect(rows(other)).not.toHaveCount(0);
		expect(await everythingStored(other)).toContain(TOKEN);
		const third = await context.newPage();
		await third.goto('/capabilities');
		await expect(third.getByRole('table', { name: 'Capabilities' })).toBeVisible();

		await other.getByRole('button', { name: 'Sign out' }).click();
		for (const each of [other, third]) {
			await expect(each).toHaveURL('/connect');
			expect(await everythingStored(each)).not.toContain(TOKEN);
			await expect(each.getByLabel('API address')).toHaveValue(api.address);
		}
		await other.goBack();
		await expect(other.getByLabel('Access token')).toHaveValue('');
		await expect(rows(other)).toHaveCount(0);
	});
});

const WANTED = [
	'/chats?muted=yes&unread=yes&type=group&network=whatsapp&foo=bar#x',
	`/chats/${encodeURIComponent('!team/a?x=1&y=%2F#general:beeper.local')}`
];

test('a page asked for before connecting is announced, and comes back as it was', async ({
	page,
	api,
	context
}) => {
	for (const [place, path] of WANTED.entries()) {
		await page.goto(path);
		await expect(page).toHaveURL(/\/connect\?to=/);
		if (place === 0) {
			await expect(page.getByRole('main')).toContainText(
				'You’ll land on: Muted, unread groups: WhatsApp'
			);
		}
		await submitLogin(page, api.address);
		await expect(page).toHaveURL(path);
		await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
		if (place + 1 < WANTED.length) await page.evaluate(() => sessionStorage.clear());
	}
	await clickLink(page, '/connect?to=%2Fcapabilities%3Frows%3Ddiffer');
	await expect(page).toHaveURL('/capabilities?rows=differ');

	await page.close();
	const other = await context.newPage();
	await other.goto('/capabilities');
	await expect(other.getByRole('main')).toContainText('You’ll land on: Capabilities');
	await expect(other.getByLabel('API address')).toHaveValue(api.address);
	await expect(other.getByLabel('Access token')).toBeFocused();
	await expect(other.getByRole('status')).toContainText('is running');
});
