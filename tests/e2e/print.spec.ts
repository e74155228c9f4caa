import type { Buffer } from 'node:buffer';
import { expect, follow, test } from './fixtures';
import { allCounted, openTable, table } from './sharing';

/** Width and height of each page of a PDF, in millimetres. */
function readPageSizes(pdf: Buffer): number[][] {
	const boxes = pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g);
	return [...boxes].map(([, width, height]) =>
		[Number(width), Number(height)].map((points) => Math.round((points / 72) * 25.4))
	);
}

/** Paper formats with their sides in millimetres. */
const FORMATS = [
	['A4', 210, 297],
	['Letter', 216, 279]
] as const;

test('prints light and whole, with a title, its heads on every page, upright or on its side as its columns need', async ({
	page,
	api
}) => {
	await openTable(page, api, '?network=whatsapp&network=signal');
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
	await expect(page.getByText('WhatsApp vs Signal')).toBeVisible();
	await expect(page.getByText(/Beeper \d.* · from \d+ chats/)).toBeVisible();
	await expect(page.getByRole('navigation')).toHaveCount(0);

	await page.emulateMedia({ media: null });
	for (const [format, short, long] of FORMATS) {
		const upright = readPageSizes(await page.pdf({ format, preferCSSPageSize: true }));
		expect(upright.length).toBeGreaterThan(1);
		for (const size of upright) expect(size).toEqual([short, long]);
	}
	// The columns decide, however few the rows.
	await follow(page, '/capabilities?q=edit');
	await allCounted(page);
	for (const [format, short, long] of FORMATS) {
		const wide = readPageSizes(await page.pdf({ format, preferCSSPageSize: true }));
		for (const size of wide) expect(size).toEqual([long, short]);
	}
});
