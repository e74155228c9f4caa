import {
	allLoaded,
	chatOf,
	expect,
	matching,
	openChat,
	plainChat,
	rows,
	test,
	toasts
} from './fixtures';
import { archiveFirst, holdWritesAfter, openView, outcome, summary } from './many';
import { interceptWrites, silenceWrites, writesOf } from './writes';

test.describe('no answer ever comes', () => {
	test('to a switch: after 30 seconds it is unknown, the chat is read again, nothing is sent twice', async ({
		page,
		startApi
	}) => {
		await page.clock.install();
		const api = await startApi();
		const chat = await plainChat(api);
		await openChat(page, api, chat);
		const writes = await writesOf(page);
		await silenceWrites(page);
		const control = page.getByRole('switch', { name: 'Muted' });
		await control.click();
		await expect.poll(async () => (await chatOf(api, chat.id)).isMuted).toBe(true);
		await expect(page.getByRole('alert')).toHaveCount(0);
		const path = `/v1/chats/${encodeURIComponent(chat.id)}`;
		const read = page.waitForResponse(
			(response) =>
				response.request().method() === 'GET' && new URL(response.url()).pathname === path
		);
		await page.clock.fastForward(31_000);
		await read;
		await expect(page.getByRole('alert')).toContainText('the chat is as you wanted it');
		await expect(control).toBeChecked();
		await page.clock.fastForward(120_000);
		await page.reload();
		await expect(control).toBeChecked();
		await expect.poll(() => writes).toEqual([{ method: 'PATCH', path, body: { isMuted: true } }]);
	});

	test('to a key in the list: the row and the log say so too', async ({ page, startApi }) => {
		await page.clock.install();
		const api = await startApi();
		await openView(page, api);
		const writes = await writesOf(page);
		const arrived = await silenceWrites(page);
		await page.keyboard.press('j');
		await page.keyboard.press('m');
		await expect.poll(arrived).toBe(1);
		await page.clock.fastForward(31_000);
		await expect(toasts(page)).toContainText('Muted: ');
		await expect(toasts(page)).toContainText('the chat is as you wanted it');
		await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click();
		const log = page.getByRole('table', { name: 'Activity' });
		await expect(log).toContainText('Done');
		await expect(log).toContainText('No answer came, but the chat is as you wanted it');
		await expect.poll(() => writes).toHaveLength(1);
	});

	test('to some of many: they are found out by reading, and not sent again', async ({
		page,
		startApi
	}) => {
		await page.clock.install();
		const api = await startApi();
		await openView(page, api);
		const writes = await writesOf(page);
		const arrived = await silenceWrites(page);
		await archiveFirst(page, 3);
		await expect.poll(arrived).toBe(3);
		await expect(page.getByRole('region', { name: 'Progress' })).toContainText('0 of 3');
		await page.clock.fastForward(31_000);
		await expect(outcome(page)).toHaveText('Archived: 3 chats');
		await expect(summary(page).getByRole('button', { name: /again|rest/ })).toHaveCount(0);
		await expect.poll(() => writes).toHaveLength(3);
	});
});

test.describe('an archive that bounces', () => {
	test('by key: the row stays, and the page says why', async ({ page, startApi }) => {
		const api = await startApi();
		await openView(page, api);
		const count = await matching(page);
		const writes = await writesOf(page);
		await interceptWrites(page, 204);
		await page.keyboard.press('j');
		const row = page.locator('[role="row"]:focus');
		const name = (await row.getByRole('link').first().innerText()).trim();
		await page.keyboard.press('e');
		await expect(toasts(page)).toContainText(`Archive: ${name}`);
		await expect(toasts(page)).toContainText('Beeper has moved the chat back to the inbox');
		await expect.poll(() => matching(page)).toBe(count);
		await expect(toasts(page).getByRole('button', { name: 'Undo' })).toHaveCount(0);
		await expect.poll(() => writes).toHaveLength(1);
	});

	test('of many: it is told apart from those that went', async ({ page, startApi }) => {
		const api = await startApi();
		await openView(page, api);
		const count = await matching(page);
		const href = await rows(page).nth(1).getByRole('link').getAttribute('href');
		await interceptWrites(page, 204, ({ path }) => path === `/v1${href}/archive`);
		await archiveFirst(page, 4);
		await expect(outcome(page)).toHaveText('Archived: 3 chats, 1 otherwise');
		await expect(summary(page)).toContainText('moved the chat back to the inbox');
		await expect.poll(() => matching(page)).toBe(count - 3);
		const writes = await writesOf(page);
		await summary(page).getByRole('button', { name: 'Undo' }).click();
		await expect(outcome(page)).toHaveText('Undone: 3 chats');
		await expect.poll(() => writes).toHaveLength(3);
	});
});

test('a server that goes away in the middle: nothing is lost, and the rest is done when it is back', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api);
	const writes = await writesOf(page);
	const letThrough = await holdWritesAfter(page, 4);
	await archiveFirst(page, 12);
	await expect.poll(() => writes.length).toBe(8);
	await api.stop();
	letThrough();
	await expect(outcome(page)).toHaveText('Archived: 4 chats, 4 unknown, 4 not started', {
		timeout: 30_000
	});
	await expect(summary(page)).toContainText('Beeper does not answer');
	await expect.poll(() => writes).toHaveLength(8);
	await summary(page)
		.getByText(/^Beeper does not answer/)
		.click();
	await expect(summary(page).getByRole('link')).toHaveCount(4);

	await startApi('--port', new URL(api.address).port);
	await summary(page).getByRole('button', { name: 'Do the rest' }).dblclick();
	await expect(outcome(page)).toHaveText('Archived: 8 chats, 4 unknown');
	await expect.poll(() => writes).toHaveLength(12);
	expect(new Set(writes.map(({ path }) => path)).size).toBe(12);
});

test('an undoing that is stopped says what is left, and undoes the rest when asked', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api);
	const count = await matching(page);
	await archiveFirst(page, 9);
	await expect(outcome(page)).toHaveText('Archived: 9 chats');
	const writes = await writesOf(page);
	const letThrough = await holdWritesAfter(page, 0);
	await summary(page).getByRole('button', { name: 'Undo' }).click();
	await expect.poll(() => writes.length).toBe(4);
	await page.getByRole('button', { name: 'Stop' }).click();
	letThrough();
	await expect(outcome(page)).toHaveText('Undone: 4 chats, 5 not undone');
	await expect(summary(page)).toContainText('Stopped before its turn (5)');
	await summary(page).getByRole('button', { name: 'Undo the rest' }).dblclick();
	await expect(outcome(page)).toHaveText('Undone: 9 chats');
	await expect.poll(() => matching(page)).toBe(count);
	await expect.poll(() => writes).toHaveLength(9);
	expect(new Set(writes.map(({ path }) => path)).size).toBe(9);
});

test('a reload in the middle ends it: nothing is sent again, and nothing goes on by itself', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api);
	const count = await matching(page);
	const writes = await writesOf(page);
	const letThrough = await holdWritesAfter(page, 4);
	await archiveFirst(page, 12);
	await expect.poll(() => writes.length).toBe(8);
	await page.reload();
	letThrough();
	await allLoaded(page);
	await expect(page.getByRole('region', { name: /^(Progress|Summary)$/ })).toHaveCount(0);
	await expect.poll(() => matching(page)).toBe(count - 4);
	await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click();
	await expect(page.getByText('Nothing was changed yet')).toBeVisible();
	await expect.poll(() => writes).toHaveLength(8);
});
