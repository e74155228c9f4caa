import type { Page } from '@playwright/test';
import {
	allLoaded,
	connect,
	countLine,
	expect,
	filterLine,
	follow,
	getRowName,
	grid,
	matching,
	openDisplay,
	rows,
	test
} from './fixtures';

function flag(page: Page, name: string) {
	return page.getByRole('group', { name, exact: true });
}

function search(page: Page) {
	return page.getByRole('searchbox', { name: 'Search chats' });
}

test('filters are counted, narrow each other, last over a reload, are undone and redone, and written as one line', async ({
	page,
	api
}) => {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await test.step('groups of choices', async () => {
		const yes = flag(page, 'Archived').getByRole('radio', { name: 'Yes' });
		await yes.check();
		await expect(page).toHaveURL('/chats?archived=yes');
		await expect.poll(() => matching(page)).toBeLessThan(100);
		const archived = await matching(page);
		await expect(yes).toHaveAccessibleDescription(String(archived));
		await expect(grid(page)).toHaveAttribute('aria-rowcount', String(archived + 1));
		await expect(rows(page).first()).toHaveAccessibleName(/archived/);

		await flag(page, 'Type').getByRole('radio', { name: 'Group' }).check();
		await expect(page).toHaveURL('/chats?archived=yes&type=group');
		await expect.poll(() => matching(page)).toBeLessThan(archived);
		for (const row of await rows(page).all()) {
			await expect(row).toHaveAccessibleName(/group chat.*archived/);
		}
		await page.reload();
		await allLoaded(page);
		await expect(yes).toBeChecked();
		await page.goBack();
		await expect(page).toHaveURL('/chats?archived=yes');
		await expect.poll(() => matching(page)).toBe(archived);
		await page.goBack();
		await expect(flag(page, 'Archived').getByRole('radio', { name: 'Any' })).toBeChecked();
		await expect(countLine(page)).toContainText('100 of 100 chats');
		await page.goForward();
		await expect(yes).toBeChecked();
		await expect.poll(() => matching(page)).toBe(archived);

		const networks = page.getByRole('group', { name: 'Networks' });
		await networks.getByRole('button', { name: /^\d+ more networks$/ }).click();
		await networks.getByRole('checkbox', { name: 'Signal' }).check();
		await networks.getByRole('checkbox', { name: 'Discord' }).check();
		await expect(page).toHaveURL('/chats?archived=yes&network=signal&network=discordgo');
		await expect(filterLine(page)).toHaveValue('is:archived network:signal,discord');
		await page.getByRole('link', { name: 'Clear filters' }).click();
		await expect(page).toHaveURL('/chats');
		await expect(countLine(page)).toContainText('100 of 100 chats');
	});

	await test.step('one line of text', async () => {
		await grid(page).getByRole('link', { name: 'Title' }).click();
		await expect(page).toHaveURL('/chats?sort=title');
		const all = await matching(page);
		await page.keyboard.press('f');
		await expect(filterLine(page)).toBeFocused();
		await expect(page.getByRole('option', { name: /^network:/ })).toBeVisible();
		await page.keyboard.type('is:unread type:gr');
		await page.keyboard.press('Tab');
		await page.keyboard.type('network:whatsapp,telegram');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(
			'/chats?unread=yes&network=whatsapp&network=telegram&type=group&sort=title'
		);
		await expect.poll(() => matching(page)).toBeLessThan(all);
		for (const row of await rows(page).all()) {
			await expect(row).toHaveAccessibleName(/(WhatsApp|Telegram).*group chat.*unread/);
		}
		// The list has the focus, and the panel says the same.
		await expect(rows(page).first()).toBeFocused();
		await expect(flag(page, 'Unread').getByRole('radio', { name: 'Yes' })).toBeChecked();
		await page.goBack();
		await expect(page).toHaveURL('/chats?sort=title');
		await expect(filterLine(page)).toHaveValue('sort:title');

		// A mistake stays in the field, and is told.
		await page.keyboard.press('f');
		await page.keyboard.type('network:whatsup');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('button', { name: 'Did you mean WhatsApp?' })).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(filterLine(page)).toHaveValue('sort:title');
		await expect(filterLine(page)).not.toBeFocused();
		await expect(page).toHaveURL('/chats?sort=title');

		// A word that finds nothing may be one.
		await page.keyboard.press('f');
		await page.keyboard.type('whatsup');
		await page.keyboard.press('Enter');
		await page.getByRole('link', { name: 'Did you mean the network WhatsApp?' }).click();
		await expect(page).toHaveURL('/chats?network=whatsapp&sort=title');
		await expect(rows(page).first()).toBeVisible();
	});
});

async function participantNumbers(page: Page): Promise<number[]> {
	const names = await page
		.getByRole('columnheader')
		.evaluateAll((all) => all.map((header) => header.getAttribute('aria-label')));
	const cells = await rows(page).evaluateAll(
		(all, place) =>
			all.map((row) => row.querySelectorAll('[role="gridcell"]')[place]?.textContent ?? ''),
		names.indexOf('People')
	);
	return cells.map((text) => Number(text.replace(',', '')));
}

