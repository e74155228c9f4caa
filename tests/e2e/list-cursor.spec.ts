import type { Page } from '@playwright/test';
import {
	expect,
	expectAbove,
	follow,
	getRowName,
	grid,
	readListedChats,
	rows,
	rowWithFocus,
	startChatElsewhere,
	test,
	toasts,
	withoutAge
} from './fixtures';
import { openView } from './many';
import { recordWrites } from './writes';

/** A view that a chat leaves when it is archived, muted, marked unread or moved to low priority. */
const VIEW = '/chats?archived=no&muted=no&unread=no&low-priority=no&pinned=no';

/** The row that has the focus. */
interface FocusedRow {
	/** Without the time since its last activity. */
	name: string;
	/** True when the whole row is visible and not covered. */
	isInSight: boolean;
}

/** The row that has the focus now; null when none has. */
async function focusedRow(page: Page): Promise<FocusedRow | null> {
	const focused = await page.evaluate(() => {
		const row = document.activeElement;
		if (!row?.matches('[role="grid"] [role="row"][aria-rowindex]')) return null;
		const { left, right, top, bottom } = row.getBoundingClientRect();
		const across = [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => left + part * (right - left));
		const isSeen = [top + 2, (top + bottom) / 2, bottom - 2].every((y) =>
			across.every((x) => row.contains(document.elementFromPoint(x, y)))
		);
		return { name: row.getAttribute('aria-label') ?? '', isInSight: isSeen };
	});
	return focused && { ...focused, name: withoutAge(focused.name) };
}

/** Presses a key; expects that a row has the focus at once and stays visible. */
async function press(page: Page, key: string): Promise<string> {
	await page.keyboard.press(key);
	const row = await focusedRow(page);
	expect(row, `a row has the focus after ${key}`).not.toBeNull();
	await expect.poll(() => focusedRow(page)).toMatchObject({ isInSight: true });
	return row?.name ?? '';
}

/**
 * Records the row that has the focus at each key: in a list that changes by itself, the row read
 * before a key may have left by the time of the key.
 */
function recordPressedRows(page: Page) {
	return page.evaluate(() =>
		window.addEventListener(
			'keydown',
			() => {
				document.body.dataset.pressedRow = document.activeElement?.getAttribute('aria-label') ?? '';
			},
			{ capture: true }
		)
	);
}

/** The name of the row that had the focus at the last key. */
function pressedRow(page: Page): Promise<string> {
	return page.evaluate(() => document.body.dataset.pressedRow ?? '');
}

function titleIn(name: string): string {
	return name.split(', ')[0] ?? '';
}

/** The newest toast. */
function told(page: Page) {
	return toasts(page).getByRole('listitem').last();
}

function withoutIsolates(text: string): string {
	return text.replace(/[\u2066-\u2069]/g, '').trim();
}

/** Expects the text of the newest toast. */
async function expectTold(page: Page, words: string) {
	await expect.poll(async () => withoutIsolates(await told(page).innerText())).toContain(words);
}

/** The toast of each key. */
const TOLD = {
	e: 'Archived: ',
	m: 'Muted: ',
	p: 'Pinned: ',
	u: 'Marked as unread: ',
	l: 'Moved to low priority: '
};

function isDeed(key: string): key is keyof typeof TOLD {
	return key in TOLD;
}

/** The name of the row after the focused one, which must be rendered. */
async function nextRow(page: Page): Promise<string> {
	const index = await rowWithFocus(page).getAttribute('aria-rowindex');
	return getRowName(grid(page).locator(`[aria-rowindex="${Number(index) + 1}"]`));
}

/**
 * Presses keys one after the other, as when triaging a list: each acts on the focused row, after
 * which the next row has the focus.
 *
 * @returns the names of the rows; the last one has the focus
 */
