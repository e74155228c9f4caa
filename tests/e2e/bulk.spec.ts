import type { Page } from '@playwright/test';
import {
	allLoaded,
	connect,
	expect,
	getRowName,
	grid,
	matching,
	readListedChats,
	rows,
	rowWithFocus,
	test
} from './fixtures';
import { action, archiveFirst, openView, outcome, selectFirst, summary, VIEW } from './many';
import type { Running } from './servers';
import {
	formatWrites,
	holdWrites,
	interceptWrites,
	listBodies,
	recordWrites,
	type SentWrite
} from './writes';

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

/**
 * Archives twelve chats, and waits until four are archived and four under way.
 *
 * @returns lets the rest through
 */
async function archiveHalfway(page: Page, writes: readonly SentWrite[]): Promise<() => void> {
	const letThrough = await holdWrites(page, 4);
	await archiveFirst(page, 12);
	await expect.poll(() => writes.length).toBe(8);
	return letThrough;
}

/** The row that Tab stops at. */
function currentRow(page: Page) {
	return grid(page).locator('[role="row"][tabindex="0"]');
}

/** The fields of every chat that bulk actions change. */
async function readMarks(api: Running) {
	return (await readListedChats(api))
		.map(({ id, isArchived, isMuted, isPinned }) => ({ id, isArchived, isMuted, isPinned }))
		.sort((one, other) => one.id.localeCompare(other.id));
}

test('a plan that is left sends nothing, one that is confirmed sends each once, and the focus goes along', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api);
	const before = await readMarks(api);
	const writes = await recordWrites(page);
	await test.step('chats are selected singly or by range', async () => {
		await select(page, 1);
		function box(place: number) {
			return rows(page).nth(place).getByRole('checkbox');
		}
		await box(5).click({ modifiers: ['Shift'] });
		await expect(picked(page)).toHaveText('5 selected');
		await expect(box(3)).toBeChecked();
		await expect(box(0)).not.toBeChecked();
		await box(3).click({ modifiers: ['Shift'] });
		await expect(picked(page)).toHaveText('2 selected');
	});

	await test.step('a plan that is left gives the focus back', async () => {
		await action(page, 'Pin').click();
		await plan(page, /^Pin 2 chats/)
			.getByRole('button', { name: 'Cancel' })
			.click();
		await expect(action(page, 'Pin')).toBeFocused();
		await action(page, 'Remind…').dblclick();
		const dialog = page.getByRole('dialog');
		await expect(dialog.getByLabel('When', { exact: true })).toBeFocused();
		await dialog.getByRole('button', { name: 'Next week' }).click();
		await expect(dialog.getByRole('button', { name: 'Remind me about 2 chats' })).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(action(page, 'Remind…')).toBeFocused();
		await currentRow(page).focus();
		await page.keyboard.press('m');
		await expect(plan(page, /^Mute 2 chats/)).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await expect(currentRow(page)).toBeFocused();
		await expect(picked(page)).toHaveText('2 selected');
	});

	await test.step('all are selected, and none', async () => {
		await bar(page)
			.getByRole('button', { name: /^Select all/ })
			.click();
		await expect(bar(page)).toBeFocused();
		await bar(page).getByRole('button', { name: 'Clear selection' }).click();
		await expect(bar(page)).toBeHidden();
		await expect(currentRow(page)).toBeFocused();
		await expect(page).toHaveURL(VIEW);
		expect(writes).toEqual([]);
	});

	await test.step('three are archived as the plan says, each once, and undone', async () => {
		const count = await matching(page);
		await select(page, 0, 2, 4);
		const first = await getRowName(rows(page).first());
		await action(page, 'Archive').dblclick();
		const confirm = plan(page, 'Archive 3 chats in 1 network').getByRole('button', {
			name: 'Archive 3 chats'
		});
		await expect(confirm).toBeFocused();
		expect(writes).toEqual([]);
		await confirm.click();
		await expect(outcome(page)).toHaveText('Archived: 3 chats');
		await expect(summary(page)).toBeFocused();
		await expect(page).toHaveURL(VIEW);
		await expect.poll(() => matching(page)).toBe(count - 3);
		expect(new Set(formatWrites(writes)).size).toBe(3);
		expect(listBodies(writes)).toEqual(Array(3).fill({ archived: true }));

		await summary(page).getByRole('button', { name: 'Undo' }).click();
		await expect(outcome(page)).toHaveText('Undone: 3 chats');
		await expect(rowWithFocus(page)).toHaveAccessibleName(new RegExp(`^${first}`));
		await expect.poll(() => matching(page)).toBe(count);
		expect(listBodies(writes.slice(3))).toEqual(Array(3).fill({ archived: false }));
		expect(await readMarks(api)).toEqual(before);
		await summary(page).getByRole('button', { name: 'Close' }).click();
		await expect(currentRow(page)).toBeFocused();
	});
});

