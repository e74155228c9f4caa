import type { Page } from '@playwright/test';
import { chatOf, expect, openChat, plainChat, test } from './fixtures';
import { interceptWrites, writesOf } from './writes';

function draftOf(page: Page) {
	return page.getByRole('region', { name: 'Draft' });
}

/** The request that sets it, not the one before that clears the old one. */
function isNew(body: unknown): boolean {
	return JSON.stringify(body).includes('The new one');
}

/** Everything the browser keeps for the page. */
function stored(page: Page) {
	return page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
}

/** Write a draft, and save it. */
async function save(page: Page, text: string) {
	await page.getByLabel('New draft').fill(text);
	await draftOf(page)
		.getByRole('button', { name: /^(Save|Replace) draft$/ })
		.click();
}

for (const how of ['held open', 'refused'] as const) {
	test(`a reload between the two steps keeps the old draft: the second is ${how}`, async ({
		page,
		startApi
	}) => {
		const api = await startApi();
		const chat = await plainChat(api);
		await openChat(page, api, chat);
		await save(page, 'The **old** one');
		await expect(page.getByLabel('New draft')).toHaveValue('');
		const writes = await writesOf(page);
		if (how === 'held open') {
			await page.route('**/v1/chats/**', async (route) => {
				if (!isNew(route.request().postDataJSON())) await route.fallback();
			});
		} else {
			await interceptWrites(page, 500, ({ body }) => isNew(body));
		}
		await save(page, 'The new one');
		await expect.poll(() => writes.length).toBe(2);
		await page.reload();
		const kept = draftOf(page).getByRole('alert');
		await expect(kept.getByLabel('Old draft')).toHaveText('The old one');
		await expect(kept).toContainText('The page was left while this draft was being replaced');
		expect((await chatOf(api, chat.id)).draft).toBeNull();

		await kept.getByRole('button', { name: 'Put the old one back' }).dblclick();
		await expect(kept).toBeHidden();
		const back = (await chatOf(api, chat.id)).draft?.text;
		expect(back).toBe('The <strong>old</strong> one');
		await page.reload();
		await expect(draftOf(page).getByText('The old one', { exact: true })).toBeVisible();
		await expect(kept).toBeHidden();
	});
}

test('signing out erases a draft that was kept', async ({ page, startApi }) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	await save(page, 'The old one');
	await expect(page.getByLabel('New draft')).toHaveValue('');
	await interceptWrites(page, 500, ({ body }) => isNew(body));
	await save(page, 'The new one');
	await expect(draftOf(page).getByRole('alert')).toBeVisible();
	expect(await stored(page)).toContain('The old one');
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByLabel('Access token')).toBeVisible();
	expect(await stored(page)).not.toContain('The old one');
});