async function triage(page: Page, keys: string): Promise<string[]> {
	const names = [await press(page, 'j')];
	for (const key of keys) {
		const [name, next] = [names.at(-1) ?? '', await nextRow(page)];
		const moved = await press(page, key);
		if (isDeed(key)) await expectTold(page, `${TOLD[key]}${titleIn(name)}`);
		// With cards side by side, j moves to the card below.
		names.push(isDeed(key) ? next : moved);
		await expect.poll(() => focusedRow(page)).toEqual({ name: names.at(-1), isInSight: true });
	}
	return names;
}

const PLACES = [
	['a table in groups', 1440, 900, '&group=network'],
	['a phone', 390, 844, ''],
	['cards in groups at a zoom of 200 %', 720, 450, '&layout=cards&group=network']
] as const;

test('each key leaves the focus on the next row, in sight', async ({ page, startApi }) => {
	// With few chats, a group would move to the end of the list with its first chat.
	const api = await startApi('--chats', '400', '--page-size', '200');
	await openView(page, api, VIEW, '400');
	const writes = await recordWrites(page);
	for (const [place, width, height, query] of PLACES) {
		await test.step(place, async () => {
			await page.setViewportSize({ width, height });
			await follow(page, VIEW + query);
			const names = await triage(page, 'jeeempulje');
			expect(writes.splice(0)).toHaveLength(8);
			expect(await press(page, 'z')).toBe(names.at(-2));
			await expect.poll(() => writes.splice(0)).toHaveLength(1);
		});
	}
});

test('a list that changes three times a second can be worked through by keyboard', async ({
	page,
	startApi
}) => {
	const api = await startApi('--chats', '400', '--churn', '3');
	const query = 'archived=no&muted=no&low-priority=no&pinned=no';
	await openView(page, api, `/chats?${query}`, '400');
	await test.step('each key acts on the row with the focus, and leads to the next', async () => {
		await recordPressedRows(page);
		await press(page, 'j');
		for (const key of 'jeeempje') {
			await press(page, key);
			const title = titleIn(await pressedRow(page));
			if (isDeed(key)) await expectTold(page, `${TOLD[key]}${title}`);
			await expect
				.poll(async () => titleIn((await focusedRow(page))?.name ?? title))
				.not.toBe(title);
			await expect.poll(() => focusedRow(page)).toMatchObject({ isInSight: true });
		}
		const undone = withoutIsolates(await told(page).innerText()).split('\n')[0] ?? '';
		await page.keyboard.press('z');
		await expect
			.poll(async () => `Archived: ${titleIn((await focusedRow(page))?.name ?? '')}`)
			.toBe(undone);
		expect(await focusedRow(page)).toMatchObject({ isInSight: true });
	});
	await test.step('nothing takes the focus from a field in which the user types', async () => {
		await page.keyboard.press('/');
		const field = page.getByRole('searchbox', { name: 'Search chats' });
		const text = 'a e i o u';
		await field.pressSequentially(text, { delay: 200 });
		await expect(field).toHaveValue(text);
		await expect(field).toBeFocused();
	});
	await test.step('the cursor stays in sight with a selection, too', async () => {
		await follow(page, '/chats?archived=no');
		const bar = page.getByRole('region', { name: 'Selected chats' });
		for (const key of ['j', 'j', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp']) {
			await press(page, key);
		}
		await expect(bar.getByRole('status')).toHaveText('2 selected');
		const selected = grid(page).getByRole('row', { selected: true });
		const titles = (await Promise.all((await selected.all()).map(getRowName))).map(titleIn);
		await page.keyboard.press('e');
		await page.getByRole('dialog').getByRole('button', { name: 'Archive 2 chats' }).press('Enter');
		const outcome = page.getByRole('region', { name: 'Summary' }).getByRole('status');
		await expect(outcome).toHaveText('Archived: 2 chats');
		await page.keyboard.press('z');
		await expect(outcome).toHaveText('Undone: 2 chats');
		const row = await focusedRow(page);
		expect(titles).toContain(titleIn(row?.name ?? ''));
		expect(row).toMatchObject({ isInSight: true });

		for (const key of ['x', 'Shift+ArrowDown', 'Control+a']) await press(page, key);
		await expect(bar.getByRole('button', { name: /^Select all/ })).toBeHidden();
		await press(page, 'Escape');
		await expect(bar).toBeHidden();
		await page.keyboard.press('r');
		await expect(page.getByRole('dialog')).toBeVisible();
		await page.keyboard.press('Escape');
		await expect.poll(() => focusedRow(page)).toMatchObject({ isInSight: true });
	});
});

test('what comes in above the rows in sight is told, moves nothing, and is a key away', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api, '/chats');
	await press(page, 'j');
	await press(page, 'PageDown');
	const name = await press(page, 'PageDown');
	const row = rowWithFocus(page);
	const before = await row.boundingBox();
	const news = page.getByRole('button', { name: '1 new above' });
	await expect(news).toBeHidden();
	const [first] = await readListedChats(api);
	for (const [way, user] of [
		['click', '@one:beeper.local'],
		['g', '@other:beeper.local']
	] as const) {
		await startChatElsewhere(api, first?.accountID, user);
		await page.getByRole('button', { name: 'Refresh' }).click();
		await expect(news).toBeVisible();
		if (way === 'click') {
			await grid(page).getByRole('row', { name }).focus();
			expect(await row.boundingBox()).toEqual(before);
			await news.click();
		} else {
			await page.keyboard.press('g');
			await press(page, 'g');
		}
		await expect(news).toBeHidden();
		await expect(row).toHaveAttribute('aria-rowindex', '2');
		expect(await grid(page).evaluate(({ scrollTop }) => scrollTop)).toBe(0);
		for (const key of ['PageDown', 'PageDown']) await press(page, key);
	}
});

