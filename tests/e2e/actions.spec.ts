import { isolateName } from '../../src/lib/domain/chat/name';
import {
	changeElsewhere,
	expect,
	openChat,
	openPlainChat,
	plainChat,
	readListedChat,
	test,
	toasts
} from './fixtures';
import { holdChats } from './keeping';
import { formatWrites, holdWrites, interceptWrites, listBodies, recordWrites } from './writes';

/** A switch for each kind of request: its toast, and the requests that turn it on and off. */
const SWITCHES = [
	[
		'Archived',
		'Archived',
		['POST', '/archive', { archived: true }],
		['POST', '/archive', { archived: false }]
	],
	['Muted', 'Muted', ['PATCH', '', { isMuted: true }], ['PATCH', '', { isMuted: false }]],
	['Unread', 'Marked as unread', ['POST', '/unread', {}], ['POST', '/read', {}]]
] as const;

test('a switch is shown at once and sent once, and is taken back by its toast', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await plainChat(api);
	const path = `/v1/chats/${encodeURIComponent(chat.id)}`;
	await openChat(page, api, chat);
	const writes = await recordWrites(page);
	for (const [name, told, on, off] of SWITCHES) {
		const control = page.getByRole('switch', { name, exact: true });
		const answer = await holdWrites(page);
		await control.dblclick();
		await expect(control).toBeChecked();
		await expect(toasts(page).getByRole('listitem')).toHaveCount(0);
		answer();
		const toast = toasts(page).getByRole('listitem');
		await expect(toast).toContainText(`${told}: ${isolateName(chat.title)}`);
		await toast.getByRole('button', { name: 'Undo' }).dblclick();
		await expect(control).not.toBeChecked();
		await expect(toast).toHaveCount(0);
		const expected = [on, off].map(([method, end, body]) => ({ method, path: path + end, body }));
		await expect.poll(() => writes).toHaveLength(2);
		expect(writes.splice(0)).toEqual(expected);
	}
	await page.getByRole('switch', { name: 'Muted' }).click();
	await expect(toasts(page)).toContainText('Muted: ');
	await page.reload();
	await expect(page.getByRole('switch', { name: 'Muted' })).toBeChecked();
	expect(listBodies(writes)).toEqual([{ isMuted: true }]);
});

test('by keyboard the focus stays on each control, whatever becomes of the action', async ({
	page,
	startApi
}) => {
	const api = await startApi('--latency', '150');
	await openPlainChat(page, api, 'edit');
	const writes = await recordWrites(page);
	const notice = page.getByRole('alert');
	const told = toasts(page).getByRole('listitem').last();
	for (const [role, name, words] of [
		['switch', /^Unread$/, 'Marked as unread: '],
		['switch', /^Muted$/, 'Muted: '],
		['switch', /^Pinned$/, 'Pinned: '],
		['button', /^Open in Beeper$/, 'Opened in Beeper: '],
		['button', /^Tomorrow morning/, 'Reminder set: '],
		['button', /^Clear reminder$/, 'Reminder cleared: ']
	] as const) {
		const control = page.getByRole(role, { name }).first();
		await control.focus();
		for (let press = 0; press < 5; press++) await page.keyboard.down('Enter');
		await page.keyboard.up('Enter');
		await expect(told).toContainText(words);
		await expect(control).toBeFocused();
	}
	await expect.poll(() => writes).toHaveLength(6);

	// A pinned chat cannot be archived.
	await page.getByRole('switch', { name: 'Archived' }).press('Enter');
	await expect(notice).toContainText('A pinned chat cannot be archived: unpin it first');
	await expect(page.getByRole('switch', { name: 'Archived' })).not.toBeChecked();
	await notice.getByRole('button', { name: 'Dismiss' }).click();

	const muted = page.getByRole('switch', { name: 'Muted' });
	const letThrough = await interceptWrites(page, 409);
	await muted.press('Enter');
	await expect(notice).toContainText('couldn’t unmute');
	await expect(notice).toContainText('Beeper says: The test says no');
	await expect(muted).toBeChecked();
	await expect(muted).toBeFocused();
	await letThrough();
	await notice.getByRole('button', { name: 'Try again' }).press('Enter');
	await expect(notice).toHaveCount(0);
	await expect(muted).toBeFocused();
	await expect(muted).not.toBeChecked();
	await expect.poll(() => writes).toHaveLength(9);
});

test('a write without a clear answer is looked after, never sent again', async ({
	page,
	startApi
}) => {
	const api = await startApi('--latency', '150');
	const chat = await plainChat(api);
	const path = `/v1/chats/${encodeURIComponent(chat.id)}`;
	await openChat(page, api, chat);
	const writes = await recordWrites(page);
	const notice = page.getByRole('alert');

	let letThrough = await interceptWrites(page, 'lost');
	await page.getByRole('switch', { name: 'Muted' }).click();
	await expect(notice).toContainText('Beeper didn’t respond, but the chat shows the change');
	await expect(page.getByRole('switch', { name: 'Muted' })).toBeChecked();
	await notice.getByRole('button', { name: 'Dismiss' }).click();
	await letThrough();

	letThrough = await interceptWrites(page, 'dropped');
	const pinned = page.getByRole('switch', { name: 'Pinned' });
	await pinned.press('Enter');
	await expect(notice).toContainText('Couldn’t confirm pinning the chat');
	await expect(notice).toContainText('the chat doesn’t show the change. It may still happen');
	await expect(notice.getByRole('button', { name: 'Try again' })).toHaveCount(0);
	await expect(pinned).not.toBeChecked();
	await letThrough();
	// The chat is pinned on another device.
	await changeElsewhere(api, 'PATCH', path, { isPinned: true });
	const answer = await holdChats(page);
	await notice.getByRole('button', { name: 'Check again' }).press('Enter');
	await expect(notice.getByRole('button', { name: 'Checking…' })).toBeFocused();
	answer();
	await expect(notice).toContainText('the chat shows the change');
	await expect(pinned).toBeChecked();
	await expect(pinned).toBeFocused();
	// The failure does not block later changes.
	await page.getByRole('switch', { name: 'Low priority' }).click();
	await expect(toasts(page)).toContainText('low priority: ');
	expect(listBodies(writes)).toEqual([
		{ isMuted: true },
		{ isPinned: true },
		{ isLowPriority: true }
	]);
});

test('no answer ever comes: after 30 seconds it is unknown, and the chat is read again', async ({
	page,
	startApi
}) => {
	await page.clock.install();
	const api = await startApi();
	const chat = await openPlainChat(page, api);
	const writes = await recordWrites(page);
	await interceptWrites(page, 'silent');
	const control = page.getByRole('switch', { name: 'Muted' });
	await control.click();
	await expect.poll(async () => (await readListedChat(api, chat.id)).isMuted).toBe(true);
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.clock.fastForward(31_000);
	await expect(page.getByRole('alert')).toContainText('the chat shows the change');
	await expect(control).toBeChecked();
	await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click();
	const log = page.getByRole('table', { name: 'Activity' });
	await log.getByRole('button', { name: /^Details/ }).click();
	await expect(log).toContainText('Beeper didn’t respond, but the chat shows the change');
	await page.clock.fastForward(120_000);
	await page.goBack();
	await expect(control).toBeChecked();
	expect(formatWrites(writes)).toEqual([`PATCH /v1/chats/${encodeURIComponent(chat.id)}`]);
});
