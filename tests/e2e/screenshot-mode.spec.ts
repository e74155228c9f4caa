import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openTable } from './sharing';

function bare(page: Page) {
	return page.getByRole('dialog', { name: 'Screenshot mode' });
}

/** What the mouse or the keys would scroll, beside the whole of it. */
function scrollersIn(page: Page): Promise<string[]> {
	return bare(page).evaluate((dialog) =>
		[...dialog.querySelectorAll('*')]
			.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
			.filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowY))
			.map(({ className }) => String(className))
	);
}

test('shows nothing but the table, without a frame around what has the focus', async ({ page }) => {
	await openTable(page, '?network=signal&network=whatsapp&fold=attachments');
	const button = page.getByRole('button', { name: 'Screenshot mode' });
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/bare=yes/);
	await expect(bare(page)).toBeFocused();
	await expect(bare(page).getByRole('table', { name: 'Capabilities' })).toBeVisible();
	const { outlineStyle, size } = await bare(page).evaluate((dialog: HTMLElement) => ({
		outlineStyle: getComputedStyle(dialog).outlineStyle,
		size: [dialog.offsetWidth, dialog.offsetHeight]
	}));
	expect(outlineStyle).toBe('none');
	expect(size).toEqual([1280, 720]);
	await page.keyboard.press('Escape');
	await expect(page).not.toHaveURL(/bare=yes/);
	await expect(bare(page)).toHaveCount(0);
	await expect(button).toBeFocused();
});

for (const [width, height] of [
	[1440, 900],
	[390, 844]
] as const) {
	test(`a few rows fit a window of ${width} pixels, and are not cut off`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await openTable(page, '?network=signal&network=whatsapp&q=edit&bare=yes');
		await expect(bare(page)).toBeVisible();
		const table = bare(page).getByRole('table', { name: 'Capabilities' });
		await expect(table.getByRole('rowheader').last()).toBeInViewport({ ratio: 1 });
		await expect(table.getByRole('columnheader').last()).toBeInViewport({ ratio: 1 });
		expect(await scrollersIn(page)).toEqual([]);
	});
}

test('a table too long for any window keeps its letters, and is scrolled as a whole', async ({
	page
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openTable(page, '?network=signal&bare=yes');
	const line = bare(page).getByRole('rowheader', { name: 'Edit', exact: true });
	await expect(line).toBeInViewport();
	const size = await line.evaluate((node) => {
		const text = node.querySelector('button') ?? node;
		return parseFloat(getComputedStyle(text).fontSize) * (node.currentCSSZoom ?? 1);
	});
	expect(size).toBeGreaterThanOrEqual(11);
	expect(await scrollersIn(page)).toEqual([]);
	const last = bare(page).getByRole('row').last();
	await last.scrollIntoViewIfNeeded();
	await expect(last).toBeInViewport();
});
