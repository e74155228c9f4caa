import type { Page } from '@playwright/test';

/** Changes the newest messages of a response before the page receives it. */
export async function rewriteNewest(page: Page, ...changes: readonly object[]) {
	await page.route('**/v1/chats/*/messages*', async (route) => {
		const response = await route.fetch({ maxRetries: 3 });
		const json: { items: object[] } = await response.json();
		const plain = { type: 'TEXT', isDeleted: false, isHidden: false };
		for (const [place, change] of changes.entries()) {
			json.items[place] = { ...json.items[place], ...plain, ...change };
		}
		await route.fulfill({ response, json });
	});
}
