import type { Page } from '@playwright/test';
import {
	allLoaded,
	connect,
	CONNECT_PATH,
	expect,
	exploreSample,
	rows,
	test as base,
	TOKEN
} from './fixtures';
import { FIRST_WORDS, SECOND_WORDS, startSite, type Site } from './site';

const test = base.extend<{ site: Site }>({
	site: async ({}, use) => {
		const site = await startSite();
		await use(site);
		await site.remove();
	},
	baseURL: async ({ site }, use) => use(site.address)
});

test.use({ serviceWorkers: 'allow' });

/** Waits until the browser keeps the whole app. */
async function isKept(page: Page) {
	await page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		while (active?.state !== 'activated')
			await new Promise((resolve) => active?.addEventListener('statechange', resolve));
	});
}

/** As if somebody came back to the tab. */
async function comeBack(page: Page) {
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

function newVersion(page: Page) {
	return page.getByText('A new version is ready.');
}

/** Everything that the browser keeps of an origin, besides cookies. */
function listKept(page: Page) {
	return page.evaluate(async () => ({
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		caches: await caches.keys(),
		databases: (await indexedDB.databases()).map(({ name }) => name),
		storage: [{ ...localStorage }, { ...sessionStorage }]
	}));
}

test('a bookmark opens while the server is stopped, with the headers that the server gave it', async ({
	page,
	context,
	site,
	api
}) => {
	const bookmark = '/chats?muted=yes';
	await connect(page, api, bookmark);
	await allLoaded(page);
	await isKept(page);
	const fromServer = await context.request.get(bookmark);
	await site.stop();

	const tab = await context.newPage();
	const response = await tab.goto(bookmark);
	expect(response?.fromServiceWorker()).toBe(true);
	const { date, connection, 'keep-alive': lifetime, ...headers } = fromServer.headers();
	expect([date, connection, lifetime]).toBeDefined();
	expect(await response?.allHeaders()).toMatchObject(headers);
	expect(headers['content-security-policy']).toContain("default-src 'none'");
	await expect(tab).toHaveURL(bookmark);
	await allLoaded(tab);
	await tab.getByRole('navigation').getByRole('link', { name: 'Capabilities' }).click();
	await expect(tab.getByRole('table', { name: 'Capabilities' })).toBeVisible();
	await tab.goto('/chats/a.b');
	await expect(tab.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('what the API responds is never cached, nor asked for anywhere else', async ({
	page,
	site,
	api
}) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await isKept(page);
	await page.reload();
	await allLoaded(page);
	const cached = await page.evaluate(async () => {
		const names = await caches.keys();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.flat().map(({ url }) => url);
	});
	expect(cached.length).toBeGreaterThan(50);
	const { origin } = new URL(site.address);
	expect(cached.filter((url) => new URL(url).origin !== origin)).toEqual([]);
	expect(cached.filter((url) => /\/(v1|beeper)\//.test(url))).toEqual([]);

	await site.stop();
	const isAnswered = await page.evaluate(() =>
		fetch('/beeper/v1/info').then(
			() => true,
			() => false
		)
	);
	expect(isAnswered).toBe(false);
});

test('a new version is offered, and no tab gets files of two', async ({ page, context, site }) => {
	await exploreSample(page, CONNECT_PATH);
	await isKept(page);
	const other = await context.newPage();
	await exploreSample(other, CONNECT_PATH);
	const bugs: Error[] = [];
	for (const tab of [page, other]) tab.on('pageerror', (error) => bugs.push(error));

	await site.publishSecond();
	await site.stop();
	await site.start();
	await comeBack(page);
	for (const tab of [page, other]) await expect(newVersion(tab)).toBeVisible();

	await page.getByRole('button', { name: 'Reload' }).click();
	await expect(newVersion(page)).toBeHidden();
	await page.getByRole('button', { name: 'Leave sample' }).click();
	await expect(page.getByText(SECOND_WORDS)).toBeVisible();

	// The server no longer has this tab's files.
	await other.getByRole('navigation').getByRole('link', { name: 'Capabilities' }).click();
	await expect(other.getByRole('table', { name: 'Capabilities' })).toBeVisible();
	await expect(newVersion(other)).toBeVisible();
	await other.getByRole('button', { name: 'Leave sample' }).click();
	await expect(other.getByText(FIRST_WORDS)).toBeVisible();

	await other.getByRole('button', { name: 'Reload' }).click();
	await expect(other.getByText(SECOND_WORDS)).toBeVisible();
	await expect.poll(async () => (await listKept(other)).caches.length).toBe(1);
	expect(bugs).toEqual([]);
});

test('a version that cannot be fetched whole is not offered, and the old one goes on', async ({
	page,
	context,
	site
}) => {
	await page.goto(CONNECT_PATH);
	await isKept(page);
	await site.publishSecond();
	await site.breakBuild();
	await site.stop();
	await site.start();
	const failed = page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const found = new Promise((resolve) => {
			registration.addEventListener('updatefound', () => {
				const { installing } = registration;
				installing?.addEventListener('statechange', () => resolve(installing.state));
			});
		});
		await registration.update().catch(() => undefined);
		return found;
	});
	expect(await failed).toBe('redundant');
	await expect(newVersion(page)).toBeHidden();
	const tab = await context.newPage();
	await tab.goto(CONNECT_PATH);
	await expect(tab.getByText(FIRST_WORDS)).toBeVisible();
	expect((await listKept(tab)).caches).toHaveLength(1);
});

test('/reset removes everything, and signs the other tabs out', async ({
	page,
	context,
	site,
	api
}) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await isKept(page);
	const tab = await context.newPage();
	await tab.goto(CONNECT_PATH);
	await expect(tab).toHaveURL(/\/chats/);
	await tab.goto('/reset');
	await tab.getByRole('button', { name: 'Remove everything' }).click();
	await expect(tab.getByRole('heading', { name: 'All gone' })).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: 'signed out' })).toBeVisible();
	await page.close();
	await expect
		.poll(() => listKept(tab))
		.toEqual({
			workers: 0,
			caches: [],
			databases: [],
			storage: [{}, {}]
		});
	await tab.getByRole('link', { name: 'Start again' }).click();
	await expect(tab.getByLabel('Access token')).toBeVisible();
	expect(JSON.stringify(await listKept(tab))).not.toContain(TOKEN);
	await site.stop();
});

