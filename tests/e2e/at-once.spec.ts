import { allLoaded, connect, expect, grid, matching, rows, test } from './fixtures';

test.use({ apiArgs: ['--chats', '2000', '--page-size', '500', '--seed', '3'] });

test.beforeEach(async ({ page, api }) => {
	await connect(page, api, '/chats');
	await allLoaded(page, '2,000');
});

test('the rows of a filter are there before its address, which follows', async ({ page }) => {
	const unread = page.getByRole('group', { name: 'Unread', exact: true });
	const before = await grid(page).evaluate((list) => {
		const { promise, resolve } = Promise.withResolvers<string>();
		const observer = new MutationObserver(() => {
			observer.disconnect();
			resolve(location.search);
		});
		observer.observe(list, { subtree: true, childList: true, characterData: true });
		Object.assign(window, { searchAtFirstChange: promise });
		return location.search;
	});
	expect(before).toBe('');
	await unread.getByRole('radio', { name: 'Yes', exact: true }).check();
	expect(await page.evaluate(() => Reflect.get(window, 'searchAtFirstChange'))).toBe('');
	await expect(page).toHaveURL(/\?unread=yes$/);
	await expect(rows(page).first()).toHaveAccessibleName(/ unread/);
});

test('letters typed faster than the address follows are all there in the end', async ({ page }) => {
	const box = page.getByRole('searchbox', { name: 'Search chats' });
	await box.evaluate((element) => {
		if (!(element instanceof HTMLInputElement)) throw new Error('No field');
		for (const text of ['f', 'fa', 'fam']) {
			element.value = text;
			element.dispatchEvent(new Event('input', { bubbles: true }));
		}
	});
	await expect(page).toHaveURL(/\?q=fam$/);
	await expect(box).toHaveValue('fam');
	const found = await matching(page);
	await page.reload();
	await allLoaded(page, '2,000');
	expect(await matching(page)).toBe(found);
});

test('who leaves for another page in the same moment gets there', async ({ page }) => {
	const unread = page.getByRole('group', { name: 'Unread', exact: true });
	await unread.getByRole('radio', { name: 'Yes', exact: true }).evaluate((radio) => {
		if (!(radio instanceof HTMLElement)) throw new Error('No choice');
		radio.click();
		document.querySelector<HTMLElement>('nav a[href="/activity"]')?.click();
	});
	await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
	await page.goBack();
	await allLoaded(page, '2,000');
	const asked = new URL(page.url()).searchParams.get('unread') ?? 'any';
	await expect(unread.getByRole('radio', { name: asked, exact: false })).toBeChecked();
	const shown = await matching(page);
	await page.reload();
	await allLoaded(page, '2,000');
	expect(await matching(page)).toBe(shown);
});
