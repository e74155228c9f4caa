import type { Page } from '@playwright/test';
import { allLoaded, connect, CONNECT_PATH, expect, follow, rows, test } from './fixtures';

/** The focused element as HTML; `isSeen`: it, or the frame around it, has an outline. */
function isFocusSeen(page: Page): Promise<[name: string, isSeen: boolean]> {
	return page.evaluate(() => {
		const focused = document.activeElement;
		const frames = [focused, focused?.parentElement, focused?.closest('label')];
		const isSeen = frames.some((frame) => {
			if (!frame) return false;
			const { outlineStyle, outlineWidth } = getComputedStyle(frame);
			return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
		});
		return [focused?.outerHTML.slice(0, 160) ?? 'nothing', isSeen];
	});
}

/** Presses Tab until the focus leaves the page; expects a visible focus at each stop. */
async function expectFocusSeen(page: Page) {
	const unseen: string[] = [];
	for (let stop = 0; stop < 40; stop++) {
		await page.keyboard.press('Tab');
		const [name, isSeen] = await isFocusSeen(page);
		if (name.startsWith('<body')) break;
		if (!isSeen) unseen.push(name);
	}
	expect(unseen, page.url()).toEqual([]);
}

function paper(page: Page): Promise<string> {
	return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

test('wherever Tab stops, it is seen; the first stop skips to the content; a chosen theme holds', async ({
	page,
	api
}) => {
	await page.goto(CONNECT_PATH);
	await expect(page.getByRole('main')).toBeVisible();
	await expectFocusSeen(page);
	await connect(page, api, '/chats');
	await allLoaded(page);
	const skip = page.getByRole('link', { name: 'Skip to content' });
	await page.keyboard.press('Tab');
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport({ ratio: 1 });
	await expectFocusSeen(page);
	await skip.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
	await expect(rows(page).first()).toBeVisible();
	await page.keyboard.press('Tab');
	expect(
		await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))
	).toBe(true);
	await expect(page.getByRole('button', { name: 'Skip to list' })).toBeInViewport({ ratio: 1 });
	await page.keyboard.press('Enter');
	await expect(rows(page).first()).toBeFocused();
	await follow(page, '/capabilities?network=signal');
	await expect(page.getByRole('table', { name: 'Capabilities' })).toBeVisible();
	await expect(page.getByRole('progressbar')).toBeHidden();
	await expectFocusSeen(page);

	await test.step('a chosen theme holds, whatever the system says', async () => {
		await page.emulateMedia({ colorScheme: 'light' });
		const light = await paper(page);
		await page.getByLabel('Theme').selectOption('Dark');
		const dark = await paper(page);
		expect(dark).not.toBe(light);
		await page.reload();
		await expect(page.getByLabel('Theme')).toHaveValue('dark');
		expect(await paper(page)).toBe(dark);
		await page.getByLabel('Theme').selectOption('System');
		expect(await paper(page)).toBe(light);
		await page.emulateMedia({ colorScheme: 'dark' });
		expect(await paper(page)).toBe(dark);
	});
});

test('on a phone filters and saved views open over the page, keep the focus, and close again', async ({
	page,
	api
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await connect(page, api, '/chats');
	await allLoaded(page);
	const opener = page.getByRole('button', { name: 'Filters' });
	const drawer = page.getByRole('dialog', { name: 'Filters' });
	await opener.click();
	await expect(drawer).toBeVisible();
	for (let stop = 0; stop < 70; stop++) {
		await page.keyboard.press('Tab');
		// Between the last stop and the first, the focus is in the browser's own controls.
		const isOutside = await drawer.evaluate(
			(node) => document.activeElement !== document.body && !node.contains(document.activeElement)
		);
		expect(isOutside).toBe(false);
	}
	const pinned = drawer.getByRole('group', { name: 'Pinned' });
	await pinned.getByRole('radio', { name: 'Any' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL('/chats?pinned=yes');
	await expect(pinned.getByRole('radio', { name: 'Yes' })).toBeFocused();
	await expect(drawer).toBeVisible();

	await drawer.getByRole('button', { name: 'Save this view' }).click();
	await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Pinned');
	await page.keyboard.press('Enter');
	await expect(drawer.getByRole('link', { name: 'Pinned' })).toBeVisible();
	await drawer.getByRole('button', { name: 'Manage saved views' }).click();
	const views = page.getByRole('dialog', { name: 'Saved views' });
	await expect(views).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(views).toBeHidden();
	await expect(drawer).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(drawer).toBeHidden();
	await expect(opener).toBeFocused();
	await expect(rows(page).first()).toHaveAccessibleName(/pinned/);
});
