import type { BrowserContext, Page, Request } from '@playwright/test';
import { allLoaded, expect, follow, openPlainChat, test, TOKEN } from './fixtures';
import { openShare, save } from './sharing';

test.use({ serviceWorkers: 'allow' });

/** Notes everything that the pages of a context say or send. */
function listen(context: BrowserContext) {
	const requests: Request[] = [];
	const words: string[] = [];
	context.on('request', (request) => requests.push(request));
	context.on('console', (message) => words.push(message.text()));
	context.on('weberror', (error) => words.push(String(error.error())));
	return { requests, words };
}

/** Notes every broadcast, in the page's own variable `broadcasts`. */
async function noteBroadcasts(context: BrowserContext) {
	await context.addInitScript(() => {
		const broadcasts: string[] = [];
		Reflect.set(window, 'broadcasts', broadcasts);
		const { postMessage } = BroadcastChannel.prototype;
		BroadcastChannel.prototype.postMessage = function (message) {
			broadcasts.push(JSON.stringify([this.name, message]));
			postMessage.call(this, message);
		};
	});
}

async function getBroadcasts(page: Page): Promise<string> {
	return page.evaluate(() => JSON.stringify(Reflect.get(window, 'broadcasts')));
}

/** Names and texts of all that lies in the caches and databases of the dashboard's origin. */
function readCachesAndDatabases(page: Page): Promise<string> {
	return page.evaluate(async () => {
		function settle<Value>(request: IDBRequest<Value>): Promise<Value> {
			return new Promise((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		}
		const texts: string[] = [];
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const response = await cache.match(request);
				texts.push(request.url, JSON.stringify([...request.headers]));
				texts.push(JSON.stringify([...(response?.headers ?? [])]));
				// The build was made before there was a token, but knows the one of the sample.
				if (!request.url.includes('/_app/immutable/')) texts.push((await response?.text()) ?? '');
			}
		}
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await settle(indexedDB.open(name));
			for (const store of database.objectStoreNames) {
				const values = database.transaction(store).objectStore(store).getAll();
				for (const value of await settle(values)) {
					texts.push(
						JSON.stringify(value, (_, each: unknown) =>
							each instanceof ArrayBuffer || ArrayBuffer.isView(each)
								? new TextDecoder('latin1').decode(each)
								: each
						)
					);
				}
			}
			database.close();
		}
		return texts.join('\n');
	});
}

test('the token lies in the storage of its tab and goes to the API in a header: nowhere else, and through no socket', async ({
	context,
	page,
	startApi,
	dashboard
}) => {
	const api = await startApi();
	const { requests, words } = listen(context);
	const sockets: string[] = [];
	page.on('websocket', (socket) => sockets.push(socket.url()));
	await noteBroadcasts(context);
	await openPlainChat(page, api);
	await page.keyboard.press('m');
	await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('Muted');
	await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click();
	await expect(page.getByRole('table', { name: 'Activity' })).toBeVisible();
	const shown = await page.content();
	await follow(page, '/chats?q=a');
	await allLoaded(page);
	// A page can't give a socket a header, so it asks again and again instead.
	await expect(page.getByText('Polling', { exact: true })).toBeVisible();
	expect(sockets).toEqual([]);
	await follow(page, '/capabilities?network=whatsapp');
	const share = await openShare(page);
	const exported = [];
	for (const name of ['Save SVG', 'Save Markdown', 'Save JSON', 'Save CSV', 'Save snapshot'])
		exported.push(String((await save(page, share, name)).bytes));
	const unasked = await getBroadcasts(page);

	const tab = await context.newPage();
	await tab.goto('/chats');
	await allLoaded(tab);
	const asked = await getBroadcasts(page);
	const kept = await readCachesAndDatabases(page);
	expect(kept.length).toBeGreaterThan(10_000);

	for (const text of [shown, ...exported, ...words, unasked, kept, await getBroadcasts(tab)])
		expect(text.includes(TOKEN) ? text : '').toBe('');
	// The one answer that the new tab asked for.
	expect(asked.split(TOKEN)).toHaveLength(2);
	for (const each of [page, tab]) {
		const stored = await each.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);
		const [device = {}, session = {}] = stored;
		expect(JSON.stringify(device)).not.toContain(TOKEN);
		const holders = Object.entries(session).filter(([, text]) => String(text).includes(TOKEN));
		expect(holders.map(([name]) => name)).toEqual(['beeper-dashboard.connection']);
		expect(await each.evaluate(() => document.referrer)).not.toContain(TOKEN);
	}
	expect(await context.cookies()).toEqual([]);
	expect(
		requests.filter((request) => request.url().startsWith(api.address)).length
	).toBeGreaterThan(9);
	for (const request of requests) {
		const { authorization, ...headers } = await request.allHeaders();
		const { origin, pathname } = new URL(request.url());
		expect([api.address, dashboard.address]).toContain(origin);
		const isToAPI = origin === api.address;
		const isIntrospection = isToAPI && pathname === '/oauth/introspect';
		// Whatever runs at an address may be asked what it is before it gets a token.
		const needsToken = isToAPI && pathname !== '/v1/info';
		expect(authorization, request.url()).toBe(needsToken ? `Bearer ${TOKEN}` : undefined);
		expect(JSON.stringify([request.url(), headers]), request.url()).not.toContain(TOKEN);
		// The standard wants the token that is asked about in the body (RFC 7662).
		if (!isIntrospection) expect(request.postData() ?? '', request.url()).not.toContain(TOKEN);
	}
	expect(requests.some((request) => request.url().startsWith(dashboard.address))).toBe(true);
});
