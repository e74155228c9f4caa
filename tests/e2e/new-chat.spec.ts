import type { Page } from '@playwright/test';
import { allLoaded, connect, expect, findChat, follow, readListedChat, test } from './fixtures';
import { runCommand } from './palette';
import type { Running } from './servers';
import { formatWrites, interceptWrites, recordWrites } from './writes';

async function openForm(page: Page, api: Running) {
	await connect(page, api, '/chats');
	await allLoaded(page);
	await page.getByRole('link', { name: 'New chat' }).click();
	await chooseWhatsApp(page);
}

async function chooseWhatsApp(page: Page) {
	const account = page.getByLabel('Account');
	const whatsapp = account.getByRole('option').filter({ hasText: 'WhatsApp' }).first();
	await account.selectOption(await whatsapp.getAttribute('value'));
	await expect(page.getByRole('group', { name: 'People' })).toBeVisible();
}

function people(page: Page) {
	return page.getByRole('group', { name: 'People' });
}

/** The chat ID in the address. */
function chatIDIn(page: Page): string {
	return decodeURIComponent(new URL(page.url()).pathname.replace('/chats/', ''));
}

test('a person is found by name or as a participant, and one press starts one chat', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openForm(page, api);
	const writes = await recordWrites(page);
	await test.step('on a phone every account can be told from the others, and none is too wide', async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		const account = page.getByLabel('Account');
		await expect(account.getByRole('option', { name: /WhatsApp/ })).toHaveCount(2);
		const labels = await account.getByRole('option').allInnerTexts();
		expect(new Set(labels).size).toBe(labels.length);
		const over = await page
			.getByRole('main')
			.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
		expect(over).toBe(0);
		await page.setViewportSize({ width: 1280, height: 720 });
	});

	await test.step('a person is found by name', async () => {
		await page.getByRole('button', { name: 'Start chat' }).click();
		await expect(page.getByText('Choose a person first.')).toBeVisible();
		await page.getByLabel('Find people').fill('grace');
		await expect(people(page).getByRole('radio', { name: /Grace/ })).not.toHaveCount(0);
		await expect(people(page).getByRole('radio', { name: /^(?!.*Grace)/ })).toHaveCount(0);
		const person = people(page)
			.locator('label')
			.filter({ has: page.locator('input:enabled') });
		await person.first().click();
		const [name = ''] = (await person.first().innerText()).split('\n');
		await page.getByRole('button', { name: 'Start chat' }).dblclick();
		await expect(page).toHaveURL(/\/chats\/(?!new$)/);
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		expect(formatWrites(writes.splice(0))).toEqual(['POST /v1/chats/start']);
		expect((await readListedChat(api, chatIDIn(page))).type).toBe('single');
	});

	await test.step('or as a participant of a group', async () => {
		const group = await findChat(
			api,
			({ network, type, isReadOnly }) => network === 'WhatsApp' && type === 'group' && !isReadOnly
		);
		await follow(page, `/chats/${encodeURIComponent(group.id)}`);
		await expect(page.getByRole('heading', { level: 1, name: group.title })).toBeVisible();
		const button = page.getByRole('button', { name: /^Start a chat with/ }).first();
		const other =
			(await button.getAttribute('aria-label'))?.replace('Start a chat with ', '') ?? '';
		await button.dblclick();
		await expect(page.getByRole('heading', { level: 1, name: other, exact: true })).toBeVisible();
		expect(formatWrites(writes)).toEqual(['POST /v1/chats/start']);
	});
});

test('a group is made of several; where no answer comes it is not made again by itself', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openForm(page, api);
	const writes = await recordWrites(page);
	await page.getByRole('radio', { name: 'Group' }).check();
	const boxes = people(page).locator('input:enabled');
	for (const place of [0, 1]) await boxes.nth(place).check();
	await expect(page.getByRole('list', { name: 'Chosen people' }).getByRole('listitem')).toHaveCount(
		2
	);
	await page.getByLabel('Group title (optional)').fill('Walks');
	await page.getByLabel('First message (optional)').fill('Who comes along?');
	await page.getByRole('button', { name: 'Create chat' }).dblclick();
	await expect(page.getByRole('heading', { level: 1, name: 'Walks' })).toBeVisible();
	await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Who comes along?');
	expect(writes.splice(0)).toMatchObject([
		{
			method: 'POST',
			path: '/v1/chats',
			body: { type: 'group', title: 'Walks', messageText: 'Who comes along?' }
		}
	]);

	await runCommand(page, 'New chat');
	await chooseWhatsApp(page);
	await interceptWrites(page, 'lost');
	await people(page).locator('input:enabled').first().check();
	await page.getByRole('button', { name: 'Start chat' }).click();
	await expect(page.getByRole('alert')).toContainText('Couldn’t confirm starting the chat');
	await expect(page.getByRole('alert')).toContainText('before trying again');
	await expect(page).toHaveURL('/chats/new');
	expect(writes).toHaveLength(1);
});
