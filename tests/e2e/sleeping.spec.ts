import type { Page } from '@playwright/test';
import { connect, expect, test } from './fixtures';
import { lying } from './keeping';

/** A tab that holds the database open, and is too fast asleep to let it go. @returns wakes it up */
async function fallAsleep(page: Page): Promise<() => Promise<void>> {
	await page.goto('/connect');
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('beeper-dashboard');
				opening.onsuccess = () => {
					addEventListener('wake-up', () => opening.result.close());
					resolve();
				};
			})
	);
	return () => page.evaluate(() => void dispatchEvent(new Event('wake-up')));
}

async function signOut(page: Page) {
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByRole('button', { name: 'Connect' })).toBeVisible();
}

test('Sign out works, again too, while a tab that sleeps holds what was kept', async ({
	page,
	context,
	api
}) => {
	await connect(page, api, '/chats');
	await expect.poll(async () => (await lying(page))?.heads.length).toBe(1);
	const wakeUp = await fallAsleep(await context.newPage());
	await signOut(page);
	await connect(page, api, '/chats');
	await signOut(page);
	await wakeUp();
	await expect.poll(() => lying(page)).toBe(null);
});
