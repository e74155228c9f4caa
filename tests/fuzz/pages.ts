import { serve } from '@hono/node-server';
import type { Browser, Page } from '@playwright/test';
import { combineSeeds, hashText, Random } from '$lib/format/random';
import { SAMPLE_TOKEN } from '$lib/sample/create-server';
import { makeSampleServer } from '../fixtures/sample';
import { clickLink } from '../e2e/fixtures';
import type { Running } from '../e2e/servers';
import { mutateJSON } from './mutate-json';

/** Answers that a page needs to show anything else: most are left as they are. */
const FOUNDATIONS = /\/v1\/(info|accounts|labels)$|\/oauth\//;

/** Changes of one answer at most. */
const CHANGES = 30;

/**
 * A server whose addresses have a seed for a path, as in `http://localhost:1234/7`: the sample API,
 * with every answer mutated in its own way.
 */
export async function startMutatedApi(): Promise<Running> {
	const { server } = makeSampleServer({
		...{ chats: 30, now: Date.now },
		behaviour: { merged: 'a', labels: true, oddNames: true }
	});

	async function fetch(request: Request): Promise<Response> {
		const url = new URL(request.url);
		const [, seed = '', path = '/'] = /^\/(\d+)(\/.*)$/.exec(url.pathname) ?? [];
		const response = await server.fetch(
			new Request(new URL(path + url.search, url.origin), request)
		);
		const text = await response.text();
		const random = new Random(combineSeeds(Number(seed), hashText(path + url.search)));
		const isKept = FOUNDATIONS.test(path) ? random.chance(0.7) : random.chance(0.1);
		if (isKept || (!text.startsWith('{') && !text.startsWith('['))) {
			return new Response(text || null, response);
		}
		return new Response(mutateJSON(JSON.parse(text), random, CHANGES), response);
	}

	return new Promise((resolve) => {
		const running = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
			resolve({
				address: `http://localhost:${port}`,
				stop: () =>
					new Promise((stopped) => {
						running.close(() => stopped());
						if ('closeAllConnections' in running) running.closeAllConnections();
					})
			})
		);
	});
}

const LISTS = [
	'/chats',
	'/chats?layout=cards&group=network',
	'/chats?group=day&sort=-title',
	'/chats?sort=unread&group=account'
] as const;
const TABLES = [
	'/capabilities',
	'/capabilities?by=account&share=yes',
	'/capabilities?by=variant&rows=differ',
	'/capabilities?by=type&reference=yes',
	'/capabilities?by=chat'
] as const;

export interface PagesOptions {
	browser: Browser;
	dashboard: Running;
	api: Running;
	/** Seeds of the worlds. */
	seeds: Iterable<number>;
	/** Called with one line for each fault. */
	onfault: (fault: string) => void;
}

/** Shows worlds of mutated answers in the built pages, one after the other. */
export async function tryPages({
	browser,
	dashboard,
	api,
	seeds,
	onfault
}: PagesOptions): Promise<void> {
	const page = await browser.newPage({ baseURL: dashboard.address, serviceWorkers: 'block' });
	const own = [dashboard.address, api.address].map((address) => new URL(address).origin);
	const asking = new Set<unknown>();
	let where = '';

	function note(fault: string) {
		onfault(`${where}: ${fault.slice(0, 800)}`);
	}
	page.on('pageerror', (error) => note(error.stack ?? error.message));
	page.on('console', (message) => {
		// The browser writes a line for each response that is an error.
		const isBug = message.type() === 'error' && !/Failed to load resource/.test(message.text());
		if (isBug) note(`console: ${message.text()}`);
	});
	page.on('dialog', async (dialog) => {
		note(`a dialog: ${dialog.message()}`);
		await dialog.dismiss();
	});
	page.on('popup', (popup) => note(`a window: ${popup.url()}`));
	page.on('request', (request) => {
		asking.add(request);
		const { protocol, origin } = new URL(request.url());
		if (protocol.startsWith('http') && !own.includes(origin)) note(`a request to ${origin}`);
	});
	page.on('requestfinished', (request) => asking.delete(request));
	page.on('requestfailed', (request) => asking.delete(request));

	/** Waits until nothing is asked and the page has rested. */
	async function settle() {
		const end = Date.now() + 5_000;
		do {
			await page.evaluate(
				() => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 500 }))
			);
		} while (asking.size > 0 && Date.now() < end);
	}

	async function follow(path: string) {
		await clickLink(page, path);
		await settle();
	}

	/** Does what reads messages, files and search hits, and sends one message. */
	async function useChat(chatID: string) {
		await follow(`/chats?peek=${chatID}`);
		await follow('/chats?q=a&in=messages');
		await follow(`/chats/${chatID}`);
		for (const name of [/^Play /, /^Download/, /^Show all/, 'Load older']) {
			const button = page.getByRole('button', { name }).first();
			// A button that an odd answer hides can't be clicked.
			if (await button.isVisible()) await button.click({ timeout: 2_000 }).catch(() => {});
			// A dialog may cover the next button. Without one, Escape would lead back to the list.
			const dialog = page.getByRole('dialog').first();
			if (await dialog.isVisible()) await page.keyboard.press('Escape');
		}
		const field = page.getByRole('textbox', { name: 'Message', exact: true });
		if (await field.isEnabled({ timeout: 1_000 }).catch(() => false)) {
			await field.fill('A message');
			await field.press('Control+Enter');
		}
		await settle();
		await page.locator('body').press('r');
		await page.keyboard.press('Escape');
	}

	for (const seed of seeds) {
		const random = new Random(seed);
		where = `world ${seed}`;
		asking.clear();
		try {
			await page.goto('/manifest.webmanifest');
			await page.evaluate(
				(login) => sessionStorage.setItem('beeper-dashboard.connection', login),
				JSON.stringify({ kind: 'live', address: `${api.address}/${seed}`, token: SAMPLE_TOKEN })
			);
			const list = random.pick(LISTS);
			where = `world ${seed}, ${list}`;
			await page.goto(list);
			await settle();
			await answersKeys(page);
			const chat = page.locator('[role=grid] a[href^="/chats/"]').first();
			const href = (await chat.count()) > 0 ? await chat.getAttribute('href') : null;
			if (href !== null) {
				where = `world ${seed}, ${href}`;
				await useChat(href.replace(/^\/chats\//, ''));
			}
			const table = random.pick(TABLES);
			for (const path of [table, '/capabilities/check', '/activity', '/chats/new']) {
				where = `world ${seed}, ${path}`;
				await follow(path);
			}
			if (await page.evaluate(() => '__pwned' in window)) note('a script was run');
			await answersKeys(page);
		} catch (error) {
			note(error instanceof Error ? error.message : String(error));
		}
	}
	await page.close();
}

/** @throws Error if `?` doesn't open the list of keys */
async function answersKeys(page: Page) {
	await page.locator('body').press('?');
	const help = page.getByRole('dialog');
	await help.first().waitFor({ timeout: 10_000 });
	await page.keyboard.press('Escape');
	await help.first().waitFor({ state: 'hidden', timeout: 10_000 });
}
