import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface DashboardOptions {
	/** Path of the folder with the built pages, which may be rebuilt while they are served. */
	build: string;
	/** Origins of APIs that the page may call in addition to those on this computer. */
	allowed: readonly string[];
}

/** The app's single page, and the Content-Security-Policy that matches its inline scripts. */
interface Page {
	html: string;
	policy: string;
}

/**
 * Bytes of a request's headers. Browsers share the cookies of a host between its ports, so a
 * request carries the cookies of every program ever used at localhost.
 */
const MAX_HEADER_SIZE = 64 * 1024;

/** Paths at which programs that used this port earlier may have registered a service worker. */
const WORKER_PATHS: ReadonlySet<string> = new Set([
	'/sw.js',
	'/service-worker.js',
	'/registerSW.js'
]);

/**
 * A service worker left by another program would go on serving that program's pages. The browser
 * checks its old address for an update and gets this script, which unregisters the worker. Run as a
 * script of a cached page, it unregisters the worker and reloads the page.
 */
const UNREGISTERING_WORKER = `
async function forgetCaches() {
	for (const name of await caches.keys()) await caches.delete(name);
}
if ('document' in self) {
	navigator.serviceWorker.getRegistrations().then(async (registrations) => {
		await forgetCaches();
		for (const registration of registrations) await registration.unregister();
		if (registrations.length > 0) location.reload();
	});
} else {
	self.addEventListener('install', () => self.skipWaiting());
	self.addEventListener('activate', (event) => event.waitUntil(leave()));
}
async function leave() {
	await forgetCaches();
	await self.registration.unregister();
	for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url);
}
`;

/** Creates a server of the dashboard's pages; the caller makes it listen. */
export function createDashboardServer(options: DashboardOptions): Server {
	const getPage = createPageReader(options);
	// `dev` looks files up on each request, because a build replaces all of them.
	const serveFile = sirv(options.build, { dev: true, etag: true, setHeaders: setCacheControl });

	return createServer({ maxHeaderSize: MAX_HEADER_SIZE }, (request, response) => {
		const page = getPage();
		setSecurityHeaders(response, page?.policy ?? createPolicy('', options.allowed));
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		const [pathname = '/'] = (request.url ?? '/').split(/[?#]/, 1);
		if (WORKER_PATHS.has(pathname)) return sendWorker(request, response);
		if (isPage(pathname)) return sendPage(page, request, response);
		serveFile(request, response, () => {
			response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
		});
	});
}

/** Rereads the page whenever its file has changed. @returns null while the file does not exist */
function createPageReader({ build, allowed }: DashboardOptions): () => Page | null {
	const path = join(build, 'index.html');
	let page: Page | null = null;
	let readAt: number | undefined;
	return () => {
		const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
		if (writtenAt !== readAt) {
			const html = writtenAt === undefined ? undefined : readFileSync(path, 'utf8');
			page = html === undefined ? null : { html, policy: createPolicy(html, allowed) };
			readAt = writtenAt;
		}
		return page;
	};
}

/**
 * The page may load its own files only and call only itself, APIs on this computer and the
 * `allowed` origins. So the browser, not just the code, keeps token and messages on the machine.
 */
function createPolicy(html: string, allowed: readonly string[]): string {
	const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
		([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
	);
	return [
		"default-src 'none'",
		["script-src 'self'", ...inline].join(' '),
		"style-src 'self' 'unsafe-inline'",
		"img-src 'self' data: blob:",
		'media-src blob:',
		"manifest-src 'self'",
		["connect-src 'self' http://localhost:* http://127.0.0.1:*", ...allowed].join(' '),
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'"
	].join('; ');
}

function setSecurityHeaders(response: ServerResponse, policy: string) {
	response.setHeader('Content-Security-Policy', policy);
	response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
	response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
	response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
	response.setHeader('Referrer-Policy', 'no-referrer');
	response.setHeader('X-Content-Type-Options', 'nosniff');
	response.setHeader('X-Frame-Options', 'DENY');
}

function setCacheControl(response: ServerResponse, pathname: string) {
	const lasting = pathname.startsWith('/_app/immutable/');
	response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
}

/** A chat's ID may hold dots; in any other address an extension means a file. */
function isPage(pathname: string): boolean {
	if (pathname.startsWith('/_app/')) return false;
	return pathname.startsWith('/chats/') || !/\.\w+$/.test(pathname) || pathname === '/index.html';
}

function sendPage(page: Page | null, request: IncomingMessage, response: ServerResponse) {
	response.setHeader('Cache-Control', 'no-cache');
	if (!page) {
		response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5' });
		response.end('The dashboard is being built. Reload in a few seconds.');
		return;
	}
	response.setHeader('Content-Type', 'text/html; charset=utf-8');
	response.setHeader('Content-Length', Buffer.byteLength(page.html));
	response.end(request.method === 'HEAD' ? undefined : page.html);
}

function sendWorker(request: IncomingMessage, response: ServerResponse) {
	response.setHeader('Cache-Control', 'no-store');
	response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
	response.end(request.method === 'HEAD' ? undefined : UNREGISTERING_WORKER);
}
