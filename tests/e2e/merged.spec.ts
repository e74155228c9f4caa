import {
	allLoaded,
	connect,
	countLine,
	expect,
	filterLine,
	follow,
	grid,
	rows,
	test
} from './fixtures';

test('a server with labels and merged chats shows both', async ({ page, startApi }) => {
	const api = await startApi('--chats', '400', '--page-size', '25', '--merged', 'a', '--labels');
	await connect(page, api, '/chats?merged=yes&network=whatsapp');
	await test.step('a merged chat has one row on the networks of its members, and its page leads to them', async () => {
		await expect(page.getByRole('group', { name: 'Merged' })).toBeVisible();
		const row = rows(page).first();
		await expect(row).toHaveAccessibleName(/, WhatsApp|WhatsApp, .*direct chat, .*merged/);
		const [title = ''] = ((await row.getAttribute('aria-label')) ?? '').split(', ');
		await row.click();

		await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
		await expect(page.getByRole('heading', { name: /^Merged from \d chats$/ })).toBeVisible();
		await expect(page.getByText(/^Messages are in .*WhatsApp/)).toBeVisible();
		// The field for a reply is at the foot of the page, although there are no messages above it.
		const { height = 0 } = page.viewportSize() ?? {};
		const box = await page.getByRole('textbox', { name: 'Message' }).boundingBox();
		expect(height - (box?.y ?? 0)).toBeLessThan(160);

		await page.getByRole('link', { name: /^WhatsApp / }).click();
		await expect(page.getByText('Part of the merged chat')).toBeVisible();
		await page.getByRole('link', { name: title, exact: true }).click();
		await expect(page.getByRole('heading', { name: /^Merged from / })).toBeVisible();
	});
	await test.step('chats are filtered by labels, which are called by name', async () => {
		await follow(page, '/chats');
		await allLoaded(page, '379');
		const labels = page.getByRole('group', { name: 'Labels' });
		const home = labels.getByRole('checkbox', { name: 'Home (2)' });
		await home.check();
		await expect(page).toHaveURL(/label=%21label-home%3Abeeper\.com/);
		await expect(filterLine(page)).toHaveValue('label:"Home (2)"');
		const count = await home.evaluate(
			(box) => document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent
		);
		await expect(countLine(page)).toContainText(`${count} of `);
		await expect(rows(page).first()).toHaveAccessibleName(/label Home \(2\)/);
		await expect(grid(page)).toHaveAttribute('aria-rowcount', `${Number(count) + 1}`);

		// A label from a bookmark that no chat has stays a filter and is reported.
		await follow(page, '/chats?label=!gone');
		await expect(filterLine(page)).toHaveValue('label:!gone');
		await expect(page.getByText('No chats here have the label “!gone”.')).toBeVisible();
		await expect(page).toHaveURL(/label=!gone/);
	});
});
