import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createProxyServer } from 'httpxy';
import type { BeeperLocation } from './find-beeper';

/** Forwards requests to `/beeper/…` to Beeper, for pages whose origin Beeper rejects. */
export interface Relay {
	answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
	/** Forwards a WebSocket, whose token is sent as a subprotocol. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
}

/** The forwarded paths of the API; no other path of Beeper’s is reachable. */
const PASSED_ON = /^\/beeper(\/(?:v1|oauth|\.well-known)\/.*)$/;
const EVENTS = '/v1/ws';
/** Any origin, to parse a path with. */
const BASE = 'http://localhost';

/** The forwarded request headers. Cookies are left out: browsers send those of every program ever used
 * at localhost. */
const REQUEST_HEADERS = [
	'accept',
	'accept-encoding',
	'authorization',
	'content-length',
	'content-type',
	'if-modified-since',
	'if-none-match',
	'if-range',
	'range',
	'transfer-encoding'
];
const UPGRADE_HEADERS = [
	'connection',
	'upgrade',
	'sec-websocket-extensions',
	'sec-websocket-key',
	'sec-websocket-version'
];

/**
 * The forwarded response headers. Headers that would apply to this origin are left out: cookies,
 * policies, permissions for other pages. So is `Location`, so that neither the relay nor a page with
 * the token follows a redirect.
 */
const RESPONSE_HEADERS = [
	'accept-ranges',
	'cache-control',
	'content-disposition',
	'content-encoding',
	'content-length',
	'content-range',
	'content-type',
	'date',
	'etag',
	'last-modified',
	'retry-after',
	'transfer-encoding',
	'x-beeper-desktop-version'
];
const UPGRADED_HEADERS = [
	'connection',
	'upgrade',
	'sec-websocket-accept',
	'sec-websocket-extensions'
];

/** The policy of forwarded responses: they are read by scripts; opened as a page, they can do nothing. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The subprotocol of the events; a page sends its token as a second subprotocol. */
export const SUBPROTOCOL = 'beeper-dashboard';
const TOKEN_PROTOCOL = 'bearer.';

/** The responses to requests that were not forwarded, or got no response. */
const REFUSALS = {
	foreign: [403, 'RELAY_FOREIGN', 'The relay only serves pages of this dashboard.'],
	unknown: [404, 'RELAY_UNKNOWN', 'The relay doesn’t forward this path.'],
	'no-token': [401, 'RELAY_NO_TOKEN', 'The relay needs the token as a subprotocol.'],
	'not-found': [502, 'RELAY_NO_BEEPER', 'Beeper isn’t running on this computer. Nothing was sent.'],
	broken: [502, 'RELAY_BROKEN', 'Beeper didn’t respond.']
} as const;

/** Forwards each request once, as it arrives, on a connection of its own, without retries. */
export function createRelay(beeper: BeeperLocation): Relay {
	// A reused connection might be closing, and then it would be unknown whether a write arrived.
	const proxy = createProxyServer({ agent: false, changeOrigin: true });

	proxy.on('proxyRes', (answer) => {
		answer.headers = { 'cache-control': 'no-store', ...pick(answer.headers, RESPONSE_HEADERS) };
	});
	proxy.on('proxyReqWs', (upstream) => {
		upstream.once('response', (answer) => {
			answer.headers = pick(answer.headers, RESPONSE_HEADERS);
		});
		upstream.once('upgrade', (answer) => {
			answer.headers = {
				...pick(answer.headers, UPGRADED_HEADERS),
				'sec-websocket-protocol': SUBPROTOCOL
			};
		});
	});

	async function answer(request: IncomingMessage, response: ServerResponse) {
		response.setHeader('Content-Security-Policy', POLICY);
		const path = getPath(request);
		if (!isOwn(request)) return refuse(response, 'foreign');
		if (path === null) return refuse(response, 'unknown');
		const target = await beeper.find();
		if (target === null) return refuse(response, 'not-found');
		request.url = path;
		request.headers = pick(request.headers, REQUEST_HEADERS);
		try {
			await proxy.web(request, response, { target });
		} catch (error) {
			beeper.forget(target);
			if (response.headersSent) response.destroy();
			else refuse(response, isRefused(error) ? 'not-found' : 'broken');
		}
	}

	async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
		socket.on('error', () => socket.destroy());
		if (!(socket instanceof Socket)) return void socket.destroy();
		if (!isOwn(request)) return refuseUpgrade(socket, 'foreign');
		if (getPath(request)?.split('?', 1)[0] !== EVENTS) return refuseUpgrade(socket, 'unknown');
		const token = readToken(request);
		if (token === null) return refuseUpgrade(socket, 'no-token');
		const target = await beeper.find();
		if (target === null) return refuseUpgrade(socket, 'not-found');
		request.url = EVENTS;
		request.headers = {
			...pick(request.headers, UPGRADE_HEADERS),
			authorization: `Bearer ${token}`
		};
		try {
			await proxy.ws(request, socket, { target }, head);
		} catch {
			beeper.forget(target);
			socket.destroy();
		}
	}

	return { answer, upgrade };
}

/** @returns the path and query at Beeper; null for a path that is not forwarded */
function getPath({ url = '/' }: IncomingMessage): string | null {
	const address = url.replace(/^\/+/, '/');
	// Programs other than browsers may send anything.
	if (!URL.canParse(address, BASE)) return null;
	// Resolves dots, so that no path leaves the forwarded part.
	const { pathname, search } = new URL(address, BASE);
	const [, path] = PASSED_ON.exec(pathname) ?? [];
	return path === undefined ? null : path + search;
}

/**
 * True for requests of this dashboard’s own pages, and of programs that are not browsers. `Host`
 * reveals other sites whose name resolves to this computer; the other headers reveal other pages.
 */
function isOwn({ headers, socket }: IncomingMessage): boolean {
	const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-dest': purpose } = headers;
	const port = socket.localPort === 80 ? '' : `:${socket.localPort}`;
	const isLoopback = ['localhost', '127.0.0.1', '[::1]'].some((name) => host === name + port);
	return (
		isLoopback &&
		(origin === undefined || origin === `http://${host}`) &&
		(site === undefined || site === 'same-origin') &&
		(purpose === undefined || purpose === 'empty' || purpose === 'websocket')
	);
}

/** @returns null without a token, or with one that no header can hold */
function readToken({ headers }: IncomingMessage): string | null {
	const protocols = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim()) ?? [];
	const encoded = protocols.find((name) => name.startsWith(TOKEN_PROTOCOL));
	if (encoded === undefined || !protocols.includes(SUBPROTOCOL)) return null;
	const token = Buffer.from(encoded.slice(TOKEN_PROTOCOL.length), 'base64url').toString();
	return /^[!-~]+$/.test(token) ? token : null;
}

function pick(headers: IncomingHttpHeaders, names: readonly string[]): IncomingHttpHeaders {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}

function isRefused(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
}

function refuse(response: ServerResponse, reason: keyof typeof REFUSALS) {
	const [status, code, message] = REFUSALS[reason];
	response.writeHead(status, { 'Cache-Control': 'no-store', 'Content-Type': 'application/json' });
	response.end(JSON.stringify({ message, code }));
}

function refuseUpgrade(socket: Socket, reason: keyof typeof REFUSALS) {
	const [status, code] = REFUSALS[reason];
	socket.end(`HTTP/1.1 ${status} ${code}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
