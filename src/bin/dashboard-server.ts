import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isPagePath } from '$lib/domain/page-path';
import { IMMUTABLE, type Build, type BuiltFile, type Builds } from './builds';
import { PAGE_DIRECTIVES } from './page-policy.js';
import type { Relay } from './relay';

export interface DashboardOptions {
	/** The built pages, which may be rebuilt while they are served. */
	builds: Builds;
	/** Origins of APIs that the page may call in addition to those on this computer. */
	allowed: readonly string[];
	/** Handles the paths under `/beeper/`; absent: they do not exist. */
	relay?: Relay | undefined;
}

/**
 * Bytes of a request's headers. Browsers share the cookies of a host between its ports, so a
 * request carries the cookies of every program ever used at localhost.
 */
const MAX_HEADER_SIZE = 64 * 1024;

/** Path prefix of the relay. */
const RELAYED = '/beeper/';

/**
 * Paths at which programs that used this port earlier may have registered a service worker. The
 * dashboard's own is at `/service-worker.js`, where it replaces another program's by itself.
 */
const WORKER_PATHS: ReadonlySet<string> = new Set(['/sw.js', '/registerSW.js']);

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

/** Any port of this computer. Policies have no words for `[::1]`. */
const LOOPBACK = ['http', 'ws'].flatMap((scheme) =>
	['localhost', '127.0.0.1'].map((host) => `${scheme}://${host}:*`)
);

/** The directives of the pages of this server, besides those of all pages. */
const OWN_DIRECTIVES = {
	'manifest-src': ['self'],
	'worker-src': ['self'],
	'frame-ancestors': ['none']
};

const KEYWORDS: ReadonlySet<string> = new Set(['self', 'none', 'script']);

/** Creates a server of the dashboard's pages; the caller makes it listen. */
export function createDashboardServer({ builds, allowed, relay }: DashboardOptions): Server {
	const policies = new WeakMap<BuiltFile, string>();

	function getPolicy(page: BuiltFile | undefined): string {
		if (!page) return createPolicy('', allowed);
		const policy = policies.get(page) ?? createPolicy(page.body.toString(), allowed);
		policies.set(page, policy);
		return policy;
	}

	const server = createServer({ maxHeaderSize: MAX_HEADER_SIZE }, (request, response) => {
		const [pathname = '/'] = (request.url ?? '/').split(/[?#]/, 1);
		const build = builds.getNewest();
		const page = findPage(build, pathname);
		setSecurityHeaders(response, getPolicy(page));
		if (relay && pathname.startsWith(RELAYED)) {
			relay.answer(request, response).catch(() => sendFailure(response));
			return;
		}
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		if (isPagePath(pathname)) return sendPage(page, request, response);
		const file = builds.findFile(pathname);
		if (file) return sendFile(file, pathname, request, response);
		if (WORKER_PATHS.has(pathname)) return sendWorker(request, response);
		response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
	});
	server.on('upgrade', (request, socket, head) => {
		if (relay) relay.upgrade(request, socket, head).catch(() => socket.destroy());
		else socket.destroy();
	});
	return server;
}

/**
 * The page may load its own files only and call only itself, APIs on this computer and the
 * `allowed` origins. So the browser, not just the code, keeps token and messages on the machine.
 */
function createPolicy(html: string, allowed: readonly string[]): string {
	const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
		([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`
	);
	const directives: Readonly<Record<string, readonly string[]>> = {
		...PAGE_DIRECTIVES,
		...OWN_DIRECTIVES,
		'script-src': [...PAGE_DIRECTIVES['script-src'], ...inline],
		'connect-src': ['self', ...LOOPBACK, ...allowed]
	};
	return Object.entries(directives)
		.map(([name, values]) => [name, ...values.map(quoteKeyword)].join(' '))
		.join('; ');
}

function quoteKeyword(value: string): string {
	return KEYWORDS.has(value) ? `'${value}'` : value;
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

/** @returns the page made for this path alone, such as `/reset`; else the page of all others */
function findPage(build: Build | null, pathname: string): BuiltFile | undefined {
	return build?.files.get(`${pathname}.html`) ?? build?.files.get('/index.html');
}

function sendPage(page: BuiltFile | undefined, request: IncomingMessage, response: ServerResponse) {
	if (page) return sendFile(page, '/', request, response);
	response.writeHead(503, {
		'Cache-Control': 'no-cache',
		'Content-Type': 'text/plain; charset=utf-8',
		'Retry-After': '5'
	});
	response.end('The dashboard is being built. Reload in a few seconds.');
}

function sendFile(
	{ body, type, etag }: BuiltFile,
	pathname: string,
	request: IncomingMessage,
	response: ServerResponse
) {
	const isLasting = pathname.startsWith(IMMUTABLE);
	response.setHeader(
		'Cache-Control',
		isLasting ? 'public, max-age=31536000, immutable' : 'no-cache'
	);
	response.setHeader('ETag', etag);
	if (request.headers['if-none-match'] === etag) {
		response.writeHead(304).end();
		return;
	}
	response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
	response.end(request.method === 'HEAD' ? undefined : body);
}

/** A bug costs its own request only: unhandled, it would end the server. */
function sendFailure(response: ServerResponse) {
	if (response.headersSent) response.destroy();
	else response.writeHead(500, { 'Content-Type': 'text/plain' }).end('Internal error');
}

function sendWorker(request: IncomingMessage, response: ServerResponse) {
	response.setHeader('Cache-Control', 'no-store');
	response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
	response.end(request.method === 'HEAD' ? undefined : UNREGISTERING_WORKER);
}
