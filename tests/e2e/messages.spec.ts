import type { Page } from '@playwright/test';
import { expect, openChat, plainChat, tabTo, test } from './fixtures';

/** Make other messages of the newest ones of an answer, before the page gets it. */
async function rewrite(page: Page, ...changes: readonly object[]) {
	await page.route('**/v1/chats/*/messages*', async (route) => {
		const response = await route.fetch();
		const json: { items: object[] } = await response.json();
		const plain = { type: 'TEXT', isDeleted: false, isHidden: false };
		for (const [place, change] of changes.entries()) {
			json.items[place] = { ...json.items[place], ...plain, ...change };
		}
		await route.fulfill({ response, json });
	});
}

function reactions(reactionKey: string, ...participantIDs: readonly string[]) {
	return participantIDs.map((participantID) => ({
		id: participantID + reactionKey,
		participantID,
		reactionKey,
		emoji: true
	}));
}

for (const width of [390, 1280]) {
	test(`who reacted is seen, and all of them by keyboard, ${width} px wide`, async ({
		page,
		api
	}) => {
		await page.setViewportSize({ width, height: 844 });
		const many = reactions('👍', 'Ada', 'Bob', 'Cleo', 'Dan');
		// Known by what they wrote before.
		const writers = ['Ada', 'Bob', 'Cleo', 'Dan', 'Eve'].map((name) => ({
			...{ senderID: name, senderName: name, isSender: false, reactions: [] }
		}));
		await rewrite(page, { reactions: [...many, ...reactions('🎉', 'Eve')] }, ...writers);
		await openChat(page, api, await plainChat(api));
		const bar = page.getByRole('list', { name: 'Reactions' }).first();
		await expect(bar.getByText('Ada, Bob, and 2 more')).toBeVisible();
		await expect(bar.getByText('Eve')).toBeVisible();
		const all = page.getByRole('list', { name: 'Who reacted' });
		await expect(all).toBeHidden();
		await page.getByText('Show request', { exact: false }).first().focus();
		await tabTo(page, page.locator('summary', { hasText: 'Who reacted' }));
		await page.keyboard.press('Enter');
		await expect(all.getByText('Ada, Bob, Cleo, and Dan')).toBeVisible();
		const main = page.locator('#main');
		expect(await main.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
	});
}

test('texts of any kind keep to the page, and what is no message is named', async ({
	page,
	api
}) => {
	await page.setViewportSize({ width: 390, height: 844 });
	const long = 'x'.repeat(10_000);
	const odd = { senderName: long, reactions: reactions(long, long) };
	await rewrite(
		page,
		{ ...odd, text: long },
		{ ...odd, text: `https://example.com/${long}` },
		{ ...odd, text: 'مرحبا https://example.com/a عالم' },
		{ id: null }
	);
	await openChat(page, api, await plainChat(api));
	await expect(page.getByText('1 message could not be read')).toBeVisible();
	const link = page.getByRole('link', { name: 'https://example.com/a', exact: true });
	await expect(link).toHaveAttribute('rel', 'noreferrer noopener');
	const main = page.locator('#main');
	expect(await main.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
});

test('after the last "Load older" the focus is at the beginning of the chat', async ({
	page,
	api
}) => {
	await openChat(page, api, await plainChat(api));
	const older = page.getByRole('button', { name: /Load older|Loading …/ });
	const beginning = page.getByText('That is where the chat begins.');
	await older.focus();
	for (let pages = 0; pages < 100 && (await beginning.count()) === 0; pages++) {
		await page.keyboard.press('Enter');
		await expect(page.getByRole('button', { name: 'Loading …' })).toHaveCount(0);
	}
	await expect(beginning).toBeFocused();
});
