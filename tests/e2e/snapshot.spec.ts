import { Buffer } from 'node:buffer';
import type { Browser, Page } from '@playwright/test';
import { clickLink, connect, expect, follow, test } from './fixtures';
import type { Running } from './servers';
import { openShare, openTable, save } from './sharing';
import { snapshotFile, toSnapshotFile } from './snapshots';

/** Opens a page in a new browser profile, for a visitor without Beeper and without a token. */
async function stranger(browser: Browser, { address }: Running): Promise<Page> {
	const context = await browser.newContext({ baseURL: address, timezoneId: 'Asia/Tokyo' });
	return context.newPage();
}

const BEFORE = snapshotFile('before.json', '2026-01-31', '4.2.808', -2);
const AFTER = snapshotFile('after.json', '2026-05-31', '4.3.0', 2);

/** The values of a cell, whether they have tiles of their own or stand behind `5 differ`. */
function readValues(text: string): string {
	return text.replace(/\d+ differs?|[\s,:]/g, '');
}

/** The values of the table, without the button that folds its silent rows. */
async function readCells(page: Page): Promise<string[]> {
	const cells = page.getByRole('table', { name: 'Capabilities' }).getByRole('cell');
	const texts = (await cells.allInnerTexts()).slice(2);
	return texts.filter((text) => !/ that no \w+ states/.test(text)).map(readValues);
}

test('a snapshot link or file shows the same table without a token, and sends no requests', async ({
	page,
	api,
	browser,
	dashboard
}) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await openTable(page, api, '?network=signal&network=whatsapp&silent=rows');
	const words = await readCells(page);
	const dialog = await openShare(page);
	await dialog.getByRole('button', { name: 'Copy snapshot link' }).click();
	await expect(dialog.getByRole('status')).toHaveText('Link copied.');
	const link = await page.evaluate(() => navigator.clipboard.readText());
	const { name, bytes } = await save(page, dialog, 'Save snapshot');
	expect(name).toMatch(/^beeper-snapshot-\d{4}-\d\d-\d\d\.json$/);

	const other = await stranger(browser, dashboard);
	const asked: string[] = [];
	other.on('request', (request) => asked.push(request.url()));
	const table = other.getByRole('table', { name: 'Capabilities' });
	await test.step('a link', async () => {
		await other.goto(link);
		await expect(table.getByRole('columnheader', { name: 'WhatsApp' })).toBeVisible();
		await expect(other.getByRole('group', { name: 'After' })).toContainText(/\d{4} · Beeper \d/);
		await expect(table.getByText('Snapshot')).toHaveCount(0);
		const origin = new URL(link).origin;
		expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
		expect(asked.filter((url) => url.includes('snapshot='))).toEqual([]);

		await other.getByRole('searchbox', { name: 'Search capabilities' }).fill('poll');
		await expect(table.getByRole('row', { name: /^Edit\b/ })).toHaveCount(0);
		await other.getByRole('combobox', { name: 'Compare with' }).selectOption('Signal');
		await expect(table.getByRole('columnheader').nth(1)).toContainText('Signal');
		const again = await openShare(other);
		await expect(again.getByRole('button', { name: 'Copy link', exact: true })).toHaveCount(0);
		expect((await save(other, again, 'Save PNG')).bytes.length).toBeGreaterThan(5_000);
	});

	await test.step('a file', async () => {
		// Another page between, as a page keeps the snapshot that was opened.
		await clickLink(other, '/');
		await expect(other).toHaveURL(/\/connect/);
		await follow(other, '/capabilities/snapshot');
		await other
			.getByLabel('After: choose a file')
			.setInputFiles({ name, mimeType: 'application/json', buffer: bytes });
		await other.getByRole('button', { name: /^\d+ rows that no column states$/ }).click();
		expect(await readCells(other)).toEqual(words);
		const copy = await save(other, await openShare(other), 'Save snapshot');
		expect(copy.bytes.equals(bytes)).toBe(true);
	});
	await other.context().close();
});

/** The number of lines that each long word in a column's name takes. */
function countLinesOfLongWords(page: Page): Promise<Record<string, number>> {
	return page.getByRole('table', { name: 'Capabilities' }).evaluate((node) => {
		const lines: Record<string, number> = {};
		for (const head of node.querySelectorAll('thead th')) {
			const walker = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
			for (let text = walker.nextNode(); text; text = walker.nextNode()) {
				for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\p{L}{11,}/gu)) {
					const range = document.createRange();
					range.setStart(text, index);
					range.setEnd(text, index + word.length);
					lines[word] = Math.max(lines[word] ?? 0, range.getClientRects().length);
				}
			}
		}
		return lines;
	});
}

