import type { Page } from '@playwright/test';
import { allLoaded, connect, expect, rows, submitLogin, test, TOKEN } from './fixtures';

function everythingStored(page: Page): Promise<string> {
	return page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
}

test('signing out forgets the token, in every tab', async ({ page, api, context }) => {
	await page.goto('/connect');
	await page.getByLabel('Remember on this device').check();
	await submitLogin(page, api.address);
	await allLoaded(page);
	expect(await everythingStored(page)).toContain(TOKEN);
	const other = await context.newPage();
	await other.goto('/capabilities');
	await expect(other.getByRole('table', { name: 'Capabilities' })).toBeVisible();

	await page.getByRole('button', { name: 'Sign out' }).click();
	for (const tab of [page, other]) {
		await expect(tab).toHaveURL('/connect');
		expect(await everythingStored(tab)).not.toContain(TOKEN);
		await expect(tab.getByLabel('API address')).toHaveValue(api.address);
	}
	await page.goBack();
	await expect(page.getByLabel('Access token')).toHaveValue('');
	await expect(rows(page)).toHaveCount(0);
});

/** From now on the API knows none of the old tokens. */
async function revokeToken(page: Page, address: string) {
	await page.route(`${address}/v1/**`, async (route) => {
		const isRenewed = (await route.request().headerValue('authorization')) === 'Bearer renewed';
		const headers = { ...route.request().headers(), authorization: `Bearer ${TOKEN}` };
		return isRenewed
			? route.continue({ headers })
			: route.fulfill({
					status: 401,
					headers: { 'Access-Control-Allow-Origin': '*' },
					json: { message: 'Invalid token', code: 'unauthorized' }
				});
	});
}

test('a token that ends is asked for in place: what is shown stays, a new one goes on', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats?sort=title');
	await allLoaded(page);
	const link = rows(page).first().getByRole('link');
	const title = await link.innerText();
	await link.click();
	await expect(page.getByText('Raw JSON', { exact: true })).toBeVisible();
	await revokeToken(page, api.address);
	const dialog = page.getByRole('dialog', { name: 'Beeper no longer accepts this token' });
	await expect(dialog.getByLabel('Access token')).toBeFocused();
	await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();

	await page.keyboard.press('Escape');
	await expect(dialog).toBeVisible();
	await dialog.getByRole('button', { name: 'Continue' }).click();
	await expect(dialog.getByLabel('Access token')).toHaveAccessibleDescription(
		'Paste an access token'
	);
	await dialog.getByLabel('Access token').fill('renewed');
	await dialog.getByRole('button', { name: 'Continue' }).click();
	await expect(dialog).toBeHidden();
	await expect(page.getByText('Raw JSON', { exact: true })).toBeVisible();
	await page.getByRole('link', { name: 'Back to the list' }).click();
	await allLoaded(page);
});

test('a token that ended can be given up for the connect page', async ({ page, api }) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await revokeToken(page, api.address);
	const dialog = page.getByRole('dialog', { name: 'Beeper no longer accepts this token' });
	await dialog.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL('/connect');
	expect(await everythingStored(page)).not.toContain(TOKEN);
});
