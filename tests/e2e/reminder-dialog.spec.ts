import {
	allLoaded,
	connect,
	expect,
	getRowName,
	plainChat,
	rowWithFocus,
	test,
	toasts
} from './fixtures';
import { holdWrites, recordWrites } from './writes';

test.use({ timezoneId: 'America/Chicago' });

test('the dialog of a reminder can be left, and Enter sets what it said, on clocks that jump', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await connect(page, api, `/chats?network=whatsapp&q=${encodeURIComponent(chat.title)}`);
	await allLoaded(page);
	const writes = await recordWrites(page);
	await page.keyboard.press('j');
	const row = rowWithFocus(page);
	const name = await getRowName(row);
	const dialog = page.getByRole('dialog', { name: /^Remind me about / });
	const leave = [
		() => page.keyboard.press('Escape'),
		() => dialog.getByRole('button', { name: 'Cancel' }).click()
	];
	for (const close of leave) {
		await page.keyboard.press('r');
		await expect(dialog.getByLabel('When')).toBeFocused();
		await close();
		await expect(dialog).toBeHidden();
		await expect.poll(() => getRowName(row)).toBe(name);
	}
	await page.keyboard.press('r');
	const field = page.getByLabel('Date and time (America/Chicago)');
	await field.fill('2037-03-08T02:30');
	await expect(page.getByRole('dialog')).toContainText(
		'02:30 doesn’t exist on 8 March: the clocks go forward. 03:30 CDT will be used.'
	);
	// A slow server doesn't keep the dialog open.
	const release = await holdWrites(page);
	await field.press('Enter');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(row).toBeFocused();
	release();
	await expect
		.poll(() => writes.map(({ body }) => body))
		.toEqual([
			{ reminder: { remindAt: '2037-03-08T08:30:00.000Z', dismissOnIncomingMessage: false } }
		]);
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.keyboard.press('r');
	await field.fill('2037-11-01T01:30');
	await page.getByRole('radio', { name: 'Second 01:30 (CST)' }).check();
	await page.keyboard.press('Enter');
	await expect.poll(() => writes.length).toBe(2);
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.keyboard.press('r');
	await page.getByRole('checkbox', { name: 'Cancel if they reply' }).check();
	await page.getByRole('button', { name: 'Change reminder' }).click();
	await expect
		.poll(() => writes.slice(1).map(({ body }) => body))
		.toEqual([
			{ reminder: { remindAt: '2037-11-01T07:30:00.000Z', dismissOnIncomingMessage: false } },
			{ reminder: { remindAt: '2037-11-01T07:30:00.000Z', dismissOnIncomingMessage: true } }
		]);

	// In the agenda of the overview a reminder is set, cleared and brought back in place.
	await page.keyboard.press('g');
	await page.keyboard.press('o');
	const agenda = page.getByRole('region', { name: 'Agenda' });
	const errors: Error[] = [];
	page.on('pageerror', (error) => errors.push(error));
	await agenda.getByRole('searchbox', { name: 'Set a reminder for a chat' }).fill(chat.title);
	await agenda.getByRole('list', { name: 'Found chats' }).getByText(chat.title).first().click();
	await dialog.getByLabel('When').fill('tomorrow 9');
	await page.keyboard.press('Enter');
	const clear = agenda.getByRole('button', { name: `Clear reminder: ${chat.title}` });
	await expect(clear).not.toHaveAttribute('aria-disabled');
	await clear.click();
	await expect(clear).toBeHidden();
	const told = toasts(page).getByRole('listitem').filter({ hasText: 'Reminder cleared' });
	await told.getByRole('button', { name: 'Undo' }).click();
	await expect(clear).toBeVisible();
	await expect
		.poll(() => writes.slice(3).map(({ method }) => method))
		.toEqual(['POST', 'DELETE', 'POST']);
	expect(writes.at(-1)?.body).toEqual(writes.at(-3)?.body);
	// The button that clears goes with its focus.
	expect(errors).toEqual([]);
});