test('the menu of a row and a dialog act on its chat, and give the focus back', async ({
	page,
	startApi
}) => {
	await openView(page, await startApi(), VIEW);
	await test.step('the menu of a row is reached by key, and acts on its chat', async () => {
		const writes = await recordWrites(page);
		const name = await press(page, 'j');
		const next = await nextRow(page);
		await page.keyboard.press('Shift+F10');
		const menu = page.getByRole('menu', { name: titleIn(name) });
		await expect(menu.getByRole('menuitem', { name: 'Peek' })).toBeFocused();
		await page.keyboard.press('p');
		await expect(menu.getByRole('menuitem', { name: 'Pin' })).toBeFocused();
		await page.keyboard.press('Escape');
		expect(await focusedRow(page)).toEqual({ name, isInSight: true });
		expect(writes).toEqual([]);
		await page.keyboard.press('Shift+F10');
		await page.keyboard.press('a');
		await page.keyboard.press('Enter');
		await expectTold(page, `Archived: ${titleIn(name)}`);
		expect(writes).toHaveLength(1);
		await expect.poll(() => focusedRow(page)).toEqual({ name: next, isInSight: true });
		const row = rows(page).nth(2);
		const box = await row.boundingBox();
		await row.hover();
		await expect(row.getByRole('button', { name: 'Archive' })).toBeVisible();
		expect(await row.boundingBox()).toEqual(box);
	});
	await test.step('a dialog gives the focus to the next row where its own has left the list', async () => {
		await follow(page, `${VIEW}&reminder=no`);
		const name = await press(page, 'j');
		const next = await press(page, 'j');
		await press(page, 'k');
		await page.keyboard.press('r');
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('button', { name: /^Tomorrow morning/ }).press('Enter');
		await expect(dialog).toBeHidden();
		await expectTold(page, `Reminder set: ${titleIn(name)}`);
		await expect.poll(() => focusedRow(page)).toEqual({ name: next, isInSight: true });
	});
});

