import type { Page } from '@playwright/test';
import {
	allLoaded,
	connect,
	expect,
	follow,
	grid,
	openChat,
	plainChat,
	readListedChat,
	readListedChats,
	test,
	toasts
} from './fixtures';
import { recordWrites } from './writes';
import type { Running } from './servers';

/** Texts that identify people: titles, IDs and names of accounts. */
async function readSecrets(api: Running): Promise<string[]> {
	const chats = await readListedChats(api);
	const words = chats.flatMap(({ id, localChatID, accountID, title }) => [
		id,
		localChatID ?? '',
		accountID,
		title.trim()
	]);
	return [...new Set(words)].filter((word) => word.length > 8);
}

async function shown(page: Page, secrets: readonly string[]): Promise<string[]> {
	const text = `${await page.title()}\n${await page.locator('body').innerText()}`;
	return secrets.filter((secret) => text.includes(secret));
}

function privacySwitch(page: Page) {
	return page.getByRole('switch', { name: 'Privacy mode' });
}

test('Privacy mode shows no real name on any page, and stays on after a reload', async ({
	page,
	api
}) => {
	const secrets = await readSecrets(api);
	const savedView = page.getByRole('navigation', { name: 'Saved views' }).getByRole('link');
	await connect(page, api, '/chats');
	await allLoaded(page);
	expect((await shown(page, secrets)).length).toBeGreaterThan(5);

	await privacySwitch(page).click();
	await expect(privacySwitch(page)).toBeChecked();
	expect(await shown(page, secrets)).toEqual([]);
	const names = await grid(page).getByRole('link').allInnerTexts();

	await page.reload();
	await allLoaded(page);
	await expect(privacySwitch(page)).toBeChecked();
	expect(await grid(page).getByRole('link').allInnerTexts()).toEqual(names);
	expect(await shown(page, secrets)).toEqual([]);

	for (const path of [
		'/capabilities?by=account',
		'/capabilities/check',
		'/chats?group=account',
		'/chats/new'
	]) {
		await follow(page, path);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expect(page.getByRole('progressbar')).toBeHidden();
		expect(await shown(page, secrets), path).toEqual([]);
	}

	await privacySwitch(page).click();
	await follow(page, '/chats');
	await allLoaded(page);
	expect((await shown(page, secrets)).length).toBeGreaterThan(5);
	await page.getByRole('button', { name: 'Save this view' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Divorce lawyers');
	await page.keyboard.press('Enter');
	await expect(savedView).toContainText('Divorce lawyers');
	await privacySwitch(page).click();
	await expect(savedView).toHaveCount(1);
	await expect(page.locator('body')).not.toContainText('Divorce');
	await expect(page.getByRole('button', { name: 'Save this view' })).toBeHidden();
	await savedView.click();
	await expect(page).toHaveURL('/chats');
});

test('an anonymized chat can be changed, and tells no name by it', async ({ page, startApi }) => {
	const api = await startApi();
	const chat = await plainChat(api);
	await test.step('custom reactions are shown under fake names and sent under their own', async () => {
		const secrets = [':my-company-party:', 'mxc://my-company/party', 'my-company'];
		await page.route(/\/v1\/chats(\/|\?|$)/, async (route) => {
			if (route.request().method() !== 'GET') return route.fallback();
			const response = await route.fetch();
			const json: unknown = await response.json();
			return route.fulfill({ response, json: withOwnReactions(json, secrets.slice(0, 2)) });
		});
		await openChat(page, api, chat);
		await privacySwitch(page).click();
		const writes = await recordWrites(page);
		await page.getByRole('button', { name: 'React' }).first().click();
		const picker = page.getByRole('group', { name: 'Choose a reaction' });
		await picker
			.getByRole('button', { name: /^:[a-z]+-[a-z]+:$/ })
			.first()
			.click();
		await expect.poll(() => writes.map(({ body }) => body)).toEqual([{ reactionKey: secrets[0] }]);
		await expect(page.getByRole('button', { name: /^:[a-z]+-[a-z]+: 1, You$/ })).toBeVisible();
		await expect(toasts(page).getByText(/^Reacted :[a-z]+-[a-z]+:/)).toBeVisible();
		expect(await markupShowing(page, secrets)).toEqual([]);

		await page.getByRole('link', { name: 'Activity' }).click();
		await expect(page.getByRole('row', { name: /Reacted :[a-z]+-[a-z]+:/ })).toBeVisible();
		expect(await markupShowing(page, secrets)).toEqual([]);

		await page.getByRole('link', { name: 'Capabilities' }).click();
		await expect(page.getByRole('table', { name: 'Capabilities' })).toBeVisible();
		await expect(page.getByRole('progressbar')).toBeHidden();
		expect(await markupShowing(page, secrets)).toEqual([]);
	});
	await test.step('it can still be archived', async () => {
		const secrets = await readSecrets(api);
		await privacySwitch(page).click();
		await follow(page, `/chats/${encodeURIComponent(chat.id)}?panel=developer`);
		await expect(page.getByText('Raw JSON', { exact: true })).toBeVisible();
		await privacySwitch(page).click();
		await expect(
			page.getByRole('heading', { level: 1, name: chat.title, exact: true })
		).toBeHidden();
		await expect(page.getByText('Raw JSON', { exact: true })).toBeHidden();
		// The title that Kit keeps for screen readers follows a moment later.
		await expect.poll(() => shown(page, secrets)).toEqual([]);
		for (const name of ['Developer', 'Details', 'Edit']) {
			await page.getByRole('tab', { name }).click();
			expect(await shown(page, secrets), name).toEqual([]);
		}

		await expect(page.getByLabel('Title', { exact: true })).toBeDisabled();
		await page.getByRole('switch', { name: 'Archived' }).click();
		await expect.poll(async () => (await readListedChat(api, chat.id)).isArchived).toBe(true);
		expect(await shown(page, secrets)).toEqual([]);

		await page.getByRole('link', { name: 'Activity' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible();
		await page.getByRole('button', { name: /^Details: Archived/ }).click();
		await expect(page.getByRole('list', { name: 'Requests' })).toContainText(
			/not archived\s*→\s*to\s*archived/
		);
		expect(await shown(page, secrets)).toEqual([]);
	});
});

/** The secrets that occur anywhere in the page's markup, `title` attributes included. */
async function markupShowing(page: Page, secrets: readonly string[]): Promise<string[]> {
	const markup = await page.content();
	return secrets.filter((secret) => markup.includes(secret));
}

/** A response of the API in which every chat allows certain reactions. */
function withOwnReactions(json: unknown, allowedReactions: readonly string[]): unknown {
	if (typeof json !== 'object' || json === null) return json;
	if ('items' in json && Array.isArray(json.items))
		return { ...json, items: json.items.map((item) => withOwnReactions(item, allowedReactions)) };
	if (!('capabilities' in json) || typeof json.capabilities !== 'object') return json;
	return { ...json, capabilities: { ...json.capabilities, reaction: 2, allowedReactions } };
}
