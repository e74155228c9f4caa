import { expect, openChat, plainChat, test, toasts, TOKEN } from './fixtures';
import { interceptWrites } from './writes';

test('by keyboard the focus stays on each control, whatever becomes of the action', async ({
	page,
	startApi
}) => {
	const api = await startApi('--latency', '300');
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const notice = page.getByRole('alert');
	const told = toasts(page).getByRole('listitem').last();
	for (const [role, name, words] of [
		['switch', /^Unread$/, 'Marked as unread: '],
		['switch', /^Muted$/, 'Muted: '],
		['switch', /^Low priority$/, 'Moved to low priority: '],
		['switch', /^Pinned$/, 'Pinned: '],
		['button', /^Open in Beeper$/, 'Opened in Beeper: '],
		['button', /^Tomorrow morning/, 'Reminder set: '],
		['button', /^Clear reminder$/, 'Reminder cleared: ']
	] as const) {
		const control = page.getByRole(role, { name }).first();
		await control.press('Enter');
		await expect(told).toContainText(words);
		await expect(control).toBeFocused();
	}
	const letThrough = await interceptWrites(page, 409);
	const muted = page.getByRole('switch', { name: 'Muted' });
	await muted.press('Enter');
	await expect(notice).toContainText('could not unmute');
	await expect(muted).toBeFocused();
	await letThrough();
	await notice.getByRole('button', { name: 'Try again' }).press('Enter');
	await expect(notice).toHaveCount(0);
	await expect(muted).toBeFocused();
	await expect(muted).not.toBeChecked();
});

test('while the chat is read again it says so, and then what was found', async ({
	page,
	startApi
}) => {
	const api = await startApi('--latency', '300');
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const letThrough = await interceptWrites(page, 'dropped');
	await page.getByRole('switch', { name: 'Muted' }).press('Enter');
	const notice = page.getByRole('alert');
	await expect(notice).toContainText('not as you wanted it');
	await letThrough();
	// Somebody does it elsewhere.
	await fetch(`${api.address}/v1/chats/${encodeURIComponent(chat.id)}`, {
		method: 'PATCH',
		headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
		body: JSON.stringify({ isMuted: true })
	});
	await notice.getByRole('button', { name: 'Read the chat again' }).press('Enter');
	await expect(notice.getByRole('button', { name: 'Reading the chat …' })).toBeFocused();
	await expect(notice).toContainText('the chat is as you wanted it');
	await expect(page.getByRole('switch', { name: 'Muted' })).toBeChecked();
	await expect(page.getByRole('switch', { name: 'Muted' })).toBeFocused();
});
