import type { Page } from '@playwright/test';
import { PNG, WEBM } from './files';
import { allLoaded, connect, expect, openColumns, openPlainChat, rows, test } from './fixtures';
import { action, selectFirst } from './many';
import { openShare, save } from './sharing';
import { snapshotFile } from './snapshots';

/**
 * Lists each time that the browser stops something because of the page's policy, of every document
 * the page shows.
 */
async function listViolations(page: Page): Promise<readonly string[]> {
	const violations: string[] = [];
	await page.exposeFunction('tellViolation', (text: string) => violations.push(text));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
			const text = [effectiveDirective, blockedURI, sourceFile, lineNumber, sample].join(' ');
			const tell: unknown = Reflect.get(window, 'tellViolation');
			if (typeof tell === 'function') tell(`${location.pathname}: ${text}`);
		});
	});
	page.on('console', (message) => {
		if (/Content Security Policy|Trusted/i.test(message.text())) violations.push(message.text());
	});
	page.on('pageerror', (error) => violations.push(String(error)));
	return violations;
}

test('no page does anything that its own policy forbids', async ({ page, api }) => {
	const violations = await listViolations(page);
	for (const path of ['/connect', '/reset', '/capabilities/snapshot', '/nowhere']) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
	await connect(page, api, '/chats?layout=cards&group=network');
	await allLoaded(page);
	for (const path of [
		'/activity',
		'/chats/new',
		'/chats/no-such-chat',
		'/capabilities?by=account&share=yes&reference=yes',
		'/capabilities?by=variant&bare=yes'
	]) {
		await page.goto(path);
		await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
		await expect(page.getByRole('progressbar')).toBeHidden();
	}
	expect(violations).toEqual([]);
});

test('nor does anything that opens over the list', async ({ page, startApi }) => {
	const violations = await listViolations(page);
	await connect(page, await startApi(), '/chats?network=whatsapp&archived=no');
	await allLoaded(page);
	for (const key of ['?', 'Control+k']) {
		await page.keyboard.press(key);
		await expect(page.getByRole('dialog')).toBeVisible();
		await page.keyboard.press('Escape');
	}
	await openColumns(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Save this view' }).click();
	await expect(page.getByRole('dialog', { name: 'Save this view' })).toBeVisible();
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Manage saved views' }).click();
	await expect(page.getByRole('dialog', { name: 'Saved views' })).toBeVisible();
	await page.keyboard.press('Escape');
	await rows(page).first().focus();
	await page.keyboard.press('m');
	await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(/uted: /);
	await selectFirst(page, 3);
	for (const name of ['Remind…', 'Archive']) {
		await action(page, name).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await page.keyboard.press('Escape');
	}
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('/chats');
	await page.getByRole('button', { name: 'Filters' }).click();
	await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
	expect(violations).toEqual([]);
});

test('nor a chat with its emoji, dialogs and an ending token', async ({ page, startApi }) => {
	const violations = await listViolations(page);
	const api = await startApi('--merged', 'a', '--labels', '--token-expires', '590');
	await openPlainChat(page, api, 'developer');
	await page.getByRole('switch', { name: 'Show requests' }).click();
	await page.getByRole('tabpanel').locator('summary', { hasText: 'Show request' }).click();
	await page.getByRole('button', { name: 'React' }).first().click();
	const picker = page.getByRole('group', { name: 'Choose a reaction' });
	await picker.getByRole('tab').nth(3).click();
	await picker.getByRole('combobox').fill('heart');
	await expect(picker.getByRole('option').first()).toBeVisible();
	expect(
		await picker
			.getByRole('option')
			.first()
			.evaluate((node) => getComputedStyle(node).display)
	).toBe('flex');
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Paste a new token' }).click();
	await expect(page.getByRole('dialog', { name: 'Use another token' })).toBeVisible();
	expect(violations).toEqual([]);
});

test('nor the capabilities, their cells, files and pictures', async ({ page, api }) => {
	const violations = await listViolations(page);
	await connect(page, api, '/capabilities?network=whatsapp&network=signal&baseline=whatsapp');
	const table = page.getByRole('table', { name: 'Capabilities' });
	await expect(table).toBeVisible();
	await table
		.getByRole('row', { name: /^Edit\b/ })
		.first()
		.getByRole('cell')
		.first()
		.click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	const share = await openShare(page);
	for (const name of ['Save PNG', 'Save SVG']) await save(page, share, name);
	await page.goto('/capabilities/check');
	await page.getByLabel('Choose files').setInputFiles([
		{ name: 'photo.png', mimeType: 'image/png', buffer: PNG },
		{ name: 'film.webm', mimeType: 'video/webm', buffer: WEBM }
	]);
	await expect(page.getByRole('table', { name: 'Where you can send it' })).toBeVisible();
	await expect(page.getByText('Looking at it')).toHaveCount(0);
	await page.goto('/capabilities/snapshot');
	await page
		.getByLabel('Before: choose a file')
		.setInputFiles(snapshotFile('before.json', '2026-01-31', '4.2.808', -2));
	await expect(table).toBeVisible();
	expect(violations).toEqual([]);
});
