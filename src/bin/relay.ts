import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createProxyServer } from 'httpxy';
import type { BeeperLocation } from './find-beeper';

/** Passes requests to `/beeper/…` on to Beeper, for pages that Beeper itself does not let in. */
export interface Relay {
	answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
	/** Passes a WebSocket on; its token comes as a subprotocol. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
}

/** The part of the API behind `/beeper`: no other path of Beeper’s is passed on. */
const PASSED_ON = /^\/beeper(\/(?:v1|oauth|\.well-known)\/.*)$/;
const EVENTS = '/v1/ws';

/** Cookies stay out: browsers send those of every program ever used at localhost. */
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
 * Left out is what would act on this origin: cookies, policies, permissions for other pages. And
 * `Location`, so that nothing follows a redirect: not the relay, nor a page with the token.
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

/** What Beeper sends is for scripts to read. Opened as a page, it can do nothing. */
const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The subprotocol of the events; a page that wants them names its token beside it. */
export const SUBPROTOCOL = 'beeper-dashboard';
const TOKEN_PROTOCOL = 'bearer.';

/** Why a request was not passed on, or not answered. */
const REFUSALS = {
	foreign: [403, 'RELAY_FOREIGN', 'The relay answers the pages of this dashboard only.'],
	unknown: [404, 'RELAY_UNKNOWN', 'The relay does not pass this path on.'],
	'no-token': [401, 'RELAY_NO_TOKEN', 'The relay needs the token as a subprotocol.'],
	'not-found': [502, 'RELAY_NO_BEEPER', 'Beeper does not run on this computer. Nothing was sent.'],
	broken: [502, 'RELAY_BROKEN', 'Beeper did not answer.']
} as const;

/** Each request is passed on once, as it comes, on a connection of its own: none is repeated. */
export function createRelay(beeper: BeeperLocation): Relay {
	// A connection that is kept might just be closing, and nobody would know whether a write arrived.
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

/** @returns the path and query at Beeper, null if they are not passed on */
function getPath({ url = '/' }: IncomingMessage): string | null {
	// Resolves dots, so that no path leads out of the part that is passed on.
	const { pathname, search } = new URL(url.replace(/^\/+/, '/'), 'http://localhost');
	const [, path] = PASSED_ON.exec(pathname) ?? [];
	return path === undefined ? null : path + search;
}

/**
 * True for a script of this dashboard’s own pages, and for programs that are no browsers. Another
 * site that has its name lead to this computer is known by `Host`, another page by the rest.
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
