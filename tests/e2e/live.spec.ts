import {
	changeElsewhere,
	expect,
	follow,
	getRowName,
	goOnline,
	grid,
	matching,
	readListedChats,
	rows,
	rowWithFocus,
	setHidden,
	startChatElsewhere,
	test
} from './fixtures';
import { openView } from './many';

const updated = /^Updated \d+ (s|min) ago/;

test('what changes elsewhere is shown, moves nothing one works with, and waits for a server that is away', async ({
	page,
	startApi
}) => {
	const api = await startApi();
	await openView(page, api, '/chats');
	await test.step('a change comes by itself', async () => {
		await expect(page.getByText(updated)).toBeVisible();
		for (let step = 0; step < 5; step++) await page.keyboard.press('j');
		const row = rowWithFocus(page);
		const name = await getRowName(row);
		const before = await row.boundingBox();
		const [first] = await readListedChats(api);
		await changeElsewhere(api, 'PATCH', `/v1/chats/${encodeURIComponent(first?.id ?? '')}`, {
			isMuted: !first?.isMuted
		});
		await startChatElsewhere(api, first?.accountID, '@somebody:beeper.local');
		await expect(grid(page)).toHaveAttribute('aria-rowcount', '102');
		expect(await getRowName(row)).toBe(name);
		expect(await row.boundingBox()).toEqual(before);
		const changed = grid(page)
			.getByRole('row')
			.filter({ has: page.locator(`a[href="/chats/${encodeURIComponent(first?.id ?? '')}"]`) });
		await expect(changed).toHaveAttribute('aria-label', first?.isMuted ? /^(?!.*muted)/ : /muted/);
	});
	await test.step('a change comes when asked for', async () => {
		const chats = await readListedChats(api);
		await follow(page, '/chats?muted=yes');
		await expect(page.getByText(updated)).toBeVisible();
		const muted = await matching(page);
		const quiet = chats.findLast(({ isMuted, isReadOnly }) => !isMuted && !isReadOnly);
		await changeElsewhere(api, 'PATCH', `/v1/chats/${encodeURIComponent(quiet?.id ?? '')}`, {
			isMuted: true
		});
		await page.getByRole('button', { name: 'Refresh' }).click();
		await expect.poll(() => matching(page)).toBe(muted + 1);
		await expect(page.getByText(updated)).toBeVisible();
	});
	await test.step('a server that goes away is said, what is shown stays, and it goes on when it is back', async () => {
		const before = await getRowName(rows(page).first());
		await api.stop();
		await goOnline(page);
		const banner = page.getByRole('status').filter({ hasText: 'Beeper isn’t responding' });
		await expect(banner).toBeVisible();
		await expect(banner).toContainText(/Showing chats from \d+ (s|min) ago/);
		expect(await getRowName(rows(page).first())).toBe(before);

		await startApi('--port', new URL(api.address).port);
		await page.getByRole('button', { name: 'Try now' }).click();
		await expect(banner).toBeHidden();
	});
});

test('a hidden tab sends no requests, and catches up once it is visible', async ({
	page,
	startApi
}) => {
	await page.clock.install();
	const api = await startApi();
	await openView(page, api, '/chats');
	await expect(page.getByText(updated)).toBeVisible();
	await setHidden(page, true);
	await page.clock.runFor(30_000);
	let asked = 0;
	page.on('request', (request) => {
		if (request.url().includes('/v1/chats')) asked += 1;
	});
	await page.clock.runFor(300_000);
	expect(asked).toBe(0);
	await setHidden(page, false);
	await expect.poll(() => asked).toBeGreaterThan(0);
});
