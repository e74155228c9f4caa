import type { Page } from '@playwright/test';
import {
	allLoaded,
	changeElsewhere,
	connect,
	countLine,
	expect,
	grid,
	readListedChats,
	rows,
	test
} from './fixtures';
import { holdChats, lying } from './keeping';
import type { Running } from './servers';

/** So many chats that they are kept in several pieces. */
const MANY = ['--chats', '1500', '--page-size', '500'];

/** Pauses saving after some chunks are encrypted. @returns resumes it */
async function holdSaving(page: Page, pieces: number): Promise<() => Promise<void>> {
	await page.addInitScript((most) => {
		const { subtle } = crypto;
		const encrypt = subtle.encrypt.bind(subtle);
		const opened = new Promise((resolve) => addEventListener('go-on', resolve, { once: true }));
		let sealed = 0;
		subtle.encrypt = async (...asked) => {
			const bytes = await encrypt(...asked);
			sealed += 1;
			if (sealed > most) await opened;
			return bytes;
		};
	}, pieces);
	return () =>
		page.evaluate(async () => {
			dispatchEvent(new Event('go-on'));
			// Lets the requests that follow at once reach the database first.
			await new Promise((resolve) => setTimeout(resolve));
		});
}

async function open(page: Page, api: Running) {
	await connect(page, api, '/chats');
	await allLoaded(page, '1,500');
}

/** Expects that a visit without a responding server shows the cached chats and no error. */
async function expectRemembered(page: Page, api: Running) {
	const letThrough = await holdChats(page);
	await connect(page, api, '/chats');
	await expect(countLine(page)).toContainText('1,500 of 1,500 chats');
	await expect(page.getByText(/^Updating… \(from .* ago\)/)).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	letThrough();
	await expect(page.getByText(/^Updated \d+ (s|min) ago/)).toBeVisible();
}

test('two tabs that keep different lists at the same time leave a whole one', async ({
	page,
	context,
	startApi
}) => {
	const api = await startApi(...MANY);
	const goOn = await holdSaving(page, 3);
	await open(page, api);
	await expect.poll(() => lying(page)).toEqual({ heads: [], chunks: 3 });

	const [first] = await readListedChats(api);
	await changeElsewhere(api, 'PATCH', `/v1/chats/${encodeURIComponent(first?.id ?? '')}`, {
		isMuted: !first?.isMuted
	});
	const other = await context.newPage();
	await open(other, api);
	await expect.poll(async () => (await lying(other))?.heads.length).toBe(1);
	const before = await lying(other);

	await goOn();
	await expect.poll(async () => (await lying(page))?.heads).not.toEqual(before?.heads);
	await expectRemembered(await context.newPage(), api);
});

test('Sign out while another tab is keeping chats leaves nothing', async ({
	page,
	context,
	startApi
}) => {
	const api = await startApi(...MANY);
	const other = await context.newPage();
	const goOn = await holdSaving(other, 3);
	await open(other, api);
	await expect.poll(() => lying(other)).toEqual({ heads: [], chunks: 3 });

	await holdChats(page);
	await connect(page, api, '/chats');
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page.getByRole('button', { name: 'Connect' })).toBeVisible();
	await expect(other.getByRole('button', { name: 'Connect' })).toBeVisible();
	await goOn();
	await expect.poll(() => lying(other)).toBe(null);
});

/** Limits the browser's storage for the dashboard's origin. */
async function giveRoom(page: Page, bytes: number) {
	const session = await page.context().newCDPSession(page);
	const { origin } = new URL(page.url());
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}

/** Watches for a refusal of the browser to store something. @returns waits for it */
async function refusal(page: Page): Promise<() => Promise<unknown>> {
	await page.addInitScript(() => {
		const begin = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function (...asked) {
			const transaction = begin.apply(this, asked);
			transaction.addEventListener('abort', () => console.log(transaction.error?.name));
			return transaction;
		};
	});
	const refused = page.waitForEvent('console', (line) => line.text() === 'QuotaExceededError');
	return () => refused;
}

/** Expects that the next visit shows nothing until the server responds, like a first visit. */
async function expectNothingRemembered(page: Page) {
	await expect.poll(() => lying(page)).toEqual({ heads: [], chunks: 0 });
	const letThrough = await holdChats(page);
	await page.reload();
	await expect(grid(page)).toHaveAttribute('aria-busy', 'true');
	await expect(rows(page)).toHaveCount(0);
	letThrough();
	await allLoaded(page, '1,500');
}

test('a browser that has room for some of the chats is no hindrance, and shows no half of them later', async ({
	page,
	startApi
}) => {
	const api = await startApi(...MANY);
	const bugs: Error[] = [];
	page.on('pageerror', (error) => bugs.push(error));
	const refused = await refusal(page);
	// Any file of the origin gives access to its storage.
	await page.goto('/manifest.webmanifest');
	await giveRoom(page, 150_000);
	await open(page, api);
	await refused();
	await expect(page.getByText(/^Updated \d+ (s|min) ago/)).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expectNothingRemembered(page);
	expect(bugs).toEqual([]);
});
