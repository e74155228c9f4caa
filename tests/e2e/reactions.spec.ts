import type { Page } from '@playwright/test';
import { chatsOf, expect, openChat, plainChat, test } from './fixtures';
import { writesOf } from './writes';

/** The newest message that can be reacted to and nobody has reacted to. */
function message(page: Page) {
	return page
		.getByRole('region', { name: 'Messages' })
		.getByRole('listitem')
		.filter({ has: page.getByRole('button', { name: 'React' }) })
		.filter({ hasNot: page.getByRole('list', { name: 'Reactions' }) });
}

test('the picker offers what the chat allows, and one reaction comes and goes', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = (await chatsOf(api)).find(
		({ network, capabilities }) => network === 'Telegram' && capabilities?.allowedReactions
	);
	const allowed = chat?.capabilities?.allowedReactions ?? [];
	if (!chat) throw new Error('The sample has no chat that lists reactions');
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	await message(page).first().getByRole('button', { name: 'React' }).click();
	const picker = page.getByRole('group', { name: 'Choose a reaction' });
	expect((await picker.getByRole('button').allInnerTexts()).map((text) => text.trim())).toEqual(
		allowed
	);
	await expect(picker.getByRole('button').first()).toBeFocused();
	await page.keyboard.press('Enter');
	const chip = page.getByRole('button', { name: /, You$/, pressed: true });
	await expect(chip).toContainText(allowed[0] ?? '');
	await expect.poll(() => writes).toHaveLength(1);
	expect(writes[0]).toMatchObject({ method: 'POST', body: { reactionKey: allowed[0] } });
	await page.reload();
	await expect(chip).toBeVisible();
	await chip.dblclick();
	await expect(chip).toHaveCount(0);
	await expect.poll(() => writes).toHaveLength(2);
	await page.reload();
	await expect(message(page).first()).toBeVisible();
	await expect(chip).toHaveCount(0);
	expect(writes[1]).toEqual({
		method: 'DELETE',
		path: `${writes[0]?.path}/${encodeURIComponent(allowed[0] ?? '')}`,
		body: null
	});
	expect(writes).toHaveLength(2);
});

test('any emoji is picked from a list that comes with the page', async ({
	page,
	baseURL,
	startApi
}) => {
	const api = await startApi();
	await openChat(page, api, await plainChat(api));
	const asked = new Set<string>();
	page.on('request', (request) => asked.add(new URL(request.url()).origin));
	const writes = await writesOf(page);
	await message(page).first().getByRole('button', { name: 'React' }).click();
	const picker = page.getByRole('group', { name: 'Choose a reaction' });
	await picker.getByRole('combobox').fill('tada');
	await picker.getByRole('option', { name: '🎉' }).dblclick();
	const chip = page.getByRole('button', { name: /^🎉 1, You$/, pressed: true });
	await expect(chip).toBeVisible();
	await expect(picker).toBeHidden();
	expect(writes.map(({ body }) => body)).toEqual([{ reactionKey: '🎉' }]);
	expect([...asked].sort()).toEqual([new URL(baseURL ?? '').origin, api.address].sort());
});

test('a server of before takes a reaction back by the query', async ({ page, startApi }) => {
	const api = await startApi('--version', '4.2.557');
	const chat = (await chatsOf(api)).find(
		({ accountID, type, title }) => accountID.includes('whatsapp') && type === 'group' && title
	);
	if (!chat) throw new Error('The sample has no group');
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	await message(page).first().getByRole('button', { name: 'React' }).click();
	const picker = page.getByRole('group', { name: 'Choose a reaction' });
	await picker.getByRole('combobox').fill('tada');
	await picker.getByRole('option', { name: '🎉' }).click();
	const chip = page.getByRole('button', { name: /^🎉 1, You$/, pressed: true });
	await chip.click();
	await expect(chip).toHaveCount(0);
	await expect.poll(() => writes).toHaveLength(2);
	expect(writes[1]?.method).toBe('DELETE');
	expect(writes[1]?.path).toBe(`${writes[0]?.path}?reactionKey=${encodeURIComponent('🎉')}`);
});

test('Escape closes the picker and gives the focus back', async ({ page, api }) => {
	const chat = (await chatsOf(api)).find(({ capabilities }) => capabilities?.allowedReactions);
	if (!chat) throw new Error('The sample has no chat that lists reactions');
	await openChat(page, api, chat);
	const opener = page.getByRole('button', { name: 'React' }).first();
	await opener.click();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('group', { name: 'Choose a reaction' })).toBeHidden();
	await expect(opener).toBeFocused();
});
