import type { Locator, Page } from '@playwright/test';
import {
	expect,
	findChat,
	openChat,
	openPlainChat,
	readListedChat,
	test,
	toasts
} from './fixtures';
import { formatWrites, listBodies, recordWrites } from './writes';

/** A slow server, which reveals changes that are sent twice or too early. */
const SLOW = ['--latency', '150'];

/** Holds Enter, so that the key repeats. */
async function holdEnter(page: Page, control: Locator) {
	await control.focus();
	for (let press = 0; press < 5; press++) await page.keyboard.down('Enter');
	await page.keyboard.up('Enter');
}

/** Text fields: the typed text, the request and the toast. */
const TEXTS = [
	{ label: 'Title', field: 'title', text: 'Choir & friends', told: 'Renamed' },
	{ label: 'Description', field: 'description', text: 'Tuesdays', told: 'Description changed' }
] as const;

test('texts, times and a reminder are saved once, however it is asked for, cleared, and undone', async ({
	page,
	startApi
}) => {
	const api = await startApi(...SLOW);
	const chat = await openPlainChat(page, api, 'edit');
	const writes = await recordWrites(page);
	await test.step('texts and times', async () => {
		const heading = page.getByRole('heading', { level: 1 });
		for (const { label, field, text, told } of TEXTS) {
			const control = page.getByRole('textbox', { name: label, exact: true });
			await control.fill(`  ${text} `);
			await holdEnter(page, control);
			await expect(toasts(page)).toContainText(told);
			await expect(control).toBeFocused();
			// There is nothing left to save.
			await control.press('Enter');
			await holdEnter(page, page.getByRole('button', { name: `Save ${label.toLowerCase()}` }));
			expect(listBodies(writes.splice(0))).toEqual([{ [field]: text }]);
			expect(await readListedChat(api, chat.id)).toMatchObject({ [field]: text });
		}
		await expect(heading).toHaveText('Choir & friends');

		const description = page.getByRole('textbox', { name: 'Description', exact: true });
		await description.fill('');
		await page.getByRole('button', { name: 'Save description' }).dblclick();
		await expect.poll(() => readListedChat(api, chat.id)).toMatchObject({ description: null });

		const choice = page.getByLabel('Disappear after');
		const save = page.getByRole('button', { name: 'Save disappearing messages' });
		await expect(choice.getByRole('option')).toHaveText(['Off', '24 h', '7 days', '90 days']);
		await choice.selectOption('7 days');
		await save.dblclick();
		await expect(toasts(page)).toContainText('Disappearing messages set');
		await expect(save).toBeFocused();
		expect(await readListedChat(api, chat.id)).toMatchObject({ messageExpirySeconds: 604_800 });
		await expect(choice.locator('option:checked')).toHaveText('7 days');
		await choice.selectOption('Off');
		await holdEnter(page, save);
		await expect
			.poll(() => readListedChat(api, chat.id))
			.toMatchObject({ messageExpirySeconds: null });

		await page.getByRole('textbox', { name: 'Title', exact: true }).fill(chat.title);
		await page.getByRole('button', { name: 'Save title' }).dblclick();
		const told = toasts(page).getByRole('listitem').filter({ hasText: 'Renamed' });
		await told.getByRole('button', { name: 'Undo' }).click();
		await expect(told).toHaveCount(0);
		await expect(heading).toHaveText('Choir & friends');
		await expect
			.poll(() => listBodies(writes))
			.toEqual([
				{ description: null },
				{ messageExpirySeconds: 604_800 },
				{ messageExpirySeconds: null },
				{ title: chat.title },
				{ title: 'Choir & friends' }
			]);
		writes.length = 0;
	});

	await test.step('a reminder for in an hour, and for a date', async () => {
		const reminder = page.getByRole('region', { name: 'Reminder' });
		await reminder.getByLabel('Cancel if they reply').check();
		await reminder.getByRole('button', { name: /^In 1 hour/ }).dblclick();
		await expect(reminder).toContainText(/in (1 h|\d+ min)\), unless they reply first/);
		await expect.poll(async () => (await readListedChat(api, chat.id)).reminder).toBeTruthy();
		const set = (await readListedChat(api, chat.id)).reminder;
		expect(set?.dismissOnIncomingMessage).toBe(true);
		const minutes = (Date.parse(set?.remindAt ?? '') - Date.now()) / 60_000;
		expect(minutes).toBeGreaterThan(55);
		expect(minutes).toBeLessThanOrEqual(61);

		// The browser's time zone is Vienna, in winter one hour ahead of UTC.
		await reminder.getByLabel(/^Date and time \(Europe\/Vienna\)/).fill('2040-01-15T09:30');
		await reminder.getByRole('button', { name: 'Change reminder' }).dblclick();
		await expect(reminder).toContainText('15 January 2040');
		await reminder.getByRole('button', { name: 'Clear reminder' }).dblclick();
		await expect(reminder).toContainText('No reminder');
		const path = `/v1/chats/${encodeURIComponent(chat.id)}/reminders`;
		await expect
			.poll(() => formatWrites(writes))
			.toEqual([`POST ${path}`, `POST ${path}`, `DELETE ${path}`]);
		expect(writes[1]?.body).toEqual({
			reminder: { remindAt: '2040-01-15T08:30:00.000Z', dismissOnIncomingMessage: true }
		});
		await expect.poll(async () => (await readListedChat(api, chat.id)).reminder).toBeNull();
	});
});

test('an action that is not stated can be tried, and a refusal loses nothing', async ({
	page,
	startApi
}) => {
	const api = await startApi(...SLOW);
	const chat = await findChat(
		api,
		({ network, type, capabilities, isReadOnly }) =>
			network === 'WhatsApp' && type === 'single' && capabilities !== undefined && !isReadOnly
	);
	await openChat(page, api, chat, 'edit');
	const edit = page.getByRole('region', { name: 'Edit' });
	const title = edit.getByRole('textbox', { name: 'Title' });
	// The bridge does not state them. Only an explicit refusal disables the field.
	await expect(title).toBeEnabled();
	await expect(edit).toContainText('This network doesn’t say if it allows this');
	const writes = await recordWrites(page);
	await title.fill('Not allowed');
	await title.press('Enter');
	await expect(page.getByRole('alert')).toContainText(
		'This chat does not let its title be changed'
	);
	expect(writes).toHaveLength(1);
	expect((await readListedChat(api, chat.id)).title).toBe(chat.title);
	// The typed text and the focus stay.
	await expect(title).toHaveValue('Not allowed');
	await expect(title).toBeFocused();
	await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).press('Enter');
	await expect(title).toBeFocused();
});
