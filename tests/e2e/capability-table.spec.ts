import type { Page } from '@playwright/test';
import { expect, follow, tabTo, test } from './fixtures';
import { allCounted, openTable, table } from './sharing';

/** True when the centre of the focused element is visible and not covered. */
function isFocusClear(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const { activeElement } = document;
		const { left, top, width, height } = activeElement?.getBoundingClientRect() ?? new DOMRect();
		const found = document.elementFromPoint(left + width / 2, top + height / 2);
		const cell = activeElement?.closest('td, th');
		return cell !== null && cell === found?.closest('td, th');
	});
}

test('the table is read by keys, with its notes, and on a phone', async ({ page, api }) => {
	await openTable(page, api, '?baseline=whatsapp');
	await test.step('the keys move through it, nothing covers where they are, and Tab leaves it', async () => {
		await tabTo(page, page.getByRole('button', { name: 'Text length' }));
		const keys = ['PageDown', 'PageDown', 'ArrowRight', 'ArrowRight', 'PageUp', 'PageUp', 'PageUp'];
		const moves = [...keys, 'End', 'Control+End', 'ArrowLeft', 'Home', 'ArrowUp', 'Control+Home'];
		for (const key of [...moves, 'ArrowRight', 'End', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
			await page.keyboard.press(key);
			await expect.poll(() => isFocusClear(page), key).toBe(true);
		}
		// Tab leaves the table after one cell.
		await page.keyboard.press('Control+Home');
		for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Tab'])
			await page.keyboard.press(key);
		await expect(page.getByRole('link', { name: 'Link to Text length' })).toBeFocused();
		await page.keyboard.press('Tab');
		expect(await table(page).evaluate((node) => node.contains(document.activeElement))).toBe(false);
	});
	await test.step('a note can be read and left again; the address stays', async () => {
		await follow(page, '/capabilities?reference=yes');
		await allCounted(page);
		const address = page.url();
		const link = table(page).getByRole('link', { name: 'Note 1', exact: true }).first();
		await link.click();
		const note = page.getByRole('listitem').filter({ has: page.getByText('1', { exact: true }) });
		await expect(note.first()).toBeFocused();
		await expect(note.first()).toBeInViewport();
		await note.first().getByRole('button', { name: 'Back to the cell of note 1' }).click();
		await expect(link).toBeInViewport();
		expect(page.url()).toBe(address);
	});
	await test.step('on a phone each row keeps its name visible, in legible letters', async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		await follow(page, '/capabilities');
		await allCounted(page);
		await page.getByRole('button', { name: 'Text length' }).focus();
		await page.keyboard.press('End');
		const line = table(page).getByRole('row', { name: /^Text length/ });
		const [name, cell] = [line.getByRole('rowheader'), line.getByRole('cell').last()];
		await expect(name).toBeInViewport({ ratio: 1 });
		await expect(cell).toBeInViewport({ ratio: 1 });
		const [left, right] = [await name.boundingBox(), await cell.boundingBox()];
		expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
		const cells = await table(page)
			.getByRole('cell')
			.evaluateAll((nodes) =>
				nodes.map((node) => ({
					letters: parseFloat(getComputedStyle(node).fontSize),
					beside: node.scrollWidth - node.clientWidth
				}))
			);
		expect(Math.min(...cells.map(({ letters }) => letters))).toBeGreaterThanOrEqual(11);
		expect(Math.max(...cells.map(({ beside }) => beside))).toBeLessThanOrEqual(0);
	});
});

test('by keys alone: compare with a column, fold a section, link to a cell', async ({
	page,
	api
}) => {
	await openTable(page, api, '?network=whatsapp&network=signal&network=telegram');
	await tabTo(page, page.getByRole('button', { name: 'Text length' }));
	await page.keyboard.press('Control+Home');
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem', { name: 'Only this' })).toBeFocused();
	await page.keyboard.type('compare all');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/baseline=whatsapp/);
	await expect(page.getByRole('region', { name: 'Differences in words' })).toContainText(
		'WhatsApp'
	);
	await expect(
		table(page)
			.getByRole('cell', { name: /worse than WhatsApp/ })
			.first()
	).toBeVisible();
	await expect(page.getByRole('button', { name: 'Options for WhatsApp' })).toBeFocused();

	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('button', { name: 'Messages', exact: true })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/fold=messages/);
	await expect(page.getByRole('button', { name: 'Messages 5 rows folded' })).toBeFocused();

	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press(' ');
	await tabTo(page, page.getByRole('link', { name: 'Link to this cell' }));
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#edit\.whatsapp$/);
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(table(page).locator('[aria-current="location"]')).toHaveCount(1);
});
