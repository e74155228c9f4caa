import type { Page } from '@playwright/test';
import { allLoaded, connect, countLine, expect, grid, rows, submitLogin, test } from './fixtures';
import { holdChats, lying } from './keeping';
import { runCommand } from './palette';

/** How many whole caches lie in this browser's database; 0 where there is none. */
async function kept(page: Page): Promise<number> {
	return (await lying(page))?.heads.length ?? 0;
}

async function visit(page: Page, api: Parameters<typeof connect>[1]) {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await expect.poll(() => kept(page)).toBe(1);
}

test('a return visit shows the last known chats before the server has answered, as of when', async ({
	page,
	api
}) => {
	await visit(page, api);
	const first = await rows(page).first().getAttribute('aria-label');
	const letThrough = await holdChats(page);
	await page.reload();
	await expect(rows(page).first()).toHaveAttribute('aria-label', first ?? '');
	await expect(countLine(page)).toContainText('400 of 400 chats');
	await expect(page.getByText(/^As of \d+ s ago, updating/)).toBeVisible();
	letThrough();
	await expect(page.getByText(/^As of/)).toBeHidden();
	await expect(page.getByText(/^Updated \d+ s ago/)).toBeVisible();
});

test('what was kept is shown although the server is away', async ({ page, startApi }) => {
	const api = await startApi();
	await visit(page, api);
	await api.stop();
	await page.reload();
	await expect(countLine(page)).toContainText('400 of 400 chats');
	await expect(page.getByRole('alert')).toContainText('Beeper does not answer');
});

test('what was kept stays on disk while a server has only just started', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await visit(page, api);
	const heads = (await lying(page))?.heads;
	await api.stop();
	await startApi('--port', new URL(api.address).port, '--not-ready', '12:3');
	await page.reload();
	const starting = page.getByText('Beeper may still be starting.');
	await expect(starting).toBeVisible();
	expect((await lying(page))?.heads).toEqual(heads);
	await expect(starting).toBeHidden({ timeout: 30_000 });
	await allLoaded(page);
	await expect(page.getByText('Another Beeper answers')).toHaveCount(0);
	await expect.poll(async () => (await lying(page))?.heads, { timeout: 40_000 }).not.toEqual(heads);
});

test('nothing that was kept can be read: no name, no token, no address', async ({ page, api }) => {
	await visit(page, api);
	const title = (await rows(page).first().getByRole('link').first().innerText()).trim();
	const found = await page.evaluate(
		async (secrets) => {
			const database = await new Promise<IDBDatabase>((resolve) => {
				const opening = indexedDB.open('beeper-dashboard');
				opening.onsuccess = () => resolve(opening.result);
			});
			const texts: string[] = [];
			function spell(value: unknown) {
				if (value instanceof ArrayBuffer) texts.push(new TextDecoder('latin1').decode(value));
				else if (ArrayBuffer.isView(value)) texts.push(new TextDecoder('latin1').decode(value));
				else if (typeof value === 'object' && value !== null) Object.values(value).forEach(spell);
				else texts.push(String(value));
			}
			for (const name of database.objectStoreNames) {
				const store = database.transaction(name).objectStore(name);
				for (const asking of [store.getAll(), store.getAllKeys()]) {
					await new Promise((resolve) => (asking.onsuccess = resolve));
					spell(asking.result);
				}
			}
			database.close();
			const all = texts.join('\n');
			return { length: all.length, secrets: secrets.filter((secret) => all.includes(secret)) };
		},
		[title, 'sample-token', new URL(api.address).host]
	);
	expect(found.length).toBeGreaterThan(10_000);
	expect(found.secrets).toEqual([]);
});

test('Sign out erases what was kept, while another tab has it open too', async ({ page, api }) => {
	await visit(page, api);
	const other = await page.context().newPage();
	await visit(other, api);
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByRole('button', { name: 'Connect' })).toBeVisible();
	await expect(other.getByRole('button', { name: 'Connect' })).toBeVisible();
	await expect.poll(() => kept(page)).toBe(0);
});

test('nothing is kept by who does not want it, and what was is erased', async ({ page, api }) => {
	await visit(page, api);
	await runCommand(page, 'Keep no chats');
	await expect.poll(() => kept(page)).toBe(0);
	const letThrough = await holdChats(page);
	await page.reload();
	await expect(grid(page)).toHaveAttribute('aria-busy', 'true');
	await expect(rows(page)).toHaveCount(0);
	letThrough();
	await allLoaded(page);
	await expect(page.getByText(/^Updated \d+ s ago/)).toBeVisible();
	expect(await kept(page)).toBe(0);
});

test('another token of the same server is shown nothing of it', async ({ page, api }) => {
	await visit(page, api);
	await page.evaluate(() => sessionStorage.clear());
	await page.goto('/chats');
	const letThrough = await holdChats(page);
	await submitLogin(page, api.address, 'sample-read-only');
	await expect(grid(page)).toHaveAttribute('aria-busy', 'true');
	await expect(rows(page)).toHaveCount(0);
	letThrough();
	await allLoaded(page);
});

test('a damaged store is no hindrance, and is made anew', async ({ page, api }) => {
	await visit(page, api);
	await page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve) => {
			const opening = indexedDB.open('beeper-dashboard');
			opening.onsuccess = () => resolve(opening.result);
		});
		const store = database.transaction('chunks', 'readwrite').objectStore('chunks');
		const asking = store.getAllKeys();
		await new Promise((resolve) => (asking.onsuccess = resolve));
		for (const key of asking.result) store.put(new Uint8Array([1, 2, 3]), key);
		await new Promise((resolve) => (store.transaction.oncomplete = resolve));
		database.close();
	});
	await page.reload();
	await allLoaded(page);
	await expect(page.getByText(/^Updated \d+ s ago/)).toBeVisible();
	await expect.poll(() => kept(page)).toBe(1);
	await expect(page.getByRole('alert')).toHaveCount(0);
});
