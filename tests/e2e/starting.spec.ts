import type { Page } from '@playwright/test';
import { connect, countLine, expect, rows, test } from './fixtures';
import { lying } from './keeping';

const STARTING = 'Beeper may still be starting.';

function starting(page: Page) {
	return page.getByRole('status').filter({ hasText: STARTING });
}

test('a Beeper that has only just started is not said to have no chats, nor takes kept ones out of sight', async ({
	page,
	startApi
}) => {
	const api = await startApi('--not-ready', '3600');
	const port = ['--port', new URL(api.address).port];
	await connect(page, api, '/chats');
	await expect(starting(page)).toContainText('Chats appear here as soon as it’s ready.');
	await expect(page.getByText('This Beeper has no chats')).toHaveCount(0);
	await api.stop();
	const ready = await startApi(...port);
	await expect(countLine(page)).toHaveText('100 of 100 chats');
	await expect(starting(page)).toHaveCount(0);
	await expect.poll(async () => (await lying(page))?.heads.length).toBe(1);
	const heads = (await lying(page))?.heads;
	await ready.stop();

	const again = await startApi(...port, '--not-ready', '3600:3');
	await page.reload();
	await expect(starting(page)).toContainText('Showing 100 chats from');
	await expect(countLine(page)).toContainText('100 of 100 chats so far');
	await expect(rows(page)).not.toHaveCount(0);
	expect((await lying(page))?.heads).toEqual(heads);
	await again.stop();
	await startApi(...port);
	await expect(starting(page)).toHaveCount(0);
	await expect(countLine(page)).toHaveText('100 of 100 chats');
	await expect(page.getByText('Different Beeper')).toHaveCount(0);
});

test('what the search gave is “so far” until the list has confirmed it, where many are selected too', async ({
	page,
	startApi
}) => {
	let open: () => void = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	let isHeld = false;
	// The search ends before the list does.
	await page.route('**/v1/chats?**cursor**', async (route) => {
		isHeld = true;
		await opened;
		await route.fallback();
	});
	await connect(page, await startApi('--page-size', '25', '--list-limit', 'ignored'), '/chats');
	await expect.poll(() => isHeld).toBe(true);
	await expect(countLine(page)).toHaveText('100 of 100 chats so far');
	await rows(page).first().getByRole('checkbox').check();
	await expect(page.getByRole('button', { name: 'Select all 100 so far' })).toBeVisible();
	open();
	await expect(countLine(page)).toHaveText('100 of 100 chats');
	await expect(page.getByRole('button', { name: 'Select all 100' })).toHaveText('Select all 100');
});