test('all that match are muted or reminded of, each once; those that are so stay so, and undo knows them apart', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await connect(page, api, '/chats?network=whatsapp&network=telegram&reminder=no');
	await allLoaded(page);
	const before = await readMarks(api);
	const writes = await recordWrites(page);
	const count = await matching(page);
	await test.step('all that match are muted, and those that are muted stay so', async () => {
		await select(page, 0);
		await bar(page)
			.getByRole('button', { name: `Select all ${count}` })
			.click();
		await expect(picked(page)).toHaveText(`${count} selected`);
		await action(page, 'Mute').click();
		const dialog = plan(page, /^Mute \d+ chats in 2 networks$/);
		const words = await dialog.getByRole('heading').innerText();
		const unchanged = await dialog.getByText(/needs? no change/).innerText();
		const [toMute = 0, , already = 0] = `${words} ${unchanged}`.match(/\d+/g)?.map(Number) ?? [];
		expect(toMute + already).toBe(count);
		expect(toMute).toBeGreaterThan(20);
		// A change of many chats must not be confirmed by Enter by accident.
		await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
		await dialog.getByRole('button', { name: `Mute ${toMute} chats` }).click();
		await expect(outcome(page)).toHaveText(`Muted: ${toMute} chats`);
		expect(new Set(formatWrites(writes)).size).toBe(toMute);
		expect(writes).toHaveLength(toMute);
		await summary(page).getByRole('button', { name: 'Undo' }).click();
		await expect(outcome(page)).toHaveText(`Undone: ${toMute} chats`);
		expect(writes.splice(0)).toHaveLength(2 * toMute);
		expect(await readMarks(api)).toEqual(before);
		await summary(page).getByRole('button', { name: 'Close' }).click();
	});

	await test.step('three are reminded of as chosen, and no more once it is undone', async () => {
		await selectFirst(page, 3);
		await action(page, 'Remind…').click();
		const dialog = plan(page, 'Remind me about 3 chats');
		await dialog.getByLabel('Cancel if they reply').check();
		await dialog.getByLabel(/^Date and time/).fill('2040-01-15T09:30');
		await dialog.getByRole('button', { name: 'Set reminder' }).click();
		expect(writes).toEqual([]);
		await page.getByRole('button', { name: 'Remind me about 3 chats' }).dblclick();
		await expect(outcome(page)).toHaveText('Reminder set: 3 chats');
		await expect.poll(() => matching(page)).toBe(count - 3);
		const reminder = { remindAt: '2040-01-15T08:30:00.000Z', dismissOnIncomingMessage: true };
		expect(listBodies(writes)).toEqual(Array(3).fill({ reminder }));
		expect(new Set(formatWrites(writes)).size).toBe(3);
		await summary(page).getByRole('button', { name: 'Undo' }).click();
		await expect(outcome(page)).toHaveText('Undone: 3 chats');
		await expect.poll(() => matching(page)).toBe(count);
		expect(writes.slice(3).map(({ method }) => method)).toEqual(Array(3).fill('DELETE'));
	});
});

test('a run and its undo can be stopped and continued; a reload in the middle ends it', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api);
	const count = await matching(page);
	const writes = await recordWrites(page);
	const progress = page.getByRole('region', { name: 'Progress' });
	await test.step('at most four requests run at once, and the rest is done when asked for', async () => {
		const answer = await holdWrites(page);
		await archiveFirst(page, 9);
		await expect(progress.getByRole('progressbar')).toBeVisible();
		await expect.poll(() => writes.length).toBe(4);
		await progress.getByRole('button', { name: 'Stop', exact: true }).click();
		await expect(progress).toContainText('Stopping…');
		answer();
		await expect(outcome(page)).toHaveText('Archived: 4 chats, 5 not started');
		expect(writes).toHaveLength(4);
		await summary(page).getByRole('button', { name: 'Do the rest' }).click();
		await expect(outcome(page)).toHaveText('Archived: 9 chats');
		expect(new Set(formatWrites(writes.splice(0))).size).toBe(9);
	});

	await test.step('an undo is stopped, and undoes the rest when asked for', async () => {
		const answer = await holdWrites(page);
		await summary(page).getByRole('button', { name: 'Undo' }).click();
		await expect.poll(() => writes.length).toBe(4);
		await page.getByRole('button', { name: 'Stop', exact: true }).click();
		answer();
		await expect(outcome(page)).toHaveText('Undone: 4 chats, 5 not undone');
		await expect(summary(page)).toContainText('Stopped before it started (5)');
		await summary(page).getByRole('button', { name: 'Undo the rest' }).dblclick();
		await expect(outcome(page)).toHaveText('Undone: 9 chats');
		await expect.poll(() => matching(page)).toBe(count);
		expect(new Set(formatWrites(writes)).size).toBe(9);
		expect(writes.splice(0)).toHaveLength(9);
	});

	await test.step('after a reload nothing is sent again, and nothing goes on by itself', async () => {
		const letThrough = await archiveHalfway(page, writes);
		await page.reload();
		letThrough();
		await allLoaded(page);
		await expect(page.getByRole('region', { name: /^(Progress|Summary)$/ })).toHaveCount(0);
		await expect.poll(() => matching(page)).toBe(count - 4);
		await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click();
		await expect(page.getByText('No changes yet')).toBeVisible();
		expect(writes).toHaveLength(8);
	});
});

