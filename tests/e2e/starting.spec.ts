import type { Page } from '@playwright/test';
import { allLoaded, connect, countLine, expect, rows, test } from './fixtures';
import { lying } from './keeping';

const STARTING = 'Beeper may still be starting.';

test.use({ apiArgs: ['--seed', '3'] });

function starting(page: Page) {
	return page.getByRole('status').filter({ hasText: STARTING });
}

test('a Beeper that has only just started does not take the kept chats out of sight, and all is right by itself', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await connect(page, api, '/chats');
	await allLoaded(page, '400');
	await expect.poll(async () => (await lying(page))?.heads.length, { timeout: 30_000 }).toBe(1);
	const { port } = new URL(api.address);
	await api.stop();
	await page.goto('about:blank');

	await startApi('--port', port, '--not-ready', '8:3');
	await page.goto('/chats');
	await expect(starting(page)).toContainText('Showing 400 chats from');
	await expect(countLine(page)).toContainText('400 of 400 chats so far');
	await expect(rows(page)).not.toHaveCount(0);

	await expect(starting(page)).toHaveCount(0, { timeout: 30_000 });
	await expect(countLine(page)).toHaveText('400 of 400 chats');
});

test('a Beeper that has only just started is not said to have no chats', async ({
	page,
	startApi
}) => {
	await connect(page, await startApi('--not-ready', '5'), '/chats');
	await expect(starting(page)).toContainText('Chats appear here as soon as it’s ready.');
	await expect(page.getByText('No chats here')).toHaveCount(0);
	await expect(countLine(page)).toHaveText('400 of 400 chats', { timeout: 30_000 });
	await expect(starting(page)).toHaveCount(0);
});

test('what the search gave is “so far” until the list has confirmed it, where many are selected too', async ({
	page,
	startApi
}) => {
	let open: () => void = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	let isHeld = false;
	// The walk of the search ends before the list is walked to its end.
	await page.route('**/v1/chats?**cursor**', async (route) => {
		isHeld = true;
		await opened;
		await route.fallback();
	});
	await connect(page, await startApi('--list-limit', 'ignored'), '/chats');
	await expect.poll(() => isHeld, { timeout: 30_000 }).toBe(true);
	await expect(countLine(page)).toHaveText('400 of 400 chats so far');
	await rows(page).first().getByRole('checkbox').check();
	await expect(page.getByRole('button', { name: 'Select all 400 so far' })).toBeVisible();
	open();
	await expect(countLine(page)).toHaveText('400 of 400 chats', { timeout: 30_000 });
	await expect(page.getByRole('button', { name: 'Select all 400' })).toHaveText('Select all 400');
});

test('with cursors that come back under every filter all 10,000 chats come', async ({
	page,
	startApi
}) => {
	const many = ['--chats', '10000', '--cursors', 'offsets', '--list-limit', 'ignored'];
	await connect(page, await startApi(...many), '/chats');
	await expect(countLine(page)).toContainText('10,000 of 10,000 chats', { timeout: 60_000 });
});
