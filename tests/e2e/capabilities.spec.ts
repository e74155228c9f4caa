import type { Page } from '@playwright/test';
import {
	allLoaded,
	connect,
	expect,
	follow,
	matching,
	readListedChats,
	tabTo,
	test
} from './fixtures';
import { allCounted, openTable, readColumnNames, table } from './sharing';

/** @param name - the row's name; the first match is returned */
function line(page: Page, name: string | RegExp) {
	return table(page).getByRole('row', { name }).first();
}

function opener(page: Page) {
	return page.locator('summary').filter({ hasText: 'networks' });
}

test('the table has a column for each network and words in its cells; each number leads to exactly those chats', async ({
	page,
	api
}) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await openTable(page, api);
	const networks = await test.step('each network is a column', async () => {
		expect((await readColumnNames(page)).slice(0, 3)).toContain('WhatsApp');
		await page.getByRole('button', { name: '1 network reports nothing' }).click();
		await expect(page).toHaveURL('/capabilities?silent=columns');
		await expect.poll(async () => (await readColumnNames(page)).at(-1)).toBe('Beeper (Matrix)');
		return readColumnNames(page);
	});

	await test.step('no cell is without words', async () => {
		const cells = await line(page, /^Edit\b/)
			.getByRole('cell')
			.allInnerTexts();
		expect(cells).toHaveLength(networks.length);
		for (const text of cells) {
			expect(text).toMatch(/Full|Partial|Unsupported|Dropped|Rejected|Not stated|Not reported/);
		}
		const texts = await table(page).getByRole('cell').allInnerTexts();
		expect(texts.filter((text) => !/[\p{L}\d]/u.test(text))).toEqual([]);
		const all = texts.join('\n');
		for (const word of ['Full', 'Rejected', 'Not stated', 'Not reported']) {
			expect(all).toContain(word);
		}
		expect(all).toMatch(/\d+ (MB|GB|min|h|days?|characters)/);
	});

	await test.step('eight networks fit a screen', async () => {
		const eight = networks.slice(0, 8);
		await follow(
			page,
			`/capabilities?${new URLSearchParams(eight.map((name) => ['network', name]))}`
		);
		await allCounted(page);
		expect(await readColumnNames(page)).toEqual(eight);
		const over = await table(page).evaluate((node) =>
			[node.parentElement, document.documentElement, ...node.querySelectorAll('td')].map(
				(box) => (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0)
			)
		);
		expect(Math.max(...over)).toBeLessThanOrEqual(0);
	});

	await test.step('the number of a column or a word leads to that many chats', async () => {
		const column = line(page, /^Chats/).getByRole('link');
		const words = table(page).getByRole('link', { name: / in \d+/ });
		const count = await words.count();
		expect(count).toBeGreaterThan(10);
		for (const link of [column.first(), words.first(), words.nth(count >> 1), words.last()]) {
			await expectToLeadToItsChats(page, await link.innerText(), () => link.click());
		}
	});
});

/** Follows a link named by a number of chats, expects so many, and comes back. */
async function expectToLeadToItsChats(page: Page, text: string, click: () => Promise<void>) {
	const [, number] = / in (\d+)/.exec(text) ?? /(\d+) chats?\s*$/.exec(text) ?? [];
	await click();
	await expect(page).toHaveURL(/\/chats\?/);
	await allLoaded(page);
	await expect.poll(() => matching(page), text).toBe(Number(number));
	await expect(page.getByRole('status').filter({ hasText: 'ignored' })).toBeHidden();
	await page.goBack();
	await allCounted(page);
}

