import { expectNoViolations } from './axe';
import { allLoaded, connect, expect, matching, test } from './fixtures';

test('a span of the activity plot leads to exactly its chats, by keys and by dragging', async ({
	page,
	api
}) => {
	await connect(page, api, '/overview');
	const figure = page.getByRole('figure', { name: 'Last activity by network' });
	const bars = figure.getByRole('listbox');
	await expect(page.getByText('100 chats in')).toBeVisible();

	await bars.focus();
	await page.keyboard.press('End');
	for (let press = 0; press < 30; press++) await page.keyboard.press('Shift+ArrowLeft');
	const link = figure.getByRole('link', { name: /^Show \d+ chats?$/ });
	const [count = ''] = /\d+/.exec(await link.innerText()) ?? [];
	expect(Number(count)).toBeGreaterThan(3);
	await expect(figure.getByRole('status')).toContainText(`${count} chats selected`);
	await expectNoViolations(page, 'the overview with a chosen span');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/chats\?.*active-after=/);
	await allLoaded(page);
	expect(await matching(page)).toBe(Number(count));

	await page.goBack();
	await expect(bars.getByRole('option').first()).toBeVisible();
	const [first, third] = [bars.getByRole('option').first(), bars.getByRole('option').nth(2)];
	await first.hover();
	await page.mouse.down();
	await third.hover();
	await page.mouse.up();
	await expect(bars.getByRole('option', { selected: true })).toHaveCount(3);
	const dragged = /\d+/.exec(await link.innerText())?.[0] ?? '';
	await link.click();
	await expect(page).toHaveURL(/\/chats\?.*active-before=/);
	await allLoaded(page);
	expect(await matching(page)).toBe(Number(dragged));
});
