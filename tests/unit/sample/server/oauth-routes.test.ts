import { describe, expect, test } from 'vitest';
import { ask, makeSampleServer, type SampleOptions } from '../../../fixtures/sample';
import { decide, sendDecision } from '../../../fixtures/consent';

const ORIGIN = 'http://localhost:23373';
const REDIRECT = 'http://localhost:23323/connect';
/** RFC 7636, appendix B. */
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

async function open(options: SampleOptions = {}) {
	const { server } = makeSampleServer({ chats: 5, ...options });
	const registered = await server.fetch(
		new Request(`${ORIGIN}/oauth/register`, {
			method: 'POST',
			body: JSON.stringify({ client_name: '<b>Dash & co</b>', redirect_uris: [REDIRECT] })
		})
	);
	const { client_id: clientID } = await registered.json();
	function toConsent(changes: Record<string, string> = {}): string {
		const query = {
			response_type: 'code',
			client_id: clientID,
			redirect_uri: REDIRECT,
			scope: 'read write',
			state: 'my-state',
			code_challenge: CHALLENGE,
			code_challenge_method: 'S256',
			...changes
		};
		return `${ORIGIN}/oauth/authorize?${new URLSearchParams(query)}`;
	}
	async function exchange(code: string, changes: Record<string, string> = {}) {
		const form = {
			grant_type: 'authorization_code',
			code,
			redirect_uri: REDIRECT,
			client_id: clientID,
			code_verifier: VERIFIER,
			...changes
		};
		const response = await post('/oauth/token', form);
		return { status: response.status, headers: response.headers, json: await response.json() };
	}
	function post(path: string, form: Record<string, string>) {
		const body = new URLSearchParams(form);
		return server.fetch(new Request(ORIGIN + path, { method: 'POST', body }));
	}
	async function allow(): Promise<string> {
		const { searchParams } = await decide(server.fetch, toConsent(), 'allow');
		return searchParams.get('code') ?? '';
	}
	return { server, clientID, toConsent, exchange, post, allow };
}

describe('the consent page', () => {
	test('says who asks for what, and runs nothing', async () => {
		const { server, toConsent } = await open({ behaviour: { tokenLifetime: 3_600_000 } });
		const response = await server.fetch(new Request(toConsent()));
		const text = await response.text();
		expect(response.status).toBe(200);
		expect(text).toContain('&lt;b&gt;Dash &amp; co&lt;/b&gt;');
		expect(text).toContain('http://localhost:23323');
		expect(text).toContain('Change chats');
		expect(text).toContain('For 60 minutes');
		expect(text).not.toContain('<script');
		const policy = response.headers.get('Content-Security-Policy') ?? '';
		expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' /);
		expect(policy).not.toContain('unsafe');
		expect(policy).toContain("frame-ancestors 'none'");
	});

	test('does not mention changes to those who only want to read', async () => {
		const { server, toConsent } = await open();
		const response = await server.fetch(new Request(toConsent({ scope: 'read' })));
		expect(await response.text()).not.toContain('Change chats');
	});

	test.for([
		[{ client_id: 'unknown' }],
		[{ redirect_uri: 'https://evil.example/' }],
		[{ redirect_uri: `${REDIRECT}/x` }]
	] as const)('is refused on the spot for %j', async ([changes]) => {
		const { server, toConsent } = await open();
		const response = await server.fetch(new Request(toConsent(changes)));
		expect([response.status, response.headers.get('Location')]).toEqual([400, null]);
		expect(await response.text()).not.toContain('<form');
	});

	test.for([
		[{ response_type: 'token' }, 'invalid_request'],
		[{ code_challenge_method: 'plain' }, 'invalid_request'],
		[{ code_challenge: 'short' }, 'invalid_request'],
		[{ scope: 'read admin' }, 'invalid_scope'],
		[{ scope: '' }, 'invalid_scope']
	] as const)('is refused to the program for %j: %s', async ([changes, error]) => {
		const { server, toConsent } = await open();
		const response = await server.fetch(new Request(toConsent(changes)));
		const { searchParams } = new URL(response.headers.get('Location') ?? '');
		expect([searchParams.get('error'), searchParams.get('state')]).toEqual([error, 'my-state']);
	});

	test('leads back with a code or a refusal, and the state', async () => {
		const { server, toConsent } = await open();
		const yes = await decide(server.fetch, toConsent(), 'allow');
		expect(yes.href).toMatch(/^http:\/\/localhost:23323\/connect\?code=\w{32}&state=my-state&iss=/);
		const no = await decide(server.fetch, toConsent(), 'deny');
		expect(Object.fromEntries(no.searchParams)).toEqual({
			error: 'access_denied',
			state: 'my-state',
			iss: ORIGIN
		});
	});

	test('is answered once, and by itself only', async () => {
		const { server, toConsent } = await open();
		async function getRequest() {
			const page = await server.fetch(new Request(toConsent()));
			return /name="request" value="(\w+)"/.exec(await page.text())?.[1] ?? '';
		}
		const form = { request: await getRequest(), decision: 'allow' };
		expect((await sendDecision(server.fetch, toConsent(), form)).status).toBe(303);
		expect((await sendDecision(server.fetch, toConsent(), form)).status).toBe(400);
		const other = { request: await getRequest(), decision: 'allow' };
		const from = new URL('http://localhost:23323');
		expect((await sendDecision(server.fetch, toConsent(), other, from)).status).toBe(400);
	});
});

