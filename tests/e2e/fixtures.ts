import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { startDashboard, startRelayedDashboard, startSampleApi, type Running } from './servers';

export { expect };

/** The sample's token with every scope. */
export const TOKEN = 'sample-token';
export const READ_ONLY_TOKEN = 'sample-read-only';

/** The address of the inbox. */
export const INBOX_PATH = '/chats?archived=no&low-priority=no';
/** The address of the connect page from which one gets to the inbox. */
export const CONNECT_PATH = `/connect?to=${encodeURIComponent(INBOX_PATH)}`;

interface WorkerFixtures {
	/** Arguments of the dashboard's program. */
	dashboardArgs: readonly string[];
	dashboard: Running;
	/** A sample API that all tests of a worker share: it must neither be stopped nor written to. */
	api: Running;
}

interface TestFixtures {
	/**
	 * Starts a sample API for one test, stopped at its end at the latest: that of the workers, but for
	 * what the arguments change.
	 */
	startApi: Start;
	/** Starts a dashboard for one test, stopped at its end. */
	startDashboard: Start;
	/** As `startDashboard`, with a relay to an API, but in this process, which takes a second less. */
	startRelayedDashboard: (api: Running) => Promise<Running>;
}

type Start<Args extends readonly unknown[] = readonly string[]> = (
	...args: Args
) => Promise<Running>;

/** Lets a test start servers, which are stopped at its end. */
async function useServers<Args extends readonly unknown[]>(
	start: Start<Args>,
	use: (start: Start<Args>) => Promise<void>
) {
	const running: Running[] = [];
	await use(async (...args) => {
		const server = await start(...args);
		running.push(server);
		return server;
	});
	await Promise.all(running.map((server) => server.stop()));
}

/** Arguments of the sample API's program: 100 chats of every network, in two pages. */
const API_ARGS = ['--seed', '3', '--chats', '100', '--page-size', '50'];

// Playwright demands a pattern, even where a fixture needs nothing.
export const test = base.extend<TestFixtures, WorkerFixtures>({
	dashboardArgs: [[], { option: true, scope: 'worker' }],
	dashboard: [
		async ({ dashboardArgs }, use) => {
			const running = await startDashboard(...dashboardArgs);
			await use(running);
			await running.stop();
		},
		{ scope: 'worker' }
	],
	api: [
		async ({}, use) => {
			const running = await startSampleApi(...API_ARGS);
			await use(running);
			await running.stop();
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ dashboard }, use) => use(dashboard.address),
	startApi: async ({}, use) => useServers((...args) => startSampleApi(...API_ARGS, ...args), use),
	startDashboard: async ({}, use) => useServers(startDashboard, use),
	startRelayedDashboard: async ({}, use) => useServers(startRelayedDashboard, use)
});

/** Fills in the login form and submits it. */
export async function submitLogin(page: Page, address: string, token = TOKEN) {
	await page.getByLabel('API address').fill(address);
	await page.getByLabel('Access token').fill(token);
	await page.getByRole('button', { name: 'Connect' }).click();
}

/**
 * Opens a page with a stored login, as after connecting in this tab. Tests of the form itself use
 * `submitLogin`.
 *
 * @param path - the page to open; the inbox by default
 */
