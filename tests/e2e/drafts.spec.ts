import type { Page } from '@playwright/test';
import { chatOf, expect, openChat, plainChat, test, toasts } from './fixtures';
import { interceptWrites, writesOf, type SentWrite } from './writes';

function bodiesOf(writes: readonly SentWrite[]): unknown[] {
	return writes.map(({ body }) => body);
}

function draftOf(page: Page) {
	return page.getByRole('region', { name: 'Draft' });
}

async function write(page: Page, text: string) {
	await page.getByLabel('New draft').fill(text);
	await draftOf(page)
		.getByRole('button', { name: /^(Save|Replace) draft$/ })
		.dblclick();
}

test('a draft is saved, replaced in two steps, and cleared', async ({ page, startApi }) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	await write(page, 'See you **there**');
	await expect(draftOf(page).getByText('See you there', { exact: true })).toBeVisible();
	await expect(page.getByLabel('New draft')).toHaveValue('');
	await write(page, 'Rather not');
	await expect(page.getByLabel('New draft')).toHaveValue('');
	await page.reload();
	await expect(draftOf(page).getByText('Rather not', { exact: true })).toBeVisible();
	await draftOf(page).getByRole('button', { name: 'Clear draft' }).dblclick();
	await expect(draftOf(page).getByText('No draft.')).toBeVisible();
	await expect(toasts(page)).toContainText('Draft cleared');
	expect(bodiesOf(writes)).toEqual([
		{ draft: { text: 'See you **there**' } },
		{ draft: null },
		{ draft: { text: 'Rather not' } },
		{ draft: null }
	]);
	expect((await chatOf(api, chat.id)).draft).toBeNull();
});

test('a draft that made way for one that failed is kept, and put back', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	await write(page, 'The old one');
	await expect(draftOf(page).getByText('The old one', { exact: true })).toBeVisible();
	await expect(page.getByLabel('New draft')).toHaveValue('');

	const writes = await writesOf(page);
	const letThrough = await interceptWrites(page, 500, ({ body }) =>
		JSON.stringify(body).includes('The new one')
	);
	await write(page, 'The new one');
	const kept = draftOf(page).getByRole('alert');
	await expect(kept.getByLabel('Old draft')).toHaveText('The old one');
	await expect(page.getByLabel('New draft')).toHaveValue('The new one');
	expect(bodiesOf(writes)).toEqual([{ draft: null }, { draft: { text: 'The new one' } }]);

	await letThrough();
	await kept.getByRole('button', { name: 'Put the old one back' }).dblclick();
	await expect(kept).toBeHidden();
	await expect(draftOf(page).getByText('The old one', { exact: true })).toBeVisible();
	await expect(page.getByLabel('New draft')).toHaveValue('The new one');
	expect(bodiesOf(writes).slice(2)).toEqual([{ draft: { text: 'The old one' } }]);
	expect((await chatOf(api, chat.id)).draft?.text).toContain('The old one');
});

test('undoing a replaced draft brings the old text back', async ({ page, startApi }) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	await write(page, 'First');
	await expect(page.getByLabel('New draft')).toHaveValue('');
	await write(page, 'Second');
	await expect(toasts(page).getByRole('listitem')).toHaveCount(2);
	await expect(draftOf(page).getByText('Second', { exact: true })).toBeVisible();
	await toasts(page).getByRole('button', { name: 'Undo' }).last().click();
	await expect(draftOf(page).getByText('First', { exact: true })).toBeVisible();
	await expect.poll(async () => (await chatOf(api, chat.id)).draft?.text).toContain('First');
});

test('a chat is renamed by Enter, once, and gets its name back', async ({ page, startApi }) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	const field = page.getByRole('textbox', { name: 'Title', exact: true });
	await field.fill('Another name');
	for (let press = 0; press < 10; press++) await page.keyboard.down('Enter');
	await page.keyboard.up('Enter');
	const heading = page.getByRole('heading', { level: 1 });
	await expect(heading).toHaveText('Another name');
	await expect.poll(async () => (await chatOf(api, chat.id)).title).toBe('Another name');
	await page.reload();
	await expect(heading).toHaveText('Another name');
	await expect(field).toHaveValue('Another name');
	const path = `/v1/chats/${encodeURIComponent(chat.id)}`;
	await expect
		.poll(() => writes)
		.toEqual([{ method: 'PATCH', path, body: { title: 'Another name' } }]);
	await field.fill(chat.title);
	await page.getByRole('button', { name: 'Save title' }).dblclick();
	await expect(heading).toHaveText(chat.title);
	await toasts(page).getByRole('button', { name: 'Undo' }).click();
	await expect(heading).toHaveText('Another name');
	await expect.poll(() => writes).toHaveLength(3);
});

test('a timer is one of those the chat allows, in seconds, or off', async ({ page, startApi }) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	const choice = page.getByLabel('Messages disappear after');
	const offered = await choice.getByRole('option').allInnerTexts();
	expect(offered).toEqual(['Off', '24 h', '7 days', '90 days']);
	await choice.selectOption('7 days');
	await page.getByRole('button', { name: 'Save disappearing messages' }).dblclick();
	await expect(toasts(page)).toContainText('Disappearing messages set');
	await page.reload();
	await expect(choice.locator('option:checked')).toHaveText('7 days');
	await choice.selectOption('Off');
	await page.getByRole('button', { name: 'Save disappearing messages' }).click();
	await expect(toasts(page)).toContainText('Disappearing messages set');
	expect(bodiesOf(writes)).toEqual([
		{ messageExpirySeconds: 604_800 },
		{ messageExpirySeconds: null }
	]);
});

test('a reminder is set for in an hour, changed, and cleared', async ({ page, startApi }) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	const reminder = page.getByRole('region', { name: 'Reminder' });
	await reminder.getByLabel('Cancel if they reply').check();
	await reminder.getByRole('button', { name: /^In 1 hour/ }).dblclick();
	await expect(reminder).toContainText(/in (1 h|\d+ min)\), unless they reply before/);
	await expect.poll(async () => (await chatOf(api, chat.id)).reminder).toBeTruthy();
	await page.reload();
	await expect(reminder).toContainText('unless they reply before');
	const set = (await chatOf(api, chat.id)).reminder;
	expect(set?.dismissOnIncomingMessage).toBe(true);
	const minutes = (Date.parse(set?.remindAt ?? '') - Date.now()) / 60_000;
	expect(minutes).toBeGreaterThan(55);
	expect(minutes).toBeLessThanOrEqual(61);

	// The browser of the test is in Vienna, where it is winter: one hour ahead of UTC.
	await reminder.getByLabel(/^Date and time \(Europe\/Vienna\)/).fill('2040-01-15T09:30');
	await reminder.getByRole('button', { name: 'Change reminder' }).dblclick();
	await expect(reminder).toContainText('15 January 2040');
	await reminder.getByRole('button', { name: 'Clear reminder' }).dblclick();
	await expect(reminder).toContainText('No reminder.');
	const path = `/v1/chats/${encodeURIComponent(chat.id)}/reminders`;
	await expect
		.poll(() => writes.map((write) => `${write.method} ${write.path}`))
		.toEqual([`POST ${path}`, `POST ${path}`, `DELETE ${path}`]);
	await expect
		.poll(() => writes[1]?.body)
		.toEqual({
			reminder: { remindAt: '2040-01-15T08:30:00.000Z', dismissOnIncomingMessage: true }
		});
	await expect.poll(async () => (await chatOf(api, chat.id)).reminder).toBeNull();
});
