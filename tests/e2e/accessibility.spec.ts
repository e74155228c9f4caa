import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { PNG, WEBM } from './files';
import {
	allLoaded,
	chatRead,
	connect,
	expect,
	follow,
	openDisplay,
	openPlainChat,
	plainChat,
	rows,
	submitLogin,
	test
} from './fixtures';
import { action, outcome, selectFirst } from './many';
import { snapshotFile } from './snapshots';
import { openEditCell, openShare, table } from './sharing';

/** The pages, each with an assertion that it is complete. */
const PAGES: readonly (readonly [path: string, complete: (page: Page) => Promise<void>])[] = [
	['/chats', allLoaded],
	['/chats?layout=cards&group=network', allLoaded],
	['/chats?archived=maybe&muted=yes&q=a', allLoaded],
	['/chats?q=nothing+matches+this', allLoaded],
	['/overview', (page) => expect(page.getByText('100 chats in')).toBeVisible()],
	['/overview?by=account&share=column&sort=maybe', hasStates],
	['/chats/new', (page) => expect(page.getByLabel('Account')).toBeVisible()],
	['/chats/no-such-chat', (page) => expect(page.getByRole('alert')).toBeVisible()],
	['/capabilities?network=whatsapp&network=telegram&network=matrix', hasTable],
	[
		'/capabilities/check?file=video,mp4,120MB&caption=300&text=flurb&age=2d',
		(page) => expect(page.getByText('fits below 10 MB').first()).toBeVisible()
	],
	[
		'/capabilities?q=nothing+matches+this',
		(page) => expect(page.getByText('No matching rows')).toBeVisible()
	],
	['/nowhere', (page) => expect(page.getByText('Page not found')).toBeVisible()]
];

async function hasStates(page: Page) {
	await expect(page.getByRole('table', { name: /by state$/ })).toBeVisible();
}

async function hasTable(page: Page) {
	await expect(page.getByRole('progressbar')).toBeHidden();
	await expect(table(page)).toBeVisible();
}

/** Expects no violation from axe, and no horizontal overflow. */
async function expectGood(page: Page, part: string) {
	const what = `${part}, ${page.viewportSize()?.width} pixels wide`;
	const boxes = await page.evaluate(() =>
		[document.documentElement, ...document.querySelectorAll('main, dialog[open]')].map(
			({ scrollWidth, clientWidth }) => scrollWidth - clientWidth
		)
	);
	expect.soft(Math.max(...boxes), `${what}: pixels beside the screen`).toBeLessThanOrEqual(0);
	await expectNoViolations(page, what);
}

/** Pixels: a desktop and a phone. */
const WIDTHS = [1440, 390];

test('every page is accessible and fits the screen, wide or narrow', async ({ page, api }) => {
	await page.goto('/connect');
	await expect(page.getByRole('status')).toContainText('Looking for Beeper');
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 900 });
		await expectGood(page, '/connect');
	}
	await submitLogin(page, api.address);
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
	for (const [path, complete] of PAGES) {
		await follow(page, path);
		for (const width of WIDTHS) {
			await page.setViewportSize({ width, height: 900 });
			await complete(page);
			await expectGood(page, path);
		}
	}
});

test('a chat is accessible with each of its panels, wide or narrow', async ({ page, api }) => {
	const { id, title } = await plainChat(api);
	await connect(page, api, '/chats');
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 900 });
		// From the list, so that nothing is unfolded yet.
		await follow(page, '/chats');
		await follow(page, `/chats/${encodeURIComponent(id)}?panel=developer`);
		await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
		await chatRead(page);
		await page.getByText('Raw JSON', { exact: true }).click();
		await page.getByRole('switch', { name: 'Show requests' }).check();
		await expectGood(page, 'a chat, for developers');
		for (const name of ['Edit', 'Details']) {
			await page.getByRole('tab', { name }).click();
			const summaries = page.getByRole('tabpanel', { name }).locator('summary');
			for (const summary of await summaries.all()) await summary.click();
			await expectGood(page, `a chat: ${name}`);
		}
	}
});

test('overlays and further pages of the capabilities are accessible too, wide or narrow', async ({
	page,
	api
}) => {
	await connect(page, api, COMPARISON);
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 900 });
		await follow(page, COMPARISON);
		await expectGoodComparison(page);
		await follow(page, '/capabilities/check');
		await expectGoodCheck(page);
		await follow(page, '/capabilities/snapshot');
		await expectGoodSnapshots(page);
	}
});

/** A comparison of two networks, with all that can be chosen for one. */
const COMPARISON =
	'/capabilities?network=whatsapp&network=signal&baseline=whatsapp&reference=yes&share=yes#edit';

/** Expects an open comparison to be good, with each of its overlays. */
async function expectGoodComparison(page: Page) {
	await hasTable(page);
	await expectGood(page, 'a comparison');
	await openEditCell(page);
	await expectGood(page, 'what is known of a cell');
	await page.keyboard.press('Escape');
	await page.locator('summary').filter({ hasText: 'networks' }).click();
	const networks = page.getByRole('group', { name: 'Networks' });
	await expect(networks).toBeVisible();
	const box = await networks.boundingBox();
	const { width = 0 } = page.viewportSize() ?? {};
	expect(box && [box.x >= 0, box.x + box.width <= width]).toEqual([true, true]);
	await expectGood(page, 'the networks to choose from');
	await page.keyboard.press('Escape');
	await openShare(page);
	await expectGood(page, 'sharing');
	await page.keyboard.press('Escape');
}

