import type { Page } from '@playwright/test';
import type { Running } from './servers';
import { expect, findChat, openChat, test, toasts, TOKEN } from './fixtures';
import { formatWrites, recordWrites } from './writes';

/** The newest message without reactions that can have some. */
function message(page: Page) {
	return page
		.getByRole('region', { name: 'Messages' })
		.getByRole('listitem')
		.filter({ has: page.getByRole('button', { name: 'React' }) })
		.filter({ hasNot: page.getByRole('list', { name: 'Reactions' }) });
}

/** The keys of all reactions to the message at `path`, requested without the dashboard. */
async function keysAt({ address }: Running, path: string): Promise<readonly string[]> {
	const headers = { Authorization: `Bearer ${TOKEN}` };
	const url = `${address}${path.replace(/\/reactions.*/, '')}`;
	const message: { reactions?: { reactionKey: string }[] } = await (
		await fetch(url, { headers })
	).json();
	return (message.reactions ?? []).map(({ reactionKey }) => reactionKey);
}

/** A group that allows any emoji. */
function whatsAppGroup(api: Running) {
	return findChat(
		api,
		({ network, type, isReadOnly }) => network === 'WhatsApp' && type === 'group' && !isReadOnly
	);
}

async function give(page: Page, word: string, emoji: string) {
	const picker = page.getByRole('group', { name: 'Choose a reaction' });
	await picker.getByRole('combobox').fill(word);
	await picker.getByRole('option', { name: emoji }).dblclick();
}

test('the picker offers what the chat allows, and one reaction comes and goes', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await findChat(
		api,
		({ network, capabilities, isReadOnly }) =>
			network === 'Telegram' && capabilities?.allowedReactions !== undefined && !isReadOnly
	);
	const allowed = chat.capabilities?.allowedReactions ?? [];
	await openChat(page, api, chat);
	const writes = await recordWrites(page);
	const opener = message(page).first().getByRole('button', { name: 'React' });
	const picker = page.getByRole('group', { name: 'Choose a reaction' });
	await opener.click();
	await page.keyboard.press('Escape');
	await expect(picker).toBeHidden();
	await expect(opener).toBeFocused();
	await opener.click();
	expect((await picker.getByRole('button').allInnerTexts()).map((text) => text.trim())).toEqual(
		allowed
	);
	await expect(picker.getByRole('button').first()).toBeFocused();
	await page.keyboard.press('Enter');
	const chip = page.getByRole('button', { name: /, You$/, pressed: true });
	await expect(chip).toContainText(allowed[0] ?? '');
	await expect.poll(() => writes).toHaveLength(1);
	await expect
		.poll(() => writes[0])
		.toMatchObject({ method: 'POST', body: { reactionKey: allowed[0] } });
	const path = writes[0]?.path ?? '';
	await expect.poll(() => keysAt(api, path)).toEqual([allowed[0]]);
	await chip.dblclick();
	await expect(chip).toHaveCount(0);
	await expect.poll(() => keysAt(api, path)).toEqual([]);
	await expect
		.poll(() => writes[1])
		.toEqual({
			method: 'DELETE',
			path: `${path}/${encodeURIComponent(allowed[0] ?? '')}`,
			body: null
		});
	await expect.poll(() => writes).toHaveLength(2);
});

test('any emoji is picked, and an undo brings back what was there before', async ({
	page,
	baseURL,
	startApi
}) => {
	const api = await startApi();
	await openChat(page, api, await whatsAppGroup(api));
	const writes = await recordWrites(page);
	const chip = page.getByRole('button', { name: /^🎉 1, You$/, pressed: true });
	await test.step('the list comes with the page; a reaction is undone by its toast, and its removal by z', async () => {
		const asked = new Set<string>();
		page.on('request', (request) => asked.add(new URL(request.url()).origin));
		await message(page).first().getByRole('button', { name: 'React' }).click();
		await give(page, 'tada', '🎉');
		await expect(chip).toBeVisible();
		await expect(page.getByRole('group', { name: 'Choose a reaction' })).toBeHidden();
		expect([...asked].sort()).toEqual([new URL(baseURL ?? '').origin, api.address].sort());
		const told = toasts(page).getByRole('listitem').filter({ hasText: 'Reacted 🎉' });
		await told.getByRole('button', { name: /^Undo/ }).click();
		await expect(chip).toHaveCount(0);
		await expect.poll(() => writes).toHaveLength(2);
		const about = writes[0]?.path ?? '';
		await expect.poll(() => keysAt(api, about)).toEqual([]);

		await message(page).first().getByRole('button', { name: 'React' }).click();
		await give(page, 'tada', '🎉');
		await expect(told).toBeVisible();
		await chip.click();
		await expect(toasts(page).getByText('Removed 🎉')).toBeVisible();
		await expect(chip).toHaveCount(0);
		await page.keyboard.press('z');
		await expect(chip).toBeVisible();
		await expect.poll(() => keysAt(api, about)).toEqual(['🎉']);
		const removal = `DELETE ${about}/${encodeURIComponent('🎉')}`;
		const giving = `POST ${about}`;
		expect(formatWrites(writes)).toEqual([giving, removal, giving, removal, giving]);
		expect(writes[0]?.body).toEqual({ reactionKey: '🎉' });
	});
	await test.step('an undo restores the replaced reaction, also from the log', async () => {
		const row = page.getByRole('listitem').filter({ has: chip });
		await row.getByRole('button', { name: 'React' }).click();
		await give(page, 'owl', '🦉');
		await expect(chip).toHaveCount(0);
		await expect.poll(() => keysAt(api, writes[0]?.path ?? '')).toEqual(['🦉']);
		await page.getByRole('link', { name: 'Activity' }).click();
		const entry = page.getByRole('row').filter({ hasText: 'Reacted 🦉' }).first();
		await entry.getByRole('button', { name: /^Details/ }).click();
		await expect(page.getByRole('list', { name: 'Requests' })).toContainText(/🎉\s*→\s*to\s*🦉/);
		await entry.getByRole('button', { name: /^Undo/ }).click();
		await expect(entry).toContainText('Undone');
		await expect.poll(() => keysAt(api, writes[0]?.path ?? '')).toEqual(['🎉']);
		await page.goBack();
		await expect(chip).toBeVisible();
	});
});
