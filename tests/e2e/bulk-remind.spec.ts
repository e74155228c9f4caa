import { violations } from './axe';
import { expect, matching, test } from './fixtures';
import { action, openView, outcome, selectFirst, summary, VIEW } from './many';
import { writesOf } from './writes';

test.describe('reminders of many chats', () => {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`axe finds nothing to object to in the dialogs (${colorScheme})`, async ({
			page,
			api
		}) => {
			await page.emulateMedia({ colorScheme });
			await openView(page, api);
			await selectFirst(page, 3);
			await action(page, 'Remind…').click();
			const dialog = page.getByRole('dialog', { name: 'Remind me about 3 chats' });
			await expect(dialog).toBeVisible();
			expect.soft(await violations(page), 'when').toEqual([]);
			await dialog.getByRole('button', { name: /^Next week/ }).click();
			await expect(page.getByRole('dialog', { name: /in 1 network/ })).toBeVisible();
			expect.soft(await violations(page), 'the plan').toEqual([]);
		});
	}

	test('are set as chosen, each once, and cleared by undo', async ({ page, startApi }) => {
		const api = await startApi();
		await openView(page, api, `${VIEW}&reminder=no`);
		const writes = await writesOf(page);
		const count = await matching(page);
		await selectFirst(page, 3);
		await action(page, 'Remind…').click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Cancel if they reply').check();
		await dialog.getByLabel(/^Date and time/).fill('2040-01-15T09:30');
		await dialog.getByRole('button', { name: 'Set reminder' }).click();
		expect(writes).toEqual([]);
		await dialog.getByRole('button', { name: 'Remind me about 3 chats' }).dblclick();
		await expect(outcome(page)).toHaveText('Reminder set: 3 chats');
		await expect.poll(() => matching(page)).toBe(count - 3);
		const reminder = { remindAt: '2040-01-15T08:30:00.000Z', dismissOnIncomingMessage: true };
		await expect.poll(() => writes.map(({ body }) => body)).toEqual(Array(3).fill({ reminder }));
		expect(new Set(writes.map(({ path }) => path)).size).toBe(3);
		await summary(page).getByRole('button', { name: 'Undo' }).click();
		await expect(outcome(page)).toHaveText('Undone: 3 chats');
		await expect.poll(() => matching(page)).toBe(count);
		await expect
			.poll(() => writes.slice(3).map(({ method }) => method))
			.toEqual(Array(3).fill('DELETE'));
	});
});