/** Expects an open check to be good with files, which fit the screen. */
async function expectGoodCheck(page: Page) {
	await expect(page.getByRole('progressbar')).toBeHidden();
	await page.getByLabel('Choose files').setInputFiles([
		{ name: 'photo.png', mimeType: 'image/png', buffer: PNG },
		{ name: `film-${'long'.repeat(20)}.webm`, mimeType: 'video/webm', buffer: WEBM }
	]);
	await page.getByLabel('Caption').fill('Look');
	await page.getByLabel('How long ago').fill('20');
	await expect(page.getByRole('table', { name: 'Where you can send it' })).toBeVisible();
	await expect(page.getByText('Checking…')).toHaveCount(0);
	await expectGood(page, 'a check');
	const below = await page.evaluate(() => {
		const { scrollHeight, clientHeight } = document.documentElement;
		return scrollHeight - clientHeight;
	});
	expect(below).toBe(0);
}

/** Expects the page of snapshots to be good with two of them, and with the share dialog. */
async function expectGoodSnapshots(page: Page) {
	await page
		.getByLabel('Before: choose a file')
		.setInputFiles(snapshotFile('before.json', '2026-01-31', '4.2.808', -2));
	await page
		.getByLabel('After: choose a file')
		.setInputFiles(snapshotFile('after.json', '2026-05-31', '4.3.0', 2));
	await expect(table(page)).toBeVisible();
	await expectGood(page, 'two snapshots');
	await openShare(page);
	await expectGood(page, 'sharing a snapshot');
}

test('overlays of the list are accessible too', async ({ page, startApi }) => {
	await page.setViewportSize({ width: 1440, height: 900 });
	await connect(page, await startApi(), '/chats?network=whatsapp&archived=no');
	await allLoaded(page);
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
	await expectGood(page, 'the list of keys');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Control+k');
	await expect(
		page.getByRole('combobox', { name: 'Find a chat, filter or command' })
	).toBeFocused();
	await expectGood(page, 'the palette');
	await page.keyboard.press('Escape');
	await openDisplay(page);
	await expectGood(page, 'the display options');
	await page.getByRole('button', { name: 'Columns' }).click();
	await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible();
	await expectGood(page, 'the columns');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Save this view' }).click();
	await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
	await expectGood(page, 'saving a view');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Manage saved views' }).click();
	await expect(page.getByRole('dialog', { name: 'Saved views' })).toBeVisible();
	await expectGood(page, 'saved views');
	await page.keyboard.press('Escape');

	await selectFirst(page, 3);
	await action(page, 'Remind…').click();
	await expect(page.getByRole('dialog', { name: 'Remind me about 3 chats' })).toBeVisible();
	await expectGood(page, 'a reminder');
	await page.keyboard.press('Escape');
	await action(page, 'More').click();
	await expect(page.getByRole('menu', { name: 'More actions' })).toBeVisible();
	await expectGood(page, 'more actions');
	await page.keyboard.press('Escape');
	await action(page, 'Archive').click();
	const plan = page.getByRole('dialog', { name: /^Archive/ });
	await expect(plan).toBeVisible();
	await expectGood(page, 'the plan');
	await plan.getByRole('button', { name: /^Archive/ }).click();
	await expect(outcome(page)).toContainText('Archived');
	await expectGood(page, 'the summary');
	await rows(page).first().hover();
	await expectGood(page, 'the buttons of a row');
	await rows(page).first().click({ button: 'right' });
	await expect(page.getByRole('menu')).toBeVisible();
	await expectGood(page, 'the menu of a row');
	await page.keyboard.press('Escape');
	await expect(rows(page).first()).toBeFocused();
	await page.keyboard.press('m');
	await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(/uted: /);
	await expectGood(page, 'a toast');
	await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click();
	await expect(page.getByRole('table', { name: 'Activity' })).toBeVisible();
	await expectGood(page, 'the activity');
});

test('parts that appear at times are accessible too: emoji, filters on a phone, merged chats, an expiring token', async ({
	page,
	startApi
}) => {
	const api = await startApi('--merged', 'a', '--labels', '--token-expires', '590');
	await openPlainChat(page, api);
	await expect(page.getByText('Your token expires in 10 min.')).toBeVisible();
	await page.getByRole('button', { name: 'React' }).first().click();
	const picker = page.getByRole('group', { name: 'Choose a reaction' });
	await expect(picker.getByRole('combobox')).toBeFocused();
	await expect(picker.getByRole('tabpanel').or(picker.getByRole('menuitem')).first()).toBeVisible();
	await expectGood(page, 'the emoji');
	await page.getByRole('button', { name: 'Paste a new token' }).click();
	await expect(page.getByRole('dialog', { name: 'Use another token' })).toBeVisible();
	await expectGood(page, 'another token');

	await page.setViewportSize({ width: 390, height: 844 });
	await page.keyboard.press('Escape');
	await follow(page, '/chats?merged=yes');
	await page.getByRole('button', { name: 'Filters' }).click();
	await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
	await expectGood(page, 'the filters');
	await page.keyboard.press('Escape');
	await rows(page).first().click();
	await page.getByRole('button', { name: 'Actions' }).click();
	await expectGood(page, 'the actions of a merged chat');
	await page.keyboard.press('Escape');
	await page.getByRole('tab', { name: 'Details' }).click();
	await expect(page.getByRole('heading', { name: /^Merged from \d chats$/ })).toBeVisible();
	await expectGood(page, 'a merged chat');
	await page.getByRole('switch', { name: 'Privacy mode' }).click();
	await expectGood(page, 'a chat of which no name is told');
});
