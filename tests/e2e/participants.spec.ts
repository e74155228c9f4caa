import type { Page } from '@playwright/test';
import { expect, findChat, openChat, test, toasts } from './fixtures';

/** Counts the requests for a single chat from now on: with the default participants, and with all. */
function countAsking(page: Page) {
	const asked = { simply: 0, everybody: 0 };
	page.on('request', (request) => {
		const { pathname, search } = new URL(request.url());
		if (request.method() !== 'GET' || !/^\/v1\/chats\/(?!search$)[^/]+$/.test(pathname)) return;
		if (search === '?maxParticipantCount=-1') asked.everybody++;
		else asked.simply++;
	});
	return asked;
}

test('all participants are loaded on request, again after a failure, and stay', async ({
	page,
	startApi
}) => {
	const api = await startApi('--chats', '400', '--latency', '150');
	// It has more people than the server returns by default.
	const chat = await findChat(
		api,
		({ title, network, isPinned }) =>
			title === 'Open-Source Digest' && network === 'WhatsApp' && !isPinned
	);
	const asked = countAsking(page);
	await openChat(page, api, chat);
	const heading = page.getByRole('heading', { name: /^People/ });
	await expect(heading).toHaveText(/100 of [\d,]+/);
	expect(asked).toEqual({ simply: 1, everybody: 0 });
	const button = page.getByRole('button', { name: /^List all/ });
	const address = '**/v1/chats/*?maxParticipantCount=-1';
	await page.route(address, (route) =>
		route.fulfill({ status: 403, json: { message: 'The test says no' } })
	);
	await button.press('Enter');
	await expect(page.getByRole('alert')).toContainText('Beeper says: The test says no');
	await expect(button).toBeFocused();
	await page.unroute(address);
	let letThrough: (() => void) | undefined;
	const held = new Promise<void>((resolve) => (letThrough = resolve));
	await page.route(address, async (route) => {
		await held;
		await route.continue();
	});
	await button.press('Enter');
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect(page.getByRole('button', { name: /^Listing all/ })).toBeFocused();
	letThrough?.();
	await expect(heading).toHaveText(/^People [\d,]+$/);
	const people = page.getByRole('list', { name: 'People' }).getByRole('listitem');
	await expect(people.nth(50)).toBeFocused();
	expect(await people.count()).toBeGreaterThan(1000);
	await expect(button).toHaveCount(0);
	// One response contains the chat; the other does not, so the chat is read again.
	await page.getByRole('switch', { name: 'Muted' }).click();
	await expect(toasts(page)).toContainText(/uted: /);
	await page.getByRole('switch', { name: 'Archived' }).click();
	await expect(toasts(page)).toContainText(/rchived: /);
	await expect(heading).toHaveText(/^People [\d,]+$/);
	expect(asked).toEqual({ simply: 2, everybody: 2 });
});
