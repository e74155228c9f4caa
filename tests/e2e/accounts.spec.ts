import { allLoaded, connect, expect, openChat, chatsOf, test } from './fixtures';

test('names of accounts that come late come by themselves', async ({ page, startApi }) => {
	await connect(page, await startApi('--accounts-late', '4'), '/chats');
	await allLoaded(page);
	await page.locator('summary', { hasText: 'Accounts' }).click();
	const named = page.getByRole('checkbox', { name: /Robin Sample.*Telegram/ });
	await expect(named).toHaveCount(0);
	await expect(named).toHaveCount(2, { timeout: 30_000 });
});

test('an account that needs its owner says so beside its filter and on its chats', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await connect(page, api, '/chats');
	await allLoaded(page);
	await page.locator('summary', { hasText: 'Accounts' }).click();
	await expect(page.getByRole('checkbox', { name: /LINE/ }).last()).toHaveAccessibleDescription(
		/Signed out by LINE/
	);
	const chat = (await chatsOf(api)).find(({ accountID }) => accountID === 'sh-line');
	if (!chat) throw new Error('The sample has no chat on LINE');
	await openChat(page, api, chat);
	await expect(
		page.getByRole('definition').filter({ hasText: 'Signed out by LINE' })
	).toBeVisible();
});
