import { allLoaded, connect, expect, matching, rows, test } from './fixtures';

test.use({ apiArgs: ['--chats', '3000', '--page-size', '500', '--seed', '3'] });

test('a stale bookmark says what it no longer knows, and shows the rest', async ({ page, api }) => {
	await connect(page, api, '/chats?unread=yes&network=signal');
	await allLoaded(page, '3,000');
	const unread = await matching(page);
	expect(unread).toBeGreaterThan(0);

	await page.goto('/chats?unread=yes&network=nosuch&network=signal&sort=whatever&view=old');
	await allLoaded(page, '3,000');
	const note = page
		.getByRole('status')
		.filter({ hasText: 'Part of the address means nothing here' });
	await expect(note).toContainText('“whatever” is not a value for sort');
	await expect(note).toContainText('“nosuch” is not a value for network');
	await expect(note.getByRole('listitem')).toHaveCount(2);
	await expect(rows(page).first()).toHaveAccessibleName(/, Signal, /);
	expect(await matching(page)).toBe(unread);
	await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a bookmark of nothing but a network that is gone leads on to every chat', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats?network=nosuch');
	await allLoaded(page, '3,000');
	await expect(page.getByRole('status').filter({ hasText: '“nosuch”' })).toBeVisible();
	await page.getByRole('link', { name: 'Show every chat' }).click();
	await expect.poll(() => matching(page)).toBe(3000);
	await expect(page.getByText('“nosuch”')).toHaveCount(0);
});
