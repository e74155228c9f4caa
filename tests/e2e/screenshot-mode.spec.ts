import type { Page } from '@playwright/test';
import { expect, follow, test } from './fixtures';
import { openTable } from './sharing';

function bare(page: Page) {
	return page.getByRole('dialog', { name: 'Screenshot mode' });
}

/** The classes of the elements in the dialog that can be scrolled. */
function scrollersIn(page: Page): Promise<string[]> {
	return bare(page).evaluate((dialog) =>
		[...dialog.querySelectorAll('*')]
			.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
			.filter((box) => /auto|scroll/.test(getComputedStyle(box).overflowY))
			.map(({ className }) => String(className))
	);
}

test('screenshot mode shows the table alone, whole where it fits', async ({ page, api }) => {
	await openTable(page, api, '?network=signal&network=whatsapp&fold=attachments');
	await test.step('nothing but the table is there, without a frame around what has the focus', async () => {
		const button = page.getByRole('button', { name: 'Screenshot mode' });
		await button.focus();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/bare=yes/);
		await expect(bare(page)).toBeFocused();
		await expect(bare(page).getByRole('table', { name: 'Capabilities' })).toBeVisible();
		await expect(bare(page).getByText(/^\d+ \w+ \d{4} · /)).toBeVisible();
		// No card opens below the pointer, which would take the first Escape.
		const name = await bare(page)
			.getByRole('rowheader', { name: 'Edit', exact: true })
			.boundingBox();
		await page.mouse.move((name?.x ?? 0) + 40, (name?.y ?? 0) + 10);
		await page.mouse.down();
		await page.mouse.up();
		await expect(page.getByRole('tooltip')).toHaveCount(0);
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
	await test.step('a few rows fit the window and are not cut off; what is too long keeps its letters, and is scrolled as a whole', async () => {
		await follow(page, '/capabilities?network=signal&network=whatsapp&q=edit&bare=yes');
		const table = bare(page).getByRole('table', { name: 'Capabilities' });
		for (const [width, height] of [
			[1440, 900],
			[390, 844]
		] as const) {
			await page.setViewportSize({ width, height });
			await expect(table.getByRole('rowheader').last()).toBeInViewport({ ratio: 1 });
			await expect(table.getByRole('columnheader').last()).toBeInViewport({ ratio: 1 });
			await expect.poll(() => scrollersIn(page)).toEqual([]);
		}

		await follow(page, '/capabilities?network=signal&bare=yes');
		const line = table.getByRole('rowheader', { name: 'Edit', exact: true });
		await expect(line).toBeInViewport();
		const size = await line.evaluate((node) => {
			const text = node.querySelector('button') ?? node;
			return parseFloat(getComputedStyle(text).fontSize) * (node.currentCSSZoom ?? 1);
		});
		expect(size).toBeGreaterThanOrEqual(11);
		expect(await scrollersIn(page)).toEqual([]);
		const last = table.getByRole('row').last();
		await last.scrollIntoViewIfNeeded();
		await expect(last).toBeInViewport();
	});
});

test.describe('on a touch screen', () => {
	test.use({ hasTouch: true, isMobile: true });

	test('the way out of screenshot mode is seen', async ({ page, api }) => {
		await openTable(page, api, '?network=signal&bare=yes');
		const out = bare(page).getByRole('button', { name: 'Leave screenshot mode' });
		await expect(out).toHaveCSS('opacity', '1');
		await out.tap();
		await expect(bare(page)).toHaveCount(0);
	});
});
