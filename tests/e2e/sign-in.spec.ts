import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import {
	allLoaded,
	expect,
	INBOX_PATH,
	READ_ONLY_TOKEN,
	rows,
	storeLogin,
	test,
	TOKEN
} from './fixtures';
import type { Running } from './servers';
import { expireToken } from './tokens';

const WANTED = '/chats?muted=yes&unread=yes#x';

/** A page that wants to go somewhere, and has the address of an API in its form. */
async function arrive(page: Page, api: Running, path = WANTED) {
	await page.goto(path);
	await page.getByLabel('API address').fill(api.address);
	await expect(page.getByRole('status')).toContainText('is running');
}

function signInButton(page: Page) {
	return page.getByRole('button', { name: 'Sign in with Beeper' });
}

/** Leaves for the consent page, and answers it. */
async function signIn(page: Page, decision: 'Allow' | 'Don’t allow' = 'Allow') {
	await signInButton(page).click();
	await page.getByRole('button', { name: decision, exact: true }).click();
}

function storedLogin(page: Page): Promise<{ token: string }> {
	return page.evaluate(() => {
		const text =
			sessionStorage.getItem('beeper-dashboard.connection') ??
			localStorage.getItem('beeper-dashboard.connection');
		return JSON.parse(text ?? '{}');
	});
}

async function readStatus(api: Running, token: string): Promise<number> {
	const headers = { Authorization: `Bearer ${token}` };
	return (await fetch(`${api.address}/v1/accounts`, { headers })).status;
}

/** Whatever the browser keeps for this page, its address included. */
function everythingKept(page: Page): Promise<string> {
	return page.evaluate(() =>
		JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }])
	);
}

test('signing in to read and change leads to the page one wanted, and signing out ends the token', async ({
	page,
	startApi
}) => {
	const api = await startApi('--token-lifetime', '7200');
	const addresses: string[] = [];
	const violations: string[] = [];
	page.on('framenavigated', (frame) => addresses.push(frame.url()));
	page.on('console', (message) => {
		if (message.text().includes('Content Security Policy')) violations.push(message.text());
	});
	await arrive(page, api);
	await expect(page.getByRole('main')).toContainText('You’ll land on: Muted, unread chats');
	await signInButton(page).click();
	const consent = page.getByRole('main');
	await expect(consent).toContainText('Allow Beeper Dashboard to use your Beeper?');
	await expect(consent).toContainText('Change chats, set reminders and send messages');
	await expectNoViolations(page, 'the consent page');
	expect(page.url()).toContain('code_challenge_method=S256');
	await page.getByRole('button', { name: 'Allow', exact: true }).click();

	await expect(page).toHaveURL(WANTED);
	await allLoaded(page);
	const banner = page.getByRole('banner');
	await expect(banner).toContainText(/until (\d+ \w+, )?\d\d:\d\d/);
	await expect(banner).not.toContainText('read-only');
	const kept = await everythingKept(page);
	expect(kept).not.toMatch(/verifier|[?&]code=|sign-in/);
	expect(violations).toEqual([]);

	const code = /[?&]code=(\w+)/.exec(addresses.join(' '))?.[1];
	expect(code).toBeDefined();
	await page.goBack();
	await expect(page).not.toHaveURL(/code=/);
	await page.goForward();
	await expect(page).toHaveURL(WANTED);

	const { token } = await storedLogin(page);
	expect(await readStatus(api, token)).toBe(200);
	await banner.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL('/connect');
	await expect.poll(() => readStatus(api, token)).toBe(401);
	expect(await everythingKept(page)).not.toContain(token);
	await expect(page.getByLabel('API address')).toHaveValue(api.address);
	await expect(page.getByRole('status')).toContainText('is running');
});

test('signing in only to read gives a token that can’t change anything, kept if so wished', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await arrive(page, api, INBOX_PATH);
	await page.getByRole('radio', { name: 'Read only' }).check();
	await page.getByLabel('Remember on this device').check();
	await signInButton(page).click();
	await expect(page.getByRole('main')).not.toContainText('Change chats');
	await page.getByRole('button', { name: 'Allow', exact: true }).click();
	await allLoaded(page);
	await expect(page.getByRole('banner')).toContainText('read-only token');
	await expect(page.getByRole('banner')).not.toContainText('until');

	const { token } = await storedLogin(page);
	const kept = await page.evaluate(() => localStorage.getItem('beeper-dashboard.connection'));
	expect(kept).toContain(token);
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect.poll(() => readStatus(api, token)).toBe(401);
});

