import { allLoaded, connect, expect, filterLine, test } from './fixtures';

test('a control that disappears passes the focus on, and a closed panel gives it back', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats?capability=edit:full&capability=poll:unreported&q=a');
	await allLoaded(page);
	await test.step('the next capability filter has the focus of a removed one', async () => {
		const removers = page.getByRole('region', { name: 'Filters' }).getByRole('link', {
			name: /^Remove /
		});
		await expect(removers).toHaveCount(2);
		await removers.first().focus();
		await page.keyboard.press('Enter');
		await expect(removers).toHaveCount(1);
		await expect(removers).toBeFocused();
	});
	await test.step('once the filters are cleared, the field has it', async () => {
		await page.getByRole('link', { name: 'Clear filters' }).focus();
		await page.keyboard.press('Enter');
		await expect(filterLine(page)).toBeFocused();
		await expect(filterLine(page)).toHaveValue('');
	});
	await test.step('once the list is read again, Refresh has it', async () => {
		const refresh = page.getByRole('button', { name: 'Refresh' });
		await refresh.focus();
		await page.keyboard.press('Enter');
		await allLoaded(page);
		await expect(refresh).toBeFocused();
	});
	await test.step('in a narrow window, the button that opened the filters has it', async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		const opener = page.getByRole('button', { name: 'Filters', exact: true });
		for (const close of ['Escape', 'Enter']) {
			await opener.click();
			const panel = page.getByRole('dialog', { name: 'Filters' });
			await expect(panel.getByRole('button', { name: 'Close' })).toBeFocused();
			await page.keyboard.press(close);
			await expect(panel).toHaveCount(0);
			await expect(opener).toBeFocused();
		}
	});
});
