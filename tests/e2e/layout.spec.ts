import type { Page } from '@playwright/test';
import { allLoaded, expect, storeLogin, test } from './fixtures';

/** The cumulative layout shift of the page; 0: nothing moved. */
function movedBy(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				new PerformanceObserver((list) => {
					const shifts = list.getEntries().map((entry) => Number(Reflect.get(entry, 'value')));
					resolve(shifts.reduce((sum, shift) => sum + shift, 0));
				}).observe({ type: 'layout-shift', buffered: true });
				// Without a shift there is no entry.
				requestAnimationFrame(() => setTimeout(() => resolve(0)));
			})
	);
}

/** Every `font-family` in the style sheets of a page. */
function familiesIn(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
		const texts = rules.map(({ cssText }) => cssText).join('\n');
		return [...texts.matchAll(/font-?(?:family|sans|mono)\s*:([^;}]*)/gi)].map(
			([, families = '']) => families
		);
	});
}

test('the list stays in its place while it loads, in a window of any width, in the font of the system', async ({
	page,
	api
}) => {
	await storeLogin(page, api);
	await test.step('nothing makes room for what comes later, and no window is too narrow for it', async () => {
		for (const [width, height, path] of [
			[1440, 900, '/chats'],
			[1024, 768, '/chats?archived=no&low-priority=no'],
			[390, 844, '/chats?sort=bogus'],
			[1440, 900, '/chats?archived=no']
		] as const) {
			await page.setViewportSize({ width, height });
			await page.goto(path);
			await allLoaded(page);
			await expect(page.getByText('Display', { exact: true })).toBeVisible();
			// Growing counts shift by less; a row of controls that appears, by ten times that.
			expect(await movedBy(page), path).toBeLessThan(0.02);
		}
		for (const width of [320, 640, 720, 768, 1024]) {
			await page.setViewportSize({ width, height: 700 });
			await expect
				.poll(() => page.evaluate(() => document.documentElement.scrollWidth), String(width))
				.toBe(width);
		}
	});
	await test.step('no style sheet names a family of emoji, whose digits and space differ', async () => {
		const families = await familiesIn(page);
		expect(families.filter((list) => list.includes('system-ui'))).not.toEqual([]);
		expect(families.filter((list) => /emoji|symbol/i.test(list))).toEqual([]);
		for (const place of [page.locator('body'), page.getByRole('radio', { name: 'Any' }).first()]) {
			expect(await place.evaluate((node) => getComputedStyle(node).fontFamily)).toMatch(
				/^"?system-ui/
			);
		}
	});
});
