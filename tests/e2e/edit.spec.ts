import type { Locator, Page } from '@playwright/test';
import {
	chatOf,
	chatsOf,
	expect,
	openChat,
	plainChat,
	test,
	toasts,
	type ListedChat
} from './fixtures';
import type { Running } from './servers';
import { writesOf } from './writes';

/** As slow as a network may be: what is done twice, too early or not at all shows itself. */
const SLOW = ['--latency', '300'];

async function chatLike(api: Running, fits: (chat: ListedChat) => boolean): Promise<ListedChat> {
	const chat = (await chatsOf(api)).find((each) => each.title && !each.isReadOnly && fits(each));
	if (!chat) throw new Error('The sample has no such chat');
	return chat;
}

function pathOf({ id }: ListedChat): string {
	return `/v1/chats/${encodeURIComponent(id)}`;
}

/** Hold Enter, as a slow finger does. */
async function holdEnter(page: Page, control: Locator) {
	await control.focus();
	for (let press = 0; press < 5; press++) await page.keyboard.down('Enter');
	await page.keyboard.up('Enter');
}

/** Each text: what is typed, what is sent, what is told then, and what to clear it sends. */
const TEXTS = [
	{ label: 'Title', field: 'title', text: 'Choir & friends', told: 'Renamed' },
	{ label: 'Description', field: 'description', text: 'Tuesdays', told: 'Description changed' },
	{ label: 'Picture', field: 'imgURL', text: '/Users/ada/a b.png', told: 'Picture changed' }
] as const;

for (const { label, field, text, told } of TEXTS) {
	test(`“${label}” is saved once, however it is pressed, and the focus stays`, async ({
		page,
		startApi
	}) => {
		const api = await startApi(...SLOW);
		const chat = await plainChat(api);
		await openChat(page, api, chat);
		const writes = await writesOf(page);
		const control = page.getByRole('textbox', { name: label, exact: true });
		await control.fill(`  ${text} `);
		await holdEnter(page, control);
		await expect(toasts(page)).toContainText(told);
		await expect(control).toBeFocused();
		// Nothing is left to be saved.
		await control.press('Enter');
		await holdEnter(page, page.getByRole('button', { name: `Save ${label.toLowerCase()}` }));
		await expect
			.poll(() => writes)
			.toEqual([{ method: 'PATCH', path: pathOf(chat), body: { [field]: text } }]);
		expect(await chatOf(api, chat.id)).toMatchObject({ [field]: text });
	});
}

test('a description is cleared with null', async ({ page, startApi }) => {
	const api = await startApi(...SLOW);
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const control = page.getByRole('textbox', { name: 'Description', exact: true });
	const save = page.getByRole('button', { name: 'Save description' });
	await control.fill('Soon gone');
	await save.click();
	await expect(toasts(page)).toContainText('Description changed');
	const writes = await writesOf(page);
	await control.fill('');
	await save.dblclick();
	await expect.poll(() => chatOf(api, chat.id)).toMatchObject({ description: null });
	await expect
		.poll(() => writes)
		.toEqual([{ method: 'PATCH', path: pathOf(chat), body: { description: null } }]);
});

test('disappearing messages are one of the times that the chat offers, or off', async ({
	page,
	startApi
}) => {
	const api = await startApi(...SLOW);
	const chat = await plainChat(api);
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	const choice = page.getByLabel('Messages disappear after');
	const save = page.getByRole('button', { name: 'Save disappearing messages' });
	await expect(choice.getByRole('option')).toHaveText(['Off', '24 h', '7 days', '90 days']);
	await choice.selectOption('7 days');
	await save.dblclick();
	await expect(toasts(page)).toContainText('Disappearing messages set');
	await expect(save).toBeFocused();
	await choice.selectOption('Off');
	await holdEnter(page, save);
	await expect.poll(() => chatOf(api, chat.id)).toMatchObject({ messageExpirySeconds: null });
	await expect
		.poll(() => writes)
		.toEqual([
			{ method: 'PATCH', path: pathOf(chat), body: { messageExpirySeconds: 604_800 } },
			{ method: 'PATCH', path: pathOf(chat), body: { messageExpirySeconds: null } }
		]);
});

