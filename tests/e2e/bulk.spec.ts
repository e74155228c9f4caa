import type { Page } from '@playwright/test';
import { allLoaded, chatsOf, connect, expect, matching, rows, test } from './fixtures';
import { openView, outcome, summary, VIEW } from './many';
import type { Running } from './servers';
import { holdWrites, interceptWrites, writesOf } from './writes';

async function select(page: Page, ...places: readonly number[]) {
	for (const place of places) await rows(page).nth(place).getByRole('checkbox').check();
}

function bar(page: Page) {
	return page.getByRole('region', { name: 'Selected chats' });
}

function picked(page: Page) {
	return bar(page).getByRole('status');
}

function plan(page: Page, name: string | RegExp) {
	return page.getByRole('dialog', { name });
}

/** What is known of each chat that a bulk action changes. */
async function marksOf(api: Running) {
	return (await chatsOf(api))
		.map(({ id, isArchived, isMuted, isPinned }) => ({ id, isArchived, isMuted, isPinned }))
		.sort((one, other) => one.id.localeCompare(other.id));
}

test('three chats are archived as the plan says, each once, and undone', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api);
	const before = await marksOf(api);
	const writes = await writesOf(page);
	const count = await matching(page);
	await select(page, 0, 2, 4);
	await expect(picked(page)).toHaveText('3 selected');
	await bar(page).getByRole('button', { name: 'Archive', exact: true }).dblclick();
	const dialog = plan(page, 'Archive 3 chats in 1 network');
	await expect(dialog).toBeVisible();
	expect(writes).toEqual([]);
	await dialog.getByRole('button', { name: 'Archive 3 chats' }).dblclick();
	await expect(outcome(page)).toHaveText('Archived: 3 chats');
	await expect(page).toHaveURL(VIEW);
	await expect.poll(() => matching(page)).toBe(count - 3);
	expect(new Set(writes.map(({ path }) => path)).size).toBe(3);
	await expect
		.poll(() => writes.map(({ body }) => body))
		.toEqual(Array(3).fill({ archived: true }));

	await summary(page).getByRole('button', { name: 'Undo' }).dblclick();
	await expect(outcome(page)).toHaveText('Undone: 3 chats');
	await expect.poll(() => matching(page)).toBe(count);
	await expect
		.poll(() => writes.slice(3).map(({ body }) => body))
		.toEqual(Array(3).fill({ archived: false }));
	expect(await marksOf(api)).toEqual(before);
});

test('a plan that is cancelled sends nothing', async ({ page, api }) => {
	await openView(page, api);
	const writes = await writesOf(page);
	await select(page, 0, 1);
	await bar(page).getByRole('button', { name: 'Pin', exact: true }).click();
	await plan(page, /^Pin 2 chats/)
		.getByRole('button', { name: 'Cancel' })
		.click();
	await bar(page).getByRole('button', { name: 'Mute', exact: true }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(picked(page)).toHaveText('2 selected');
	expect(writes).toEqual([]);
});

test('Shift selects a range, and puts it back', async ({ page, api }) => {
	await openView(page, api);
	await select(page, 1);
	await rows(page)
		.nth(5)
		.getByRole('checkbox')
		.click({ modifiers: ['Shift'] });
	await expect(picked(page)).toHaveText('5 selected');
	await expect(rows(page).nth(3).getByRole('checkbox')).toBeChecked();
	await expect(rows(page).nth(0).getByRole('checkbox')).not.toBeChecked();
	await rows(page)
		.nth(3)
		.getByRole('checkbox')
		.click({ modifiers: ['Shift'] });
	await expect(picked(page)).toHaveText('2 selected');
	await bar(page).getByRole('button', { name: 'Clear selection' }).click();
	await expect(bar(page)).toBeHidden();
	await expect(page).toHaveURL(VIEW);
});

test('all that match are muted, those that are muted stay so, and undo knows them apart', async ({
	page,
	startApi
}) => {
	const api = await startApi('--chats', '120');
	await connect(page, api, '/chats?network=whatsapp&network=telegram');
	await allLoaded(page, '120');
	const before = await marksOf(api);
	const writes = await writesOf(page);
	const count = await matching(page);
	await select(page, 0);
	await bar(page)
		.getByRole('button', { name: `Select all ${count}` })
		.click();
	await expect(picked(page)).toHaveText(`${count} selected`);
	await bar(page).getByRole('button', { name: 'Mute', exact: true }).click();
	const dialog = plan(page, /^Mute \d+ chats in 2 networks; \d+ needs? no change$/);
	const words = await dialog.getByRole('heading').innerText();
	const [toMute = 0, , already = 0] = (words.match(/\d+/g) ?? []).map(Number);
	expect(toMute + already).toBe(count);
	// So many are not to be changed by pressing Enter without looking.
	if (toMute > 20) await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
	await dialog.getByRole('button', { name: `Mute ${toMute} chats` }).click();
	await expect(outcome(page)).toHaveText(`Muted: ${toMute} chats`);
	expect(new Set(writes.map(({ path }) => path)).size).toBe(toMute);
	await expect.poll(() => writes).toHaveLength(toMute);
	await summary(page).getByRole('button', { name: 'Undo' }).click();
	await expect(outcome(page)).toHaveText(`Undone: ${toMute} chats`);
	await expect.poll(() => writes).toHaveLength(2 * toMute);
	expect(await marksOf(api)).toEqual(before);
});

test('failures in the middle are listed with their reason, and tried again when asked', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api);
	const writes = await writesOf(page);
	const failing = new Set<string>();
	for (const place of [1, 3]) {
		const href = await rows(page).nth(place).getByRole('link').getAttribute('href');
		failing.add(`/v1${href}/archive`);
	}
	const letThrough = await interceptWrites(page, 409, ({ path }) => failing.has(path));
	await select(page, 0, 1, 2, 3, 4, 5);
	await bar(page).getByRole('button', { name: 'Archive', exact: true }).click();
	await plan(page, /^Archive 6 chats/)
		.getByRole('button', { name: 'Archive 6 chats' })
		.click();
	await expect(outcome(page)).toHaveText('Archived: 4 chats, 2 failed');
	await expect(summary(page)).toContainText('Failed: 2 chats');
	await summary(page)
		.getByText(/Something else got there first/)
		.click();
	await expect(summary(page).getByRole('link')).toHaveCount(2);
	await expect.poll(() => writes).toHaveLength(6);
	await letThrough();
	await summary(page).getByRole('button', { name: 'Try the failed again' }).dblclick();
	await expect(outcome(page)).toHaveText('Archived: 6 chats');
	expect(new Set(writes.slice(6).map(({ path }) => path))).toEqual(failing);
	await expect.poll(() => writes).toHaveLength(8);
});

test('at most four are under way, and Stop begins no more', async ({ page, startApi }) => {
	const api = await startApi();
	await openView(page, api);
	const writes = await writesOf(page);
	const answer = await holdWrites(page);
	await select(page, 0, 1, 2, 3, 4, 5, 6, 7, 8);
	await bar(page).getByRole('button', { name: 'Mark unread' }).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Mark \d chats as unread$/ })
		.click();
	const progress = page.getByRole('region', { name: 'Progress' });
	await expect(progress.getByRole('progressbar')).toBeVisible();
	await expect.poll(() => writes.length).toBe(4);
	await progress.getByRole('button', { name: 'Stop' }).click();
	await expect(progress).toContainText('Stopping');
	answer();
	await expect(outcome(page)).toHaveText(/^Marked as unread: 4 chats, \d not started$/);
	await expect.poll(() => writes).toHaveLength(4);
});
