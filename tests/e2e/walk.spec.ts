import type { Page } from '@playwright/test';
import { allLoaded, connect, countLine, expect, follow, getRowName, rows, test } from './fixtures';

/** Small pages of the list, so that chats are loaded by the search, which is more complex. */
const WALKED = ['--chats', '1000', '--page-size', '25', '--list-limit', 'ignored'];

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

test('a server that ends in the middle of the first walk is said, what came stays, and one button goes on to the end', async ({
	page,
	startApi
}) => {
	await page.clock.install();
	const api = await startApi(...WALKED);
	const { isHeld, letThrough } = await holdWalk(page, 3);
	await connect(page, api, '/chats');
	await expect.poll(isHeld).toBe(true);
	await expect(rows(page)).not.toHaveCount(0);
	const before = await come(page);
	const first = await getRowName(rows(page).first());
	await api.stop();
	letThrough();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('Beeper isn’t responding');
	expect(await come(page)).toBeGreaterThanOrEqual(Math.max(before, 400));
	expect(await come(page)).toBeLessThan(1000);
	await expect.poll(() => getRowName(rows(page).first())).toBe(first);

	// The clock is paused, so that no poll happens; the one that is due by then still finds no server.
	const missed = page.waitForEvent('requestfailed');
	await page.clock.pauseAt(Date.now() + 60_000);
	await missed;
	await startApi(...WALKED, '--port', new URL(api.address).port);
	await alert.getByRole('button', { name: 'Try again' }).click();
	await expect(countLine(page)).toContainText('1,000 of 1,000 chats');
	// The list confirms the chats later.
	await page.clock.resume();
	await allLoaded(page, '1,000');
	await expect(alert).toHaveCount(0);
	await expect(page.getByText(/^Updated \d+ (s|min) ago/)).toBeVisible();
});

test('while Beeper is away from the start, each page says that and nothing that is not known', async ({
	page,
	startApi
}) => {
	const api = await startApi(...WALKED);
	await api.stop();
	await connect(page, api, '/overview');
	const alert = page.getByRole('alert');
	for (const path of ['/overview', '/capabilities', '/capabilities/check', '/accounts', '/chats']) {
		await follow(page, path);
		await expect(alert).toContainText('Beeper isn’t responding');
		await expect(page.getByRole('main')).not.toContainText(
			/couldn’t be read|Loading|No (chats yet|accounts|results)|\d+ rows|\b0\b/
		);
	}
	await startApi(...WALKED, '--port', new URL(api.address).port);
	await alert.getByRole('button', { name: 'Try again' }).click();
	await allLoaded(page, '1,000');
	await expect(alert).toHaveCount(0);
});