test('a fast search loses no character and says where nothing is found; a header sorts, and sorts back', async ({
	page,
	api
}) => {
	await page.setViewportSize({ width: 1600, height: 900 });
	await connect(page, api, '/chats');
	await allLoaded(page);
	await test.step('one step back leaves a search, and nothing found says so', async () => {
		await openDisplay(page);
		await page.getByRole('link', { name: 'Cards' }).click();
		await expect(page).toHaveURL('/chats?layout=cards');
		const title = await rows(page).nth(2).getByRole('link').innerText();
		await search(page).pressSequentially(title);
		await expect(search(page)).toHaveValue(title);
		await expect(search(page)).toBeFocused();
		await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(title);
		await expect.poll(() => matching(page)).toBeLessThan(100);
		await expect(rows(page).getByRole('link', { name: title, exact: true })).not.toHaveCount(0);
		await page.goBack();
		await expect(page).toHaveURL('/chats');
		await expect(search(page)).toHaveValue('');
		await expect(countLine(page)).toContainText('100 of 100 chats');

		await search(page).evaluate((field: HTMLInputElement) => {
			for (const text of ['n', 'no', 'no such thing']) {
				field.value = text;
				field.dispatchEvent(new Event('input', { bubbles: true }));
			}
		});
		await expect(page).toHaveURL('/chats?q=no+such+thing');
		await expect(search(page)).toHaveValue('no such thing');
		await expect(page.getByText('No chats match')).toBeVisible();
		await page.getByRole('link', { name: 'Show all chats' }).click();
		await expect(page).toHaveURL('/chats');
		await expect(rows(page)).not.toHaveCount(0);
	});

	await test.step('a column header sorts, and sorts back; cards stand side by side', async () => {
		await flag(page, 'Type').getByRole('radio', { name: 'Group' }).check();
		await expect(page).toHaveURL('/chats?type=group');
		const header = page.getByRole('columnheader', { name: 'People' });
		await header.getByRole('link').click();
		await expect(page).toHaveURL('/chats?type=group&sort=participants');
		await expect(header).toHaveAttribute('aria-sort', 'descending');
		const falling = await participantNumbers(page);
		expect(falling).toEqual(falling.toSorted((one, other) => other - one));

		await header.getByRole('link').click();
		await expect(page).toHaveURL('/chats?type=group&sort=-participants');
		await expect(header).toHaveAttribute('aria-sort', 'ascending');
		const rising = await participantNumbers(page);
		expect(rising).toEqual(rising.toSorted((one, other) => one - other));
		expect(rising[0]).toBeLessThan(falling[0] ?? 0);

		const first = await getRowName(rows(page).first());
		await openDisplay(page);
		await page.getByRole('link', { name: 'Cards' }).click();
		await expect(page).toHaveURL('/chats?type=group&sort=-participants&layout=cards');
		await expect(rows(page).first().getByRole('gridcell')).toHaveCount(1);
		await expect.poll(() => getRowName(rows(page).first())).toBe(first);
		const [one, other] = await Promise.all([
			rows(page).nth(0).boundingBox(),
			rows(page).nth(1).boundingBox()
		]);
		expect(one?.y).toBe(other?.y);
	});
});

test('a stale bookmark says what it no longer knows; links to views lead back and forth, and open in tabs', async ({
	page,
	context,
	api
}) => {
	await test.step('what a bookmark no longer knows is told, and the rest is shown', async () => {
		await connect(page, api, '/chats?network=nosuch&network=WhatsApp&sort=whatever&foo=bar');
		await allLoaded(page);
		const note = page
			.getByRole('status')
			.filter({ hasText: 'Parts of this link aren’t known here' });
		await expect(note).toContainText('not “whatever”');
		await expect(note).toContainText('No chats here are on “nosuch”.');
		await expect(note.getByRole('listitem')).toHaveCount(2);
		await expect(rows(page).first()).toHaveAccessibleName(/, WhatsApp, /);
		await expect(page.getByRole('alert')).toHaveCount(0);
		await flag(page, 'Muted').getByRole('radio', { name: 'No' }).check();
		await expect(page).toHaveURL(/foo=bar/);

		await follow(page, '/chats?network=nosuch');
		await expect(note).toContainText('“nosuch”');
		await allLoaded(page);
		await page.getByRole('link', { name: 'Show all chats' }).click();
		await expect.poll(() => matching(page)).toBe(100);
		await expect(page.getByText('“nosuch”')).toHaveCount(0);
	});

	await test.step('links to views keep the focus, make no second step, and open in a tab of their own', async () => {
		const muted = page
			.getByRole('navigation', { name: 'Views' })
			.getByRole('link', { name: 'Muted' });
		await muted.press('Enter');
		await expect(page).toHaveURL(/muted=yes/);
		await expect(muted).toHaveAttribute('aria-current', 'page');
		await expect(muted).toBeFocused();
		await expect(rows(page).first()).toHaveAccessibleName(/muted/);
		const count = await matching(page);
		const steps = await page.evaluate(() => history.length);
		await muted.click();
		await expect(page).toHaveURL(/muted=yes/);
		expect(await page.evaluate(() => history.length)).toBe(steps);
		await page.goBack();
		await expect(page).toHaveURL('/chats');
		await expect.poll(() => matching(page)).toBe(100);
		await page.goForward();
		await expect.poll(() => matching(page)).toBe(count);
		await page.goBack();

		const coming = context.waitForEvent('page');
		await muted.click({ modifiers: ['ControlOrMeta'] });
		const tab = await coming;
		await expect.poll(() => decodeURIComponent(tab.url())).toMatch(/muted=yes/);
		await expect(page).toHaveURL('/chats');

		// A navigation right after a choice leads to the other page.
		await flag(page, 'Unread')
			.getByRole('radio', { name: 'Yes' })
			.evaluate((radio: HTMLElement) => {
				radio.click();
				document.querySelector<HTMLElement>('nav a[href="/activity"]')?.click();
			});
		await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
		await page.goBack();
		const asked = new URL(page.url()).searchParams.get('unread') ?? 'any';
		await expect(flag(page, 'Unread').getByRole('radio', { name: asked })).toBeChecked();
	});
});
