import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createDashboardServer } from '../../../src/bin/dashboard-server';
import { locateAt, locateBeeper } from '../../../src/bin/find-beeper';
import { createRelay } from '../../../src/bin/relay';
import {
	get,
	getProtocols,
	getRefusal,
	NO_BUILDS,
	openEvents,
	serve,
	startRelay,
	TOKEN,
	watchServers
} from '../../fixtures/relay';

watchServers();

describe('events', () => {
	/** Beeper's side of a socket, and how it was asked for. */
	async function startEvents() {
		const server = createServer();
		const sockets = new WebSocketServer({ server });
		const target = await serve(server);
		const dashboard = await startRelay(locateAt(target));
		const accepted = once(sockets, 'connection');
		return { server, sockets, dashboard, accepted };
	}

	test('the token of the subprotocol becomes a header, and appears nowhere else', async () => {
		const { dashboard, accepted } = await startEvents();
		const socket = openEvents(dashboard, getProtocols(TOKEN), {
			Origin: dashboard,
			Cookie: 'other=program'
		});
		const [, request]: IncomingMessage[] = await accepted;
		await once(socket, 'open');
		expect(socket.protocol).toBe('beeper-dashboard');
		const { authorization, ...others } = request?.headers ?? {};
		expect(authorization).toBe(`Bearer ${TOKEN}`);
		expect(request?.url).toBe('/v1/ws');
		expect(Object.keys(others).toSorted()).toEqual([
			'connection',
			'host',
			'sec-websocket-extensions',
			'sec-websocket-key',
			'sec-websocket-version',
			'upgrade'
		]);
		socket.terminate();
	});

	test('what either side says reaches the other, and the end too', async () => {
		const { dashboard, accepted } = await startEvents();
		const page = openEvents(dashboard, getProtocols(TOKEN));
		const [beeper]: WebSocket[] = await accepted;
		if (!beeper) throw new Error('No connection');
		await once(page, 'open');
		beeper.send('ready');
		expect(String((await once(page, 'message'))[0])).toBe('ready');
		page.send('subscribe');
		expect(String((await once(beeper, 'message'))[0])).toBe('subscribe');
		beeper.terminate();
		const [code] = await once(page, 'close');
		// Broken off without a word.
		expect(code).toBe(1006);
	});

	test('a page that goes away leaves no socket behind', async () => {
		const { dashboard, accepted } = await startEvents();
		const page = openEvents(dashboard, getProtocols(TOKEN));
		const [beeper]: WebSocket[] = await accepted;
		await once(page, 'open');
		page.terminate();
		if (!beeper) throw new Error('No connection');
		await once(beeper, 'close');
		expect(beeper.readyState).toBe(WebSocket.CLOSED);
	});

	test.for<[string, string[]]>([
		['no token', ['beeper-dashboard']],
		['an empty token', ['beeper-dashboard', 'bearer.']],
		['a token that breaks the line', getProtocols('a\r\nHost: evil')],
		['another protocol', getProtocols(TOKEN).slice(1)]
	])('%s is refused', async ([, protocols]) => {
		const { dashboard } = await startEvents();
		expect(await getRefusal(openEvents(dashboard, protocols))).toBe(401);
	});

	test('no other path is opened', async () => {
		const { dashboard } = await startEvents();
		const protocols = getProtocols(TOKEN);
		for (const path of ['/', '/v1/ws', '/beeper/v1/other', '/beeper/v0/mcp'])
			expect(await getRefusal(openEvents(dashboard, protocols, {}, path)), path).toBe(404);
	});

	test('a Beeper that refuses is heard, one that is not there is refused too', async () => {
		const refusing = createServer();
		refusing.on('upgrade', (_, socket) =>
			socket.end('HTTP/1.1 401 No\r\nContent-Length: 0\r\nSet-Cookie: a=b\r\n\r\n')
		);
		const protocols = getProtocols(TOKEN);
		const refused = await startRelay(locateAt(await serve(refusing)));
		expect(await getRefusal(openEvents(refused, protocols))).toBe(401);
		const none = await startRelay(locateBeeper(['http://127.0.0.1:1']));
		expect(await getRefusal(openEvents(none, protocols))).toBe(502);
	});

	/** Asks for a socket as only a program can, not a browser. @returns the first line of the answer */
	async function askRaw(dashboard: string, path: string): Promise<string> {
		const { port } = new URL(dashboard);
		const socket = connect({ port: Number(port), host: '127.0.0.1' });
		let text = '';
		socket.on('data', (data) => (text += String(data)));
		socket.write(
			`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\n` +
				`Upgrade: websocket\r\nSec-WebSocket-Protocol: ${getProtocols(TOKEN).join(', ')}\r\n\r\n`
		);
		await once(socket, 'close');
		return text.split('\r\n', 1)[0] ?? '';
	}

	test('an address that is none is refused, and the dashboard goes on', async () => {
		const { dashboard } = await startEvents();
		for (const path of ['http://[', 'http://a:99999/', '//'])
			expect(await askRaw(dashboard, path), path).toContain('404');
		expect((await get(dashboard, '/beeper/nothing')).status).toBe(404);
	});

	test('a bug ends the request that met it, and no other', async () => {
		const dashboard = await startRelay({
			find: () => Promise.reject(new RangeError('bug')),
			forget: () => undefined
		});
		expect(await askRaw(dashboard, '/beeper/v1/ws')).toBe('');
		expect((await get(dashboard, '/beeper/v1/info')).status).toBe(500);
		expect((await get(dashboard, '/beeper/nothing')).status).toBe(404);
	});

	test('a caller that goes away while Beeper is looked for does no harm', async () => {
		let find: (origin: string | null) => void = () => undefined;
		const relay = createRelay({
			find: () => new Promise((resolve) => (find = resolve)),
			forget: () => undefined
		});
		const server = createDashboardServer({ builds: NO_BUILDS, allowed: [], relay });
		const dashboard = await serve(server);
		const { port } = new URL(dashboard);
		const socket = connect({ port: Number(port), host: '127.0.0.1' });
		await once(socket, 'connect');
		const asked = once(server, 'upgrade');
		socket.write(
			`GET /beeper/v1/ws HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\n` +
				'Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
				`Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: ${getProtocols(TOKEN).join(', ')}\r\n\r\n`
		);
		await asked;
		socket.resetAndDestroy();
		await once(socket, 'close');
		find('http://127.0.0.1:1');
		expect((await get(dashboard, '/beeper/nothing')).status).toBe(404);
	});
});
