import type { Page } from '@playwright/test';
import { chatOf, chatsOf, expect, openChat, plainChat, test, toasts } from './fixtures';
import type { Running } from './servers';
import { holdWrites, writesOf } from './writes';

const MENU = { name: 'menu né.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Pizza') };
const PICTURE = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(200_000, 1) };

function draftOf(page: Page) {
	return page.getByRole('region', { name: 'Draft' });
}

function filesOf(page: Page) {
	return page.getByRole('list', { name: 'Files to attach' }).getByRole('listitem');
}

/** Save what is in the field, or what is given. */
async function save(page: Page, text?: string) {
	if (text !== undefined) await page.getByLabel('New draft').fill(text);
	await draftOf(page)
		.getByRole('button', { name: /^(Save|Replace) draft$/ })
		.click();
}

/** Save and wait until the field is free for another. */
async function saved(page: Page, text: string) {
	await save(page, text);
	await expect(page.getByLabel('New draft')).toHaveValue('');
}

/** A chat of a network that takes pictures, but no files. */
async function pickyChat(api: Running) {
	const chat = (await chatsOf(api)).find(
		({ network, draft, isReadOnly, isArchived }) =>
			network === 'Instagram' && !draft && !isReadOnly && !isArchived
	);
	if (!chat) throw new Error('The sample has no such chat');
	return chat;
}

test('a file is uploaded once, with progress, and goes into the draft and the log', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	const letThrough = await holdWrites(page);
	await page.getByLabel('Attach files').setInputFiles([PICTURE, MENU]);
	await expect(filesOf(page).nth(0)).toContainText(/a\.jpg.*image\/jpeg · 200 kB · Uploading/);
	await expect(filesOf(page).nth(1)).toContainText(/menu né\.pdf.*application\/pdf · 5 bytes/);
	await expect(page.getByRole('progressbar', { name: 'Uploading a.jpg' })).toBeVisible();
	await page.getByLabel('New draft').fill('With **files**');
	await expect(draftOf(page).getByRole('button', { name: 'Save draft' })).toBeDisabled();
	letThrough();
	await expect(filesOf(page)).toContainText([/Ready/, /Ready/]);
	await expect
		.poll(() => writes.map(({ method, path }) => `${method} ${path}`))
		.toEqual(['POST /v1/assets/upload', 'POST /v1/assets/upload']);
	await filesOf(page).nth(0).getByRole('button', { name: 'Remove a.jpg' }).click();
	await save(page);
	await expect(filesOf(page)).toHaveCount(0);
	await expect(draftOf(page)).toContainText('menu né.pdf, application/pdf, 5 bytes');
	await expect(draftOf(page).getByText('With files', { exact: true })).toBeVisible();
	const { draft } = await chatOf(api, chat.id);
	expect(draft?.text).toBe('With <strong>files</strong>');
	expect(Object.values(draft?.attachments ?? {})).toMatchObject([
		{ fileName: 'menu né.pdf', fileSize: 5, mimeType: 'application/pdf' }
	]);

	await page.getByRole('link', { name: 'Activity' }).click();
	const log = page.getByRole('table', { name: 'Activity' }).getByRole('row');
	const uploads = log.filter({ hasText: 'Upload file' });
	await expect(uploads).toHaveCount(2);
	const menu = uploads.filter({ hasText: 'menu né.pdf' });
	await expect(menu).toContainText('application/pdf, 5 bytes');
	await expect(menu).toContainText(chat.title);
	await expect(menu).toContainText('Done 200');
	await expect(menu.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
});

test('a file the chat does not take waits, says why, and is sent anyway when told', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await pickyChat(api);
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	await page.getByLabel('Attach files').setInputFiles(MENU);
	await expect(filesOf(page)).toContainText('Not uploaded');
	await expect(filesOf(page)).toContainText(/This chat takes no/i);
	expect(writes).toEqual([]);

	const anyway = filesOf(page).getByRole('button', { name: /^Send anyway ?: menu né\.pdf$/ });
	await page.getByRole('switch', { name: 'Read-only' }).click();
	await expect(anyway).toBeDisabled();
	await expect(page.getByLabel('Attach files')).toBeDisabled();
	await expect(draftOf(page)).toContainText('No file is sent now. Read-only is on');
	await page.getByRole('switch', { name: 'Read-only' }).click();
	await anyway.dblclick();
	await expect(filesOf(page)).toContainText('Ready');
	await expect.poll(() => writes).toHaveLength(1);
	await save(page);
	await expect(draftOf(page)).toContainText('menu né.pdf, application/pdf, 5 bytes');
});

test('a formatted draft that is replaced and undone keeps its formatting', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	await saved(page, 'See **you** at \\*5\\* & <b>');
	const formatted = (await chatOf(api, chat.id)).draft;
	expect(formatted?.text).toContain('<strong>you</strong>');
	await expect(draftOf(page).getByText('See you at *5* & <b>', { exact: true })).toBeVisible();
	await draftOf(page).getByText('With its formatting').click();
	await expect(draftOf(page).getByLabel('Draft as Markdown')).toContainText('See **you** at');

	await saved(page, 'Rather not');
	await toasts(page).getByRole('button', { name: 'Undo' }).last().click();
	await expect(draftOf(page).getByText('See you at *5* & <b>', { exact: true })).toBeVisible();
	await expect
		.poll(async () => (await chatOf(api, chat.id)).draft?.text)
		.toContain('<strong>you</strong>');

	await draftOf(page).getByRole('button', { name: 'Edit this text' }).click();
	await expect(page.getByLabel('New draft')).toHaveValue(/^See \*\*you\*\* at /);
});

test('undoing a draft while a newer one is saved takes the newer one not away', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	await saved(page, 'First');
	const letThrough = await holdWrites(page);
	await save(page, 'Second');
	await expect(draftOf(page).getByText('Second', { exact: true })).toBeVisible();
	await toasts(page).getByRole('button', { name: 'Undo' }).click();
	letThrough();
	await expect(toasts(page)).toContainText('It was changed since, and undoing would lose that.');
	expect((await chatOf(api, chat.id)).draft?.text).toBe('Second');
});
