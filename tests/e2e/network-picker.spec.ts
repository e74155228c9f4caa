import type { Page } from '@playwright/test';
import { violations } from './axe';
import { connect, expect, test } from './fixtures';

/** Names of the networks, in the order of their columns. */
async function networks(page: Page): Promise<string[]> {
	const heads = page.getByRole('table', { name: 'Capabilities' }).getByRole('columnheader');
	return (await heads.allInnerTexts()).slice(1).map((text) => text.trim());
}

async function openTable(page: Page, ...[api]: [Parameters<typeof connect>[1]]) {
	await connect(page, api, '/capabilities');
	await expect(page.getByRole('progressbar', { name: 'Loading chats' })).toBeHidden();
	await expect.poll(async () => (await networks(page)).length).toBeGreaterThan(10);
}

function opener(page: Page) {
	return page.locator('summary').filter({ hasText: 'networks' });
}

test('two networks are compared with four clicks', async ({ page, api }) => {
	await openTable(page, api);
	let clicks = 0;
	await page.exposeFunction('countClick', () => (clicks += 1));
	await page.evaluate(() =>
		addEventListener('pointerdown', () => Reflect.get(window, 'countClick')(), { capture: true })
	);
	const picker = page.getByRole('group', { name: 'Networks' });
	await opener(page).click();
	await picker.getByRole('checkbox', { name: 'WhatsApp' }).check();
	await picker.getByRole('checkbox', { name: 'Telegram' }).check();
	await expect.poll(() => networks(page)).toEqual(['Telegram', 'WhatsApp']);
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	await expect(page).toHaveURL('/capabilities?network=telegram&network=whatsapp&baseline=telegram');
	await expect(page.getByRole('button', { name: /^Baseline/ })).toBeVisible();
	await expect.poll(() => clicks).toBe(4);
});

test('by keyboard alone: type, Enter, only, Clear', async ({ page, api }) => {
	await openTable(page, api);
	await opener(page).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('searchbox', { name: 'Find a network' })).toBeFocused();
	await page.keyboard.type('wha');
	await page.keyboard.press('Enter');
	await page.keyboard.type('sig');
	await page.keyboard.press('Enter');
	await expect.poll(() => networks(page)).toEqual(['Signal', 'WhatsApp']);
	await page.keyboard.type('tele');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	const only = page.getByRole('button', { name: 'Only Telegram' });
	await expect(only).toBeFocused();
	await expect(only).toHaveCSS('opacity', '1');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/capabilities?network=telegram');
	await page.getByRole('button', { name: 'Clear', exact: true }).press('Enter');
	await expect(page).toHaveURL('/capabilities');
	await page.keyboard.press('Escape');
	await expect(opener(page)).toBeFocused();
});

test('the head of a column shows it alone, or takes it away', async ({ page, api }) => {
	await openTable(page, api);
	const all = await networks(page);
	await page.getByRole('button', { name: 'Options for Slack' }).click();
	await page.getByRole('button', { name: 'Hide' }).click();
	await expect.poll(() => networks(page)).toEqual(all.filter((name) => name !== 'Slack'));
	await page.getByRole('button', { name: 'Options for Signal' }).click();
	await page.getByRole('button', { name: 'Only this' }).click();
	await expect.poll(() => networks(page)).toEqual(['Signal']);
	await page.goBack();
	await page.goBack();
	await expect.poll(() => networks(page)).toEqual(all);
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing to object to, and it fits a phone (${colorScheme})`, async ({
		page,
		api
	}) => {
		await page.emulateMedia({ colorScheme });
		await page.setViewportSize({ width: 390, height: 844 });
		await openTable(page, api);
		await opener(page).click();
		await page.getByRole('checkbox', { name: 'Signal' }).check();
		expect(await violations(page)).toEqual([]);
		const box = await page.getByRole('group', { name: 'Networks' }).boundingBox();
		expect(box && [box.x >= 0, box.x + box.width <= 390]).toEqual([true, true]);
	});
}
