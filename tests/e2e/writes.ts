import { once } from 'node:events';
import type { Page, Request, Route } from '@playwright/test';

/** A write that the page sent. */
export interface SentWrite {
	method: string;
	/** With its query. */
	path: string;
	/** Null: no body, or not JSON. */
	body: unknown;
}

/** Records the writes that the page sends from now on, in a growing array. */
export async function recordWrites(page: Page): Promise<SentWrite[]> {
	const writes: SentWrite[] = [];
	// The browser reveals bodies of intercepted requests only.
	await page.route('**/v1/**', (route) => route.fallback());
	page.on('request', (request) => {
		if (isWrite(request)) writes.push(toWrite(request));
	});
	return writes;
}

/** Method and path of each write. */
export function formatWrites(writes: readonly SentWrite[]): string[] {
	return writes.map(({ method, path }) => `${method} ${path}`);
}

export function listBodies(writes: readonly SentWrite[]): unknown[] {
	return writes.map(({ body }) => body);
}

export function isWrite(request: Request): boolean {
	const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(request.method());
	return !isRead && new URL(request.url()).pathname.startsWith('/v1/');
}

function toWrite(request: Request): SentWrite {
	const { pathname, search } = new URL(request.url());
	const isForm = request.headers()['content-type']?.startsWith('multipart/');
	const body: unknown = isForm ? null : request.postDataJSON();
	return { method: request.method(), path: pathname + search, body };
}

/**
 * Holds back the page's writes until the returned function is called.
 *
 * @param after - number of writes that pass first
 */
export async function holdWrites(page: Page, after = 0): Promise<() => void> {
	const gate = new AbortController();
	let count = 0;
	await page.route('**/v1/**', async (route) => {
		const isHeld = isWrite(route.request()) && ++count > after;
		if (isHeld && !gate.signal.aborted) await once(gate.signal, 'abort');
		// A reloaded page no longer waits for the response.
		await route.fallback().catch(() => {});
	});
	return () => gate.abort();
}

/**
 * Intercepts some of the page's writes.
 *
 * @param how - a status; `dropped`: the connection breaks; `lost`: it breaks after the API has received it;
 * `silent`: the API receives it, but no response arrives; `held`: neither arrives
 * @returns a function that lets everything through again
 */
export async function interceptWrites(
	page: Page,
	how: number | 'dropped' | 'lost' | 'silent' | 'held',
	matches: (write: SentWrite) => boolean = () => true
): Promise<() => Promise<void>> {
	const address = '**/v1/chats/**';
	async function intercept(route: Route) {
		const request = route.request();
		if (!isWrite(request) || !matches(toWrite(request))) return route.fallback();
		if (how === 'lost' || how === 'silent') await route.fetch();
		if (how === 'silent' || how === 'held') return;
		if (typeof how === 'string') return route.abort('connectionreset');
		const json = { message: 'The test says no', code: 'TEST' };
		return route.fulfill(how === 204 ? { status: how } : { status: how, json });
	}
	await page.route(address, intercept);
	return () => page.unroute(address, intercept);
}
