import type { Browser } from '@playwright/test';
import { TOKEN } from '../e2e/fixtures';
import type { Running } from '../e2e/servers';

/** Moments of a visit, in milliseconds since the page began to load. */
export interface Noted {
	/** The first request for chats is sent, and its response has arrived. */
	asked: number;
	answered: number;
	/** The first frame with a chat is painted. */
	firstRow: number;
	/** All chats are loaded. */
	complete: number;
}

/** A page that lists chats, and the server that serves it. */
export interface Site {
	name: string;
	server: Running;
	path: string;
	/** Finds the first chat. */
	firstRow: string;
}

/** The chats page of a dashboard, of whatever commit. */
export function toSite(name: string, dashboard: Running): Site {
	return { name, server: dashboard, path: '/chats', firstRow: '[role="grid"] [aria-rowindex="2"]' };
}

type Visit = Awaited<ReturnType<typeof openVisit>>;

/** Opens a page that is signed in to an API, in a new browser profile. */
export async function openVisit(browser: Browser, { server, path, firstRow }: Site, api: Running) {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	// tsx wraps named functions in a helper that the page lacks.
	await page.addInitScript({ content: 'globalThis.__name = (named) => named' });
	const login = JSON.stringify({ kind: 'live', address: api.address, token: TOKEN });
	await page.addInitScript(
		([text, selector]) => {
			sessionStorage.setItem('beeper-dashboard.connection', text);
			const noted = { firstRow: 0, complete: 0 };
			Object.assign(window, { noted });
			function look() {
				const now = performance.now();
				// A message sent before a frame is painted is received after it.
				if (!noted.firstRow && document.querySelector(selector)) painted.port2.postMessage(null);
				const grid = document.querySelector('[role="grid"]');
				if (noted.firstRow && grid?.getAttribute('aria-busy') === 'false') noted.complete ||= now;
				if (!noted.complete) requestAnimationFrame(look);
			}
			const painted = new MessageChannel();
			painted.port1.onmessage = () => (noted.firstRow ||= performance.now());
			requestAnimationFrame(look);
		},
		[login, firstRow] as const
	);
	return { page, url: `${server.address}${path}`, close: () => context.close() };
}

/** Loads the chats and waits until all are there. */
export function loadChats(visit: Visit): Promise<Noted> {
	return load(visit, 'complete');
}

/** Loads a page and waits until its first chat is painted. */
export function loadFirstRow(visit: Visit): Promise<Noted> {
	return load(visit, 'firstRow');
}

async function load({ page, url }: Visit, awaited: 'firstRow' | 'complete'): Promise<Noted> {
	await page.goto(url);
	await page.waitForFunction((name) => Reflect.get(window, 'noted')?.[name] > 0, awaited, {
		timeout: 300_000
	});
	return page.evaluate(() => {
		const [first] = performance
			.getEntriesByType('resource')
			.flatMap((entry) => (entry instanceof PerformanceResourceTiming ? [entry] : []))
			.filter(({ name }) => new URL(name).pathname === '/v1/chats');
		const { firstRow, complete } = Reflect.get(window, 'noted');
		return { asked: first?.startTime ?? 0, answered: first?.responseEnd ?? 0, firstRow, complete };
	});
}
