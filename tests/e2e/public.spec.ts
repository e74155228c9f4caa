import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { startFileServer } from './file-server';
import { expect, test } from './fixtures';
import { ROOT, type Running } from './servers';
import { openShare } from './sharing';

// One build for all.
test.describe.configure({ mode: 'default' });

let site: Running;

test.beforeAll(async () => {
	// A build takes longer than any test.
	test.setTimeout(600_000);
	await promisify(execFile)(process.execPath, ['.config/build-public.js'], { cwd: ROOT });
	site = await startFileServer(`${ROOT}build-public`, '/some/path/');
});

test.afterAll(() => site.stop());

/** The addresses that a page asks for, and what its policy blocks. */
function watchPage(page: Page) {
	const asked: string[] = [];
	const complaints: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	page.on('response', (response) => {
		if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
	});
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	return { asked, complaints };
}

/** The link that the share dialog copies. */
async function copyLink(page: Page): Promise<string> {
	const dialog = await openShare(page);
	await dialog.getByRole('button', { name: 'Copy link' }).click();
	await expect(dialog.getByRole('status')).toHaveText('Link copied.');
	await dialog.getByRole('button', { name: 'Close' }).last().click();
	return page.evaluate(() => navigator.clipboard.readText());
}

test('the public pages work from a folder of any file server, and ask nobody for anything, nor could they', async ({
	page
}) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	const { asked, complaints } = watchPage(page);
	await page.goto(`${site.address}/`);
	await expect(page).toHaveURL(`${site.address}/capabilities/`);
	const table = page.getByRole('table', { name: 'Capabilities' });
	await expect(table.getByRole('columnheader', { name: 'WhatsApp' })).toBeVisible();
	await table.getByRole('button', { name: /^\d+ rows that no network states$/ }).click();
	await expect(page).toHaveURL(`${site.address}/capabilities/?silent=rows`);

	await page.goto(`${site.address}/capabilities?network=signal&network=whatsapp&q=polls`);
	await expect(table.getByRole('columnheader')).toHaveCount(3);
	await expect(table.getByRole('row', { name: /^Polls/ })).toContainText('Full');
	expect(await copyLink(page)).toBe(page.url());

	await page.getByRole('link', { name: 'Snapshots' }).click();
	await page.getByRole('button', { name: 'See an example' }).click();
	await expect(page.getByText('Signal polls Rejected → Full')).toBeVisible();
	const link = await copyLink(page);
	expect(link).toMatch(new RegExp(`^${site.address}/capabilities/snapshot/#snapshot=`));
	await page.goto('about:blank');
	await page.goto(link);
	await expect(table.getByRole('columnheader', { name: 'Signal' })).toBeVisible();
	// An answer's link has its question beside the snapshot.
	await page.goto(link.replace('#', '?ask=polls#'));
	await expect(page.getByRole('region', { name: 'Answer' })).toHaveText(/^\s*Signal has polls\./);
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Check' }).click();
	await expect(page).toHaveURL(`${site.address}/capabilities/check/`);
	await page.reload();
	await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Hello');
	await expect(page.getByRole('table', { name: 'Where you can send it' })).toContainText('Signal');

	expect(complaints).toEqual([]);
	expect(asked.filter((url) => !url.startsWith(site.address))).toEqual([]);
	expect(asked.filter((url) => url.includes('snapshot='))).toEqual([]);
	expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);

	await test.step('the policy of the pages forbids all requests', async () => {
		const blocked = await page.evaluate(async () => {
			const violation = new Promise<string>((resolve) =>
				document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
					resolve(effectiveDirective)
				)
			);
			await fetch('.').catch(() => undefined);
			return violation;
		});
		expect(blocked).toBe('connect-src');
	});
});
