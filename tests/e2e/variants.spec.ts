import type { Locator, Page } from '@playwright/test';
import { allLoaded, connect, expect, matching, tabTo, test } from './fixtures';
import { openShare, openTable, save } from './sharing';

function table(page: Page): Locator {
	return page.getByRole('table', { name: 'Capabilities' });
}

async function heads(page: Page): Promise<string[]> {
	const texts = await table(page).getByRole('columnheader').allInnerTexts();
	return texts.slice(1).map((text) => text.trim());
}

async function walked(page: Page) {
	await expect(page.getByRole('progressbar')).toBeHidden({ timeout: 30_000 });
	await expect(table(page)).toBeVisible();
}

test('a network is split into its variants and put together again, in the address', async ({
	page
}) => {
	await openTable(page, '?network=whatsapp&network=signal');
	const whole = await heads(page);
	expect(whole).toEqual(['Signal', 'WhatsApp']);
	await page.getByRole('button', { name: 'Options for WhatsApp' }).click();
	await page.getByRole('button', { name: 'Show variants' }).click();
	await expect(page).toHaveURL(/split=whatsapp/);
	const split = await heads(page);
	expect(split.length).toBeGreaterThan(2);
	expect(split).toEqual(expect.arrayContaining(['Signal', 'WhatsApp: direct']));
	await page.reload();
	await walked(page);
	await expect.poll(() => heads(page)).toEqual(split);

	await page.getByRole('button', { name: 'Options for WhatsApp: direct' }).click();
	await page.getByRole('button', { name: 'Merge variants' }).click();
	await expect.poll(() => heads(page)).toEqual(whole);
	await page.goBack();
	await expect.poll(() => heads(page)).toEqual(split);
});

test('each variant leads to exactly the chats that it stands for', async ({ page, api }) => {
	await connect(page, api, '/capabilities?by=variant&network=telegram&network=slackgo');
	await walked(page);
	const links = table(page)
		.getByRole('row', { name: /^Chats/ })
		.getByRole('link');
	const variants = await links.evaluateAll((nodes) =>
		nodes.map((node) => ({ text: node.textContent, href: node.getAttribute('href') }))
	);
	expect(variants.length).toBeGreaterThan(4);
	for (const { text, href } of variants) {
		await page.goto(href ?? '');
		await allLoaded(page);
		const [, count] = /(\d+) chats?\s*$/.exec(text) ?? [];
		expect(await matching(page), `${text} → ${href}`).toBe(Number(count));
	}
});

test('chats are picked by hand, by keys alone; before that there is no table', async ({ page }) => {
	await openTable(page);
	await page.goto('/capabilities?by=chat');
	await expect(page.getByText('Search for the chats to compare')).toBeVisible();
	await expect(page.getByRole('progressbar')).toBeHidden();
	await expect(table(page)).toHaveCount(0);
	const field = page.getByRole('searchbox', { name: 'Add a chat' });
	for (const count of [1, 2]) {
		await field.fill('a');
		const found = page.getByRole('list', { name: 'Found chats' }).getByRole('button').first();
		await tabTo(page, found);
		const name = await found.innerText();
		await page.keyboard.press('Enter');
		await expect(table(page).getByRole('columnheader', { name })).toBeVisible();
		await expect.poll(async () => (await heads(page)).length).toBe(count);
	}
	await expect(page).toHaveURL(/by=chat&chat=.*&chat=/);
});

test('a baseline holds in what is exported without names', async ({ page }) => {
	await openTable(page, '?by=account&network=telegram');
	await page.getByRole('combobox', { name: 'Compare with' }).selectOption({ index: 1 });
	await expect(page).toHaveURL(/baseline=/);
	const markdown = (await save(page, await openShare(page), 'Save Markdown')).bytes.toString();
	expect(markdown).toMatch(/\*\*Telegram \d\*\*: .*baseline/);
});
