import { connect, expect, rows, storeLogin, test } from './fixtures';

test('a page whose files cannot be fetched says so, and reloading shows it', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats');
	await expect(rows(page).first()).toBeVisible();
	await page.route('**/_app/immutable/**/*.js', (route) => route.abort());
	const main = page.getByRole('navigation', { name: 'Main' });
	await main.getByRole('link', { name: 'Activity' }).click();
	const banner = page
		.getByRole('alert')
		.filter({ hasText: 'Part of this page couldn’t be loaded' });
	await expect(banner).toBeVisible();

	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.getByRole('button', { name: 'Reload' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
	await expect(banner).toHaveCount(0);
});

test('the first request for chats does not wait for the files of the page', async ({
	page,
	api
}) => {
	await storeLogin(page, api);
	let isHeld = false;
	// The outermost layout and error page are nodes 0 and 1.
	await page.route(/\/_app\/immutable\/nodes\/([2-9]|\d\d)\./, () => (isHeld = true));
	const asked = page.waitForRequest(/\/v1\/chats$/);
	await page.goto('/chats', { waitUntil: 'commit' });
	await asked;
	await expect.poll(() => isHeld).toBe(true);
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
});
