import { isolateName } from '../../src/lib/domain/chat/name';
import type { Page } from '@playwright/test';
import {
	allLoaded,
	chatRead,
	expect,
	expectAbove,
	findChat,
	follow,
	goOnline,
	matching,
	openChat,
	openPlainChat,
	plainChat,
	readListedChat,
	rows,
	test,
	toasts
} from './fixtures';
import { action, openView, outcome, selectFirst, summary, VIEW } from './many';
import { recordWrites } from './writes';

/** Records every state of a control from now on, in order. */
async function recordStates(page: Page, name: string): Promise<() => Promise<(string | null)[]>> {
	const control = page.getByRole('switch', { name, exact: true });
	await control.evaluate((node) => {
		const seen = [node.getAttribute('aria-checked')];
		new MutationObserver(() => {
			const now = node.getAttribute('aria-checked');
			if (now !== seen.at(-1)) seen.push(now);
		}).observe(node, { attributes: true });
		Object.assign(window, { seen });
	});
	return () => page.evaluate(() => Reflect.get(window, 'seen'));
}

test('a mutation that was done despite an error that the page may not read stays visible and is reported as done', async ({
	page,
	startApi
}) => {
	const api = await startApi(
		...['--cors', 'no-error-headers', '--write-faults', 'after-503', '--stale-echo']
	);
	const chat = await openPlainChat(page, api);
	const writes = await recordWrites(page);
	const states = await recordStates(page, 'Muted');
	await page.getByRole('switch', { name: 'Muted' }).click();
	await expect(toasts(page)).toContainText(`Muted: ${isolateName(chat.title)}`);
	await expect(toasts(page)).toContainText('Beeper didn’t respond, but the chat shows the change.');
	await expect(page.getByRole('switch', { name: 'Muted' })).toBeChecked();
	expect(await states()).toEqual(['false', 'true']);
	expect(writes).toHaveLength(1);
	await expect(page.getByText(/couldn’t|failed/i)).toHaveCount(0);
});

test('a mutation that did not happen is unknown after two checks, can be checked again, and is never sent again', async ({
	page,
	startApi
}) => {
	const api = await startApi('--write-faults', 'before-503');
	// Of another network than the chats that are changed later, as its outcome stays unknown.
	const chat = await findChat(
		api,
		({ network, isMuted, isReadOnly, isArchived }) =>
			network === 'Telegram' && !(isMuted || isReadOnly || isArchived)
	);
	await openChat(page, api, chat);
	const writes = await recordWrites(page);
	const muted = page.getByRole('switch', { name: 'Muted' });
	const alert = page.getByRole('alert');
	await muted.click();
	await expect(toasts(page)).toContainText(/Couldn’t confirm muting .* yet\. Checking…/);
	await expect(muted).toBeChecked();
	await expect(alert).toContainText(
		'Beeper returned an error (503), and the chat doesn’t show the change'
	);
	await expect(alert.getByRole('button', { name: 'Try again' })).toHaveCount(0);
	await expect(muted).not.toBeChecked();
	await expect(toasts(page).getByRole('listitem')).toHaveCount(0);
	expect(writes.splice(0)).toHaveLength(1);

	await follow(page, `${VIEW}&muted=no`);
	await allLoaded(page);
	await selectFirst(page, 3);
	await action(page, 'Mute').click();
	await page.getByRole('dialog').getByRole('button', { name: 'Mute 3 chats' }).click();
	await expect(outcome(page)).toHaveText('Muted: none, 3 unknown');
	await expect(summary(page).getByRole('button', { name: /again/ })).toHaveText('Check again');
	await summary(page).getByRole('button', { name: 'Check again' }).click();
	await expect(summary(page).getByRole('button', { name: 'Check again' })).toBeVisible();
	expect(writes).toHaveLength(3);
});

