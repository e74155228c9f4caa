import { once } from 'node:events';
import {
	createServer,
	request as ask,
	type IncomingHttpHeaders,
	type IncomingMessage
} from 'node:http';
import { describe, expect, test } from 'vitest';
import { locateAt } from '../../../src/bin/find-beeper';
import { get, serve, startBetween, startRelay, TOKEN, watchServers } from '../../fixtures/relay';
import { startSampleServer } from '../../fixtures/sample';

watchServers();

describe('what is passed on', () => {
	test('the API answers as it does without the relay', async () => {
		const sample = await startSampleServer({ chats: 30 });
		const relayed = await startRelay(locateAt(sample.address));
		const headers = { Authorization: `Bearer ${sample.token}` };
		for (const path of ['/v1/chats?limit=3', '/v1/accounts', '/v1/chats/none']) {
			const directly = await get(sample.address, path, headers);
			const answer = await get(relayed, `/beeper${path}`, headers);
			expect([answer.status, answer.text]).toEqual([directly.status, directly.text]);
			expect(answer.headers['x-beeper-desktop-version']).toBe('4.3.73');
		}
		await sample.stop();
	});

	test('path, query and method come as they were sent', async () => {
		const asked: string[] = [];
		const { dashboard } = await startBetween(({ method, url }, response) => {
			asked.push(`${method} ${url}`);
			response.end();
		});
		const path = '/v1/chats/%21a%2Fb%23c%3F/messages?cursor=a%26b&accountIDs=1&accountIDs=2';
		for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'PUT'])
			await get(dashboard, `/beeper${path}`, {}, method);
		await get(dashboard, '/beeper/.well-known/oauth-authorization-server');
		await get(dashboard, '/beeper/oauth/register', {}, 'POST');
		expect(asked).toEqual([
			...['GET', 'POST', 'PATCH', 'DELETE', 'PUT'].map((method) => `${method} ${path}`),
			'GET /.well-known/oauth-authorization-server',
			'POST /oauth/register'
		]);
	});

	test.for([
		'/beeper/',
		'/beeper/v0/mcp',
		'/beeper/v1/../v0/mcp',
		'/beeper/v1/%2e%2e/v0/mcp',
		'/beeper/v1',
		'/beeper/oauth/../secret',
		'/beeper/index.html'
	])('%s is not', async (path) => {
		let asked = 0;
		const { dashboard } = await startBetween((_, response) => void response.end(String(asked++)));
		expect((await get(dashboard, path)).status).toBe(404);
		expect(asked).toBe(0);
	});

	test('the headers that the API needs, and none that tells of this browser', async () => {
		let got: IncomingHttpHeaders = {};
		const { dashboard, target } = await startBetween(({ headers }, response) => {
			got = headers;
			response.end();
		});
		await get(dashboard, '/beeper/v1/chats', {
			Authorization: `Bearer ${TOKEN}`,
			Cookie: 'other=program',
			Origin: dashboard,
			Referer: `${dashboard}/chats/secret`,
			'Sec-Fetch-Site': 'same-origin',
			'User-Agent': 'Some browser',
			Range: 'bytes=0-3'
		});
		expect(got).toEqual({
			authorization: `Bearer ${TOKEN}`,
			range: 'bytes=0-3',
			host: new URL(target).host,
			connection: 'close'
		});
	});

	test('an answer keeps what it says of itself, and loses what would act on this origin', async () => {
		const { dashboard } = await startBetween((_, response) => {
			response.writeHead(206, {
				'Content-Type': 'image/png',
				'Content-Range': 'bytes 0-3/9',
				'Cache-Control': 'max-age=60',
				'Set-Cookie': 'a=b',
				'Access-Control-Allow-Origin': '*',
				'Content-Security-Policy': "default-src *; script-src 'unsafe-inline'",
				'Clear-Site-Data': '"*"',
				'Service-Worker-Allowed': '/',
				Refresh: '0;url=https://example.net'
			});
			response.end('1234');
		});
		const { status, headers, text } = await get(dashboard, '/beeper/v1/assets/serve');
		expect([status, text, headers['content-range']]).toEqual([206, '1234', 'bytes 0-3/9']);
		expect(headers['cache-control']).toBe('max-age=60');
		for (const name of [
			'set-cookie',
			'access-control-allow-origin',
			'clear-site-data',
			'service-worker-allowed',
			'refresh'
		])
			expect(headers[name], name).toBeUndefined();
		expect(headers['content-security-policy']).toContain('sandbox');
		expect(headers['content-security-policy']).not.toContain('unsafe');
		expect(headers['x-content-type-options']).toBe('nosniff');
	});

	test('an answer that does not say so is not kept', async () => {
		const { dashboard } = await startBetween((_, response) => void response.end('{}'));
		expect((await get(dashboard, '/beeper/v1/chats')).headers['cache-control']).toBe('no-store');
	});

	test('a redirect is followed neither by the relay nor by the page', async () => {
		const elsewhere: string[] = [];
		const other = await serve(
			createServer(({ url = '' }, response) => {
				elsewhere.push(url);
				response.end();
			})
		);
		const { dashboard } = await startBetween((_, response) => {
			response.writeHead(307, { Location: `${other}/taken` }).end();
		});
		const answer = await fetch(`${dashboard}/beeper/v1/chats`, {
			method: 'POST',
			headers: { Authorization: `Bearer ${TOKEN}` }
		});
		expect(answer.status).toBe(307);
		expect(answer.headers.get('location')).toBeNull();
		expect(elsewhere).toEqual([]);
	});
});

describe('bodies', () => {
	test('arrive piece by piece, both ways', async () => {
		const { dashboard } = await startBetween((request, response) => {
			response.writeHead(200);
			request.pipe(response);
		});
		const { hostname, port } = new URL(dashboard);
		const request = ask({ hostname, port, path: '/beeper/v1/assets/upload', method: 'POST' });
		request.write('first');
		const [answer]: IncomingMessage[] = await once(request, 'response');
		// The first piece is back before the second is sent.
		const [first] = await once(answer ?? request, 'data');
		expect(String(first)).toBe('first');
		request.end('second');
		const [second] = await once(answer ?? request, 'data');
		expect(String(second)).toBe('second');
	});

	test('a request that the page gives up is given up at Beeper too', async () => {
		const abort = new AbortController();
		const { upstream, dashboard } = await startBetween(() => undefined);
		const arrived = once(upstream, 'request');
		const answer = fetch(`${dashboard}/beeper/v1/chats`, { signal: abort.signal });
		const [, response] = await arrived;
		abort.abort();
		await expect(answer).rejects.toThrow();
		await once(response, 'close');
		expect(response.writableFinished).toBe(false);
	});

	test('an answer that breaks off at Beeper breaks off in the page', async () => {
		const { dashboard } = await startBetween((_, response) => {
			response.writeHead(200, { 'Content-Length': '100' });
			response.write('only', () => response.destroy());
		});
		const answer = await fetch(`${dashboard}/beeper/v1/chats`);
		await expect(answer.text()).rejects.toThrow();
	});
});
