import type { Request } from '@playwright/test';
import {
	allLoaded,
	chatRead,
	connect,
	CONNECT_PATH,
	expect,
	exploreSample,
	grid,
	test,
	TOKEN
} from './fixtures';

function isFrom(address: string) {
	return (request: Request) => new URL(request.url()).origin === address;
}

/** All parts of a request that could contain a secret. */
async function readContents(request: Request): Promise<string> {
	return JSON.stringify([await request.allHeaders(), request.postData()]);
}

test('the token goes to the API, in a header, and nowhere else', async ({
	page,
	api,
	dashboard
}) => {
	const requests: Request[] = [];
	const words: string[] = [];
	page.on('request', (request) => requests.push(request));
	page.on('console', (message) => words.push(message.text()));
	page.on('websocket', (socket) => words.push(`WebSocket to ${socket.url()}`));
	await connect(page, api);
	await allLoaded(page);
	await grid(page).getByRole('link', { name: 'Title' }).click();
	await grid(page).getByRole('row').nth(1).getByRole('link').click();
	await chatRead(page);
	await page.getByRole('link', { name: 'Capabilities' }).click();
	await expect(page.getByRole('table', { name: 'Capabilities' })).toBeVisible();

	expect(requests.filter(isFrom(api.address)).length).toBeGreaterThan(5);
	expect(words.filter((text) => text.includes(TOKEN) || text.includes('WebSocket'))).toEqual([]);
	for (const request of requests) {
		expect(request.url()).not.toContain(TOKEN);
		expect(await page.evaluate(() => document.referrer)).not.toContain(TOKEN);
		if (isFrom(dashboard.address)(request)) {
			expect(await readContents(request), request.url()).not.toContain(TOKEN);
		} else if (isFrom(api.address)(request)) {
			const { pathname } = new URL(request.url());
			const { authorization } = await request.allHeaders();
			if (pathname === '/v1/info') expect(authorization).toBeUndefined();
			else expect(authorization).toBe(`Bearer ${TOKEN}`);
		} else {
			// The connection check, before the address was typed.
			const { hostname, pathname } = new URL(request.url());
			expect(['localhost', '127.0.0.1']).toContain(hostname);
			expect(pathname).toMatch(/^\/v1\/(info|accounts)$/);
			expect(await readContents(request), request.url()).not.toContain(TOKEN);
		}
	}
});

test('the sample sends no requests, survives a reload and can be left', async ({
	page,
	dashboard
}) => {
	const strangers: string[] = [];
	await exploreSample(page, CONNECT_PATH);
	page.on('request', (request) => {
		if (!isFrom(dashboard.address)(request)) strangers.push(request.url());
	});
	await allLoaded(page, '400');
	await page.reload();
	await expect(page.getByRole('banner')).toContainText('Sample data');
	await allLoaded(page, '400');
	await grid(page).getByRole('row').nth(1).getByRole('link').click();
	await chatRead(page);
	await page.getByRole('link', { name: 'Capabilities' }).click();
	await expect(page.getByRole('table', { name: 'Capabilities' })).toBeVisible();
	expect(strangers).toEqual([]);
	await page.getByRole('button', { name: 'Leave sample' }).click();
	await expect(page).toHaveURL('/connect');
	await page.goto('/chats');
	await expect(page).toHaveURL(/\/connect\?to=/);
});
