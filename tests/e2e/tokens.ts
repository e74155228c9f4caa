import type { Page } from '@playwright/test';
import { goOnline, TOKEN } from './fixtures';
import { isWrite } from './writes';

/**
 * Makes the API answer that a token has expired. The page learns it at once, not from its next poll,
 * unless some writes come first.
 *
 * @param afterWrites - number of writes that are let through first
 */
export async function expireToken(page: Page, { token = TOKEN, afterWrites = 0 } = {}) {
	let writes = 0;
	await page.route('**/v1/**', async (route) => {
		const request = route.request();
		const isOld = (await request.headerValue('authorization')) === `Bearer ${token}`;
		if (isWrite(request) && isOld) writes += 1;
		const isOver = isOld && (afterWrites === 0 || writes > afterWrites);
		if (!isOver) return route.fallback();
		await route.fulfill({
			status: 401,
			headers: { 'Access-Control-Allow-Origin': '*' },
			json: { message: 'Token expired', code: 'UNAUTHORIZED' }
		});
	});
	if (afterWrites === 0) await goOnline(page);
}
