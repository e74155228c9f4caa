import type { Page } from '@playwright/test';
import {
	allLoaded,
	CONNECT_PATH,
	expect,
	follow,
	plainChat,
	submitLogin,
	test,
	toasts,
	type ListedChat
} from './fixtures';

/** Opens the page of a chat, and presses the key that mutes it. */
async function muteByKey(page: Page, { id, title }: ListedChat) {
	await follow(page, `/chats/${encodeURIComponent(id)}`);
	await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
	await page.keyboard.press('m');
}

test('a Beeper that limits pages by CORS is used through the relay with one click', async ({
	page,
	startApi,
	startDashboard
}) => {
	let api = await startApi();
	const { port } = new URL(api.address);
	const dashboard = await startDashboard('--beeper', api.address);
	const origin = dashboard.address.replace('localhost', '127.0.0.1');
	const relay = `${origin}/beeper`;
	const chat = await plainChat(api);
	await page.goto(`${origin}${CONNECT_PATH}`);
	for (const [cors, words] of [
		['none', 'blocks this page'],
		['reads-only', 'only lets this page read'],
		['no-error-headers', 'hides its errors from this page'],
		['localhost-only', 'blocks this page']
	] as const) {
		await test.step(cors, async () => {
			await api.stop();
			api = await startApi('--port', port, '--cors', cors);
			await page.getByLabel('API address').fill(api.address);
			await expect(page.getByRole('status')).toContainText(words);
			if (cors === 'localhost-only') {
				await submitLogin(page, api.address);
				await expect(page.getByRole('status')).toContainText(
					'Beeper allows only pages at localhost'
				);
			}
			await page.getByRole('button', { name: 'Use the relay of this dashboard' }).click();
			await expect(page.getByLabel('API address')).toHaveValue(relay);
			await expect(page.getByRole('status')).toHaveText('Beeper 4.3.73 is running');
			await submitLogin(page, relay);
			await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();

			// A change that the browser would block directly gets through.
			await muteByKey(page, chat);
			await expect(toasts(page)).toContainText(`Muted: ${chat.title}`);
			await page.getByRole('button', { name: 'Sign out' }).click();
		});
	}
});

test('when the browser blocks a change, the relay is offered in place, and the session goes on', async ({
	page,
	startApi,
	startRelayedDashboard
}) => {
	const api = await startApi('--cors', 'reads-only');
	const dashboard = await startRelayedDashboard(api);
	const chat = await plainChat(api);
	await page.goto(`${dashboard.address}${CONNECT_PATH}`);
	await submitLogin(page, api.address);
	await allLoaded(page);
	await muteByKey(page, chat);
	await expect(page.getByRole('alert')).toContainText('Beeper only lets this page read.');
	await page.getByRole('button', { name: 'Use the relay' }).click();
	await expect(page.getByRole('button', { name: 'Use the relay' })).toBeHidden();
	await page.keyboard.press('m');
	await expect(toasts(page)).toContainText(`Muted: ${chat.title}`);
});

test('without a relay none is offered', async ({ page, startApi, startDashboard }) => {
	const api = await startApi('--cors', 'none');
	const dashboard = await startDashboard('--no-relay');
	await page.goto(`${dashboard.address}${CONNECT_PATH}`);
	await page.getByLabel('API address').fill(api.address);
	await expect(page.getByRole('button', { name: 'Check other ports' })).toBeVisible();
	await expect(page.getByRole('button', { name: /relay/ })).toBeHidden();
});

test('a page reaches Beeper through its own server, and no other page does', async ({
	page,
	api,
	startRelayedDashboard
}) => {
	const dashboard = await startRelayedDashboard(api);
	await page.goto(`${dashboard.address}/icon.svg`);
	const own = await page.evaluate(async () => {
		const options = { headers: { Authorization: 'Bearer sample-token' } };
		const answer = await fetch('/beeper/v1/chats', options);
		return { status: answer.status, length: (await answer.json()).items.length };
	});
	expect(own).toEqual({ status: 200, length: 50 });

	// The same computer, another port: the same site, but not the same origin.
	await page.goto(`${api.address}/v1/info`);
	for (const mode of ['cors', 'no-cors'] as const) {
		const foreign = page.evaluate(
			([address, mode]) => fetch(`${address}/beeper/v1/info`, { mode }),
			[dashboard.address, mode] as const
		);
		await expect(foreign, mode).rejects.toThrow('Failed to fetch');
	}
	// Nor is it a page that can be opened.
	const opened = await page.goto(`${dashboard.address}/beeper/v1/info`);
	expect(opened?.status()).toBe(403);
});
