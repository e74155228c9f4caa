import type { Locator, Page } from '@playwright/test';
import { allLoaded, connect, expect, matching, test } from './fixtures';

function table(page: Page): Locator {
	return page.getByRole('table', { name: 'Capabilities' });
}

async function open(page: Page, query = '') {
	await page.goto(`/capabilities${query}`);
	await walked(page);
}

async function walked(page: Page) {
	await expect(page.getByRole('progressbar')).toBeHidden();
	await expect(page.getByRole('status').filter({ hasText: /from .* chats/ })).toContainText('rows');
}

/** Names of the networks, in their order. */
async function networks(page: Page): Promise<string[]> {
	const heads = await table(page).getByRole('columnheader').allInnerTexts();
	return heads.slice(1).map((text) => text.trim());
}

test('the table has a column for each network, and words in its cells', async ({ page, api }) => {
	await connect(page, api, '/capabilities');
	await walked(page);
	expect(await networks(page)).toEqual(
		expect.arrayContaining(['WhatsApp', 'Telegram', 'iMessage'])
	);
	const line = table(page)
		.getByRole('row', { name: /^Edit\b/ })
		.first();
	const cells = await line.getByRole('cell').allInnerTexts();
	expect(cells).toHaveLength((await networks(page)).length);
	for (const text of cells) {
		expect(text).toMatch(/Full|Partial|Unsupported|Dropped|Rejected|Not stated|Not reported/);
	}
	const texts = await table(page).getByRole('cell').allInnerTexts();
	expect(texts.filter((text) => !/[\p{L}\d]/u.test(text))).toEqual([]);
	for (const word of ['Full', 'Rejected', 'Not stated', 'Not reported']) {
		expect(
			texts.some((text) => text.includes(word)),
			word
		).toBe(true);
	}
	expect(texts.some((text) => /\d+ (MB|GB|min|h|days?|characters)/.test(text))).toBe(true);
});

test('a column says from how many chats it speaks', async ({ page, api }) => {
	await connect(page, api, '/capabilities?network=whatsapp');
	await walked(page);
	const text = await table(page)
		.getByRole('row', { name: /^Chats/ })
		.getByRole('cell')
		.innerText();
	const [, reported = '', all = ''] = /from (\d+) of (\d+) chats/.exec(text) ?? [];
	expect(Number(reported)).toBeLessThan(Number(all));
	await page.goto('/chats?network=whatsapp');
	await allLoaded(page);
	expect(Number(all)).toBe(await matching(page));
});

test('where chats of a network differ, each word leads to exactly those chats', async ({
	page,
	api
}) => {
	await connect(page, api, '/capabilities');
	await walked(page);
	const links = table(page).getByRole('link', { name: / in \d+/ });
	const all = await links.evaluateAll((nodes) =>
		nodes.map((node) => ({ text: node.textContent, href: node.getAttribute('href') }))
	);
	expect(all.length).toBeGreaterThan(50);
	await links.first().click();
	await expect(page).toHaveURL(all[0]?.href ?? '');
	const some = all.filter((_, place) => place % Math.ceil(all.length / 8) === 0);
	for (const { text, href } of some) {
		await page.goto(href ?? '');
		await allLoaded(page);
		expect(await matching(page), `${text} → ${href}`).toBe(
			Number(/ in (\d+)/.exec(text ?? '')?.[1])
		);
		await expect(page.getByRole('status').filter({ hasText: 'ignored' })).toBeHidden();
	}
});