test('whoever comes back from the consent page without a token can try again, or paste one', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await test.step('going back leads to the form, which can be sent again', async () => {
		await arrive(page, api);
		await signInButton(page).click();
		await expect(page.getByRole('button', { name: 'Allow', exact: true })).toBeVisible();
		await page.goBack();
		await expect(page).toHaveURL(/\/connect\?to=/);
		await page.getByLabel('API address').fill(api.address);
		await expect(page.getByRole('status')).toContainText('is running');
	});
	await test.step('saying no leads to a form that says so, with the token field', async () => {
		await signIn(page, 'Don’t allow');
		await expect(page.getByRole('status')).toContainText('You didn’t allow access');
		await expect(page).toHaveURL(`/connect?to=${encodeURIComponent(WANTED)}`);
		await expect(page.getByRole('main')).toContainText('You’ll land on: Muted, unread chats');
		await expect(page.getByLabel('API address')).toHaveValue(api.address);
		await page.getByLabel('Access token').fill(TOKEN);
		await page.getByRole('button', { name: 'Connect' }).click();
		await expect(page).toHaveURL(WANTED);
		await allLoaded(page);
	});
	await test.step('a link to the connect page with somebody’s code ends no login', async () => {
		await page.goto('/connect?code=stolen&state=guessed');
		await expect(page).toHaveURL('/overview');
		await expect(page.getByRole('table', { name: 'Networks by state' })).toBeVisible();
	});
	await test.step('a pasted token stays valid when its owner signs out', async () => {
		await page.getByRole('button', { name: 'Sign out' }).click();
		await expect(page).toHaveURL('/connect');
		expect(await readStatus(api, TOKEN)).toBe(200);
	});
});

test('a server that doesn’t let people sign in is told in words, and nothing is left behind', async ({
	page,
	startApi
}) => {
	await page.goto(WANTED);
	for (const [fault, words] of [
		['off', 'This Beeper doesn’t offer sign-in'],
		['registration-refused', 'Beeper doesn’t let the dashboard sign in'],
		['no-registration', 'This Beeper doesn’t offer sign-in'],
		['elsewhere', 'Sign-in would lead to another server']
	] as const) {
		await test.step(fault, async () => {
			const api = await startApi('--oauth', fault);
			await page.getByLabel('API address').fill(api.address);
			await expect(page.getByRole('status')).toContainText('is running');
			await signInButton(page).click();
			await expect(page.getByRole('status')).toContainText(words);
			await expect(page.getByLabel('Access token')).toBeVisible();
			await expect(page).toHaveURL(/\/connect\?to=/);
			expect(await page.evaluate(() => JSON.stringify(sessionStorage))).toBe('{}');
		});
	}
});

test('a code that has expired, and one that is not this tab’s, are told and not used', async ({
	page,
	startApi
}) => {
	const api = await startApi('--oauth', 'code-expired');
	const exchanges: string[] = [];
	page.on('request', (request) => {
		if (request.url().endsWith('/oauth/token')) exchanges.push(request.url());
	});
	await arrive(page, api);
	await signIn(page);
	await expect(page.getByRole('status')).toContainText('The sign-in took too long');
	expect(exchanges).toHaveLength(1);

	// Another state, while a sign-in of this tab is under way.
	await signInButton(page).click();
	await expect(page.getByRole('button', { name: 'Allow', exact: true })).toBeVisible();
	await page.goto('/connect?code=stolen&state=guessed');
	await expect(page.getByRole('status')).toContainText('wasn’t started in this tab');
	await expect(page).not.toHaveURL(/code=/);
	await expect(page.getByLabel('API address')).toHaveValue(api.address);
	expect(exchanges).toHaveLength(1);
	expect(await everythingKept(page)).not.toMatch(/verifier|stolen|guessed/);
});

test('a token that expires while its page is open says so, and one click goes on in the same view', async ({
	page,
	startApi
}) => {
	const api = await startApi('--token-lifetime', '7200');
	const view = '/chats?unread=yes&sort=title';
	await arrive(page, api, view);
	await signIn(page);
	await expect(page).toHaveURL(view);
	await allLoaded(page);
	const before = await storedLogin(page);
	await expireToken(page, { token: before.token });
	const dialog = page.getByRole('dialog', { name: 'Your token has expired' });
	await expect(dialog).toBeVisible();
	await dialog.getByRole('button', { name: 'Sign in with Beeper' }).click();
	await page.getByRole('button', { name: 'Allow', exact: true }).click();
	await expect(page).toHaveURL(view);
	await expect(rows(page)).not.toHaveCount(0);
	await expect(dialog).toBeHidden();
	expect((await storedLogin(page)).token).not.toBe(before.token);
});

test('through the relay Beeper itself asks, and the token comes through the relay', async ({
	page,
	startApi,
	startRelayedDashboard
}) => {
	const api = await startApi();
	const dashboard = await startRelayedDashboard(api);
	const relay = { ...dashboard, address: `${dashboard.address}/beeper` };
	await storeLogin(page, { ...relay, token: READ_ONLY_TOKEN }, dashboard.address);
	await page.goto(`${dashboard.address}/chats?unread=yes`);
	await page.getByRole('button', { name: 'read-only token' }).click();
	await page.getByRole('radio', { name: 'Read and change' }).check();
	const asked: string[] = [];
	page.on('request', (request) => {
		if (/\/oauth\/\w+$/.test(request.url()) && request.method() === 'POST')
			asked.push(request.url().replace(relay.address, 'relay'));
	});
	await signInButton(page).click();
	await expect(page.getByRole('main')).toContainText('Change chats');
	expect(new URL(page.url()).port).toBe(new URL(api.address).port);
	await page.getByRole('button', { name: 'Allow', exact: true }).click();
	await expect(page).toHaveURL(`${dashboard.address}/chats?unread=yes`);
	await expect(rows(page)).not.toHaveCount(0);
	await expect(page.getByRole('banner')).not.toContainText('read-only');
	expect(asked.filter((url) => /register|token/.test(url))).toEqual([
		'relay/oauth/register',
		'relay/oauth/token'
	]);
});
