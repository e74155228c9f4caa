import { allLoaded, connect, expect, grid, test } from './fixtures';

test('what cannot be fetched is said and fetched again, and the list does without', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	const bugs: Error[] = [];
	page.on('pageerror', (error) => bugs.push(error));
	const lost = new Set<string>();
	// Parts that follow the first rows: the filters, and the cache of chats for the next visit.
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		const response = await route.fetch();
		const text = await response.text();
		if (!/aria-label="Filters"|salts/.test(text)) return route.fulfill({ response });
		lost.add(new URL(route.request().url()).pathname);
		await route.abort();
	});
	await page.reload();
	await expect(grid(page)).toHaveAttribute('aria-busy', 'false');
	await expect(grid(page)).toHaveAttribute('aria-rowcount', '401');
	const banner = page.getByRole('status').filter({ hasText: 'Part of this page could not be' });
	await expect(banner).toBeVisible();
	await expect(page.getByRole('region', { name: 'Filters' })).toHaveCount(0);
	expect(lost.size).toBeGreaterThan(0);
	await expect(page.getByRole('heading', { level: 1, name: 'Chats' })).toBeAttached();

	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByRole('region', { name: 'Filters' })).toBeVisible();
	await expect(banner).toHaveCount(0);
	expect(bugs).toEqual([]);
});
