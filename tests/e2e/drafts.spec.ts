import type { Page } from '@playwright/test';
import {
	chatRead,
	expect,
	findChat,
	follow,
	openPlainChat,
	readListedChat,
	test,
	toasts
} from './fixtures';
import {
	formatWrites,
	holdWrites,
	interceptWrites,
	listBodies,
	recordWrites,
	type SentWrite
} from './writes';

const MENU = { name: 'menu né.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Pizza') };
const PICTURE = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(200_000, 1) };

function getDraftRegion(page: Page) {
	return page.getByRole('region', { name: 'Draft' });
}

function shown(page: Page, text: string) {
	return getDraftRegion(page).getByText(text, { exact: true });
}

function getFilesToAttach(page: Page) {
	return page.getByRole('list', { name: 'Files to attach' }).getByRole('listitem');
}

/** Saves the text in the field, or the given text. */
async function save(page: Page, text?: string) {
	if (text !== undefined) await page.getByLabel('New draft').fill(text);
	await getDraftRegion(page)
		.getByRole('button', { name: /^(Save|Replace) draft$/ })
		.dblclick();
}

/** Saves a draft and waits until the field is empty. */
async function saved(page: Page, text: string) {
	await save(page, text);
	await expect(page.getByLabel('New draft')).toHaveValue('');
}

/** True for the request that sets the new draft, not the one that clears the old draft. */
function isNew({ body }: SentWrite): boolean {
	return JSON.stringify(body).includes('The new one');
}

/** Everything in the page's session and local storage. */
function stored(page: Page) {
	return page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
}

test('a draft is saved, replaced and cleared, and the old one is kept until the new one is saved', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await openPlainChat(page, api, 'edit');
	const writes = await recordWrites(page);
	const kept = getDraftRegion(page).getByRole('alert');
	await test.step('a draft is saved, replaced in two steps, undone with its formatting, and cleared', async () => {
		await saved(page, 'See **you** at \\*5\\* & <b>');
		await expect(shown(page, 'See you at *5* & <b>')).toBeVisible();
		await getDraftRegion(page).getByText('Show formatting').click();
		await expect(getDraftRegion(page).getByLabel('Draft as Markdown')).toContainText(
			'See **you** at'
		);
		await saved(page, 'Rather not');
		await expect(shown(page, 'Rather not')).toBeVisible();
		expect(listBodies(writes.splice(0))).toEqual([
			{ draft: { text: 'See **you** at \\*5\\* & <b>' } },
			{ draft: null },
			{ draft: { text: 'Rather not' } }
		]);

		await toasts(page).getByRole('button', { name: 'Undo' }).last().click();
		await expect(shown(page, 'See you at *5* & <b>')).toBeVisible();
		await expect
			.poll(async () => (await readListedChat(api, chat.id)).draft?.text)
			.toContain('<strong>you</strong>');
		await getDraftRegion(page).getByRole('button', { name: 'Edit this text' }).click();
		await expect(page.getByLabel('New draft')).toHaveValue(/^See \*\*you\*\* at /);
		await getDraftRegion(page).getByRole('button', { name: 'Clear draft' }).dblclick();
		await expect(getDraftRegion(page).getByText('No draft')).toBeVisible();
		await expect(toasts(page)).toContainText('Draft cleared');
		expect((await readListedChat(api, chat.id)).draft).toBeNull();
		expect(listBodies(writes).at(-1)).toEqual({ draft: null });
	});
	await test.step('a page that is left between the two steps keeps the old draft for the next', async () => {
		await saved(page, 'The **old** one');
		writes.splice(0);
		const letThrough = await interceptWrites(page, 'held', isNew);
		await save(page, 'The new one');
		await expect.poll(() => writes.length).toBe(2);
		await page.reload();
		await expect(kept.getByLabel('Old draft')).toHaveText('The old one');
		await expect(kept).toContainText('You left the page while this draft was being replaced');
		expect((await readListedChat(api, chat.id)).draft).toBeNull();
		expect(await stored(page)).toContain('The old one');

		await kept.getByRole('button', { name: 'Restore old draft' }).dblclick();
		await expect(kept).toBeHidden();
		expect((await readListedChat(api, chat.id)).draft?.text).toBe('The <strong>old</strong> one');
		await expect(shown(page, 'The old one')).toBeVisible();
		expect(await stored(page)).not.toContain('The old one');
		await letThrough();
	});
	await test.step('signing out erases what is kept', async () => {
		await interceptWrites(page, 500, isNew);
		await save(page, 'The new one');
		await expect(kept).toBeVisible();
		expect(await stored(page)).toContain('The old one');
		await page.getByRole('button', { name: 'Sign out' }).click();
		await expect(page.getByLabel('Access token')).toBeVisible();
		expect(await stored(page)).not.toContain('The old one');
	});
});

