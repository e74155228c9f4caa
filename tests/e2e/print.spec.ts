import type { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openTable } from './sharing';

function table(page: Page) {
	return page.getByRole('table', { name: 'Capabilities' });
}

test('prints light, whole, and with its heads on every page', async ({ page }) => {
	await openTable(page, '?network=whatsapp&network=signal');
	await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
	const { background, isClipped, position } = await table(page).evaluate((node) => {
		const head = node.querySelector('thead') ?? node;
		const frame = node.parentElement ?? node;
		return {
			background: getComputedStyle(head.querySelector('th') ?? node).backgroundColor,
			isClipped: frame.scrollHeight > frame.clientHeight + 1,
			position: getComputedStyle(head).position
		};
	});
	expect(background).toBe('rgb(255, 255, 255)');
	expect(isClipped).toBe(false);
	expect(position).toBe('static');
	const pdf = await page.pdf({ format: 'A4' });
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

/** Width and height of each page of a PDF, in millimetres. */
function pagesOf(pdf: Buffer): number[][] {
	const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
	return [...boxes].map(([, width, height]) =>
		[Number(width), Number(height)].map((points) => Math.round((points / 72) * 25.4))
	);
}

for (const [format, short, long] of [
	['A4', 210, 297],
	['Letter', 216, 279]
] as const) {
	test(`prints on ${format} with a title, upright or on its side as its columns need`, async ({
		page
	}) => {
		await openTable(page, '?network=whatsapp&network=signal');
		const upright = pagesOf(await page.pdf({ format, preferCSSPageSize: true }));
		expect(upright.length).toBeGreaterThan(1);
		for (const size of upright) expect(size).toEqual([short, long]);
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByText('What each network can do')).toBeVisible();
		await expect(page.getByText(/server \d.* · from \d+ chats/)).toBeVisible();
		await expect(page.getByRole('navigation')).toHaveCount(0);
		await page.goto('/capabilities');
		// Columns come with the chats: the table is whole when all of them are there.
		await expect(page.getByText(/· from 400 chats$/)).toBeVisible();
		await expect(page.getByRole('progressbar')).toBeHidden();
		const wide = pagesOf(await page.pdf({ format, preferCSSPageSize: true }));
		for (const size of wide) expect(size).toEqual([long, short]);
	});
}
