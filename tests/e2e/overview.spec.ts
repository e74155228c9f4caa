import type { Locator, Page } from '@playwright/test';
import { allLoaded, connect, expect, grid, matching, test } from './fixtures';
import type { Running } from './servers';

function table(page: Page): Locator {
	return page.getByRole('table', { name: /^(Networks|Accounts) by state$/ });
}

async function openOverview(page: Page, api: Running, query = '') {
	await connect(page, api, `/overview${query}`);
	await expect(page.getByRole('status').first()).toHaveText(/^100 chats in \d+ accounts$/);
}

/** The number that a link shows or is named by. */
async function readNumber(link: Locator): Promise<number> {
	const [number = ''] = /[\d,]+/.exec((await link.getAttribute('aria-label')) ?? '') ??
		/[\d,]+/.exec(await link.innerText()) ?? [''];
	return Number(number.replace(',', ''));
}

/** Makes the numbers kept of this visit those of one an hour ago, when there were 88 chats. */
async function ageLastVisit(page: Page) {
	await page.evaluate(() => {
		const name = 'beeper-dashboard.overview-visits';
		const aged = (localStorage.getItem(name) ?? '')
			.replace(/"at":\d+/g, `"at":${Date.now() - 3_600_000}`)
			.replaceAll('"chats":100', '"chats":88');
		localStorage.setItem(name, aged);
	});
}

test('numbers lead to exactly as many chats, by pointer and by key, and the address keeps the table', async ({
	page,
	api
}) => {
	await openOverview(page, api);
	const links = [
		page.getByRole('link', { name: /^Unread / }),
		table(page).getByRole('link', { name: /^\d+ Inbox: WhatsApp$/ }),
		table(page).getByRole('link', { name: /^\d+ Waiting for you: all$/ })
	];
	for (const link of links) {
		const number = await readNumber(link);
		expect(number).toBeGreaterThan(0);
		await link.focus();
		await page.keyboard.press('Enter');
		await allLoaded(page);
		expect(await matching(page)).toBe(number);
		await page.keyboard.press('g');
		await page.keyboard.press('o');
		await expect(table(page)).toBeVisible();
	}

	await table(page).getByRole('link', { name: 'Unread', exact: true }).click();
	await expect(table(page).getByRole('columnheader', { name: 'Unread' })).toHaveAttribute(
		'aria-sort',
		'descending'
	);
	await page.getByRole('radio', { name: 'Accounts' }).check();
	await expect(page).toHaveURL('/overview?by=account&sort=unread');
	await expect(table(page).getByRole('columnheader', { name: 'Account' })).toBeVisible();
	await page.getByRole('radio', { name: 'By column' }).check();
	await ageLastVisit(page);
	await page.reload();
	await expect(page).toHaveURL('/overview?by=account&share=column&sort=unread');
	await expect(page.getByRole('radio', { name: 'Accounts' })).toBeChecked();
	await expect(
		page.getByRole('link', { name: 'Chats 100 +12 since your last visit' })
	).toBeVisible();

	await page.locator('summary', { hasText: 'Saved views' }).click();
	await page.getByRole('button', { name: 'Save this view' }).click();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.keyboard.press('g');
	await page.keyboard.press('c');
	await expect(grid(page)).toBeVisible();
	await page.keyboard.press('Control+k');
	await page.keyboard.type('go to overview by account');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL('/overview?by=account&share=column&sort=unread');
});
