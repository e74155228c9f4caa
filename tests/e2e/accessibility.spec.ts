import type { Page } from '@playwright/test';
import { violations } from './axe';
import { allLoaded, expect, exploreSample, rows, test } from './fixtures';

const WIDTHS = [1440, 390];
const THEMES = ['light', 'dark'] as const;

/** Pages of somebody who looks at the sample, and how to tell that they are complete. */
const PAGES: readonly (readonly [path: string, complete: (page: Page) => Promise<void>])[] = [
	['/chats', allLoaded],
	['/chats?layout=cards&group=network', allLoaded],
	['/chats?archived=maybe&muted=yes&q=a', allLoaded],
	['/chats?q=nothing+matches+this', allLoaded],
	['/capabilities?network=whatsapp&network=telegram&network=matrix', hasTable],
	['/capabilities?q=nothing+matches+this', hasNoRow],
	['/chats/no-such-chat', hasAlert],
	['/nowhere', isMissing]
];

async function hasTable(page: Page) {
	await expect(page.getByRole('progressbar')).toBeHidden();
	await expect(page.getByRole('table', { name: 'Capabilities' })).toBeVisible();
}

async function hasNoRow(page: Page) {
	await expect(page.getByText('No row matches')).toBeVisible();
}

async function hasAlert(page: Page) {
	await expect(page.getByRole('alert')).toBeVisible();
}

async function isMissing(page: Page) {
	await expect(page.getByText('There is no such page')).toBeVisible();
}

async function openChat(page: Page) {
	await page.goto('/chats?network=whatsapp&type=group');
	await allLoaded(page);
	await rows(page).first().click();
	await page.getByText('Raw JSON', { exact: true }).click();
}

for (const colorScheme of THEMES) {
	for (const width of WIDTHS) {
		test.describe(`${colorScheme}, ${width} pixels wide`, () => {
			test.use({ colorScheme, viewport: { width, height: 900 } });

			test('axe finds nothing to object to', async ({ page }) => {
				test.setTimeout(120_000);
				await page.goto('/connect');
				await expect(page.getByRole('status')).toContainText('Looking for Beeper');
				expect.soft(await violations(page), '/connect').toEqual([]);
				await exploreSample(page);
				for (const [path, complete] of PAGES) {
					await page.goto(path);
					await complete(page);
					expect.soft(await violations(page), path).toEqual([]);
				}
				await openChat(page);
				expect.soft(await violations(page), 'a chat').toEqual([]);
			});
		});
	}
}

test('axe finds nothing to object to in a dialog', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await exploreSample(page);
	await allLoaded(page);
	await page.getByRole('button', { name: 'Filters' }).click();
	await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('a phone never has to scroll a page sideways', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/connect');
	await expect(page.getByRole('status')).toContainText('Looking for Beeper');
	await expectNoSidewaysScroll(page);
	await exploreSample(page);
	for (const [path, complete] of PAGES) {
		await page.goto(path);
		await complete(page);
		await expectNoSidewaysScroll(page);
	}
	await openChat(page);
	await expectNoSidewaysScroll(page);
});

async function expectNoSidewaysScroll(page: Page) {
	const boxes = await page.evaluate(() =>
		[document.documentElement, ...document.querySelectorAll('main')].map((box) => ({
			scrolled: box.scrollWidth,
			seen: box.clientWidth
		}))
	);
	for (const { scrolled, seen } of boxes) {
		expect.soft(scrolled, page.url()).toBeLessThanOrEqual(seen);
	}
}