test('two snapshots are compared in words, swapped, dropped, and outlive what is no good; no long word is broken', async ({
	page
}) => {
	await page.goto('/capabilities/snapshot#snapshot=3VTBjtMwEP2VyOdk');
	await expect(page.getByRole('alert').filter({ hasText: 'incomplete' })).toBeVisible();
	await page.getByLabel('Before: choose a file').setInputFiles(BEFORE);
	await page.getByLabel('After: choose a file').setInputFiles(AFTER);
	await expect(page.getByRole('alert').filter({ hasText: 'incomplete' })).toHaveCount(0);
	const changes = page.getByRole('list', { name: 'Since 4.2.808' });
	await expect(changes.getByRole('listitem')).toHaveText(['Signal polls Rejected → Full']);
	const poll = page
		.getByRole('table', { name: 'Capabilities' })
		.getByRole('row', { name: /^Poll/ });
	await expect(poll.getByRole('cell')).toContainText('Full');
	await page.getByRole('radio', { name: 'Before' }).check();
	await expect(poll.getByRole('cell')).toContainText('Rejected');
	await page.getByRole('button', { name: 'Swap' }).click();
	await expect(page.getByRole('list', { name: 'Since 4.3.0' })).toHaveText(
		/Signal polls Full → Rejected/
	);

	const dataTransfer = await page.evaluateHandle(
		(texts) => {
			const transfer = new DataTransfer();
			for (const { name, text } of texts) transfer.items.add(new File([text], name));
			return transfer;
		},
		[AFTER, BEFORE].map(({ name, buffer }) => ({ name, text: buffer.toString('utf8') }))
	);
	await page.getByRole('main').dispatchEvent('drop', { dataTransfer });
	await expect(page.getByRole('group', { name: 'Before' })).toContainText('before.json');
	await expect(page.getByRole('group', { name: 'After' })).toContainText('after.json');
	await expect(changes).toBeVisible();

	for (const [text, words] of [
		['{"format": "beeper-dash', 'Not a snapshot'],
		['{"format":"beeper-dashboard-snapshot","version":99}', 'newer version'],
		[' '.repeat(7_000_000), 'too large']
	] as const) {
		await page.getByLabel('After: choose a file').setInputFiles({
			name: 'bad.json',
			mimeType: 'application/json',
			buffer: Buffer.from(text)
		});
		await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
		await expect(page.getByRole('group', { name: 'After' })).toContainText('after.json');
		await expect(changes).toBeVisible();
	}

	await test.step('a long word in the name of a column is not broken', async () => {
		const names = ['direct', 'group', 'announcement', 'not reported'];
		const columns = names.map((name) => ({
			name: `WhatsApp: ${name}`,
			network: { key: 'whatsapp', name: 'WhatsApp' },
			chats: 1,
			answers: [{ chats: 1, capabilities: { edit: 2 } }]
		}));
		await page
			.getByLabel('After: choose a file')
			.setInputFiles(toSnapshotFile('table.json', { taken: '2026-01-31', columns }));
		await page.getByRole('radio', { name: 'After' }).check();
		for (const width of [1024, 640, 390]) {
			await page.setViewportSize({ width, height: 800 });
			await expect
				.poll(() => countLinesOfLongWords(page), `${width} pixels`)
				.toEqual({ announcement: 1 });
		}
	});
});

test('a snapshot of the week is kept until the sign-out, and one can be taken at any time', async ({
	page,
	api
}) => {
	await connect(page, api, '/capabilities');
	await page.getByRole('link', { name: 'Snapshots' }).click();
	const kept = page.getByRole('region', { name: 'Kept in this browser' });
	await kept.getByRole('button', { name: 'Take a snapshot' }).click();
	await expect(page.getByRole('group', { name: 'After' })).toContainText('from a link');
	// The one of the week was taken on the same day, so there is one.
	await expect(kept.getByRole('listitem')).toHaveCount(1);
	await kept.getByRole('button', { name: /^Open as before: / }).click();
	await expect(page.getByText('No changes')).toBeVisible();

	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Chats' }).click();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await expect(page).toHaveURL(/connect/);
	await follow(page, '/capabilities/snapshot');
	await expect(kept).toContainText('No snapshots yet');
});
