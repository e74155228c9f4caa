import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** Of each long word in a column's name: in how many lines it stands. */
function linesOfLongWords(page: Page): Promise<Record<string, number>> {
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

test('a long word in the name of a column is not broken', async ({ page }) => {
	const names = ['direct', 'group', 'announcement', 'not reported'];
	const snapshot = {
		format: 'beeper-dashboard-snapshot',
		version: 2,
		taken: '2026-01-31',
		columns: names.map((name) => ({
			name: `WhatsApp: ${name}`,
			network: { key: 'whatsapp', name: 'WhatsApp' },
			chats: 1,
			answers: [{ chats: 1, capabilities: { edit: 2 } }]
		}))
	};
	await page.goto('/capabilities/snapshot');
	await page.getByLabel('After: choose a file').setInputFiles({
		name: 'table.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(snapshot))
	});
	for (const width of [1024, 640, 390]) {
		await page.setViewportSize({ width, height: 800 });
		await expect.poll(() => linesOfLongWords(page), `${width} pixels`).toEqual({ announcement: 1 });
	}
});
