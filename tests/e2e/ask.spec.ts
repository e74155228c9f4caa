import { expect, test } from './fixtures';
import { openTable } from './sharing';

test('a question is asked with “/”, answered above the table, and part of the address', async ({
	page,
	api
}) => {
	await openTable(page, api);
	const before = page.url();
	await page.keyboard.press('/');
	const field = page.getByRole('searchbox', { name: 'Ask', exact: true });
	await expect(field).toBeFocused();
	await page.keyboard.type('edit signal');
	const answer = page.getByRole('region', { name: 'Answer' });
	await expect(answer).toHaveText(/^\s*Signal: edit for 24 hours, at most 10 times/);
	await expect(page).toHaveURL(/\?ask=edit\+signal$/);
	await expect(page.getByRole('table', { name: 'Capabilities' })).toBeVisible();

	// Typing replaces the address: one step back leaves the table, not a letter.
	await field.fill('');
	await expect(answer).toBeHidden();
	await page.getByRole('link', { name: 'who has polls' }).click();
	await expect(answer).toHaveText(/^\s*2 of 16 networks have polls: Signal, WhatsApp\./);
	await page.goBack();
	await expect(answer).toBeHidden();
	expect(page.url()).toBe(before);

	await page.keyboard.press('ControlOrMeta+k');
	await page.keyboard.type('whatsapp telegram video');
	await page.getByRole('option', { name: 'Ask the table: whatsapp telegram video' }).click();
	await expect(answer).toHaveText(/^\s*WhatsApp allows videos up to 2,000 MB, Telegram up to 2 GB/);
});
