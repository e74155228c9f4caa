import { expect, test } from './fixtures';
import { startDashboard } from './servers';

test('a page reaches Beeper through its own server, and no other page does', async ({
	page,
	api
}) => {
	const dashboard = await startDashboard('--beeper', api.address);
	try {
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
	} finally {
		await dashboard.stop();
	}
});