test('only rows that differ, and only some networks: both in the address', async ({
	page,
	api
}) => {
	await connect(page, api, '/capabilities');
	await walked(page);
	const lines = table(page).getByRole('rowheader');
	const all = await lines.count();
	await page.getByRole('checkbox', { name: 'Only rows that differ' }).check();
	await expect(page).toHaveURL('/capabilities?rows=differ');
	await expect.poll(() => lines.count()).toBeLessThan(all);

	await page.getByText('All networks', { exact: true }).first().click();
	const picker = page.getByRole('group', { name: 'Networks' });
	await picker.getByRole('checkbox', { name: 'WhatsApp' }).check();
	await expect(page).toHaveURL('/capabilities?network=whatsapp&rows=differ');
	await picker.getByRole('checkbox', { name: 'Slack' }).check();
	await expect.poll(() => networks(page)).toEqual(['Slack', 'WhatsApp']);
	await page.reload();
	await walked(page);
	expect(await networks(page)).toEqual(['Slack', 'WhatsApp']);
	await page.goBack();
	await page.goBack();
	await expect(page).toHaveURL('/capabilities?rows=differ');
	await expect.poll(() => networks(page)).toContain('Signal');
	await page.goBack();
	await expect.poll(() => lines.count()).toBe(all);
});

test('a word that is typed finds its rows; typing makes no history', async ({ page, api }) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await page.getByRole('link', { name: 'Capabilities', exact: true }).click();
	await walked(page);
	const field = page.getByRole('searchbox', { name: 'Search capabilities' });
	await field.pressSequentially('disappearing');
	await expect(field).toHaveValue('disappearing');
	await expect(page).toHaveURL('/capabilities?q=disappearing');
	await expect(
		table(page)
			.getByRole('rowheader', { name: /isappearing/ })
			.first()
	).toBeVisible();
	await expect(table(page).getByRole('rowheader', { name: /^Edit/ })).toHaveCount(0);
	await page.goBack();
	await expect(page).toHaveURL(/\/chats/);
});

test('a search without a result offers every row', async ({ page, api }) => {
	await connect(page, api, '/capabilities?q=nothing+like+this');
	await walked(page);
	await page.getByRole('button', { name: 'Show all rows' }).click();
	await expect(table(page)).toBeVisible();
});

test('a fragment jumps to its row, and stays there while chats come in', async ({
	page,
	startApi
}) => {
	const api = await startApi('--page-size', '25', '--latency', '30');
	await connect(page, api, '/capabilities#participantActions.kick');
	await walked(page);
	const line = table(page)
		.getByRole('row', { name: /kick|remove/i })
		.first();
	await expect(line).toBeInViewport();
	await open(page, '#edit');
	await expect(
		table(page)
			.getByRole('row', { name: /^Edit\b/ })
			.first()
	).toBeInViewport();
	await open(page, '?network=signal#attachments.m.file.maxSize');
	await expect(
		table(page)
			.getByRole('row', { name: /File.*(size|largest)/i })
			.first()
	).toBeInViewport();
});

test('a network that is not there is named in a note', async ({ page, api }) => {
	await connect(page, api, '/capabilities?network=icq&network=signal&rows=all');
	await walked(page);
	const note = page
		.getByRole('status')
		.filter({ hasText: 'Part of the address means nothing here' });
	await expect(note).toContainText('“icq”');
	await expect(note).toContainText('“all”');
	expect(await networks(page)).toEqual(['Signal']);
});

test('eight networks fit a screen of 1440 pixels', async ({ page, api }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await connect(page, api, '/capabilities');
	await walked(page);
	const eight = (await networks(page)).slice(0, 8);
	const query = new URLSearchParams(eight.map((name) => ['network', name]));
	await open(page, `?${query}`);
	expect(await networks(page)).toEqual(eight);
	const sizes = await table(page).evaluate((node) =>
		[node.parentElement, document.documentElement].map((box) => [
			box?.scrollWidth,
			box?.clientWidth
		])
	);
	for (const [scrolled, seen] of sizes) expect(scrolled).toBeLessThanOrEqual(seen ?? 0);
	const widest = await table(page)
		.getByRole('cell')
		.evaluateAll((cells) => Math.max(...cells.map((cell) => cell.scrollWidth - cell.clientWidth)));
	expect(widest).toBeLessThanOrEqual(0);
});