describe('the code', () => {
	test('is exchanged once, for a token that is never stored by a browser', async () => {
		const { allow, exchange } = await open({ behaviour: { tokenLifetime: 3_600_000 } });
		const code = await allow();
		const { status, headers, json } = await exchange(code);
		expect([status, headers.get('Cache-Control')]).toEqual([200, 'no-store']);
		expect(json).toMatchObject({ token_type: 'Bearer', scope: 'read write', expires_in: 3600 });
		expect(await exchange(code)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
	});

	test.for([
		[{ code_verifier: 'wrong' }],
		[{ code_verifier: '' }],
		[{ client_id: 'other' }],
		[{ redirect_uri: 'http://localhost:23323/' }]
	] as const)('is of no use with %j, then or later', async ([changes]) => {
		const { allow, exchange } = await open();
		const code = await allow();
		expect((await exchange(code, changes)).json).toEqual({ error: 'invalid_grant' });
		expect((await exchange(code)).status).toBe(400);
	});

	test('expires after a minute', async () => {
		let now = 0;
		const { allow, exchange } = await open({ now: () => now });
		const [soon, late] = [await allow(), await allow()];
		now = 59_999;
		expect((await exchange(soon)).status).toBe(200);
		now = 60_000;
		expect((await exchange(late)).status).toBe(400);
	});
});

describe('the token', () => {
	test('expires when it was said to, which introspection tells', async () => {
		let now = 0;
		const options = { now: () => now, behaviour: { tokenLifetime: 60_000 } };
		const { server, allow, exchange, post, clientID } = await open(options);
		const token: string = (await exchange(await allow())).json.access_token;
		const told = await (await post('/oauth/introspect', { token })).json();
		expect(told).toEqual({
			active: true,
			scope: 'read write',
			exp: 60,
			client_id: clientID,
			token_type: 'Bearer'
		});
		expect((await ask(server, '/v1/accounts', { token })).status).toBe(200);
		now = 60_000;
		expect((await ask(server, '/v1/accounts', { token })).status).toBe(401);
		const over = await (await post('/oauth/introspect', { token })).json();
		expect(over).toEqual({ active: false });
	});

	test('is revoked by its client only', async () => {
		const { server, allow, exchange, post, clientID } = await open();
		const token: string = (await exchange(await allow())).json.access_token;
		expect((await post('/oauth/revoke', { token, client_id: 'other' })).status).toBe(200);
		expect((await ask(server, '/v1/accounts', { token })).status).toBe(200);
		expect((await post('/oauth/revoke', { token, client_id: clientID })).status).toBe(200);
		expect((await ask(server, '/v1/accounts', { token })).status).toBe(401);
	});
});

test('a server without OAuth names no endpoint and has none', async () => {
	const { server } = makeSampleServer({ chats: 5, behaviour: { oauth: 'off' } });
	const paths = ['/.well-known/oauth-authorization-server', '/oauth/authorize'];
	for (const path of paths) expect((await ask(server, path, { token: null })).status).toBe(404);
	const { json } = await ask(server, '/v1/info', { token: null });
	expect(JSON.stringify(json)).not.toContain('oauth');
});