test('files are attached to a draft', async ({ page, startApi }) => {
	const api = await startApi();
	const writes = await recordWrites(page);
	await test.step('a file is uploaded once, with progress, and goes into the draft and the log', async () => {
		const chat = await openPlainChat(page, api, 'edit');
		const letThrough = await holdWrites(page);
		await page.getByLabel('Attach files').setInputFiles([PICTURE, MENU]);
		await expect(getFilesToAttach(page).nth(0)).toContainText(
			/a\.jpg.*image\/jpeg · 200 kB · Uploading/
		);
		await expect(getFilesToAttach(page).nth(1)).toContainText(
			/menu né\.pdf.*application\/pdf · 5 bytes/
		);
		await expect(page.getByRole('progressbar', { name: 'Uploading a.jpg' })).toBeVisible();
		await page.getByLabel('New draft').fill('With **files**');
		await expect(getDraftRegion(page).getByRole('button', { name: 'Save draft' })).toBeDisabled();
		letThrough();
		await expect(getFilesToAttach(page)).toContainText([/Ready/, /Ready/]);
		expect(formatWrites(writes)).toEqual(['POST /v1/assets/upload', 'POST /v1/assets/upload']);
		await getFilesToAttach(page).nth(0).getByRole('button', { name: 'Remove a.jpg' }).click();
		await save(page);
		await expect(getFilesToAttach(page)).toHaveCount(0);
		await expect(getDraftRegion(page)).toContainText('menu né.pdf, application/pdf, 5 bytes');
		await expect(shown(page, 'With files')).toBeVisible();
		const { draft } = await readListedChat(api, chat.id);
		expect(draft?.text).toBe('With <strong>files</strong>');
		expect(Object.values(draft?.attachments ?? {})).toMatchObject([
			{ fileName: 'menu né.pdf', fileSize: 5, mimeType: 'application/pdf' }
		]);

		await page.getByRole('link', { name: 'Activity' }).click();
		const log = page.getByRole('table', { name: 'Activity' }).getByRole('row');
		const uploads = log.filter({ hasText: `File uploaded: ${chat.title}` });
		await expect(uploads).toHaveCount(2);
		await expect(uploads.getByRole('button', { name: /^Undo/ })).toHaveCount(0);
		const details = page.getByRole('button', { name: /^Details: File uploaded/ });
		for (const button of await details.all()) await button.click();
		const menu = log.filter({ hasText: 'menu né.pdf' });
		await expect(menu).toContainText('application/pdf, 5 bytes');
		await expect(menu).toContainText('200');
	});
	await test.step('a file the chat does not take waits, says why, and is sent anyway when told', async () => {
		// Instagram accepts pictures, but no files.
		const chat = await findChat(
			api,
			({ network, capabilities, draft, isReadOnly, isArchived }) =>
				network === 'Instagram' &&
				capabilities !== undefined &&
				!(draft || isReadOnly || isArchived)
		);
		await follow(page, `/chats/${encodeURIComponent(chat.id)}?panel=edit`);
		await chatRead(page);
		writes.splice(0);
		await page.getByLabel('Attach files').setInputFiles(MENU);
		await expect(getFilesToAttach(page)).toContainText('Not uploaded');
		await expect(getFilesToAttach(page)).toContainText(/This chat doesn’t accept/i);
		expect(writes).toEqual([]);

		const anyway = getFilesToAttach(page).getByRole('button', {
			name: /^Upload anyway ?: menu né\.pdf$/
		});
		await page.getByRole('switch', { name: 'Read-only' }).click();
		await expect(anyway).toBeDisabled();
		await expect(page.getByLabel('Attach files')).toBeDisabled();
		await expect(getDraftRegion(page)).toContainText('Can’t upload files now. Read-only is on');
		await page.getByRole('switch', { name: 'Read-only' }).click();
		await anyway.dblclick();
		await expect(getFilesToAttach(page)).toContainText('Ready');
		expect(writes).toHaveLength(1);
		await save(page);
		await expect(getDraftRegion(page)).toContainText('menu né.pdf, application/pdf, 5 bytes');
	});
});
