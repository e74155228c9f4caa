import {
	allLoaded,
	expect,
	findChat,
	follow,
	openChat,
	readListedChat,
	rows,
	test,
	toasts
} from './fixtures';
import { action, openView, outcome, selectFirst, summary } from './many';
import { recordWrites } from './writes';

test('an old Beeper archives one and many, and says why it cannot do the rest', async ({
	page,
	startApi
}) => {
	const api = await startApi('--version', '4.1.294');
	const chat = await findChat(api, ({ isArchived, isPinned }) => !isArchived && !isPinned);
	await openChat(page, api, chat, 'edit');
	const writes = await recordWrites(page);
	for (const name of ['Muted', 'Pinned', 'Low priority', 'Unread']) {
		const control = page.getByRole('switch', { name, exact: true });
		await expect(control).toBeDisabled();
		await expect(control).toHaveAccessibleDescription(/Needs Beeper 4\.2\.808 or newer/);
	}
	for (const name of ['New draft', 'Title', 'Description', 'Picture']) {
		await expect(page.getByRole('textbox', { name, exact: true })).toBeDisabled();
	}
	const control = page.getByRole('switch', { name: 'Archived' });
	await control.click();
	await expect(toasts(page)).toContainText('Archived: ');
	await expect(control).toBeChecked();
	expect(await readListedChat(api, chat.id)).toMatchObject({ isArchived: true });
	await toasts(page).getByRole('button', { name: 'Undo' }).click();
	await expect(control).not.toBeChecked();
	const reminder = page.getByRole('region', { name: 'Reminder' });
	await reminder.getByRole('button', { name: /^Next week/ }).click();
	await expect(toasts(page)).toContainText('Reminder set');
	expect((await readListedChat(api, chat.id)).reminder).not.toBeNull();
	// Pages cannot read its version, so the newer spelling of a reminder is refused first.
	expect(writes.splice(0)).toHaveLength(4);

	await follow(page, '/chats?archived=no&pinned=no');
	await allLoaded(page);
	await selectFirst(page, 3);
	await action(page, 'Mute').click();
	const nothing = page.getByRole('dialog', {
		name: 'Nothing can be done: Needs Beeper 4.2.808 or newer'
	});
	await expect(nothing.getByRole('button', { name: 'Close' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(nothing).toBeHidden();
	expect(writes).toEqual([]);
	await action(page, 'Archive').click();
	await page.getByRole('dialog').getByRole('button', { name: 'Archive 3 chats' }).click();
	await expect(outcome(page)).toHaveText('Archived: 3 chats');
	await summary(page).getByRole('button', { name: 'Undo' }).click();
	await expect(outcome(page)).toHaveText('Undone: 3 chats');
	expect(writes).toHaveLength(6);
});

test('where the app takes another spelling of a reminder than its version promises, it is found once', async ({
	page,
	startApi
}) => {
	const api = await startApi('--reminders', 'ms');
	await openView(page, api, '/chats?archived=no&reminder=no');
	const writes = await recordWrites(page);
	await rows(page).first().focus();
	await page.keyboard.press('r');
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Next week/ })
		.click();
	await expect(toasts(page)).toContainText('Reminder set');
	// The field was refused, so the other spelling is sent, once.
	expect(writes).toHaveLength(2);
	await selectFirst(page, 3);
	await action(page, 'Remind…').click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Next week/ })
		.click();
	await page.getByRole('dialog').getByRole('button', { name: 'Remind me about 3 chats' }).click();
	await expect(outcome(page)).toHaveText('Reminder set: 3 chats');
	expect(writes).toHaveLength(5);
	for (const { path } of writes) {
		const [, id = ''] = /\/v1\/chats\/([^/]+)\/reminders/.exec(path) ?? [];
		expect((await readListedChat(api, decodeURIComponent(id))).reminder).not.toBeNull();
	}
});
