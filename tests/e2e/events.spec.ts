import type { Page, WebSocketRoute } from '@playwright/test';
import {
	allLoaded,
	chatRead,
	changeElsewhere,
	expect,
	findChat,
	plainChat,
	rows,
	storeLogin,
	test as base,
	TOKEN,
	type ListedChat
} from './fixtures';
import type { Running } from './servers';

/** Opens a page that is connected to an API through the relay of a dashboard of its own. */
type OpenRelayed = (api: Running) => Promise<void>;

const test = base.extend<{ openRelayed: OpenRelayed }>({
	openRelayed: async ({ page, startRelayedDashboard }, use) => {
		await use(async (api) => {
			const { address } = await startRelayedDashboard(api);
			await storeLogin(page, { address: `${address}/beeper` }, address);
			await page.goto(`${address}/chats`);
			await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
			await allLoaded(page);
		});
	}
});

function word(page: Page, text: 'Live' | 'Polling') {
	return page.getByText(text, { exact: true });
}

function getChatRow(page: Page, { id }: ListedChat) {
	return rows(page).filter({ has: page.locator(`a[href="/chats/${encodeURIComponent(id)}"]`) });
}

function send(api: Running, { id }: ListedChat, text: string) {
	return changeElsewhere(api, 'POST', `/v1/chats/${encodeURIComponent(id)}/messages`, { text });
}

/** A chat to which messages can be sent. */
function writableChat(api: Running): Promise<ListedChat> {
	return findChat(api, ({ network, isReadOnly }) => network === 'WhatsApp' && !isReadOnly);
}

test('through the relay changes and messages are shown by themselves, and what was missed once Beeper is back', async ({
	page,
	startApi,
	openRelayed
}) => {
	const api = await startApi('--latency', '20');
	const sockets: string[] = [];
	page.on('websocket', (socket) => sockets.push(socket.url()));
	await openRelayed(api);
	await expect(word(page, 'Live')).toBeVisible();
	expect(sockets).toEqual([expect.not.stringContaining(TOKEN)]);
	const search = page.getByRole('searchbox', { name: 'Search chats' });

	await test.step('a change elsewhere is shown long before the next poll', async () => {
		const chat = await plainChat(api);
		await search.fill(chat.title);
		await expect(getChatRow(page, chat)).not.toHaveAttribute('aria-label', /muted/);
		const path = `/v1/chats/${encodeURIComponent(chat.id)}`;
		await changeElsewhere(api, 'PATCH', path, { isMuted: true });
		await expect(getChatRow(page, chat)).toHaveAttribute('aria-label', /muted/);
		await changeElsewhere(api, 'PATCH', path, { isMuted: false });
		await expect(getChatRow(page, chat)).not.toHaveAttribute('aria-label', /muted/);
	});

	await test.step('messages of an open chat appear, and their chat comes first in the list', async () => {
		const chat = await writableChat(api);
		await search.fill(chat.title);
		await getChatRow(page, chat).getByRole('link').first().click();
		await expect(
			page.getByRole('heading', { level: 1, name: chat.title, exact: true })
		).toBeVisible();
		await chatRead(page);
		await send(api, chat, 'First words from elsewhere');
		await expect(page.getByText('First words from elsewhere').first()).toBeVisible();
		await send(api, chat, 'And some more');
		await expect(page.getByText('And some more').first()).toBeVisible();
		await page.goBack();
		await search.fill('');
		await expect(rows(page).first()).toContainText('And some more');
	});

	await test.step('when Beeper comes back, what was missed is read, and events go on', async () => {
		await api.stop();
		await expect(word(page, 'Live')).toBeHidden();
		const again = await startApi('--port', new URL(api.address).port);
		const chat = await writableChat(again);
		await send(again, chat, 'Said while the page was not connected');
		await expect(word(page, 'Live')).toBeVisible({ timeout: 60_000 });
		await expect(getChatRow(page, chat)).toContainText('Said while the page was not connected');
		await send(again, chat, 'Said afterwards');
		await expect(getChatRow(page, chat)).toContainText('Said afterwards');
	});
});

/** Messages that are none, or none of a server that means well. */
const ODD_MESSAGES = [
	'',
	'{',
	'null',
	'[]',
	'"chat.upserted"',
	'{"type":"chat.upserted"}',
	'{"type":"chat.upserted","chatID":null,"seq":"1"}',
	'{"type":"chat.upserted","chatID":"../../v1/info","seq":-1}',
	'{"type":"chat.deleted","chatID":"__proto__","seq":1e308}',
	'{"type":"something.new","chatID":"a","seq":2}',
	`{"type":"chat.upserted","chatID":"${'a'.repeat(100_000)}","seq":3}`,
	JSON.stringify({
		...{ type: 'chat.upserted', chatID: 'x', seq: 4 },
		entries: [{ id: 'x', title: '<img src=x onerror=alert(1)>' }]
	}),
	JSON.stringify({
		...{ type: 'message.upserted', chatID: 'x', seq: 5 },
		entries: 'y'.repeat(5_000_000)
	}),
	'['.repeat(100_000)
];

test('what a missing event was about is read all the same, and nothing a socket says breaks anything', async ({
	page,
	startApi,
	openRelayed
}) => {
	const api = await startApi();
	const problems: string[] = [];
	page.on('pageerror', ({ message }) => problems.push(message));
	let socket: WebSocketRoute | undefined;
	let isDropping = false;
	let delivered = '';
	await page.routeWebSocket(/\/beeper\/v1\/ws$/, (opened) => {
		socket = opened;
		const server = opened.connectToServer();
		server.onMessage((message) => {
			if (isDropping) return;
			opened.send(message);
			delivered += message;
		});
	});
	await openRelayed(api);
	await expect(word(page, 'Live')).toBeVisible();
	const [quiet, chat] = [await plainChat(api), await writableChat(api)];
	await test.step('an event is missing', async () => {
		const path = `/v1/chats/${encodeURIComponent(quiet.id)}`;
		await changeElsewhere(api, 'PATCH', path, { isMuted: true });
		// The first number that the page gets to know.
		await expect.poll(() => delivered).toContain(quiet.id);
		isDropping = true;
		await send(api, chat, 'Nobody was told of this');
		await changeElsewhere(api, 'PATCH', path, { isMuted: false });
		isDropping = false;
		await changeElsewhere(api, 'PATCH', path, { isMuted: true });
		await expect(getChatRow(page, chat)).toContainText('Nobody was told of this', {
			timeout: 20_000
		});
	});

	await test.step('the socket says odd things, and then of a real change', async () => {
		for (const text of ODD_MESSAGES) socket?.send(text);
		socket?.send(Buffer.from([0, 159, 146, 150]));
		await send(api, chat, 'Still here');
		await expect(getChatRow(page, chat)).toContainText('Still here', { timeout: 20_000 });
		await expect(page.getByText('onerror')).toBeHidden();
		await expect(rows(page).filter({ hasText: 'onerror' })).toHaveCount(0);
		await allLoaded(page);
		expect(problems).toEqual([]);
	});
});

test('a Beeper without events is polled, and nothing is said of it', async ({
	page,
	startApi,
	openRelayed
}) => {
	await openRelayed(await startApi('--version', '4.1.294'));
	await expect(word(page, 'Polling')).toBeVisible();
	await expect(page.getByRole('alert')).toBeHidden();
	await expect(page.getByRole('button', { name: 'Try now' })).toBeHidden();
});
