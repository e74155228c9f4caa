import type { Locator, Page } from '@playwright/test';
import { allLoaded, connect, expect, getRowName, grid, openColumns, rows, test } from './fixtures';

test.use({ viewport: { width: 1440, height: 900 } });

function heads(page: Page): Locator {
	return grid(page).getByRole('columnheader');
}

function handle(page: Page, name: string): Locator {
	return page.getByRole('separator', { name: `Width of ${name}` });
}

function dialog(page: Page): Locator {
	return page.getByRole('dialog', { name: 'Columns' });
}

async function names(page: Page): Promise<string[]> {
	return heads(page).evaluateAll((all) => all.map((head) => head.getAttribute('aria-label') ?? ''));
}

async function readWidth(page: Page, name: string): Promise<number> {
	return Number(await handle(page, name).getAttribute('aria-valuenow'));
}

/** The left and right edges, in pixels, of every cell of the header and of the first row. */
async function edges(page: Page): Promise<[number[][], number[][]]> {
	async function of(cells: Locator): Promise<number[][]> {
		return cells.evaluateAll((all) =>
			all.map((cell) => {
				const { left, right } = cell.getBoundingClientRect();
				return [Math.round(left), Math.round(right)];
			})
		);
	}
	return [await of(heads(page)), await of(rows(page).first().getByRole('gridcell'))];
}

const USUAL = ['Title', 'Network', 'Account', 'Unread', 'Flags', 'Activity'];

test('columns are made wider and narrower, chosen, and stay as they were left', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await test.step('one is made wider and narrower with the arrow keys, and drawn with the mouse', async () => {
		await handle(page, 'Network').focus();
		// The handle moves in the direction of the arrow: at a column's left edge, left makes it wider.
		await page.keyboard.press('ArrowLeft');
		await expect(handle(page, 'Network')).toHaveAttribute('aria-valuenow', '144');
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowRight');
		await expect(handle(page, 'Network')).toHaveAttribute('aria-valuenow', '112');
		await handle(page, 'Flags').focus();
		await page.keyboard.press('ArrowLeft');
		await expect(handle(page, 'Flags')).toHaveAttribute('aria-valuenow', '112');
		const [head, row] = await edges(page);
		expect(row).toEqual(head);

		const first = await getRowName(rows(page).first());
		for (const [name, by, side] of [
			['Network', -60, -1],
			['Unread', -40, -1]
		] as const) {
			const before = await readWidth(page, name);
			const box = await handle(page, name).boundingBox();
			if (!box) throw new Error(`${name} cannot be drawn`);
			const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
			expect(box.width).toBeGreaterThanOrEqual(24);
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(x + by / 2, y + 4);
			await page.mouse.move(x + by, y + 90, { steps: 4 });
			await expect(handle(page, name)).toHaveAttribute('aria-valuenow', String(before + side * by));
			const now = await handle(page, name).boundingBox();
			expect(Math.round((now?.x ?? 0) - box.x)).toBe(by);
			const [drawnHead, drawnRow] = await edges(page);
			expect(drawnRow).toEqual(drawnHead);
			await page.mouse.up();
			await expect(handle(page, name)).toHaveAttribute('aria-valuenow', String(before + side * by));
		}
		// Resizing did not sort the list.
		await expect(page).toHaveURL('/chats');
		expect(await getRowName(rows(page).first())).toBe(first);
	});
	await test.step('they are hidden, added and moved, here and in other tabs, stay so, and are reset', async () => {
		const other = await page.context().newPage();
		await connect(other, api, '/chats');
		await expect(rows(page)).not.toHaveCount(0);
		await expect.poll(() => names(page)).toEqual(USUAL);
		await openColumns(page);
		await expect(dialog(page).getByRole('checkbox', { name: 'Title' })).toBeDisabled();
		await dialog(page).getByRole('checkbox', { name: 'Account' }).uncheck();
		await dialog(page).getByRole('checkbox', { name: 'Last message' }).check();
		const left = dialog(page).getByRole('button', { name: 'Move Activity left' });
		await left.click();
		await left.click();
		await expect(left).toBeFocused();
		const chosen = ['Title', 'Last message', 'Network', 'Unread', 'Activity', 'Flags'];
		await expect.poll(() => names(page)).toEqual(chosen);
		await expect.poll(() => names(other)).toEqual(chosen);
		await other.close();
		await expect(grid(page)).toHaveAttribute('aria-colcount', '6');
		await page.keyboard.press('Escape');
		await expect(page.locator('summary', { hasText: 'Display' })).toBeFocused();
		const [head, row] = await edges(page);
		expect(row).toEqual(head);

		await page.reload();
		await expect.poll(() => names(page)).toEqual(chosen);
		await expect(handle(page, 'Network')).toHaveAttribute('aria-valuenow', '172');
		await handle(page, 'Network').dblclick();
		await expect(handle(page, 'Network')).toHaveAttribute('aria-valuenow', '128');
		await expect(page).toHaveURL('/chats');
		await openColumns(page);
		await dialog(page).getByRole('button', { name: 'Reset columns' }).click();
		await dialog(page).getByRole('button', { name: 'Done' }).click();
		await expect.poll(() => names(page)).toEqual(USUAL);
	});
	await test.step('a column that is asked for stays in a narrow window; what has no room says so', async () => {
		await page.setViewportSize({ width: 1024, height: 800 });
		await openColumns(page);
		const preview = dialog(page).getByRole('checkbox', { name: 'Last message' });
		await expect(preview).not.toBeChecked();
		await preview.check();
		await expect.poll(() => names(page)).toContain('Last message');
		for (const name of ['People', 'Draft', 'Reminder', 'Account', 'Network', 'Flags']) {
			const box = dialog(page).getByRole('checkbox', { name, exact: true });
			if (!(await box.isChecked())) await box.check();
		}
		await expect.poll(() => names(page)).toContain('Title');
		await expect(dialog(page).getByText('Not enough room').first()).toBeVisible();
		await page.getByRole('button', { name: 'Done' }).click();
		const wide = await grid(page).evaluate((node) => node.scrollWidth <= node.clientWidth);
		expect(wide).toBe(true);
		await page.setViewportSize({ width: 500, height: 800 });
		// The day of the reminder stands there in place of the last activity.
		await expect.poll(() => names(page)).toEqual(['Title', 'Reminder']);
		await expect(page.getByRole('separator')).toHaveCount(0);
	});
});
