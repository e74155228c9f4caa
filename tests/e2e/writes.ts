import { once } from 'node:events';
import type { Page, Request, Route } from '@playwright/test';

/** A request that changes something, as the page sent it. */
export interface SentWrite {
	method: string;
	/** With its query. */
	path: string;
	/** Null: none, or no JSON. */
	body: unknown;
}

/** What the page asks an API to change from now on, in order: the array grows. */
export async function writesOf(page: Page): Promise<SentWrite[]> {
	const writes: SentWrite[] = [];
	// The browser shows the body only of what goes through other hands.
	await page.route('**/v1/**', (route) => route.fallback());
	page.on('request', (request) => {
		if (isWrite(request)) writes.push(writeOf(request));
	});
	return writes;
}

function isWrite(request: Request): boolean {
	const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(request.method());
	return !isRead && new URL(request.url()).pathname.startsWith('/v1/');
}

function writeOf(request: Request): SentWrite {
	const { pathname, search } = new URL(request.url());
	const isForm = request.headers()['content-type']?.startsWith('multipart/');
	const body: unknown = isForm ? null : request.postDataJSON();
	return { method: request.method(), path: pathname + search, body };
}

/** Keep the page's writes from the API until the returned function is called. */
export async function holdWrites(page: Page): Promise<() => void> {
	const gate = new AbortController();
	await page.route('**/v1/**', async (route) => {
		if (isWrite(route.request()) && !gate.signal.aborted) await once(gate.signal, 'abort');
		await route.fallback();
	});
	return () => gate.abort();
}

/**
 * Keep some of the page's writes from the API, and answer them in its stead.
 *
 * @param how - a status; `dropped`: the connection breaks; `lost`: it breaks after the API has got it
 * @returns a function that lets everything through again
 */
export async function interceptWrites(
	page: Page,
	how: number | 'dropped' | 'lost',
	matches: (write: SentWrite) => boolean = () => true
): Promise<() => Promise<void>> {
	const address = '**/v1/chats/**';
	async function intercept(route: Route) {
		const request = route.request();
		if (!isWrite(request) || !matches(writeOf(request))) return route.fallback();
		if (how === 'lost') await route.fetch();
		if (typeof how === 'string') return route.abort('connectionreset');
		const json = { message: 'The test says no', code: 'TEST' };
		return route.fulfill(how === 204 ? { status: how } : { status: how, json });
	}
	await page.route(address, intercept);
	return () => page.unroute(address, intercept);
}

/**
 * The API gets the page's writes, and never answers.
 *
 * @returns how many it has got
 */
export async function silenceWrites(page: Page): Promise<() => number> {
	let count = 0;
	await page.route('**/v1/chats/**', async (route) => {
		if (!isWrite(route.request())) return route.fallback();
		await route.fetch();
		count += 1;
	});
	return () => count;
}