test('at the end of the list the focus goes to the row before; nothing that is shown above covers it', async ({
	page,
	startApi
}) => {
	await openView(page, await startApi('--chats', '400'), VIEW, '400');
	await press(page, 'j');
	const { height = 0 } = (await grid(page).boundingBox()) ?? {};
	const lines = Math.floor((height - 32) / 32) - 1;
	for (let line = 0; line < lines; line++) await page.keyboard.press('j');
	expect(await grid(page).evaluate(({ scrollTop }) => scrollTop)).toBe(0);
	await press(page, 'e');
	await expectTold(page, 'Archived: ');
	await expect.poll(() => grid(page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
	await expect.poll(() => focusedRow(page)).toMatchObject({ isInSight: true });

	const last = await press(page, 'End');
	// By its index: the rows beside the last one appear with the next frame.
	const lastIndex = await rowWithFocus(page).getAttribute('aria-rowindex');
	const before = await getRowName(grid(page).locator(`[aria-rowindex="${Number(lastIndex) - 1}"]`));
	await press(page, 'e');
	await expectTold(page, `Archived: ${titleIn(last)}`);
	await expect.poll(() => focusedRow(page)).toEqual({ name: before, isInSight: true });
	await expect(grid(page)).toHaveAttribute(
		'aria-rowcount',
		(await rowWithFocus(page).getAttribute('aria-rowindex')) ?? ''
	);
	expect(await press(page, 'z')).toBe(last);

	const field = page.getByRole('searchbox', { name: 'Search chats' });
	const count = (await grid(page).getAttribute('aria-rowcount')) ?? '';
	await field.fill(titleIn(await press(page, 'k')));
	await expect(grid(page)).not.toHaveAttribute('aria-rowcount', count);
	await field.press('Enter');
	await field.fill('');
	await expect(grid(page)).toHaveAttribute('aria-rowcount', count);
	await field.press('Enter');
	await expect.poll(() => focusedRow(page)).toMatchObject({ isInSight: true });

	for (const key of ['Home', 'x', 'j', 'j', 'x', 'End', 'x']) await press(page, key);
	const bar = page.getByRole('region', { name: 'Selected chats' });
	await expect(bar).toBeVisible();
	await expect.poll(() => focusedRow(page)).toMatchObject({ isInSight: true });
	await expectAbove(told(page), bar);
});

test('a list that was gone through, and a row that was scrolled away, have the focus again when it is needed', async ({
	page,
	startApi
}) => {
	await openView(page, await startApi(), `${VIEW}&network=signal`);
	await test.step('a list that is gone through to its end takes the focus back with what is undone', async () => {
		const names = await triage(page, 'e'.repeat((await rows(page).count()) - 1));
		const last = names.at(-1) ?? '';
		await page.keyboard.press('e');
		await expect(page.getByText('All done', { exact: true })).toBeVisible();
		await expectTold(page, `Archived: ${titleIn(last)}`);
		await page.keyboard.press('z');
		await expect.poll(() => focusedRow(page)).toEqual({ name: last, isInSight: true });
	});
	await test.step('a row that was scrolled out of sight comes back with the first key, which does nothing else', async () => {
		await follow(page, VIEW);
		await page.keyboard.press('g');
		await press(page, 'g');
		const writes = await recordWrites(page);
		await press(page, 'j');
		const row = rowWithFocus(page);
		for (const key of ['x', 'Shift+ ', 'e', 'Enter']) {
			const name = (await focusedRow(page))?.name ?? '';
			const wasSelected = (await row.getAttribute('aria-selected')) ?? '';
			await grid(page).evaluate((node) => node.scrollTo(0, node.scrollHeight));
			await expect.poll(() => focusedRow(page)).toEqual({ name, isInSight: false });
			const before = page.url();
			expect(await press(page, key)).toBe(name);
			expect(page.url()).toBe(before);
			expect(writes).toEqual([]);
			await expect(row).toHaveAttribute('aria-selected', wasSelected);
			await page.keyboard.press(key);
			if (key === 'x' || key === 'Shift+ ') {
				await expect(row).toHaveAttribute('aria-selected', String(wasSelected === 'false'));
			} else if (key === 'e') {
				await expectTold(page, `Archived: ${titleIn(name)}`);
				expect(writes.splice(0)).toHaveLength(1);
			} else {
				await expect(page).not.toHaveURL(before);
				await expect(page.getByRole('heading', { level: 1 })).toContainText(titleIn(name));
			}
		}
		await page.goBack();
		await expect.poll(() => focusedRow(page)).toMatchObject({ isInSight: true });
	});
});
