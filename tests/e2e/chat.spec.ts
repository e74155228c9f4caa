import {
	allLoaded,
	connect,
	expect,
	follow,
	matching,
	readListedChats,
	rows,
	tabTo,
	test
} from './fixtures';

test('a click or keys open a chat, and Back returns to its view and its row', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats?network=imessage');
	await allLoaded(page);
	const link = rows(page).nth(1).getByRole('link');
	const title = await link.innerText();
	const heading = page.getByRole('heading', { level: 1, name: title, exact: true });
	await rows(page).nth(1).click();
	await expect(page).toHaveURL(/\/chats\/imsg%23%23thread/);
	await expect(heading).toBeVisible();
	await expect(page).toHaveTitle(new RegExp('Beeper Dashboard$'));
	for (const name of ['Messages', 'About', 'State', 'Activity', /People/]) {
		await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
	}
	await page.getByRole('tab', { name: 'Developer' }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Capabilities' })).toBeVisible();
	await expect(page).toHaveURL(/\?panel=developer$/);
	await page.goBack();
	await expect(page).toHaveURL('/chats?network=imessage');
	await expect(rows(page).nth(1).getByRole('link')).toHaveText(title);

	await tabTo(page, page.locator('[role="row"][tabindex="0"]'));
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowDown');
	await expect(rows(page).nth(1)).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(heading).toBeVisible();
	await page.goBack();
	await expect(rows(page).nth(1)).toBeFocused();
});

/** Parts of the sample's IDs with characters that have a meaning in URLs. */
const ODD_PARTS = ['?x=1&y=%2F#', '##thread:any;-;+', ' 😀 ', '%/', '..%25'];

test('a chat with an odd ID has an address that lasts, and so have its number and one that is gone', async ({
	page,
	startApi
}) => {
	const api = await startApi('--chats', '400', '--page-size', '200');
	const chats = await readListedChats(api);
	const heading = page.getByRole('heading', { level: 1 });
	for (const [place, part] of ODD_PARTS.entries()) {
		const chat = chats.find(({ id, title }) => id.includes(part) && title);
		expect(chat, part).toBeDefined();
		const { id = '', title = '' } = chat ?? {};
		const path = `/chats/${encodeURIComponent(id)}?panel=developer`;
		// The page starts at the oddest one; the addresses of links are read in the same way.
		if (place === 0) await connect(page, api, path);
		else await follow(page, path);
		expect((await page.request.get(path)).status()).toBe(200);
		await expect(heading).toHaveText(title);
		await page.getByText('Raw JSON', { exact: true }).click();
		await expect(page.getByText(`"id": ${JSON.stringify(id)}`)).toBeVisible();
	}
	const { localChatID = '', title = '' } =
		chats.find((chat) => chat.localChatID && chat.title) ?? {};
	await page.goto(`/chats/${localChatID}`);
	await expect(heading).toHaveText(title);
	await page.goto('/chats/no-such-chat');
	await expect(page.getByRole('alert')).toContainText('Chat not found');
	await page.getByRole('link', { name: 'All chats' }).click();
	await expect(page).toHaveURL('/chats');

	await allLoaded(page, '400');
	// High enough for all rows that one title finds, as rows out of sight are not in the document.
	await page.setViewportSize({ width: 1280, height: 2400 });
	const odd = chats.filter(({ id, title }) => /[/?% ]/.test(id) && title);
	const field = page.getByRole('searchbox', { name: 'Search chats' });
	for (const { id, title } of odd) {
		await field.fill(title);
		await expect(rows(page).locator(`a[href="/chats/${encodeURIComponent(id)}"]`)).toHaveCount(1);
	}
});

test('a chat opens before all have come; the loading can be stopped, and gone on with', async ({
	page,
	startApi
}) => {
	const api = await startApi('--chats', '200', '--page-size', '10', '--latency', '100');
	const last = (await readListedChats(api)).findLast(({ title }) => title);
	// Without an answer to them, there is always something left to stop.
	const morePages = /\/v1\/chats(\/search\?|\?.*cursor=)/;
	await page.route(morePages, () => {});
	await connect(page, api, `/chats/${encodeURIComponent(last?.id ?? '')}`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(last?.title ?? '');
	await follow(page, '/chats');
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(page.getByText(/Stopped at \d+ chats/)).toBeVisible();
	await expect(page.getByRole('progressbar')).toBeHidden();
	expect(await matching(page)).toBeLessThan(200);
	await page.unroute(morePages);
	await page.getByRole('button', { name: 'Load the rest' }).click();
	await allLoaded(page, '200');
});
