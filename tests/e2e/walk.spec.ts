import type { Page } from '@playwright/test';
import { allLoaded, connect, countLine, expect, getRowName, rows, test } from './fixtures';

// Small pages of the list, so that chats are loaded by the search, which is more complex.
test.use({
	apiArgs: ['--chats', '2000', '--page-size', '25', '--seed', '3', '--list-limit', 'ignored']
});

/** The number of chats loaded so far. */
async function come(page: Page): Promise<number> {
	const [, total = ''] = /of ([\d,]+) chats/.exec(await countLine(page).innerText()) ?? [];
	return Number(total.replace(',', ''));
}

/** Holds back the search after its first pages, until `letThrough` is called. @param most - number of pages that pass first */
async function holdWalk(page: Page, most: number) {
	let asked = 0;
	let open: () => void = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	await page.route('**/v1/chats/search?**', async (route) => {
		asked += 1;
		if (asked > most) await opened;
		await route.fallback();
	});
	return { isHeld: () => asked > most, letThrough: () => open() };
}

/** Connects and stops the server during the first walk. @returns starts it again at the same address */
async function loseServer(
	page: Page,
	startApi: (...args: string[]) => Promise<Parameters<typeof connect>[1]>
) {
	const api = await startApi();
	const { isHeld, letThrough } = await holdWalk(page, 8);
	await connect(page, api, '/chats');
	await expect.poll(isHeld).toBe(true);
	await expect(rows(page)).not.toHaveCount(0);
	const before = await come(page);
	const first = await getRowName(rows(page).first());
	await api.stop();
	letThrough();

	await expect(page.getByRole('alert')).toContainText('Beeper isn’t responding');
	expect(await come(page)).toBeGreaterThanOrEqual(Math.max(before, 400));
	expect(await come(page)).toBeLessThan(2000);
	await expect.poll(() => getRowName(rows(page).first())).toBe(first);
	return () => startApi('--port', new URL(api.address).port);
}

async function expectWhole(page: Page) {
	await allLoaded(page, '2,000');
	await expect(countLine(page)).toContainText('2,000 of 2,000 chats');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect(page.getByText(/^Updated \d+ (s|min) ago/)).toBeVisible();
}

test('a server that ends in the middle of the first walk is said, what came stays, and one button goes on to the end', async ({
	page,
	startApi
}) => {
	await page.clock.install();
	const restart = await loseServer(page, startApi);
	// The clock is paused, so that no poll happens; the one that is due by then still finds no server.
	const missed = page.waitForEvent('requestfailed');
	await page.clock.pauseAt(Date.now() + 60_000);
	await missed;
	await restart();
	await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
	await expect(countLine(page)).toContainText('2,000 of 2,000 chats');
	// The list confirms the chats later.
	await page.clock.resume();
	await expectWhole(page);
});

test('a server that comes back is noticed, and the walk goes on to the end by itself', async ({
	page,
	startApi
}) => {
	const restart = await loseServer(page, startApi);
	await restart();
	await expectWhole(page);
});

/** Expects all chats when the first walk ends: any missing ones would come minutes later. */
async function expectWholeAtOnce(page: Page, total = '2,000') {
	const updated = page.getByText(/^Updated \d+ (s|min) ago/);
	await expect(updated.or(page.getByRole('alert'))).toBeVisible({ timeout: 30_000 });
	expect(await countLine(page).innerText()).toContain(`${total} of ${total} chats`);
	await expect(page.getByRole('alert')).toHaveCount(0);
}

test('a search that forgets every cursor costs no chat', async ({ page, startApi }) => {
	await page.route('**/v1/chats/search?**', (route) => {
		const url = new URL(route.request().url());
		if (!url.searchParams.has('cursor')) return route.fallback();
		url.searchParams.set('cursor', 'of-yesterday');
		return route.continue({ url: url.href });
	});
	await connect(page, await startApi(), '/chats');
	await expectWholeAtOnce(page);
});

/** Replaces the first cursor of the list by one that the API rejects, as if it had expired. */
async function expireCursor(page: Page) {
	let isExpired = false;
	await page.route('**/v1/chats?**', (route) => {
		const url = new URL(route.request().url());
		if (isExpired || !url.searchParams.has('cursor')) return route.fallback();
		isExpired = true;
		url.searchParams.set('cursor', 'of-yesterday');
		return route.continue({ url: url.href });
	});
}

test('a cursor that expires where there is no search to walk by begins the list again', async ({
	page,
	startApi
}) => {
	await page.route('**/v1/chats/search?**', (route) =>
		route.continue({ url: route.request().url().replace('/search', '/none/none') })
	);
	await expireCursor(page);
	await connect(page, await startApi('--chats', '300', '--page-size', '50'), '/chats');
	await expectWholeAtOnce(page, '300');
});
