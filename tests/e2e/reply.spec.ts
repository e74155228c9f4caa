import { connect, expect, findChat, openPlainChat, test } from './fixtures';
import { listBodies, recordWrites } from './writes';

test('a reply is written, sent once by key, pending, and in the conversation', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openPlainChat(page, api);
	const writes = await recordWrites(page);
	const field = page.getByRole('textbox', { name: 'Message' });
	const conversation = page.getByRole('region', { name: 'Conversation' });

	await field.fill('Der Zug kommt um 7');
	await page.reload();
	await expect(field).toHaveValue('Der Zug kommt um 7');
	await field.press('Enter');
	expect(writes).toEqual([]);
	await field.fill('Der Zug kommt um 7');
	// There before its first message, which is announced only then.
	await expect(page.getByRole('list', { name: 'Messages being sent' })).toBeAttached();
	await field.press('Control+Enter');
	await field.press('Control+Enter');
	await expect(field).toHaveValue('');
	await expect(field).toBeFocused();
	const sent = conversation.getByText('Der Zug kommt um 7', { exact: true });
	await expect(sent).toHaveCount(1);
	await expect(sent).toBeInViewport();
	await expect(conversation.getByText('Sending…')).toHaveCount(0);
	expect(listBodies(writes)).toEqual([{ text: 'Der Zug kommt um 7' }]);
});

test('messages are searched from the list, and a hit is shown beside the list', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await connect(page, api, '/chats?q=meeting');
	await page.getByRole('link', { name: 'Search in messages for “meeting”' }).click();
	await expect(page).toHaveURL(/in=messages/);
	const hit = page.getByRole('list', { name: 'Messages found' }).getByRole('link').first();
	await expect(hit.locator('mark').first()).toHaveText(/meeting/i);
	await hit.click();
	await expect(page).toHaveURL(/peek=.*&message=/);
	await expect(page.getByRole('complementary', { name: 'Peek' })).toBeVisible();
	await expect(page.locator('li:focus')).toContainText(/meeting/i);

	// A group that only Beeper finds, as lists name 20 of its people.
	const group = await findChat(api, ({ type }) => type === 'group');
	let asked = 0;
	await page.route('**/v1/search?query=zebulon', (route) => {
		asked++;
		return route.fulfill({ json: { results: { chats: [], in_groups: [group] } } });
	});
	await page.getByRole('searchbox', { name: 'Search chats' }).fill('');
	await page.getByRole('searchbox', { name: 'Search chats' }).pressSequentially('zebulon');
	const found = page.getByRole('list', { name: 'Chats found' }).getByRole('link');
	await expect(found).toHaveCount(1);
	expect(asked).toBe(1);
	await found.click();
	const peek = page.getByRole('complementary', { name: 'Peek' });
	await expect(peek.getByRole('heading', { name: group.title }).first()).toBeVisible();
});
