import type { Page } from '@playwright/test';
import { expect, grid, rows, test } from './fixtures';
import { action, openView, outcome, summary } from './many';

test.beforeEach(async ({ page, startApi }) => {
	await openView(page, await startApi());
});

async function select(page: Page, ...places: readonly number[]) {
	for (const place of places) await rows(page).nth(place).getByRole('checkbox').check();
}

function bar(page: Page) {
	return page.getByRole('region', { name: 'Selected chats' });
}

/** The row that Tab stops at. */
function currentRow(page: Page) {
	return grid(page).locator('[role="row"][tabindex="0"]');
}

test('a double click opens the plan, whose first button has the focus', async ({ page }) => {
	await select(page, 0, 2);
	await action(page, 'Archive').dblclick();
	const confirm = page.getByRole('dialog').getByRole('button', { name: 'Archive 2 chats' });
	await expect(confirm).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(action(page, 'Archive')).toBeFocused();
});

test('whatever closes the plan gives the focus back to the button that opened it', async ({
	page
}) => {
	await select(page, 0, 2);
	await action(page, 'Mute').click();
	await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
	await expect(action(page, 'Mute')).toBeFocused();
	await action(page, 'Remind…').dblclick();
	await expect(page.getByRole('dialog').getByLabel(/^Date and time/)).toBeFocused();
	await page.getByRole('dialog').getByRole('button', { name: 'Next week' }).click();
	const confirm = page.getByRole('dialog').getByRole('button', { name: 'Remind me about 2 chats' });
	await expect(confirm).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(action(page, 'Remind…')).toBeFocused();
});

test('a plan opened by a key gives the focus back to the list', async ({ page }) => {
	await select(page, 0, 2);
	await page.keyboard.press('r');
	await page.getByRole('dialog').getByRole('button', { name: 'Next week' }).click();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(currentRow(page)).toBeFocused();
});

test('when all are selected, and when none is, the focus is not lost with the button', async ({
	page
}) => {
	await select(page, 0);
	await bar(page)
		.getByRole('button', { name: /^Select all/ })
		.click();
	await expect(bar(page)).toBeFocused();
	await bar(page).getByRole('button', { name: 'Clear selection' }).click();
	await expect(currentRow(page)).toBeFocused();
});

test('from the progress to the summary to the undoing to the list, the focus goes along', async ({
	page
}) => {
	await select(page, 0, 2);
	await action(page, 'Archive').click();
	await page.getByRole('dialog').getByRole('button', { name: 'Archive 2 chats' }).click();
	await expect(outcome(page)).toHaveText('Archived: 2 chats');
	await expect(summary(page)).toBeFocused();
	await summary(page).getByRole('button', { name: 'Undo' }).click();
	await expect(outcome(page)).toHaveText('Undone: 2 chats');
	await expect(summary(page)).toBeFocused();
	await summary(page).getByRole('button', { name: 'Close' }).click();
	await expect(currentRow(page)).toBeFocused();
});