test('where a chat lists no times any time is sent in seconds', async ({ page, startApi }) => {
	const api = await startApi(...SLOW);
	const chat = await chatLike(
		api,
		({ network, type, messageExpirySeconds }) =>
			network === 'Signal' && type === 'group' && !messageExpirySeconds
	);
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	await page.getByLabel('Messages disappear').selectOption('After');
	await page.getByLabel('How many').fill('90');
	await page.getByLabel('Unit').selectOption('minutes');
	await holdEnter(page, page.getByLabel('How many'));
	await expect(toasts(page)).toContainText('Disappearing messages set');
	await expect(page.getByLabel('How many')).toBeFocused();
	await expect
		.poll(() => writes)
		.toEqual([{ method: 'PATCH', path: pathOf(chat), body: { messageExpirySeconds: 5_400 } }]);
});

test('what nobody says is allowed may be tried, and a refusal loses nothing', async ({
	page,
	startApi
}) => {
	const api = await startApi(...SLOW);
	const chat = await chatLike(
		api,
		({ network, type, capabilities }) =>
			network === 'WhatsApp' && type === 'single' && capabilities !== undefined
	);
	await openChat(page, api, chat);
	const edit = page.getByRole('region', { name: 'Edit' });
	// The bridge leaves them out, so that nobody knows; only a "no" would switch them off.
	await expect(edit.getByRole('textbox', { name: 'Title' })).toBeEnabled();
	await expect(edit).toContainText('Not stated; may be refused');
	const writes = await writesOf(page);
	await edit.getByRole('textbox', { name: 'Title' }).fill('Not allowed');
	await edit.getByRole('textbox', { name: 'Title' }).press('Enter');
	await expect(page.getByRole('alert')).toContainText(
		'This chat does not let its title be changed'
	);
	await expect.poll(() => writes).toHaveLength(1);
	expect((await chatOf(api, chat.id)).title).toBe(chat.title);
	// What was typed is not lost, and the focus is where it was.
	await expect(edit.getByRole('textbox', { name: 'Title' })).toHaveValue('Not allowed');
	await expect(edit.getByRole('textbox', { name: 'Title' })).toBeFocused();
	await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).press('Enter');
	await expect(edit.getByRole('textbox', { name: 'Title' })).toBeFocused();
});

test('iMessage notifies anyway, once', async ({ page, startApi }) => {
	const api = await startApi(...SLOW);
	const chat = await chatLike(api, ({ network }) => network === 'iMessage');
	await openChat(page, api, chat);
	const writes = await writesOf(page);
	const button = page.getByRole('button', { name: 'Notify anyway' });
	await expect(button).toHaveAccessibleDescription(/in spite of their Focus/);
	await holdEnter(page, button);
	await expect(toasts(page)).toContainText('Notified: ');
	await expect(button).toBeFocused();
	await expect
		.poll(() => writes)
		.toEqual([{ method: 'POST', path: `${pathOf(chat)}/notify-anyway`, body: null }]);
});

test('no other network notifies anyway, and it says so', async ({ page, startApi }) => {
	const api = await startApi(...SLOW);
	const chats = await chatsOf(api);
	for (const name of ['WhatsApp', 'Signal', 'Telegram']) {
		const chat = chats.find(({ network, title }) => network === name && title);
		if (!chat) throw new Error(`The sample has no ${name} chat`);
		if (name === 'WhatsApp') await openChat(page, api, chat);
		else await page.goto(`/chats/${encodeURIComponent(chat.id)}`);
		const button = page.getByRole('button', { name: 'Notify anyway' });
		await expect(button).toBeDisabled();
		await expect(button).toHaveAccessibleDescription('Only iMessage, on a Mac, can notify anyway.');
	}
});
