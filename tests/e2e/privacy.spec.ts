import type { Request } from '@playwright/test';
import { allLoaded, chatRead, CONNECT_PATH, expect, exploreSample, grid, test } from './fixtures';

function isFrom(address: string) {
	return (request: Request) => new URL(request.url()).origin === address;
}

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
	const kept = await page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
	expect(Object.keys(kept)).not.toContain('beeper-dashboard.connection');
});
