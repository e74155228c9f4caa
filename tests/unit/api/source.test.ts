import { describe, expect, test } from 'vitest';
import { createSource, type SourceOptions } from '$lib/api/source';
import { json, makeFetch, never, type Reaction } from '../../fixtures/http';
import { makeAccountPayload } from '../../fixtures/payloads';

function makeSource(reactions: [Reaction, ...Reaction[]], options: Partial<SourceOptions> = {}) {
	const { fetch, requests } = makeFetch(...reactions);
	const address = 'http://localhost:23373';
	const source = createSource({ address, token: 's3cret', fetch, retry: { limit: 0 }, ...options });
	return { source, requests };
}

describe('server', () => {
	test('says what answers, without a token', async () => {
		const body = {
			app: { name: 'Beeper', version: '4.3.73', bundle_id: 'x' },
			server: { status: 'running', port: 1 }
		};
		const { source, requests } = makeSource([json(body)], { token: undefined });
		expect(await source.server(never)).toEqual({
			name: 'Beeper',
			bundleID: 'x',
			version: '4.3.73',
			status: 'running'
		});
		expect(requests[0]?.url).toBe('http://localhost:23373/v1/info');
	});

	test('does not show the token even when it has one', async () => {
		const { source, requests } = makeSource([json({ app: {} })]);
		await source.server(never);
		expect([...(requests[0]?.headers ?? [])]).toEqual([]);
	});

	test('takes a missing page for an old server', async () => {
		const headers = { 'X-Beeper-Desktop-Version': '4.2.0' };
		const named = makeSource([new Response('', { status: 404, headers })]);
		expect(await named.source.server(never)).toEqual({ version: '4.2.0' });
		const silent = makeSource([new Response('', { status: 404 })]);
		expect(await silent.source.server(never)).toEqual({});
	});

	test.for([
		['a web page', new Response('<html>')],
		["another server's JSON", json({ hello: 'world' })],
		['a list', json([])]
	] as const)('does not take %s for Beeper', async ([, response]) => {
		const { source } = makeSource([response]);
		await expect(source.server(never)).rejects.toMatchObject({ failure: 'malformed' });
	});
});

describe('access', () => {
	test('asks about the token in a form', async () => {
		const { source, requests } = makeSource([json({ active: true, scope: 'read write' })]);
		expect(await source.access(never)).toEqual({ canWrite: true });
		expect(requests[0]?.method).toBe('POST');
		expect(requests[0]?.url).toBe('http://localhost:23373/oauth/introspect');
		expect(await requests[0]?.text()).toBe('token=s3cret&token_type_hint=access_token');
	});

	test.for([
		['a read-only token', { active: true, scope: 'read' }, { canWrite: false }],
		[
			'a scope that only sounds like it',
			{ active: true, scope: 'read overwrite' },
			{ canWrite: false }
		],
		['a token without scopes', { active: true }, {}]
	] as const)('recognises %s', async ([, body, expected]) => {
		expect(await makeSource([json(body)]).source.access(never)).toEqual(expected);
	});

	test('refuses a token that is not active', async () => {
		const { source } = makeSource([json({ active: false })]);
		await expect(source.access(never)).rejects.toMatchObject({ failure: 'token-refused' });
	});

	test('does not guess when the server says nothing of the token', async () => {
		const { source } = makeSource([json({})]);
		await expect(source.access(never)).rejects.toMatchObject({ failure: 'malformed' });
	});

	test('tries the token on an old server', async () => {
		const missing = new Response('', { status: 404 });
		expect(await makeSource([missing, json([])]).source.access(never)).toEqual({});
		const refused = makeSource([missing, new Response('', { status: 401 })]);
		await expect(refused.source.access(never)).rejects.toMatchObject({ failure: 'token-refused' });
	});
});

describe('accounts', () => {
	test('reads a bare list', async () => {
		const { source } = makeSource([json([makeAccountPayload(), {}])]);
		expect(await source.accounts(never)).toEqual({
			items: [makeAccountPayload()],
			parseIssues: [{ item: '#2', path: 'accountID', found: 'nothing', leftOut: true }]
		});
	});

	test('forgives spaces around a pasted token', async () => {
		const { source, requests } = makeSource([json([])], { token: ' s3cret\n' });
		await source.accounts(never);
		expect(requests[0]?.headers.get('authorization')).toBe('Bearer s3cret');
	});

	test('does not understand anything else', async () => {
		const { source } = makeSource([json({ items: [] })]);
		await expect(source.accounts(never)).rejects.toMatchObject({ failure: 'malformed' });
	});
});

describe('address', () => {
	test.for([
		['http://localhost:23373/', 'http://localhost:23373/v1/accounts'],
		['https://host.example/beeper//', 'https://host.example/beeper/v1/accounts'],
		['http://user:pass@localhost:1/?x=1#y', 'http://localhost:1/v1/accounts']
	] as const)('%s is the root of every path', async ([address, url]) => {
		const { source, requests } = makeSource([json([])], { address });
		await source.accounts(never);
		expect(requests[0]?.url).toBe(url);
	});
});

describe('labels', () => {
	test('are read one by one', async () => {
		const { source, requests } = makeSource([json([{ id: 'a', name: 'A' }, 7, { id: 'b' }])]);
		expect(await source.labels(never)).toMatchObject({
			items: [{ id: 'a', name: 'A' }, { id: 'b' }],
			parseIssues: [{ item: '#2', leftOut: true }]
		});
		expect(requests[0]?.url).toBe('http://localhost:23373/v1/labels');
	});

	test('are none on a server that knows no labels', async () => {
		const { source } = makeSource([new Response('', { status: 404 })]);
		expect(await source.labels(never)).toEqual({ items: [], parseIssues: [] });
	});

	test.for([
		[json({ errcode: 'M_UNKNOWN', error: '…' }, { status: 500 }), 'server-fault'],
		[json({ hello: 'world' }), 'malformed']
	] as const)('fail as anything else does: %#', async ([response, failure]) => {
		const { source } = makeSource([response]);
		await expect(source.labels(never)).rejects.toMatchObject({ failure });
	});
});
