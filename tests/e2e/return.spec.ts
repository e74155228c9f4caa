import { allLoaded, connect, expect, submitLogin, test } from './fixtures';

const WANTED = [
	['filters, foreign keys and a fragment', '/chats?archived=yes&foo=bar#x'],
	['a row of the capabilities', '/capabilities?rows=differ#edit'],
	[
		'a chat with an odd ID',
		`/chats/${encodeURIComponent('!team/a?x=1&y=%2F#general:beeper.local')}`
	]
] as const;

for (const [what, path] of WANTED) {
	test(`a page asked for before connecting comes back as it was: ${what}`, async ({
		page,
		api
	}) => {
		await page.goto(path);
		await expect(page).toHaveURL(/\/connect\?to=/);
		await submitLogin(page, api.address);
		await expect(page).toHaveURL(path);
		await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
	});
}

for (const to of [
	'//evil.example',
	'https://evil.example/',
	'/\\evil.example',
	'\\\\evil.example',
	'/\t/evil.example',
	'javascript:alert(1)',
	'http://localhost:1/'
]) {
	test(`nobody is led astray by ${JSON.stringify(to)}`, async ({ page, api }) => {
		await page.goto(`/connect?${new URLSearchParams({ to })}`);
		await submitLogin(page, api.address);
		await expect(page).toHaveURL('/chats?archived=no&low-priority=no');
	});
}

test('whoever is connected does not see the connect page again', async ({ page, api }) => {
	await connect(page, api);
	await allLoaded(page);
	await page.goto('/connect?to=%2Fcapabilities%3Frows%3Ddiffer');
	await expect(page).toHaveURL('/capabilities?rows=differ');
});
