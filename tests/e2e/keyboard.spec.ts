import type { Page } from '@playwright/test';
import { allLoaded, expect, exploreSample, grid, rows, test } from './fixtures';

test('the first stop skips to the content', async ({ page }) => {
	await exploreSample(page);
	await allLoaded(page);
	await page.reload();
	await allLoaded(page);
	const skip = page.getByRole('link', { name: 'Skip to content' });
	await page.keyboard.press('Tab');
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport({ ratio: 1 });
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
	await expect(rows(page).first()).toBeVisible();
	await page.keyboard.press('Tab');
	expect(
		await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))
	).toBe(true);
});

/** Whether the focused element, or the frame drawn for it, has an outline. */
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

for (const path of ['/connect', '/chats', '/capabilities?network=signal']) {
	test(`wherever Tab stops on ${path}, it is seen`, async ({ page }) => {
		if (path !== '/connect') await exploreSample(page);
		await page.goto(path);
		await expect(page.getByRole('main')).toBeVisible();
		if (path !== '/connect') await expect(page.getByRole('progressbar')).toBeHidden();
		const unseen: string[] = [];
		for (let stop = 0; stop < 40; stop++) {
			await page.keyboard.press('Tab');
			const [name, isSeen] = await isFocusSeen(page);
			if (name.startsWith('<body')) break;
			if (!isSeen) unseen.push(name);
		}
		expect(unseen).toEqual([]);
	});
}

test('on a phone the filters open over the page, keep the focus, and close again', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await exploreSample(page, '/chats');
	await allLoaded(page);
	const opener = page.getByRole('button', { name: 'Filters' });
	const drawer = page.getByRole('dialog', { name: 'Filters' });
	await opener.click();
	await expect(drawer).toBeVisible();
	for (let stop = 0; stop < 70; stop++) {
		await page.keyboard.press('Tab');
		// Between the last stop and the first it passes by the browser itself.
		const isOutside = await drawer.evaluate(
			(node) => document.activeElement !== document.body && !node.contains(document.activeElement)
		);
		expect(isOutside).toBe(false);
	}
	await drawer.getByRole('group', { name: 'Pinned' }).getByRole('radio', { name: 'Yes' }).check();
	await expect(page).toHaveURL('/chats?pinned=yes');
	await expect(drawer).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(drawer).toBeHidden();
	await expect(opener).toBeFocused();
	await expect(rows(page).first()).toHaveAccessibleName(/pinned/);
});

test('arrow keys walk through three-way filters, and back to any', async ({ page }) => {
	await exploreSample(page, '/chats');
	await allLoaded(page);
	const muted = page.getByRole('group', { name: 'Muted', exact: true });
	await muted.getByRole('radio', { name: 'Any' }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL('/chats?muted=yes');
	await expect(muted.getByRole('radio', { name: 'Yes' })).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL('/chats?muted=no');
	await page.keyboard.press('ArrowRight');
	await expect(muted.getByRole('radio', { name: 'Any' })).toBeChecked();
	await expect(page).toHaveURL('/chats');
	await expect(grid(page)).toHaveAttribute('aria-rowcount', '401');
});

function paper(page: Page): Promise<string> {
	return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

test('a chosen theme holds, whatever the system says', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await exploreSample(page);
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
