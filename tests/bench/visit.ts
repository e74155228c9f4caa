import type { Browser, Page } from '@playwright/test';
import { TOKEN } from '../e2e/fixtures';
import type { Running } from '../e2e/servers';

/** Moments of a visit, in milliseconds since the page began to load. */
interface Noted {
	/** The first request for chats. */
	asked: number;
	firstRow: number;
	/** All chats are loaded. */
	complete: number;
}

/** Opens a page of the dashboard, signed in to an API, in a new browser profile. */
export async function openVisit(browser: Browser, dashboard: Running, api: Running) {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	// tsx wraps named functions in a helper that the page lacks.
	await page.addInitScript({ content: 'globalThis.__name = (named) => named' });
	const login = JSON.stringify({ kind: 'live', address: api.address, token: TOKEN });
	await page.addInitScript((text) => {
		sessionStorage.setItem('beeper-dashboard.connection', text);
		const noted = { firstRow: 0, complete: 0 };
		Object.assign(window, { noted });
		function look() {
			const now = performance.now();
			const grid = document.querySelector('[role="grid"]');
			if (!noted.firstRow && grid?.querySelector('[aria-rowindex="2"]')) noted.firstRow = now;
			if (noted.firstRow && grid?.getAttribute('aria-busy') === 'false') noted.complete ||= now;
			if (!noted.complete) requestAnimationFrame(look);
		}
		requestAnimationFrame(look);
	}, login);
	return { page, address: dashboard.address, close: () => context.close() };
}

/** Loads the chats and waits until all are loaded. */
export async function loadChats(page: Page, address: string): Promise<Noted> {
	await page.goto(`${address}/chats`);
	await page.waitForFunction(() => Reflect.get(window, 'noted')?.complete > 0, undefined, {
		timeout: 300_000
	});
	return page.evaluate(() => {
		const [first] = performance
			.getEntriesByType('resource')
			.filter(({ name }) => name.includes('/v1/chats'));
		const { firstRow, complete } = Reflect.get(window, 'noted');
		return { asked: first?.startTime ?? 0, firstRow, complete };
	});
}