export async function connect(page: Page, { address }: Running, path = INBOX_PATH, token = TOKEN) {
	await storeLogin(page, { address, token });
	await page.goto(path);
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** Stores a login in this tab. @param origin - that of the dashboard, if it isn’t the worker’s */
export async function storeLogin(
	page: Page,
	{ address, token = TOKEN }: { address: string; token?: string },
	origin = ''
) {
	// Any file of the origin gives access to its storage.
	await page.goto(`${origin}/manifest.webmanifest`);
	await page.evaluate(
		(login) => sessionStorage.setItem('beeper-dashboard.connection', login),
		JSON.stringify({ kind: 'live', address, token })
	);
}

/** Opens a page with the sample data. @param path - the page to open; the inbox by default */
export async function exploreSample(page: Page, path = INBOX_PATH) {
	await page.goto(path);
	await page.getByRole('button', { name: 'Explore sample data' }).click();
	await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** Clicks a link to an address, which the page itself need not have. */
export async function clickLink(page: Page, address: string) {
	await page.evaluate((href) => {
		const link = document.createElement('a');
		link.href = href;
		document.body.append(link);
		link.click();
		link.remove();
	}, address);
}

/**
 * Goes to another address as a link of the page does: without starting the page again, which takes
 * a second.
 */
export async function follow(page: Page, path: string) {
	const address = new URL(path, page.url()).href;
	await clickLink(page, address);
	await expect(page).toHaveURL(address);
}

export function grid(page: Page): Locator {
	return page.getByRole('grid', { name: 'Chats' });
}

/** The rendered rows, without the header. */
export function rows(page: Page): Locator {
	return grid(page).getByRole('row', { name: /, (direct|group) chat/ });
}

/** The name of a row without the time since its last activity, which goes on while a test runs. */
export async function getRowName(row: Locator): Promise<string> {
	return withoutAge((await row.getAttribute('aria-label')) ?? '');
}

export function withoutAge(name: string): string {
	return name.replace(/, last activity .*/, '');
}

/** Opens the choices of layout, order, groups and columns. */
export async function openDisplay(page: Page) {
	await page.locator('summary', { hasText: 'Display' }).click();
}

/** Expects an element to end above where another one begins, once the page is laid out. */
export async function expectAbove(upper: Locator, lower: Locator) {
	await expect
		.poll(async () => {
			const [above, below] = [await upper.boundingBox(), await lower.boundingBox()];
			return above && below && above.y + above.height < below.y;
		})
		.toBe(true);
}

/** The row that has the focus. */
export function rowWithFocus(page: Page): Locator {
	return grid(page).locator('[role="row"]:focus');
}

/** The line that filters by text. */
export function filterLine(page: Page): Locator {
	return page.getByRole('combobox', { name: 'Filter', exact: true });
}

/** Opens the dialog of the columns. */
export async function openColumns(page: Page) {
	await openDisplay(page);
	await page.getByRole('button', { name: 'Columns' }).click();
	await expect(page.getByRole('dialog', { name: 'Columns' })).toBeVisible();
}

/** The status line `412 of 1,000 chats`. */
export function countLine(page: Page): Locator {
	return page.getByRole('status').filter({ hasText: /^\s*[\d,]+ of [\d,]+ chats( so far)?\s*$/ });
}

/** Waits until the list has confirmed all chats. @param total - as the page formats it */
export async function allLoaded(page: Page, total = '100') {
	await expect(countLine(page)).toHaveText(new RegExp(`of ${total} chats\\s*$`));
	await expect(page.getByRole('progressbar', { name: 'Loading chats' })).toBeHidden();
}

/** The number of matching chats that the page shows. */
export async function matching(page: Page): Promise<number> {
	const [number = ''] = (await countLine(page).innerText()).trim().split(' ');
	return Number(number.replace(',', ''));
}

/** The fields of a chat that tests look at. */
export interface ListedChat {
	id: string;
	localChatID: string | null;
	accountID: string;
	title: string;
	/** Absent on older servers. */
	network?: string;
	type: string;
	unreadCount: number;
	isArchived: boolean;
	isMuted: boolean;
	isPinned: boolean;
	isMarkedUnread: boolean;
	isReadOnly?: boolean;
	/** Absent for iMessage. */
	isLowPriority?: boolean;
	draft: { text: string; attachments?: Record<string, object> } | null;
	reminder: { remindAt: string; dismissOnIncomingMessage: boolean } | null;
	messageExpirySeconds?: number | null;
	capabilities?: { allowedReactions?: string[] };
}

interface ListedPage {
	items: ListedChat[];
	hasMore: boolean;
	oldestCursor: string | null;
}

/** Every chat of an API, requested without the dashboard. */
export async function readListedChats({ address }: Running): Promise<ListedChat[]> {
	const chats: ListedChat[] = [];
	let query = '';
	for (;;) {
		const headers = { Authorization: `Bearer ${TOKEN}` };
		const response = await fetch(`${address}/v1/chats${query}`, { headers });
		const page: ListedPage = await response.json();
		chats.push(...page.items);
		if (!page.hasMore) return chats;
		query = `?${new URLSearchParams({ cursor: page.oldestCursor ?? '' })}`;
	}
}

/** The current state of a chat, requested without the dashboard. */
export async function readListedChat({ address }: Running, id: string): Promise<ListedChat> {
	const headers = { Authorization: `Bearer ${TOKEN}` };
	const response = await fetch(`${address}/v1/chats/${encodeURIComponent(id)}`, { headers });
	return response.json();
}

/** Changes something at the API, as another device would. */
export async function changeElsewhere(
	{ address }: Running,
	method: 'PATCH' | 'POST',
	path: string,
	body: unknown
) {
	const response = await fetch(`${address}${path}`, {
		method,
		headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
		body: JSON.stringify(body)
	});
	expect(response.status).toBeLessThan(300);
}

/** Starts a chat at the API, as another device would. */
export function startChatElsewhere(api: Running, accountID: string | undefined, userID: string) {
	const body = { accountID, participantIDs: [userID], type: 'single', messageText: 'Hello' };
	return changeElsewhere(api, 'POST', '/v1/chats', body);
}

/** The first chat that fits. @throws Error when the sample has none */
export async function findChat(
	api: Running,
	fits: (chat: ListedChat) => boolean
): Promise<ListedChat> {
	const chat = (await readListedChats(api)).find((each) => each.title && fits(each));
	if (!chat) throw new Error(`The sample has no chat for which ${fits}`);
	return chat;
}

/** A WhatsApp group without any flag. */
export function plainChat(api: Running): Promise<ListedChat> {
	return findChat(
		api,
		({ network, type, ...chat }) =>
			network === 'WhatsApp' &&
			type === 'group' &&
			chat.unreadCount === 0 &&
			!(chat.isArchived || chat.isMuted || chat.isPinned || chat.isLowPriority) &&
			!(chat.isMarkedUnread || chat.isReadOnly || chat.draft || chat.reminder) &&
			chat.capabilities !== undefined
	);
}

/** Connects and opens the page of a chat. @param panel - its side panel; by default Details */
export async function openChat(
	page: Page,
	api: Running,
	{ id, title }: ListedChat,
	panel?: 'edit' | 'developer'
) {
	const query = panel ? `?panel=${panel}` : '';
	await connect(page, api, `/chats/${encodeURIComponent(id)}${query}`);
	await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
	await chatRead(page);
}

/** Connects and opens the page of the plain chat. @param panel - as for {@link openChat} */
export async function openPlainChat(
	page: Page,
	api: Running,
	panel?: 'edit' | 'developer'
): Promise<ListedChat> {
	const chat = await plainChat(api);
	await openChat(page, api, chat, panel);
	return chat;
}

/** Waits until the open chat was read. */
export async function chatRead(page: Page) {
	await expect(page.locator('article[aria-busy="false"]')).toBeVisible();
}

/** Makes the page believe that its tab is in the background, or in view again. */
export async function setHidden(page: Page, isHidden: boolean) {
	await page.evaluate((value) => {
		Object.defineProperty(document, 'hidden', { value, configurable: true });
		document.dispatchEvent(new Event('visibilitychange'));
	}, isHidden);
}

/** Tells the page that its computer is back on the network, so that it asks Beeper at once. */
export async function goOnline(page: Page) {
	await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

/** The region of the toasts. */
export function toasts(page: Page): Locator {
	return page.getByRole('region', { name: 'Notifications' });
}

/** Presses Tab until the target has the focus. */
export async function tabTo(page: Page, target: Locator) {
	for (let stops = 0; stops < 100; stops++) {
		await page.keyboard.press('Tab');
		if (await target.evaluate((node) => node === document.activeElement)) return;
	}
	throw new Error(`Tab never comes to ${target}`);
}
