import { ODD_NAMES, ODD_TEXTS } from '$lib/sample/odd-names';
import {
	allLoaded,
	chatRead,
	connect,
	expect,
	filterLine,
	follow,
	grid,
	readListedChats,
	rows,
	test
} from './fixtures';
import { runCommand } from './palette';

const TURNS = /[\u200e\u200f\u202a-\u202e\u2067]/;

test('odd titles stay in their row and say what they can, as do headings and tab titles; messages read as they were typed', async ({
	page,
	startApi
}) => {
	const api = await startApi('--odd-names', '--chats', '60');
	await connect(page, api, '/chats');
	await allLoaded(page, '60');
	await test.step('odd titles say what they can', async () => {
		const titles = await rows(page).getByRole('link').allInnerTexts();
		for (const title of titles) {
			expect(title.trim()).not.toBe('');
			expect(title).not.toMatch(TURNS);
			expect(title).not.toMatch(/beeper\.local|\n/);
		}
		for (const row of await rows(page).all()) {
			expect(await row.getAttribute('aria-label')).not.toMatch(/^\s*,|[\n\u202e]|beeper\.local/);
		}
		await expect(grid(page)).not.toContainText('beeper.local');
		await expect(grid(page)).toContainText('Unknown sender');
	});

	await test.step('messages read as they were typed, or as their HTML says', async () => {
		const list = await rows(page).allInnerTexts();
		for (const [place, [, read]] of ODD_TEXTS.entries()) expect(list[place]).toContain(read);
		await expect(grid(page)).not.toContainText(/old words|_blank|document\.title/);
		await expect(page).toHaveTitle(/^All chats \(\d+\) · Beeper Dashboard$/);
	});

	await test.step('so do headings and tab titles', async () => {
		const chats = await readListedChats(api);
		// One name of each kind.
		for (const name of [0, 5, 7, 8, 9, 11].map((place) => ODD_NAMES[place])) {
			const chat = chats.find(({ title }) => title === name);
			if (!chat) throw new Error(`No chat is called ${JSON.stringify(name)}`);
			await grid(page)
				.locator(`a[href="/chats/${encodeURIComponent(chat.id)}"]`)
				.first()
				.click();
			await chatRead(page);
			const heading = page.getByRole('heading', { level: 1 });
			await expect(heading).toHaveText(/[^\s\u2800\u3164\uffa0\u200b\ufeff]/);
			await expect(page).toHaveTitle(/^[^\n\u202e\u2067]*\S.* · Beeper Dashboard$/);
			await expect(page).not.toHaveTitle(/beeper\.local/);
			const height = await heading.evaluate(
				(element) => element.scrollHeight - element.clientHeight
			);
			expect(height).toBeLessThan(80);
			await page.goBack();
		}
	});

	await test.step('a search matches the words of a message, but not its markup', async () => {
		await page.getByRole('searchbox').fill('blank');
		await expect(page.getByRole('status').filter({ hasText: 'of 60 chats' })).toHaveText(
			/^\s*0 of/
		);
		await page.getByRole('searchbox').fill('<name>');
		await expect(rows(page).first()).toContainText('see <name> below');
		await expect(rows(page).locator('mark').first()).toHaveText('<name>');
		await rows(page).first().getByRole('link').click();
		await expect(page.getByText('see <name> below').last()).toBeVisible();
	});
});

test('accounts say what they need beside their filters, on their rows and in their chats; two with one name are told apart', async ({
	page,
	startApi
}) => {
	const api = await startApi('--odd-names');
	await connect(page, api, '/chats?network=line');
	await test.step('an account that needs its owner says so', async () => {
		await page.locator('summary', { hasText: 'Accounts' }).click();
		for (const filter of await page.getByRole('checkbox', { name: /LINE/ }).all()) {
			await expect(filter).toHaveAccessibleDescription(/Signed out by LINE/);
		}
		await expect(rows(page).first()).toHaveAccessibleName(/, account: Signed out by LINE$/);
		await rows(page).first().focus();
		await page.keyboard.press('Space');
		const words = page.getByText('Account: Signed out by LINE');
		await expect(page.getByRole('complementary', { name: 'Peek' }).locator(words)).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/chats\/[^?]/);
		await expect(words).toBeVisible();
		await expect(
			page.getByRole('definition').filter({ hasText: 'Signed out by LINE' })
		).toBeVisible();
	});

	await test.step('two with one name have the same words everywhere', async () => {
		await follow(page, '/chats?group=account');
		await allLoaded(page);
		await page.locator('summary', { hasText: 'Accounts' }).click();
		const filter = page.getByRole('group', { name: 'Accounts' }).last();
		await expect(filter.getByRole('checkbox', { name: 'Kim (…0100) · WhatsApp' })).toBeVisible();
		await expect(filter.getByRole('checkbox', { name: 'Kim · Signal' })).toBeVisible();
		await filter.getByRole('checkbox', { name: 'Kim (…0199) · WhatsApp' }).check();
		await expect(filterLine(page)).toHaveValue('account:"Kim (…0199) · WhatsApp" group:account');
		await expect(
			grid(page).getByRole('button', { name: /^WhatsApp, Kim \(…0199\)/ })
		).toBeVisible();
		await rows(page).first().getByRole('link').click();
		await expect(page.getByText('WhatsApp · Kim (…0199)')).toBeVisible();
		await runCommand(page, 'New chat');
		await expect(page.getByLabel('Account').getByRole('option')).toContainText([
			'Kim (…0100) · WhatsApp',
			'Kim (…0199) · WhatsApp'
		]);
		await follow(page, '/capabilities?by=account');
		await expect(page.getByRole('columnheader', { name: 'WhatsApp: Kim (…0199)' })).toBeVisible();
	});
});
