import type { Page } from '@playwright/test';
import { allLoaded, connect, countLine, expect, grid, matching, rows, test } from './fixtures';

function flag(page: Page, name: string) {
	return page.getByRole('group', { name, exact: true });
}

function search(page: Page) {
	return page.getByRole('searchbox', { name: 'Search chats' });
}

test('a filter is counted, bookmarked, undone and redone', async ({ page, api }) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	const yes = flag(page, 'Archived').getByRole('radio', { name: 'Yes' });
	const any = flag(page, 'Archived').getByRole('radio', { name: 'Any' });
	await yes.check();
	await expect(page).toHaveURL('/chats?archived=yes');
	await expect(countLine(page)).not.toContainText('400 of');
	const archived = await matching(page);
	await expect(yes).toHaveAccessibleDescription(String(archived));
	await expect(grid(page)).toHaveAttribute('aria-rowcount', String(archived + 1));
	await expect(rows(page).first()).toHaveAccessibleName(/archived/);

	await page.reload();
	await allLoaded(page);
	await expect(yes).toBeChecked();
	expect(await matching(page)).toBe(archived);
	await page.goBack();
	await expect(page).toHaveURL('/chats');
	await expect(any).toBeChecked();
	await expect(countLine(page)).toContainText('400 of 400 chats');
	await page.goForward();
	await expect(page).toHaveURL('/chats?archived=yes');
	await expect(yes).toBeChecked();
	await expect(countLine(page)).toContainText(`${archived} of 400 chats`);
});

test('several filters narrow each other, and are taken back one by one', async ({ page, api }) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await flag(page, 'Muted').getByRole('radio', { name: 'Yes' }).check();
	await expect(page).toHaveURL('/chats?muted=yes');
	const muted = await matching(page);
	await flag(page, 'Type').getByRole('radio', { name: 'Group' }).check();
	await expect(page).toHaveURL(/muted=yes&type=group/);
	await expect.poll(() => matching(page)).toBeLessThan(muted);
	for (const row of await rows(page).all()) {
		await expect(row).toHaveAccessibleName(/group chat.*muted/);
	}
	const active = page.getByRole('list', { name: 'Active filters' });
	await active.getByRole('link', { name: /Muted/ }).click();
	await expect(page).toHaveURL('/chats?type=group');
	await page.getByRole('link', { name: 'Clear filters' }).first().click();
	await expect(page).toHaveURL('/chats');
	await expect(countLine(page)).toContainText('400 of 400 chats');
});

test('no character of a fast search is lost, and one step back leaves it', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await page.getByRole('link', { name: 'Cards' }).click();
	await expect(page).toHaveURL('/chats?layout=cards');
	const title = await rows(page).nth(2).getByRole('link').innerText();
	await search(page).pressSequentially(title);
	await expect(search(page)).toHaveValue(title);
	await expect(search(page)).toBeFocused();
	await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(title);
	await expect.poll(() => matching(page)).toBeLessThan(400);
	await expect(rows(page).getByRole('link', { name: title, exact: true })).not.toHaveCount(0);
	await page.goBack();
	await expect(page).toHaveURL('/chats');
	await expect(search(page)).toHaveValue('');
	await expect(countLine(page)).toContainText('400 of 400 chats');
});

test('a search that finds nothing says so and offers every chat', async ({ page, api }) => {
	await connect(page, api, '/chats?q=no+such+thing+anywhere');
	await allLoaded(page);
	await expect(page.getByText('No chat matches')).toBeVisible();
	await page.getByRole('link', { name: 'Show every chat' }).click();
	await expect(page).toHaveURL('/chats');
	await expect(rows(page)).not.toHaveCount(0);
});

test('a value that means nothing is ignored, with a note; the rest holds', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats?archived=maybe&sort=colour&pinned=yes&foo=bar');
	await allLoaded(page);
	const note = page
		.getByRole('status')
		.filter({ hasText: 'Part of the address means nothing here' });
	await expect(note).toContainText('“maybe” is not a value for archived');
	await expect(note).toContainText('“colour” is not a value for sort');
	await expect(note).not.toContainText('foo');
	await expect(flag(page, 'Pinned').getByRole('radio', { name: 'Yes' })).toBeChecked();
	await expect(flag(page, 'Archived').getByRole('radio', { name: 'Any' })).toBeChecked();
	await flag(page, 'Pinned').getByRole('radio', { name: 'Any' }).check();
	await expect(page).toHaveURL(/foo=bar/);
});

async function participantNumbers(page: Page): Promise<number[]> {
	const shown = await rows(page).all();
	return Promise.all(
		shown.map(async (row) =>
			Number((await row.getByRole('gridcell').nth(3).innerText()).replace(',', ''))
		)
	);
}

test('a column header sorts, and sorts back', async ({ page, api }) => {
	await connect(page, api, '/chats?type=group');
	await allLoaded(page);
	const header = page.getByRole('columnheader', { name: 'People' });
	await header.getByRole('link').click();
	await expect(page).toHaveURL('/chats?type=group&sort=participants');
	await expect(header).toHaveAttribute('aria-sort', 'descending');
	const falling = await participantNumbers(page);
	expect(falling).toEqual(falling.toSorted((one, other) => other - one));

	await header.getByRole('link').click();
	await expect(page).toHaveURL('/chats?type=group&sort=-participants');
	await expect(header).toHaveAttribute('aria-sort', 'ascending');
	const rising = await participantNumbers(page);
	expect(rising).toEqual(rising.toSorted((one, other) => one - other));
	expect(rising[0]).toBeLessThan(falling[0] ?? 0);
});

test('cards show the same chats side by side', async ({ page, api }) => {
	await connect(page, api, '/chats?unread=yes');
	await allLoaded(page);
	const unread = await matching(page);
	const first = await rows(page).first().getAttribute('aria-label');
	await page.getByRole('link', { name: 'Cards' }).click();
	await expect(page).toHaveURL('/chats?unread=yes&layout=cards');
	await expect(rows(page).first().getByRole('gridcell')).toHaveCount(1);
	await expect(rows(page).first()).toHaveAccessibleName(first ?? '');
	expect(await matching(page)).toBe(unread);
	const [one, other] = await Promise.all([
		rows(page).nth(0).boundingBox(),
		rows(page).nth(1).boundingBox()
	]);
	expect(one?.y).toBe(other?.y);
});

test('networks are chosen by box, and one choice adds to another', async ({ page, api }) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	const networks = page.getByRole('group', { name: 'Networks' });
	await networks.getByRole('checkbox', { name: 'Signal' }).check();
	await expect(page).toHaveURL('/chats?network=signal');
	const signal = await matching(page);
	await expect(networks.getByRole('checkbox', { name: 'Signal' })).toHaveAccessibleDescription(
		String(signal)
	);
	await expect(rows(page).first()).toHaveAccessibleName(/, Signal, /);
	await networks.getByRole('checkbox', { name: 'Discord' }).check();
	await expect(page).toHaveURL('/chats?network=signal&network=discordgo');
	await expect.poll(() => matching(page)).toBeGreaterThan(signal);
});

test('a new name for a network opens an old bookmark', async ({ page, api }) => {
	await connect(page, api, '/chats?network=WhatsApp&archived=no');
	await allLoaded(page);
	await expect(rows(page).first()).toHaveAccessibleName(/, WhatsApp, /);
	await expect(page.getByRole('status').filter({ hasText: 'ignored' })).toBeHidden();
});