test('rows, networks and a search are in the address; typing makes no history', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats');
	await page.getByRole('link', { name: 'Capabilities', exact: true }).click();
	await allCounted(page);
	const lines = table(page).getByRole('rowheader');
	const all = await lines.count();
	await page.getByRole('checkbox', { name: 'Only rows that differ' }).check();
	await expect(page).toHaveURL('/capabilities?rows=differ');
	const status = page.getByRole('status').filter({ hasText: / rows · / });
	await expect(status).not.toHaveText(/^(\d+) of \1 rows/);

	await page.getByText('All networks', { exact: true }).first().click();
	const picker = page.getByRole('group', { name: 'Networks' });
	await picker.getByRole('checkbox', { name: 'WhatsApp' }).check();
	await expect(page).toHaveURL('/capabilities?network=whatsapp&rows=differ');
	await picker.getByRole('checkbox', { name: 'Slack' }).check();
	await expect.poll(() => readColumnNames(page)).toEqual(['WhatsApp', 'Slack']);
	await page.goBack();
	await page.goBack();
	await expect(page).toHaveURL('/capabilities?rows=differ');
	await expect.poll(() => readColumnNames(page)).toContain('Signal');
	await page.goBack();
	await expect.poll(() => lines.count()).toBe(all);

	const field = page.getByRole('searchbox', { name: 'Search capabilities' });
	await field.pressSequentially('disappearing');
	await expect(field).toHaveValue('disappearing');
	await expect(page).toHaveURL('/capabilities?q=disappearing');
	await expect(line(page, /isappearing/)).toBeVisible();
	await expect(table(page).getByRole('rowheader', { name: /^Edit/ })).toHaveCount(0);
	await field.fill('nothing like this');
	await page.getByRole('button', { name: 'Show all rows' }).click();
	await expect.poll(() => lines.count()).toBe(all);

	await follow(page, '/capabilities?network=icq&network=signal&network=whatsapp&rows=all');
	const note = page.getByRole('status').filter({ hasText: 'Parts of this link aren’t known here' });
	await expect(note).toContainText('“icq”');
	await expect(note).toContainText('“all”');
	await expect.poll(() => readColumnNames(page)).toEqual(['WhatsApp', 'Signal']);
});

test('a fragment jumps to its row, and stays there while chats come in', async ({
	page,
	startApi
}) => {
	const api = await startApi('--page-size', '10', '--latency', '30');
	await connect(page, api, '/capabilities#participantActions.kick');
	await allCounted(page);
	await expect(line(page, /kick|remove/i)).toBeInViewport();
	await follow(page, '/capabilities#edit');
	await expect(line(page, /^Edit\b/)).toBeInViewport();
	await follow(page, '/capabilities?network=signal#attachments.m.file.maxSize');
	await allCounted(page);
	await expect(line(page, /File.*(size|largest)/i)).toBeInViewport();
});

