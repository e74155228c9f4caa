import { allLoaded, chatsOf, connect, expect, grid, rows, tabTo, test } from './fixtures';

test('a click opens a chat, and Back returns to the view it was in', async ({ page, api }) => {
	await connect(page, api, '/chats?network=imessage');
	await allLoaded(page);
	const link = rows(page).nth(1).getByRole('link');
	const title = await link.innerText();
	await rows(page).nth(1).click();
	await expect(page).toHaveURL(/\/chats\/imsg%23%23thread/);
	await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
	await expect(page).toHaveTitle(new RegExp('Beeper Dashboard$'));
	await page.goBack();
	await expect(page).toHaveURL('/chats?network=imessage');
	await expect(rows(page).nth(1).getByRole('link')).toHaveText(title);
});

test('a chat opens by keyboard alone', async ({ page, api }) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await tabTo(page, rows(page).first());
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowUp');
	await expect(rows(page).nth(1)).toBeFocused();
	await page.keyboard.press('End');
	await expect(grid(page).locator('[aria-rowindex="401"]')).toBeFocused();
	await page.keyboard.press('Home');
	await expect(rows(page).first()).toBeFocused();
	await page.keyboard.press('ArrowDown');
	const title = await rows(page).nth(1).getByRole('link').innerText();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
});

/** Parts of the IDs that the sample has for the sake of addresses. */
const ODD_PARTS = ['##thread:any;-;+', '?x=1&y=%2F#', ' 😀 ', '%/', '..%25'];

for (const part of ODD_PARTS) {
	test(`a chat with ${JSON.stringify(part)} in its ID has an address that lasts`, async ({
		page,
		api
	}) => {
		const chat = (await chatsOf(api)).find(({ id, title }) => id.includes(part) && title);
		expect(chat).toBeDefined();
		const { id = '', title = '' } = chat ?? {};
		await connect(page, api, `/chats/${encodeURIComponent(id)}`);
		const heading = page.getByRole('heading', { level: 1, name: title, exact: true });
		await expect(heading).toBeVisible();
		await page.reload();
		await expect(heading).toBeVisible();
		await page.getByText('Raw JSON', { exact: true }).click();
		await expect(page.getByText(`"id": ${JSON.stringify(id)}`)).toBeVisible();
		await page.getByRole('link', { name: 'All chats' }).click();
		await expect(page).toHaveURL('/chats');
		await allLoaded(page);
		await page.goBack();
		await expect(heading).toBeVisible();
	});
}

test('the links of the grid hold odd IDs whole', async ({ page, api }) => {
	const odd = (await chatsOf(api)).filter(({ id, title }) => /[/?% ]/.test(id) && title);
	await connect(page, api, '/chats?sort=title');
	await allLoaded(page);
	const hrefs = new Set<string | null>();
	for (const { title } of odd) {
		await page.getByRole('searchbox', { name: 'Search chats' }).fill(title);
		await expect(rows(page).getByRole('link', { name: title, exact: true })).not.toHaveCount(0);
		for (const link of await rows(page).getByRole('link').all()) {
			hrefs.add(await link.getAttribute('href'));
		}
	}
	for (const { id } of odd) expect(hrefs).toContain(`/chats/${encodeURIComponent(id)}`);
});

test('the number a chat has in this Beeper opens it too', async ({ page, api }) => {
	const chat = (await chatsOf(api)).find(({ localChatID, title }) => localChatID && title);
	await connect(page, api, `/chats/${chat?.localChatID}`);
	await expect(
		page.getByRole('heading', { level: 1, name: chat?.title ?? '', exact: true })
	).toBeVisible();
});

test('a chat tells what it is, who is in it and what it can do', async ({ page, api }) => {
	await connect(page, api, '/chats?network=whatsapp&type=group&capability=edit:full');
	await allLoaded(page);
	await rows(page).first().click();
	for (const name of ['About', 'State', 'Activity', 'Capabilities']) {
		await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
	}
	await expect(page.getByRole('heading', { name: /Participants/ })).toBeVisible();
	await expect(
		page
			.getByRole('row', { name: /^Edit\b/ })
			.getByRole('cell')
			.first()
	).toContainText('Full');
});

test('a chat that is not there is explained, with a way back', async ({ page, api }) => {
	await connect(page, api, '/chats/no-such-chat');
	await expect(page.getByRole('alert')).toContainText('Beeper does not know this');
	await page.getByRole('link', { name: 'All chats' }).click();
	await expect(page).toHaveURL('/chats');
	await allLoaded(page);
});

test('a chat opens before the walk is done, and again from the list', async ({
	page,
	startApi
}) => {
	const api = await startApi('--page-size', '10', '--latency', '50');
	const last = (await chatsOf(api)).findLast(({ title }) => title);
	await connect(page, api, `/chats/${encodeURIComponent(last?.id ?? '')}`);
	await expect(
		page.getByRole('heading', { level: 1, name: last?.title ?? '', exact: true })
	).toBeVisible();
	await page.getByRole('link', { name: 'All chats' }).click();
	await expect(rows(page)).not.toHaveCount(0);
});

test('a long chat scrolls below the header, which never goes with it', async ({ page, api }) => {
	const talkative = (await chatsOf(api)).find(({ network }) => network === 'WhatsApp');
	await connect(page, api, `/chats/${encodeURIComponent(talkative?.id ?? '')}`);
	await expect(page.getByRole('button', { name: 'Load older' })).toBeVisible();
	const over = await page.evaluate(() => {
		const { scrollHeight, clientHeight } = document.documentElement;
		return scrollHeight - clientHeight;
	});
	expect(over).toBe(0);
});
