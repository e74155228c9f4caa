import { build, files, prerendered, version } from '$service-worker';
import { getCacheName, type WorkerRequest } from '../lib/app/app-cache';
import { isPagePath } from '../lib/domain/page-path';

/*
 * Keeps one whole version of the app, so that a bookmark opens whether or not its server runs.
 * Caches are filled at install only: what the API responds is never stored here.
 */

declare const self: ServiceWorkerGlobalScope;

const CACHE = getCacheName(version);
/** The page for every address without a page of its own. */
const SHELL = '/';
const PAGES = [SHELL, ...prerendered];
/** Paths under this prefix hold a hash: no two versions have different files at one path. */
const IMMUTABLE = '/_app/immutable/';
/** Milliseconds before the files are fetched, which would delay the first chats of a first visit. */
const INSTALL_DELAY = 2_000;
/** Milliseconds that a server which is slow to respond may delay a page. */
const RESPONSE_TIMEOUT = 150;

const kept: ReadonlySet<string> = new Set([...build, ...files]);

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
	const request: WorkerRequest = event.data;
	if (request === 'activate') event.waitUntil(self.skipWaiting());
	if (request === 'delete-unused-caches') event.waitUntil(deleteUnusedCaches());
});

self.addEventListener('fetch', (event) => {
	const { method, mode, url } = event.request;
	const { origin, pathname } = new URL(url);
	if (method !== 'GET' || origin !== self.location.origin) return;
	if (mode === 'navigate' && isPagePath(pathname)) event.respondWith(respondWithPage(event));
	else if (kept.has(pathname) || pathname.startsWith(IMMUTABLE))
		event.respondWith(respondWithFile(event.request));
});

/** Caches everything, or nothing: one missing file, or one of another version, ends the install. */
async function install() {
	const isTakingOver = self.registration.active !== null && !(await caches.keys()).some(isOwnCache);
	await wait(INSTALL_DELAY);
	try {
		const cache = await caches.open(CACHE);
		await cache.addAll([
			...build,
			...files.map((path) => new Request(path, { cache: 'no-cache' }))
		]);
		const pages = await Promise.all(PAGES.map(fetchPage));
		if (pages.includes(undefined)) throw new Error('The server has another version by now');
	} catch (error) {
		await caches.delete(CACHE);
		throw error;
	}
	// The active worker is another program's, left at this address: no page of ours depends on it.
	if (isTakingOver) await self.skipWaiting();
}

function isOwnCache(name: string): boolean {
	return name.startsWith(getCacheName(''));
}

/**
 * The server's page, if it is of this version, so that its security headers are those that the
 * server sends today; else the cached one.
 */
async function respondWithPage(event: FetchEvent): Promise<Response> {
	const { pathname } = new URL(event.request.url);
	const path = PAGES.includes(pathname) ? pathname : SHELL;
	const fetched = fetchPage(path);
	event.waitUntil(fetched);
	const fresh = await Promise.race([fetched, wait(RESPONSE_TIMEOUT)]);
	return fresh ?? (await findCached(path)) ?? fetch(event.request);
}

/**
 * Fetches a page and caches the response whole, with its headers.
 *
 * @returns undefined if the server has stopped, or has a page of another version
 */
async function fetchPage(path: string): Promise<Response | undefined> {
	try {
		const response = await fetch(path, { cache: 'no-store' });
		if (!response.ok || !isOfThisVersion(await response.clone().text())) return undefined;
		const cache = await caches.open(CACHE);
		await cache.put(path, response.clone());
		return response;
	} catch {
		return undefined;
	}
}

/** True for a page of this version: a page names the files that it starts with. */
function isOfThisVersion(html: string): boolean {
	const named = [...html.matchAll(/"(\/_app\/immutable\/[^"]+)"/g)].map(([, path = '']) => path);
	return named.length > 0 && named.every((path) => kept.has(path));
}

/** A page that is still on an older version gets that version's files from its cache. */
async function respondWithFile(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	return (
		(await findCached(pathname)) ??
		(await caches.match(pathname, { ignoreVary: true })) ??
		fetch(request)
	);
}

async function findCached(path: string): Promise<Response | undefined> {
	return caches.match(path, { cacheName: CACHE, ignoreVary: true });
}

function wait(milliseconds: number): Promise<undefined> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds, undefined));
}

/**
 * Deletes caches that no page uses; none while a newer version is being installed or waits, as no
 * page uses its cache yet.
 */
async function deleteUnusedCaches() {
	const names = await caches.keys();
	const { held = [] } = await self.navigator.locks.query();
	if (self.registration.installing || self.registration.waiting) return;
	const used = new Set([CACHE, ...held.map((lock) => lock.name)]);
	await Promise.all(names.filter((name) => !used.has(name)).map((name) => caches.delete(name)));
}
