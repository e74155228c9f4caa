import { describe, expect, test } from 'vitest';
import {
	createSampleServer,
	NEXT_TOKEN,
	READ_ONLY_TOKEN,
	SAMPLE_TOKEN,
	type SampleServer
} from '$lib/sample/create-server';
import { ask, makeSampleServer, makeSampleWorld, NOW } from '../../../fixtures/sample';

const { server } = makeSampleServer({ chats: 30 });

describe('who may read answers', () => {
	test.for([
		'http://localhost:23323',
		'http://localhost',
		'https://127.0.0.1:8443',
		'http://[::1]:5173'
	])('a page of %s', async (Origin) => {
		const { headers } = await ask(server, '/v1/accounts', { headers: { Origin } });
		expect(headers.get('Access-Control-Allow-Origin')).toBe(Origin);
	});

	test.for([
		'https://dashboard.example.org',
		'http://localhost.example.org',
		'http://evil.example/?http://localhost',
		'http://127.0.0.1.example.org',
		'null'
	])('but no page of %s', async (Origin) => {
		const names = [];
		for (const method of ['GET', 'OPTIONS']) {
			const { headers } = await ask(server, '/v1/accounts', { method, headers: { Origin } });
			names.push(...headers.keys());
		}
		expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
	});

	test('a page learns why it was refused', async () => {
		const headers = { Origin: 'http://localhost:23323' };
		const refused = await ask(server, '/v1/accounts', { token: null, headers });
		expect(refused.status).toBe(401);
		expect(refused.headers.get('Access-Control-Allow-Origin')).toBe(headers.Origin);
	});

	test('a preflight needs no token and lets two headers through', async () => {
		const { status, headers } = await ask(server, '/v1/chats/x', {
			method: 'OPTIONS',
			token: null,
			headers: { Origin: 'http://localhost:23323', 'Access-Control-Request-Method': 'PATCH' }
		});
		expect(status).toBe(204);
		expect(headers.get('Access-Control-Allow-Headers')).toBe('Authorization, Content-Type');
		expect(headers.get('Access-Control-Allow-Methods')).toContain('PATCH');
		expect(headers.get('Access-Control-Expose-Headers')).toBeNull();
	});
});

describe('tokens', () => {
	test.for([
		['none', null],
		['a wrong one', 'wrong'],
		['an empty one', '']
	] as const)('%s is refused, in the shape of an error', async ([, token]) => {
		expect(await ask(server, '/v1/chats', { token })).toMatchObject({
			status: 401,
			json: { message: expect.any(String), code: 'UNAUTHORIZED' }
		});
	});

	test('no answer repeats a token', async () => {
		const { json } = await ask(server, '/v1/chats', { token: 'my-secret' });
		expect(JSON.stringify(json)).not.toContain('my-secret');
	});

	test('info needs none', async () => {
		expect((await ask(server, '/v1/info', { token: null })).status).toBe(200);
	});

	test('a read-only one reads, and is refused on every write', async () => {
		const token = READ_ONLY_TOKEN;
		expect((await ask(server, '/v1/chats', { token })).status).toBe(200);
		for (const [method, path] of [
			['PATCH', '/v1/chats/1'],
			['POST', '/v1/chats/1/archive'],
			['DELETE', '/v1/chats/1/reminders'],
			['POST', '/v1/chats/1/messages']
		] as const)
			expect((await ask(server, path, { method, token })).status).toBe(403);
	});

	test.for([
		[SAMPLE_TOKEN, { active: true, scope: 'read write', token_type: 'Bearer' }],
		[READ_ONLY_TOKEN, { active: true, scope: 'read', token_type: 'Bearer' }],
		['wrong', { active: false }]
	] as const)('introspection of %s returns its scopes', async ([token, expected]) => {
		const body = new URLSearchParams({ token, token_type_hint: 'access_token' });
		const address = 'http://localhost:23373/oauth/introspect';
		const response = await server.fetch(new Request(address, { method: 'POST', body }));
		expect(await response.json()).toEqual(expected);
	});
});

describe('tokens with configured deviations', () => {
	async function introspect(server: SampleServer, token = SAMPLE_TOKEN): Promise<unknown> {
		const body = new URLSearchParams({ token });
		const address = 'http://localhost:23373/oauth/introspect';
		return (await server.fetch(new Request(address, { method: 'POST', body }))).json();
	}

	test.for([401, 403] as const)('%s to every write, and nothing of scopes', async (tokenWrites) => {
		const { server } = makeSampleServer({ chats: 5, behaviour: { tokenWrites } });
		expect((await ask(server, '/v1/chats')).status).toBe(200);
		const write = await ask(server, '/v1/chats/1/archive', { method: 'POST' });
		expect(write.status).toBe(tokenWrites);
		expect(await introspect(server)).toEqual({ active: true, token_type: 'Bearer' });
	});

	test('the usual token expires at the time of its introspection, and the next one does not', async () => {
		let now = NOW;
		const world = makeSampleWorld({ chats: 5 });
		const behaviour = { tokenExpires: 5_000 };
		const server = createSampleServer({ world, behaviour, now: () => now });
		expect(await introspect(server)).toMatchObject({ active: true, exp: NOW / 1000 + 5 });
		now += 4_999;
		expect((await ask(server, '/v1/chats')).status).toBe(200);
		now += 1;
		expect(await ask(server, '/v1/chats')).toMatchObject({
			status: 401,
			json: { message: 'Token expired' }
		});
		expect(await introspect(server)).toEqual({ active: false });
		expect((await ask(server, '/v1/chats', { token: NEXT_TOKEN })).status).toBe(200);
		expect(await introspect(server, NEXT_TOKEN)).not.toHaveProperty('exp');
	});
});

test('every response has the version header, errors too', async () => {
	for (const path of ['/v1/info', '/v1/chats', '/v1/nothing', '/nothing']) {
		const { headers } = await ask(server, path);
		expect(headers.get('X-Beeper-Desktop-Version')).toBe('4.3.73');
	}
});

test('what is not there is not found', async () => {
	for (const path of ['/v1/nothing', '/', '/v1/chats/nobody', '/v1/chats/1/messages/nothing'])
		expect(await ask(server, path)).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
});
