import {
	allLoaded,
	connect,
	countLine,
	expect,
	getRowName,
	grid,
	openDisplay,
	rows,
	test
} from './fixtures';

test('ten thousand chats take no more rows than fit the screen, scroll to the last, and are searched as fast as one types', async ({
	page,
	startApi
}) => {
	const api = await startApi('--chats', '10000', '--page-size', '1000');
	await connect(page, api, '/chats');
	await allLoaded(page, '10,000');
	await expect(grid(page)).toHaveAttribute('aria-rowcount', '10001');
	expect(await rows(page).count()).toBeLessThan(200);
	const first = await getRowName(rows(page).first());

	await grid(page).evaluate((node) => node.scrollTo(0, node.scrollHeight));
	await expect(rows(page).last()).toHaveAttribute('aria-rowindex', '10001');
	await expect(rows(page).last()).toBeInViewport({ ratio: 1 });
	expect(await rows(page).count()).toBeLessThan(200);
	await grid(page).evaluate((node) => node.scrollTo(0, node.scrollHeight / 2));
	await expect(rows(page).last()).toHaveAttribute('aria-rowindex', /^50\d\d$/);
	await grid(page).evaluate((node) => node.scrollTo(0, 0));
	await expect.poll(() => getRowName(rows(page).first())).toBe(first);

	const field = page.getByRole('searchbox', { name: 'Search chats' });
	await field.pressSequentially('the quick brown fox jumps');
	await expect(field).toHaveValue('the quick brown fox jumps');
	await expect(countLine(page)).toContainText('0 of 10,000 chats');
	await field.fill('');
	await expect(countLine(page)).toContainText('10,000 of 10,000 chats');
	await expect(page).toHaveURL('/chats');

	await openDisplay(page);
	await page.getByRole('link', { name: 'Cards' }).click();
	await expect(page).toHaveURL('/chats?layout=cards');
	await rows(page).first().focus();
	await page.keyboard.press('End');
	await expect(rows(page).last()).toHaveAttribute('aria-rowindex', '10001');
	await expect(rows(page).last()).toBeFocused();
	await expect(rows(page).last()).toBeInViewport({ ratio: 1 });
	await page.keyboard.press('Home');
	await expect(rows(page).first()).toHaveAttribute('aria-rowindex', '2');
	await expect(rows(page).first()).toBeFocused();
});
