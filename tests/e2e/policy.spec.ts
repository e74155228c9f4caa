import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PNG, WEBM } from './files';
import {
	allLoaded,
	connect,
	expect,
	follow,
	openColumns,
	openPlainChat,
	rows,
	test
} from './fixtures';
import { action, selectFirst } from './many';
import { rewriteNewest } from './messages';
import { runCommand } from './palette';
import { openEditCell, openShare, save } from './sharing';
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

/**
 * The files of the source with a dialog, a drawer, a menu or a panel that drops down; all of them are
 * opened by the tests below.
 */
const OPENED = [
	'components/bulk/BulkBar.svelte',
	'components/bulk/BulkPlan.svelte',
	'components/capability-table/ColumnHeaders.svelte',
	'components/capability-table/ScreenshotMode.svelte',
	'components/chat-filters/PresetLinks.svelte',
	'components/chat-grid/ChatGrid.svelte',
	'components/chat-toolbar/CleanUpMenu.svelte',
	'components/chat-toolbar/ColumnDialog.svelte',
	'components/chat-toolbar/DisplayOptions.svelte',
	'components/connect/TokenPrompt.svelte',
	'components/keys/CommandPalette.svelte',
	'components/keys/KeyHelp.svelte',
	'components/messages/MessageAttachments.svelte',
	'components/mutations/ActionBar.svelte',
	'components/mutations/ReminderDialog.svelte',
	'components/saved-views/ManageViews.svelte',
	'components/saved-views/SaveView.svelte',
	'components/share/ShareDialog.svelte',
	'components/ui/UncopiedText.svelte',
	'routes/(app)/capabilities/+page.svelte',
	'routes/(app)/chats/FilterSidebar.svelte',
	'routes/(app)/overview/+page.svelte'
];

/** Files that only say what a dialog or a menu is. */
const GENERIC = /ui.(?:Dialog|Drawer|Dropdown|Menu|MenuButton)\.svelte$/;

test('every dialog and menu of the source is opened here', async () => {
	const folder = join('src', 'lib');
	const files = [folder, join('src', 'routes')].flatMap((root) =>
		readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file))
	);
	const opening = files
		.filter((file) => file.endsWith('.svelte') && !GENERIC.test(file))
		.filter((file) =>
			/<(?:[Dd]ialog|Drawer|Dropdown|Menu|MenuButton)\b/.test(readFileSync(file, 'utf8'))
		)
		.map((file) => file.replace(/^src.(?:lib.)?/, '').replaceAll('\\', '/'));
	expect(opening.sort()).toEqual(OPENED);
});

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
		'/capabilities?by=variant&bare=yes',
		'/accounts',
		'/overview'
	]) {
		await follow(page, path);
		await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
		await expect(page.getByRole('progressbar')).toBeHidden();
	}
	await page.locator('summary', { hasText: 'Saved views' }).click();
	await expect(page.getByRole('region', { name: 'Saved views' })).toBeVisible();
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
	await page.keyboard.press('Shift+F10');
	await expect(page.getByRole('menu')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Clean up' }).click();
	await expect(page.getByRole('menu')).toBeVisible();
	await page.keyboard.press('Escape');
	await page.setViewportSize({ width: 1024, height: 768 });
	await page.getByLabel('More views').click();
	await expect(page.getByRole('navigation', { name: 'All views' })).toBeVisible();
	await page.keyboard.press('Escape');
	await selectFirst(page, 3);
	await action(page, 'More').click();
	await expect(page.getByRole('menu')).toBeVisible();
	await page.keyboard.press('Escape');
	for (const name of ['Remind…', 'Archive']) {
		await action(page, name).click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await page.keyboard.press('Escape');
	}
	await page.setViewportSize({ width: 390, height: 844 });
	await follow(page, '/chats');
	await page.getByRole('button', { name: 'Filters' }).click();
	await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
	expect(violations).toEqual([]);
});

test('nor a chat with its emoji, dialogs and an ending token', async ({ page, startApi }) => {
	const violations = await listViolations(page);
	const api = await startApi('--merged', 'a', '--labels', '--token-expires', '590');
	await rewriteNewest(page, {
		attachments: [
			{ type: 'img', fileName: 'A picture' },
			{ type: 'audio', fileName: 'v.ogg' },
			{ type: 'video', fileName: 'v.mp4' }
		].map((file) => ({ ...file, srcURL: `mxc://beeper.local/file-1/${file.fileName}` }))
	});
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
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'A picture' }).click();
	await expect(page.getByRole('dialog', { name: 'A picture' })).toBeVisible();
	await page.keyboard.press('Escape');
	for (const name of ['v.ogg', 'v.mp4']) {
		await page.getByRole('button', { name: `Play ${name}` }).click();
		await expect(page.getByLabel(name, { exact: true })).toBeFocused();
	}
	await page.evaluate(() => {
		Reflect.set(navigator.clipboard, 'writeText', () => Promise.reject(new Error('denied')));
	});
	await runCommand(page, 'Copy chat link');
	await expect(page.getByRole('dialog', { name: 'Couldn’t copy' })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.setViewportSize({ width: 390, height: 844 });
	await page.getByRole('button', { name: 'Actions', exact: true }).click();
	await expect(page.getByRole('menu')).toBeVisible();
	expect(violations).toEqual([]);
});

test('nor the capabilities, their cells, files and pictures', async ({ page, api }) => {
	const violations = await listViolations(page);
	await connect(page, api, '/capabilities?network=whatsapp&network=signal&baseline=whatsapp');
	const table = page.getByRole('table', { name: 'Capabilities' });
	await expect(table).toBeVisible();
	await openEditCell(page);
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Options for WhatsApp' }).click();
	await expect(page.getByRole('menuitem', { name: 'Only this' })).toBeVisible();
	await page.keyboard.press('Escape');
	await page.getByText('Saved views', { exact: true }).first().click();
	await expect(page.getByRole('button', { name: 'Manage saved views' })).toBeVisible();
	await page.keyboard.press('Escape');
	const share = await openShare(page);
	for (const name of ['Save PNG', 'Save SVG']) await save(page, share, name);
	await page.keyboard.press('Escape');
	await follow(page, '/capabilities/check');
	await page.getByLabel('Choose files').setInputFiles([
		{ name: 'photo.png', mimeType: 'image/png', buffer: PNG },
		{ name: 'film.webm', mimeType: 'video/webm', buffer: WEBM }
	]);
	await expect(page.getByRole('table', { name: 'Where you can send it' })).toBeVisible();
	await expect(page.getByText('Checking…')).toHaveCount(0);
	await follow(page, '/capabilities/snapshot');
	await page
		.getByLabel('Before: choose a file')
		.setInputFiles(snapshotFile('before.json', '2026-01-31', '4.2.808', -2));
	await expect(table).toBeVisible();
	expect(violations).toEqual([]);
});