test('side effects are reported in the same sentence, and undone with the change', async ({
	page,
	startApi
}) => {
	const api = await startApi('--settings', 'archive-marks-read,reminder-archives');
	const chat = await findChat(
		api,
		({ isArchived, isPinned, unreadCount, network }) =>
			!isArchived && !isPinned && unreadCount > 0 && network === 'WhatsApp'
	);
	await openChat(page, api, chat, 'edit');
	await page.getByRole('switch', { name: 'Archived' }).click();
	await expect(toasts(page)).toContainText(
		`Archived and marked as read: ${isolateName(chat.title)}`
	);
	await toasts(page).getByRole('button', { name: 'Undo' }).click();
	await expect(toasts(page)).toContainText('Couldn’t restore: unread count');
	expect(await readListedChat(api, chat.id)).toMatchObject({
		isArchived: false,
		isMarkedUnread: true
	});

	await page.getByRole('button', { name: 'In 1 hour' }).click();
	const told = toasts(page)
		.getByRole('listitem')
		.filter({ hasText: /Reminder set.*archived/ });
	await told.getByRole('button', { name: 'Undo' }).click();
	await expect(told).toHaveCount(0);
	await expect
		.poll(() => readListedChat(api, chat.id))
		.toMatchObject({ isArchived: false, reminder: null });
});

test('what the browser blocks was not sent, one chat or many, and says so', async ({
	page,
	startApi
}) => {
	const api = await startApi('--cors', 'reads-only,no-error-headers');
	const chat = await openPlainChat(page, api);
	await page.getByRole('switch', { name: 'Muted' }).click();
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('The browser blocked this change. Nothing was sent.');
	await expect(page.getByRole('switch', { name: 'Muted' })).not.toBeChecked();
	await alert.getByRole('button', { name: 'Dismiss' }).click();
	// Changes that the browser allows still work.
	await page.getByRole('switch', { name: 'Archived' }).click();
	await expect(toasts(page)).toContainText(`Archived: ${isolateName(chat.title)}`);
	// The restriction is known now, so only a path without side effects is asked whether it still holds.
	const asked: string[] = [];
	page.on('request', (request) =>
		asked.push(`${request.method()} ${new URL(request.url()).pathname}`)
	);
	await page.getByRole('switch', { name: 'Pinned' }).click();
	await expect(alert).toContainText('Nothing was sent.');
	expect(asked.filter((request) => !request.startsWith('GET'))).toEqual(['PATCH /v1']);

	await openView(page, api, `${VIEW}&muted=no`);
	await selectFirst(page, 9);
	await action(page, 'Mute').click();
	await page.getByRole('dialog').getByRole('button', { name: 'Mute 9 chats' }).click();
	await expect(outcome(page)).toHaveText('Muted: none, 9 not started');
	await expect(summary(page)).toContainText('The browser blocked this change');
	await expect(summary(page).getByRole('button', { name: 'Do the rest' })).toBeVisible();
});

test('while Beeper is away nothing more is sent, and what is unknown is found out once it is back', async ({
	page,
	startApi
}) => {
	let api = await startApi();
	await test.step('a key sends and changes nothing, and says so, until Beeper is back', async () => {
		await openView(page, api);
		const count = await matching(page);
		const writes = await recordWrites(page);
		await rows(page).first().focus();
		await api.stop();
		await goOnline(page);
		await expect(page.getByRole('button', { name: 'Try now' })).toBeVisible();
		await page.keyboard.press('e');
		await expect(toasts(page)).toContainText('Beeper isn’t responding. Nothing was sent.');
		expect(await matching(page)).toBe(count);
		expect(writes).toEqual([]);
		await page.setViewportSize({ width: 390, height: 844 });
		await expectAbove(toasts(page).getByRole('listitem'), page.getByText('Reconnecting…'));

		api = await startApi('--port', new URL(api.address).port);
		await goOnline(page);
		await expect(page.getByText('Reconnecting…')).toBeHidden();
		await page.keyboard.press('e');
		await expect(toasts(page)).toContainText('Archived: ');
		expect(writes).toHaveLength(1);
	});
	await test.step('the notice of an unknown outcome says what became of it', async () => {
		await page.setViewportSize({ width: 1280, height: 720 });
		const { id } = await plainChat(api);
		await follow(page, `/chats/${encodeURIComponent(id)}`);
		await chatRead(page);
		await api.stop();
		await page.getByRole('switch', { name: 'Muted' }).click();
		const alert = page.getByRole('alert').filter({ hasText: 'Couldn’t confirm muting the chat' });
		await expect(alert).toContainText('Check the chat before trying again.');
		await startApi('--port', new URL(api.address).port);
		await goOnline(page);
		await expect(alert).toContainText('and the chat doesn’t show the change');
	});
});