test('networks are compared with four clicks, shown alone, taken away, or split into variants', async ({
	page,
	api
}) => {
	await openTable(page, api);
	let clicks = 0;
	await page.exposeFunction('countClick', () => (clicks += 1));
	await page.evaluate(() =>
		addEventListener('pointerdown', () => Reflect.get(window, 'countClick')(), { capture: true })
	);
	const all = await readColumnNames(page);
	async function choose(network: string, item: string) {
		await page.getByRole('button', { name: `Options for ${network}`, exact: true }).click();
		await page.getByRole('menuitem', { name: item }).click();
	}

	await test.step('the head of a column shows it alone, or takes it away', async () => {
		await choose('Slack', 'Hide');
		await expect.poll(() => readColumnNames(page)).toEqual(all.filter((name) => name !== 'Slack'));
		await choose('Signal', 'Only this');
		await expect.poll(() => readColumnNames(page)).toEqual(['Signal']);
		await page.goBack();
		await page.goBack();
		await expect.poll(() => readColumnNames(page)).toEqual(all);
	});

	await test.step('two that are picked from the list are compared with four clicks', async () => {
		await expect.poll(() => clicks).toBe(4);
		clicks = 0;
		const picker = page.getByRole('group', { name: 'Networks' });
		await opener(page).click();
		await picker.getByRole('checkbox', { name: 'WhatsApp' }).check();
		await picker.getByRole('checkbox', { name: 'Telegram' }).check();
		await expect.poll(() => readColumnNames(page)).toEqual(['WhatsApp', 'Telegram']);
		await page.getByRole('button', { name: 'Compare', exact: true }).click();
		await expect(page).toHaveURL(
			'/capabilities?network=telegram&network=whatsapp&baseline=telegram'
		);
		await expect(page.getByRole('button', { name: /^Baseline/ })).toBeVisible();
		await expect.poll(() => clicks).toBe(4);
	});

	await test.step('two heads that are chosen one after the other are compared with four clicks', async () => {
		await page.keyboard.press('Escape');
		for (let step = 0; step < 3; step++) await page.goBack();
		await expect(page).toHaveURL('/capabilities');
		await expect.poll(() => readColumnNames(page)).toEqual(all);
		clicks = 0;
		await choose('WhatsApp', 'Compare with…');
		await choose('Telegram', 'Compare with WhatsApp');
		await expect(page).toHaveURL(
			'/capabilities?network=whatsapp&network=telegram&baseline=whatsapp'
		);
		await expect.poll(() => readColumnNames(page)).toEqual(['WhatsApp', 'Telegram']);
		await expect.poll(() => clicks).toBe(4);
	});

	await test.step('a network is split into its variants, which lead to their chats, and put together again', async () => {
		await choose('WhatsApp', 'Show variants');
		await expect(page).toHaveURL(/split=whatsapp/);
		await expect.poll(async () => (await readColumnNames(page)).length).toBeGreaterThan(3);
		const split = await readColumnNames(page);
		expect(split).toEqual(expect.arrayContaining(['Telegram', 'WhatsApp: direct']));
		const variant = line(page, /^Chats/)
			.getByRole('link')
			.first();
		await expectToLeadToItsChats(page, await variant.innerText(), () => variant.click());
		await expect.poll(() => readColumnNames(page)).toEqual(split);
		await choose('WhatsApp: direct', 'Merge variants');
		await expect.poll(() => readColumnNames(page)).toEqual(['WhatsApp', 'Telegram']);
		await page.goBack();
		await expect.poll(() => readColumnNames(page)).toEqual(split);
	});
});

test('networks and chats are chosen by keyboard alone', async ({ page, api }) => {
	await openTable(page, api);
	await test.step('networks: type, Enter, only, Clear', async () => {
		await opener(page).focus();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('searchbox', { name: 'Find a network' })).toBeFocused();
		await page.keyboard.type('wha');
		await page.keyboard.press('Enter');
		await page.keyboard.type('sig');
		await page.keyboard.press('Enter');
		await expect.poll(() => readColumnNames(page)).toEqual(['WhatsApp', 'Signal']);
		await page.keyboard.type('tele');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		const only = page.getByRole('button', { name: 'Only this: Telegram' });
		await expect(only).toBeFocused();
		await expect(only).toHaveCSS('opacity', '1');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL('/capabilities?network=telegram');
		await page.getByRole('button', { name: 'Clear', exact: true }).press('Enter');
		await expect(page).toHaveURL('/capabilities');
		await page.keyboard.press('Escape');
		await expect(opener(page)).toBeFocused();
	});

	await test.step('chats: search, Tab, Enter; before that there is no table', async () => {
		await page.getByRole('combobox', { name: 'Columns' }).selectOption('Specific chats');
		await expect(page).toHaveURL('/capabilities?by=chat');
		await expect(page.getByText('Search for chats to compare')).toBeVisible();
		await expect(table(page)).toHaveCount(0);
		const titles = (await readListedChats(api)).map(({ title }) => title);
		const unique = titles.filter(
			(title) => /^\w+ \w+$/.test(title) && titles.filter((other) => other === title).length === 1
		);
		for (const [place, title] of unique.slice(0, 2).entries()) {
			await page.getByRole('searchbox', { name: 'Add a chat' }).fill(title);
			const found = page.getByRole('list', { name: 'Found chats' }).getByRole('button');
			await tabTo(page, found.filter({ hasText: title }));
			await page.keyboard.press('Enter');
			await expect(table(page).getByRole('columnheader', { name: title })).toBeVisible();
			await expect.poll(async () => (await readColumnNames(page)).length).toBe(place + 1);
		}
		await expect(page).toHaveURL(/by=chat&chat=.*&chat=/);
	});
});
