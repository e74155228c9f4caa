import type { Page } from '@playwright/test';
import {
	allLoaded,
	connect,
	CONNECT_PATH,
	expect,
	exploreSample,
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

test('a bookmark opens while the server is stopped, with its headers; what the API responds is never cached', async ({
	page,
	context,
	site,
	api
}) => {
	const bookmark = '/chats?muted=yes';
	await connect(page, api, bookmark);
	await allLoaded(page);
	await isKept(page);
	// The first visit was not answered by the worker.
	await page.reload();
	await allLoaded(page);
	await test.step('the cache has the files of the app, and nothing of the API', async () => {
		const cached = await page.evaluate(async () => {
			const names = await caches.keys();
			const requests = await Promise.all(
				names.map(async (name) => (await caches.open(name)).keys())
			);
			return requests.flat().map(({ url }) => url);
		});
		expect(cached.length).toBeGreaterThan(50);
		const { origin } = new URL(site.address);
		expect(cached.filter((url) => new URL(url).origin !== origin)).toEqual([]);
		expect(cached.filter((url) => /\/(v1|beeper)\//.test(url))).toEqual([]);
	});

	const fromServer = await context.request.get(bookmark);
	await site.stop();
	const isAnswered = await page.evaluate(() =>
		fetch('/beeper/v1/info').then(
			() => true,
			() => false
		)
	);
	expect(isAnswered).toBe(false);

	await test.step('a new tab opens', async () => {
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
});

/** Looks for a new version. @returns the state in which its installation ended */
function updateWorker(page: Page): Promise<string | undefined> {
	return page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		const found = new Promise<string | undefined>((resolve) => {
			registration.addEventListener('updatefound', () => {
				const { installing } = registration;
				installing?.addEventListener('statechange', () => resolve(installing.state));
			});
		});
		await registration.update().catch(() => undefined);
		return found;
	});
}

test('a new version is offered once it can be fetched whole, and no tab gets files of two', async ({
	page,
	context,
	site
}) => {
	await exploreSample(page, CONNECT_PATH);
	await isKept(page);
	const other = await context.newPage();
	await exploreSample(other, CONNECT_PATH);
	const bugs: Error[] = [];
	for (const tab of [page, other]) tab.on('pageerror', (error) => bugs.push(error));
	await site.publishSecond();
	await test.step('a version that misses a file is not offered, and the old one goes on', async () => {
		const mend = await site.breakBuild();
		await site.stop();
		await site.start();
		expect(await updateWorker(page)).toBe('redundant');
		await expect(newVersion(page)).toBeHidden();
		const tab = await context.newPage();
		await tab.goto(CONNECT_PATH);
		await expect(tab.getByText(FIRST_WORDS)).toBeVisible();
		expect((await listKept(tab)).caches).toHaveLength(1);
		await tab.close();
		await mend();
		await site.stop();
		await site.start();
	});

	await test.step('a whole one is offered in each tab, and shown where it is asked for', async () => {
		await comeBack(page);
		for (const tab of [page, other]) await expect(newVersion(tab)).toBeVisible();
		await page.getByRole('button', { name: 'Reload' }).click();
		await expect(newVersion(page)).toBeHidden();
		await page.getByRole('button', { name: 'Leave sample' }).click();
		await expect(page.getByText(SECOND_WORDS)).toBeVisible();
	});

	await test.step('another tab goes on with files that the server no longer has', async () => {
		await other.getByRole('navigation').getByRole('link', { name: 'Capabilities' }).click();
		await expect(other.getByRole('table', { name: 'Capabilities' })).toBeVisible();
		await expect(newVersion(other)).toBeVisible();
		await other.getByRole('button', { name: 'Leave sample' }).click();
		await expect(other.getByText(FIRST_WORDS)).toBeVisible();
		await other.getByRole('button', { name: 'Reload' }).click();
		await expect(other.getByText(SECOND_WORDS)).toBeVisible();
		await expect.poll(async () => (await listKept(other)).caches.length).toBe(1);
	});
	expect(bugs).toEqual([]);
});

/** Makes every script that the browser keeps throw, but for the one of `/reset`. */
async function breakScripts(page: Page) {
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
}

test('/reset removes everything and signs the other tabs out, even where the app does not start', async ({
	page,
	context,
	api
}) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await isKept(page);
	const tab = await context.newPage();
	async function reset() {
		await tab.goto('/reset');
		await tab.getByRole('button', { name: 'Remove everything' }).click();
		await expect(tab.getByRole('heading', { name: 'All gone' })).toBeVisible();
	}

	await test.step('nothing is left, and nobody signed in', async () => {
		await tab.goto(CONNECT_PATH);
		await expect(tab).toHaveURL(/\/chats/);
		await reset();
		await expect(page.getByRole('status').filter({ hasText: 'signed out' })).toBeVisible();
		await page.close();
		await expect
			.poll(() => listKept(tab))
			.toEqual({
				workers: 0,
				caches: [],
				databases: [],
				// By this a tab that sleeps forgets its token.
				storage: [{ 'beeper-dashboard.sign-outs': expect.stringMatching(/^\d+$/) }, {}]
			});
		await tab.getByRole('link', { name: 'Start again' }).click();
		await expect(tab.getByLabel('Access token')).toBeVisible();
		expect(JSON.stringify(await listKept(tab))).not.toContain(TOKEN);
	});

	await test.step('it works where the app does not start', async () => {
		await isKept(tab);
		await breakScripts(tab);
		await reset();
		await tab.getByRole('link', { name: 'Start again' }).click();
		await expect(tab.getByLabel('Access token')).toBeVisible();
	});
});
