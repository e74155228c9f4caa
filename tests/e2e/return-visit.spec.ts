import type { Page } from '@playwright/test';
import {
	allLoaded,
	connect,
	countLine,
	expect,
	getRowName,
	grid,
	READ_ONLY_TOKEN,
	rows,
	submitLogin,
	test,
	TOKEN
} from './fixtures';
import { holdChats, lying } from './keeping';
import { runCommand } from './palette';
import type { Running } from './servers';

/** The number of complete caches in the browser's database. */
async function kept(page: Page): Promise<number> {
	return (await lying(page))?.heads.length ?? 0;
}

async function visit(page: Page, api: Running) {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await expect.poll(() => kept(page)).toBe(1);
}

/** Keeps the database open, as a suspended tab does. @returns closes it */
async function fallAsleep(page: Page): Promise<() => Promise<void>> {
	// Any file of the origin gives access to its databases.
	await page.goto('/manifest.webmanifest');
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('beeper-dashboard');
				opening.onsuccess = () => {
					addEventListener('wake-up', () => opening.result.close());
					resolve();
				};
			})
	);
	return () => page.evaluate(() => void dispatchEvent(new Event('wake-up')));
}

async function signOut(page: Page) {
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByRole('button', { name: 'Connect' })).toBeVisible();
}

/**
 * Looks for secrets in all that the browser's database holds.
 *
 * @param secrets - the last one is the address, which may be known of snapshots
 * @returns how much there is, and the secrets that are legible
 */
function findLegible(page: Page, secrets: readonly string[]) {
	return page.evaluate(async (secrets) => {
		const database = await new Promise<IDBDatabase>((resolve) => {
			const opening = indexedDB.open('beeper-dashboard');
			opening.onsuccess = () => resolve(opening.result);
		});
		let texts: string[] = [];
		function spell(value: unknown) {
			if (value instanceof ArrayBuffer) texts.push(new TextDecoder('latin1').decode(value));
			else if (ArrayBuffer.isView(value)) texts.push(new TextDecoder('latin1').decode(value));
			else if (typeof value === 'object' && value !== null) Object.values(value).forEach(spell);
			else texts.push(String(value));
		}
		// Snapshots of capabilities are kept as they are, by the address, which is remembered anyway.
		const encrypted = [...database.objectStoreNames].filter((name) => name !== 'snapshots');
		const stores: string[] = [];
		for (const name of [...encrypted, 'snapshots']) {
			texts = [];
			const store = database.transaction(name).objectStore(name);
			for (const asking of [store.getAll(), store.getAllKeys()]) {
				await new Promise((resolve) => (asking.onsuccess = resolve));
				spell(asking.result);
			}
			stores.push(texts.join('\n'));
		}
		database.close();
		const [all, snapshots] = [stores.slice(0, -1).join('\n'), stores.at(-1) ?? ''];
		const host = secrets.at(-1) ?? '';
		return {
			length: all.length,
			secrets: [
				...secrets.filter((secret) => all.includes(secret)),
				...secrets.filter((secret) => secret !== host && snapshots.includes(secret))
			]
		};
	}, secrets);
}

/** Replaces each chunk of the cache by bytes that are none. */
async function damageChunks(page: Page) {
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
}

test('a return visit shows the last known chats, which nobody can read, before the server has answered, or where it is away', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await visit(page, api);
	await test.step('nothing that was kept can be read', async () => {
		const title = (await rows(page).first().getByRole('link').first().innerText()).trim();
		const found = await findLegible(page, [title, TOKEN, new URL(api.address).host]);
		expect(found.length).toBeGreaterThan(10_000);
		expect(found.secrets).toEqual([]);
	});

	await test.step('where it is damaged it is made anew', async () => {
		const [damaged] = (await lying(page))?.heads ?? [];
		await damageChunks(page);
		await page.reload();
		await allLoaded(page);
		await expect(page.getByText(/^Updated \d+ (s|min) ago/)).toBeVisible();
		await expect
			.poll(async () => (await lying(page))?.heads.filter((at) => at !== damaged).length)
			.toBe(1);
		await expect(page.getByRole('alert')).toHaveCount(0);
	});

	await test.step('it is shown before the server has answered, and where it is away', async () => {
		const first = await getRowName(rows(page).first());
		const letThrough = await holdChats(page);
		await page.reload();
		await expect.poll(() => getRowName(rows(page).first())).toBe(first);
		await expect(countLine(page)).toContainText('100 of 100 chats');
		await expect(page.getByText(/^Updating… \(from \d+ (s|min) ago\)/)).toBeVisible();
		letThrough();
		await expect(page.getByText(/^Updating…/)).toBeHidden();
		await expect(page.getByText(/^Updated \d+ (s|min) ago/)).toBeVisible();

		await api.stop();
		await page.reload();
		await expect(countLine(page)).toContainText('100 of 100 chats');
		await expect(page.getByRole('alert')).toContainText('Beeper isn’t responding');
	});
});

test('Sign out erases what was kept, while other tabs have it open too, or are fast asleep', async ({
	page,
	context,
	api
}) => {
	await visit(page, api);
	const other = await context.newPage();
	await connect(other, api, '/chats');
	await expect(rows(other).first()).toBeVisible();
	const sleeping = await context.newPage();
	const wakeUp = await fallAsleep(sleeping);
	await signOut(page);
	await expect(other.getByRole('button', { name: 'Connect' })).toBeVisible();
	await connect(page, api, '/chats');
	await expect(rows(page).first()).toBeVisible();
	await signOut(page);
	await wakeUp();
	await expect.poll(() => lying(page)).toBe(null);
});

test('nothing is shown to another token, nor kept by who does not want it', async ({
	page,
	api
}) => {
	await visit(page, api);
	await page.evaluate(() => sessionStorage.clear());
	await page.goto('/chats');
	let letThrough = await holdChats(page);
	await submitLogin(page, api.address, READ_ONLY_TOKEN);
	await expect(grid(page)).toHaveAttribute('aria-busy', 'true');
	await expect(rows(page)).toHaveCount(0);
	letThrough();
	await allLoaded(page);

	await runCommand(page, 'Stop keeping chats');
	await expect.poll(() => kept(page)).toBe(0);
	letThrough = await holdChats(page);
	await page.reload();
	await expect(grid(page)).toHaveAttribute('aria-busy', 'true');
	await expect(rows(page)).toHaveCount(0);
	letThrough();
	await allLoaded(page);
	await expect(page.getByText(/^Updated \d+ (s|min) ago/)).toBeVisible();
	expect(await kept(page)).toBe(0);
});