test('/reset works where the app does not start', async ({ page, context }) => {
	await page.goto(CONNECT_PATH);
	await isKept(page);
	await page.evaluate(async () => {
		localStorage.setItem('beeper-dashboard.connection', '{"kind":');
		const names = await caches.keys();
		for (const name of names) {
			const cache = await caches.open(name);
			for (const request of await cache.keys())
				if (request.url.endsWith('.js') && !request.url.endsWith('/reset.js'))
					await cache.put(
						request,
						new Response('throw new Error("Broken")', {
							headers: { 'Content-Type': 'text/javascript' }
						})
					);
		}
	});
	const tab = await context.newPage();
	await tab.goto('/reset');
	await tab.getByRole('button', { name: 'Remove everything' }).click();
	await expect(tab.getByRole('heading', { name: 'All gone' })).toBeVisible();
	await tab.getByRole('link', { name: 'Start again' }).click();
	await expect(tab.getByLabel('Access token')).toBeVisible();
});

test('a new tab is signed in by an open one, and all of them sign out together', async ({
	page,
	context,
	api
}) => {
	await connect(page, api, '/chats');
	await expect(rows(page)).not.toHaveCount(0);
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
		expect(JSON.stringify((await listKept(each)).storage)).not.toContain(TOKEN);
	const late = await context.newPage();
	await late.goto('/chats');
	await expect(late).toHaveURL(/\/connect\?to=/);
	await expect(late.getByLabel('API address')).toHaveValue(api.address);
});
