import type { Page } from '@playwright/test';
import { connect, expect, test } from './fixtures';

/** Names as long as the longest that a network allows, with spaces and without. */
const NAMES = ['Wolfeschlegelsteinhausenbergerdorff'.repeat(6), 'Adolph Blaine '.repeat(15)].map(
	(name) => name.slice(0, 200)
);

/** The first accounts have names of 200 characters. */
async function lengthenNames(page: Page) {
	await page.route('**/v1/accounts', async (route) => {
		const response = await route.fetch();
		const accounts: { user: object }[] = await response.json();
		const json = accounts.map((account, place) => ({
			...account,
			user: { ...account.user, ...(NAMES[place] && { fullName: NAMES[place] }) }
		}));
		await route.fulfill({ response, json });
	});
}

test('a long account name leaves every choice within the panel, however wide the window', async ({
	page,
	api
}) => {
	await lengthenNames(page);
	await connect(page, api, '/chats');
	await expect(page.getByRole('grid', { name: 'Chats' })).toBeVisible();
	for (const [width, height] of [
		[1440, 900],
		[1024, 768],
		[390, 844]
	] as const) {
		await page.setViewportSize({ width, height });
		if (width < 1024) await page.getByRole('button', { name: 'Filters' }).click();
		const panel = page.getByRole('region', { name: 'Filters' });
		const accounts = panel.locator('details', { hasText: 'Accounts' });
		if ((await accounts.getAttribute('open')) === null) await accounts.locator('summary').click();
		for (const name of NAMES) {
			const account = panel.getByRole('checkbox', { name });
			await expect(account).toBeVisible();
			await expect(account).toHaveAccessibleDescription(/^[\d,]+$/);
			await expect(panel.getByTitle(name)).toBeVisible();
		}
		const outside = await panel.evaluate((node) => {
			const { left, right } = node.getBoundingClientRect();
			return [...node.querySelectorAll('input, select, span')]
				.map((part) => part.getBoundingClientRect())
				.filter((box) => box.width > 0 && (box.left < left || box.right > right)).length;
		});
		expect(outside).toBe(0);
		const sideways = await panel.evaluate((node) =>
			[node, node.parentElement].map((box) => (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0))
		);
		expect(sideways).toEqual([0, 0]);
	}
});