test('failures and different effects are distinguished; where the server goes away, nothing is lost', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api);
	const count = await matching(page);
	const writes = await recordWrites(page);
	await test.step('failures have reasons, and are retried on request', async () => {
		const [bounced = '', ...failing] = await Promise.all(
			[1, 2, 3].map(async (place) => {
				const href = await rows(page).nth(place).getByRole('link').getAttribute('href');
				return `/v1${href}/archive`;
			})
		);
		const stopFailing = await interceptWrites(page, 409, ({ path }) => failing.includes(path));
		const stopBouncing = await interceptWrites(page, 204, ({ path }) => path === bounced);
		await archiveFirst(page, 6);
		await expect(outcome(page)).toHaveText(/^Archived: 3 chats, .*1 unexpected result/);
		await expect(outcome(page)).toContainText('2 failed');
		await expect(summary(page)).toContainText('moved the chat back to the inbox');
		await summary(page)
			.getByText(/Not possible right now/)
			.click();
		await expect(summary(page).getByRole('link')).toHaveCount(2);
		await expect.poll(() => matching(page)).toBe(count - 3);
		expect(writes.splice(0)).toHaveLength(6);
		await stopFailing();
		await summary(page).getByRole('button', { name: 'Try again' }).dblclick();
		await expect(outcome(page)).toHaveText('Archived: 5 chats, 1 unexpected result');
		const retried = writes.splice(0).map(({ path }) => path);
		expect(retried.sort()).toEqual(failing.sort());
		await summary(page).getByRole('button', { name: 'Undo' }).click();
		await expect(outcome(page)).toHaveText('Undone: 5 chats');
		expect(writes.splice(0)).toHaveLength(5);
		await stopBouncing();
		await expect.poll(() => matching(page)).toBe(count);
	});

	await test.step('the rest is done when the server is back', async () => {
		const letThrough = await archiveHalfway(page, writes);
		await api.stop();
		letThrough();
		await expect(outcome(page)).toHaveText('Archived: 4 chats, 4 unknown, 4 not started');
		await expect(summary(page)).toContainText('Beeper isn’t responding');
		expect(writes).toHaveLength(8);
		await summary(page)
			.getByText(/^Beeper isn’t responding/)
			.click();
		await expect(summary(page).getByRole('link')).toHaveCount(4);

		// Nothing is sent while the page takes Beeper to be away.
		const tryNow = page.getByRole('button', { name: 'Try now' });
		await expect(tryNow).toBeVisible();
		await startApi('--port', new URL(api.address).port);
		await tryNow.click();
		await expect(tryNow).toBeHidden();
		await summary(page).getByRole('button', { name: 'Do the rest' }).dblclick();
		await expect(outcome(page)).toHaveText('Archived: 8 chats, 4 unknown');
		expect(writes).toHaveLength(12);
		expect(new Set(formatWrites(writes)).size).toBe(12);
	});
});

test('a recipe shows its chats, asks first, empties its view and can be undone from Activity', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await connect(page, api, '/capabilities');
	const before = await readMarks(api);
	const writes = await recordWrites(page);
	await page.keyboard.press('Control+k');
	await page.keyboard.type('archive read chats');
	await page.keyboard.press('Enter');
	const dialog = plan(page, /^Archive \d+ chats in \d+ networks$/);
	await expect(dialog).toBeVisible();
	await expect(page).toHaveURL(/\/chats\?archived=no&pinned=no&unread=no&draft=no&reminder=no$/);
	expect(writes).toEqual([]);
	await page.keyboard.press('Escape');
	await page.reload();
	await allLoaded(page);
	await expect(page.getByRole('dialog')).toBeHidden();

	await page.getByRole('button', { name: 'Clean up' }).click();
	await page.getByRole('menuitem', { name: /^Archive read chats/ }).click();
	await dialog.getByText('Show chats').click();
	await dialog.getByRole('option').first().click();
	await dialog.getByRole('button', { name: /^Archive \d+ chats$/ }).click();
	await expect(outcome(page)).toHaveText(/^Archived: \d+ chats/);
	await expect.poll(() => matching(page)).toBeGreaterThan(0);
	await page
		.getByRole('navigation', { name: 'Main' })
		.getByRole('link', { name: 'Activity' })
		.click();
	await page.getByRole('button', { name: /^Undo: Archived \d+ chats$/ }).click();
	await expect(outcome(page)).toHaveText(/^Undone: \d+ chats/);
	await expect(page.getByRole('table', { name: 'Activity' })).toContainText(/All undone \d\d:\d\d/);
	expect(await readMarks(api)).toEqual(before);
});
