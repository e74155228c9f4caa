import type { Page } from '@playwright/test';
import { allLoaded, expect, exploreSample, test } from './fixtures';

/** Every list of font families in the style sheets of a page. */
function familiesIn(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
		const texts = rules.map(({ cssText }) => cssText).join('\n');
		return [...texts.matchAll(/font-?(?:family|sans|mono)\s*:([^;}]*)/gi)].map(
			([, families = '']) => families
		);
	});
}

test('no style sheet names a family of emoji, which has digits and a space of its own', async ({
	page
}) => {
	await exploreSample(page, '/chats');
	await allLoaded(page);
	const families = await familiesIn(page);
	expect(families.filter((list) => list.includes('system-ui'))).not.toEqual([]);
	expect(families.filter((list) => /emoji|symbol/i.test(list))).toEqual([]);
});

test('text stands in the font of the system', async ({ page }) => {
	await exploreSample(page, '/chats');
	await allLoaded(page);
	for (const place of [page.locator('body'), page.getByRole('radio', { name: 'Any' }).first()]) {
		expect(await place.evaluate((node) => getComputedStyle(node).fontFamily)).toMatch(
			/^"?system-ui/
		);
	}
});
