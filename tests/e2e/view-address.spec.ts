import { allLoaded, connect, expect, matching, rows, test } from './fixtures';

test.use({ apiArgs: ['--chats', '2000', '--page-size', '500', '--seed', '3'] });

test.beforeEach(async ({ page, api }) => {
	await connect(page, api, '/chats');
	await allLoaded(page, '2,000');
});

test('choices and links lead to other views, and Back and Forward between them', async ({
	page
}) => {
	const unread = page.getByRole('group', { name: 'Unread', exact: true });
	await unread.getByRole('radio', { name: 'Yes', exact: true }).check();
	await expect(page).toHaveURL(/\?unread=yes$/);
	await expect(rows(page).first()).toHaveAccessibleName(/ unread/);
	const views = page.getByRole('navigation', { name: 'Views' });
	await views.getByRole('link', { name: 'Muted' }).click();
	await expect(page).toHaveURL(/muted=yes/);
	await expect(views.getByRole('link', { name: 'Muted' })).toHaveAttribute('aria-current', 'page');
	const muted = await matching(page);
	await page.goBack();
	await page.goBack();
	await expect(page).toHaveURL(/\/chats$/);
	await expect.poll(() => matching(page)).toBe(2000);
	await page.goForward();
	await page.goForward();
	await expect.poll(() => matching(page)).toBe(muted);
});

test('a link to another view keeps the focus', async ({ page }) => {
	const muted = page
		.getByRole('navigation', { name: 'Views' })
		.getByRole('link', { name: 'Muted' });
	await muted.focus();
	await page.keyboard.press('Enter');
	await expect(muted).toHaveAttribute('aria-current', 'page');
	await expect(muted).toBeFocused();
});

test('a view that is asked for again is no reason for another step back', async ({ page }) => {
	const views = page.getByRole('navigation', { name: 'Views' });
	const muted = views.getByRole('link', { name: 'Muted' });
	await muted.click();
	await expect(muted).toHaveAttribute('aria-current', 'page');
	const steps = await page.evaluate(() => history.length);
	await muted.click();
	await expect(page).toHaveURL(/muted=yes/);
	expect(await page.evaluate(() => history.length)).toBe(steps);
});

test('a view can still be opened in a tab of its own', async ({ page, context }) => {
	const views = page.getByRole('navigation', { name: 'Views' });
	const coming = context.waitForEvent('page');
	await views.getByRole('link', { name: 'Muted' }).click({ modifiers: ['ControlOrMeta'] });
	expect(decodeURIComponent((await coming).url())).toMatch(/muted=yes/);
	await expect(page).toHaveURL(/\/chats$/);
});

test('letters typed faster than the browser draws are all there in the end', async ({ page }) => {
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
