import type { Locator } from '@playwright/test';
import { allLoaded, connect, expect, follow, openPlainChat, test } from './fixtures';
import { archiveFirst, outcome, selectFirst, VIEW } from './many';

/** Expects targets of at least 24 × 24 pixels, as WCAG 2.2 asks for. */
async function expectLarge(targets: Locator) {
	await expect(targets.first()).toBeVisible();
	const sizes = await targets.evaluateAll((nodes) =>
		nodes
			.map((node) => node.getBoundingClientRect())
			.map(({ width, height }) => Math.min(width, height))
			.filter((size) => size > 0)
	);
	expect(Math.min(...sizes), String(targets)).toBeGreaterThanOrEqual(24);
}

test('small links, choices and summaries are large enough to be pressed', async ({
	page,
	startApi
}) => {
	await connect(page, await startApi(), '/overview');
	await expectLarge(page.getByRole('link', { name: 'Show in list' }));
	await expectLarge(page.getByRole('link', { name: 'All reminders in list' }));
	await follow(page, '/accounts');
	await expectLarge(page.getByRole('link', { name: /^\d+ (chats?|unread): / }));
	await follow(page, '/chats/new');
	await expectLarge(page.getByRole('group', { name: 'Type' }).getByRole('radio'));

	await follow(page, VIEW);
	await allLoaded(page);
	await selectFirst(page, 2);
	await expectLarge(page.getByRole('button', { name: /^Select all/ }));
	await archiveFirst(page, 2);
	await expect(outcome(page)).toContainText('Archived');
	await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click();
	await page.getByRole('button', { name: /^Chats: Archived/ }).click();
	await expectLarge(page.locator('summary', { hasText: 'Details' }));
});

test('so are the requests of a chat', async ({ page, api }) => {
	await openPlainChat(page, api, 'developer');
	await page.getByRole('switch', { name: 'Show requests' }).click();
	await expectLarge(page.locator('summary', { hasText: /^\s*Show requests?/ }));
});
