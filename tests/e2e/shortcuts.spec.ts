import type { Page } from '@playwright/test';
import {
	allLoaded,
	connect,
	expect,
	plainChat,
	readListedChat,
	rows,
	test,
	toasts,
	type ListedChat
} from './fixtures';
import { recordWrites } from './writes';

/** Presses j until the cursor is at a chat. */
async function walkTo(page: Page, { id }: ListedChat) {
	const link = page.locator(`:focus a[href="/chats/${encodeURIComponent(id)}"]`);
	for (let steps = 0; steps < 50; steps++) {
		await page.keyboard.press('j');
		if ((await link.count()) > 0) return;
	}
	throw new Error(`j never comes to ${id}`);
}

/** Each key, its change to a chat without any flag, and its toast. */
const KEYS: readonly (readonly [key: string, change: Partial<ListedChat>, told: string])[] = [
	['e', { isArchived: true }, 'Archived: '],
	['m', { isMuted: true }, 'Muted: '],
	['p', { isPinned: true }, 'Pinned: '],
	['l', { isLowPriority: true }, 'Moved to low priority: '],
	['u', { isMarkedUnread: true }, 'Marked as unread: ']
];

test('each key changes the chat once, however long it is held, and z takes it back', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	const chat = await plainChat(api);
	const before = await readListedChat(api, chat.id);
	await connect(page, api, `/chats?network=whatsapp&q=${encodeURIComponent(chat.title)}`);
	await allLoaded(page);
	const writes = await recordWrites(page);
	await walkTo(page, chat);
	for (const [place, [key, change, told]] of KEYS.entries()) {
		for (let press = 0; press < 5; press++) await page.keyboard.down(key);
		await page.keyboard.up(key);
		await expect(toasts(page).getByRole('listitem').last()).toContainText(told);
		expect(await readListedChat(api, chat.id)).toMatchObject(change);
		await expect.poll(() => writes).toHaveLength(2 * place + 1);
		await page.keyboard.press('z');
		const old = Object.keys(change).map((name) => [name, Reflect.get(before, name)]);
		await expect.poll(() => readListedChat(api, chat.id)).toMatchObject(Object.fromEntries(old));
		await expect(toasts(page).getByRole('listitem').filter({ hasText: told })).toHaveCount(0);
		await expect.poll(() => writes).toHaveLength(2 * place + 2);
	}
});

test('keys move, select, ask and undo, open pages and list the keys, and none works while the user types', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await connect(page, api, '/chats?network=whatsapp&archived=no&pinned=no');
	await allLoaded(page);
	const writes = await recordWrites(page);
	await test.step('j and k move, x and X select, e asks, Enter says yes, z undoes', async () => {
		await page.keyboard.press('j');
		await expect(rows(page).nth(0)).toBeFocused();
		await page.keyboard.press('j');
		await page.keyboard.press('j');
		await page.keyboard.press('k');
		await expect(rows(page).nth(1)).toBeFocused();
		await page.keyboard.press('x');
		await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('j');
		await page.keyboard.press('j');
		await page.keyboard.press('X');
		const bar = page.getByRole('region', { name: 'Selected chats' });
		await expect(bar.getByRole('status')).toHaveText('3 selected');
		await page.keyboard.press('r');
		await expect(page.getByRole('dialog', { name: 'Remind me about 3 chats' })).toBeVisible();
		await page.keyboard.press('Escape');
		await page.keyboard.press('e');
		const dialog = page.getByRole('dialog', { name: /^Archive 3 chats/ });
		await expect(dialog.getByRole('button', { name: 'Archive 3 chats' })).toBeFocused();
		// Shortcuts are off while a dialog is open.
		await page.keyboard.press('m');
		for (let press = 0; press < 5; press++) await page.keyboard.down('Enter');
		await page.keyboard.up('Enter');
		const summary = page.getByRole('region', { name: 'Summary' });
		await expect(summary.getByRole('status')).toHaveText('Archived: 3 chats');
		await expect(page).toHaveURL('/chats?network=whatsapp&archived=no&pinned=no');
		expect(writes).toHaveLength(3);
		await page.keyboard.press('z');
		await expect(summary.getByRole('status')).toHaveText('Undone: 3 chats');
		expect(writes).toHaveLength(6);
	});

	await test.step('g and another key open a page, ? lists the keys, and none works while the user types', async () => {
		await page.keyboard.press('g');
		await page.keyboard.press('n');
		await expect(page).toHaveURL('/capabilities');
		await page.keyboard.press('g');
		await page.keyboard.press('c');
		await expect(page).toHaveURL(/\/chats\?/);
		await page.keyboard.press('?');
		const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
		await expect(help).toContainText('Archive or unarchive');
		await page.keyboard.press('Escape');
		await expect(help).toBeHidden();

		await page.keyboard.press('/');
		const field = page.getByRole('searchbox', { name: 'Search chats' });
		await expect(field).toBeFocused();
		await page.keyboard.type('jkxempluzr?gcgn/');
		await expect(field).toHaveValue('jkxempluzr?gcgn/');
		await expect(field).toBeFocused();
		await expect(page).toHaveURL(/\/chats\?.*q=/);
		await expect(page.getByRole('dialog')).toHaveCount(0);
		expect(writes).toHaveLength(6);
	});
});
