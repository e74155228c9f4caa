import { violations } from './axe';
import { allLoaded, expect, exploreSample, rows, test } from './fixtures';

for (const colorScheme of ['light', 'dark'] as const) {
	test.describe(colorScheme, () => {
		test.use({ colorScheme, viewport: { width: 1440, height: 900 } });

		test('axe finds nothing to object to in what opens over the list', async ({ page }) => {
			await exploreSample(page, '/chats?network=whatsapp');
			await allLoaded(page);
			await page.keyboard.press('?');
			await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
			expect.soft(await violations(page), 'the list of keys').toEqual([]);
			await page.keyboard.press('Escape');
			await page.keyboard.press('Control+k');
			await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
			expect.soft(await violations(page), 'the palette').toEqual([]);
			await page.keyboard.press('Escape');
			await page.keyboard.press('j');
			await page.keyboard.press('r');
			await expect(page.getByRole('dialog', { name: /^Remind me about/ })).toBeVisible();
			expect.soft(await violations(page), 'a reminder').toEqual([]);
			await page.keyboard.press('Escape');
			for (const place of [0, 1, 2]) await rows(page).nth(place).getByRole('checkbox').check();
			expect.soft(await violations(page), 'the bar').toEqual([]);
			await page.getByRole('button', { name: 'Mark unread' }).click();
			await expect(page.getByRole('dialog', { name: /^Mark/ })).toBeVisible();
			expect.soft(await violations(page), 'the plan').toEqual([]);
			await page
				.getByRole('dialog')
				.getByRole('button', { name: /^Mark .* as unread$/ })
				.click();
			await expect(page.getByRole('region', { name: 'Summary' })).toBeVisible();
			expect.soft(await violations(page), 'the summary').toEqual([]);
			await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click();
			await expect(page.getByRole('table', { name: 'Activity' })).toBeVisible();
			expect.soft(await violations(page), 'the activity').toEqual([]);
		});

		test('axe finds nothing to object to in what opens in a chat', async ({ page }) => {
			await exploreSample(page, '/chats?network=whatsapp&type=group&archived=no');
			await allLoaded(page);
			await rows(page).first().click();
			await page.getByRole('button', { name: 'React' }).first().click();
			const picker = page.getByRole('group', { name: 'Choose a reaction' });
			await expect(picker.getByRole('combobox')).toBeFocused();
			await expect(
				picker.getByRole('tabpanel').or(picker.getByRole('menuitem')).first()
			).toBeVisible();
			expect.soft(await violations(page), 'the emoji').toEqual([]);
			await page.keyboard.press('Escape');
			for (const summary of await page.getByText(/^Show requests?/).all()) await summary.click();
			await page.getByRole('switch', { name: 'Muted' }).click();
			await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(/uted: /);
			expect.soft(await violations(page), 'requests and a toast').toEqual([]);
			await page.goto('/chats/new');
			await page.getByLabel('Account').selectOption({ index: 1 });
			await expect(page.getByRole('group', { name: 'People' })).toBeVisible();
			expect.soft(await violations(page), 'a new chat').toEqual([]);
		});
	});
}
