import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createClient, type ClientOptions } from '$lib/api/client';
import { SourceError } from '$lib/domain/connection/source-error';
import { makeFetch, networkFailure, never, silence, type Reaction } from '../../fixtures/http';

function makeClient(reactions: [Reaction, ...Reaction[]], options: Partial<ClientOptions> = {}) {
	const { fetch, requests } = makeFetch(...reactions);
	const address = 'http://localhost:23373';
	const client = createClient({
		address,
		token: 's3cret',
		fetch,
		retry: { delay: () => 0 },
		...options
	});
	return { client, requests };
}

function status(status: number, headers: HeadersInit = {}): Response {
	return new Response('{"message":"no"}', { status, headers });
}

const ok = new Response('fine');

describe('what is sent', () => {
	test('a read carries the token and no other header', async () => {
		const { client, requests } = makeClient([ok]);
		await client.get('/v1/chats', never, { cursor: 'a' });
		expect([...(requests[0]?.headers ?? [])]).toEqual([['authorization', 'Bearer s3cret']]);
	});

	test('a form carries the token, its type and no other header', async () => {
		const { client, requests } = makeClient([ok]);
		await client.postForm('/oauth/introspect', never, { a: 'b' });
		expect([...(requests[0]?.headers ?? [])]).toEqual([
			['authorization', 'Bearer s3cret'],
			['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']
		]);
	});

	test('a request follows no redirect and leaves no trace', async () => {
		const { client, requests } = makeClient([ok]);
		await client.get('/v1/chats', never);
		expect(requests[0]).toMatchObject({
			redirect: 'error',
			credentials: 'omit',
			cache: 'no-store',
			referrerPolicy: 'no-referrer'
		});
	});

	test.for([
		['missing', undefined, 'token-missing'],
		['empty', '', 'token-missing'],
		['of two lines', 'one\ntwo', 'token-refused'],
		['no header can hold', 'tök…', 'token-refused']
	] as const)('nothing with a token that is %s', async ([, token, failure]) => {
		const { client, requests } = makeClient([ok], { token });
		await expect(client.get('/v1/chats', never)).rejects.toMatchObject({ failure });
		expect(requests).toEqual([]);
	});
});

describe('when nothing answers', () => {
	test('the server is unreachable when no request gets a response', async () => {
		const { client } = makeClient([networkFailure()]);
		await expect(client.get('/', never)).rejects.toMatchObject({ failure: 'unreachable' });
	});

	test('the page is blocked when a `no-cors` request gets a response', async () => {
		const { client, requests } = makeClient(
			[(request) => (request.mode === 'no-cors' ? ok.clone() : Promise.reject(networkFailure()))],
			{ retry: { limit: 0 } }
		);
		await expect(client.get('/v1/chats', never)).rejects.toMatchObject({ failure: 'blocked' });
		const [, probe] = requests;
		expect(probe?.url).toBe('http://localhost:23373/v1/info');
		expect([...(probe?.headers ?? [])]).toEqual([]);
	});

	function broken() {
		return new Response(new ReadableStream({ pull: (stream) => stream.error(networkFailure()) }));
	}

	test('an answer that breaks off is no answer', async () => {
		const { client, requests } = makeClient([broken, broken, ok]);
		expect(await client.get('/', never)).toMatchObject({ text: 'fine' });
		expect(requests).toHaveLength(3);
	});

	test('a page that gets a part of the answer is not blocked', async () => {
		const { client } = makeClient(
			[(request) => (request.mode === 'no-cors' ? ok.clone() : broken())],
			{ retry: { limit: 0 } }
		);
		await expect(client.get('/', never)).rejects.toMatchObject({ failure: 'unreachable' });
	});

	test('a try ends after its time, and is the last', async () => {
		const { client, requests } = makeClient([silence], { timeout: 5 });
		await expect(client.get('/', never)).rejects.toMatchObject({ failure: 'timed-out' });
		expect(requests).toHaveLength(1);
	});

	test('the time of a try covers the whole answer', async () => {
		function endless({ signal }: Request) {
			const body = new ReadableStream({
				start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason))
			});
			return new Response(body);
		}
		const { client } = makeClient([endless], { timeout: 5 });
		await expect(client.get('/', never)).rejects.toMatchObject({ failure: 'timed-out' });
	});
});

describe('aborting', () => {
	test.for([
		['before it starts', (leave: () => void) => (leave(), silence)],
		[
			'while it waits for an answer',
			(leave: () => void) => (request: Request) => (queueMicrotask(leave), silence(request))
		],
		[
			'while it asks who answers at all',
			(leave: () => void) => (request: Request) => {
				if (request.mode === 'cors') throw networkFailure();
				queueMicrotask(leave);
				return silence(request);
			}
		],
		['just as an answer comes', (leave: () => void) => () => (leave(), ok.clone())]
	] as const)('cancels a request %s', async ([, makeReaction]) => {
		const leaving = new AbortController();
		const { client } = makeClient([makeReaction(() => leaving.abort())], { retry: { limit: 0 } });
		await expect(client.get('/', leaving.signal)).rejects.toMatchObject({ failure: 'cancelled' });
	});

	test('does not wait for the next try', async () => {
		const leaving = new AbortController();
		const { client, requests } = makeClient([status(500)], {
			retry: { delay: () => (setTimeout(() => leaving.abort()), 1_000_000) }
		});
		await expect(client.get('/', leaving.signal)).rejects.toMatchObject({ failure: 'cancelled' });
		expect(requests).toHaveLength(1);
	});
});

test('a bug is thrown as it is, at once', async () => {
	const bug = new RangeError('bug');
	const { client, requests } = makeClient([bug]);
	await expect(client.get('/', never)).rejects.toBe(bug);
	expect(requests).toHaveLength(1);
});

test.for([
	['a refusal', new Response('{"message":"s3cret is bad"}', { status: 401 })],
	['a fault', status(500)],
	['silence', silence],
	['a network failure', new TypeError('Bearer s3cret')]
] as const)('the token is nowhere in the error after %s', async ([, reaction]) => {
	const { client } = makeClient([reaction], { timeout: 5 });
	const error: unknown = await client.get('/', never).catch((error) => error);
	expect(error).toBeInstanceOf(SourceError);
	expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cret');
});

describe('trying again', () => {
	test.for([408, 429, 500, 502, 503, 504])('a read is tried three times on %i', async (code) => {
		const { client, requests } = makeClient([status(code)]);
		await expect(client.get('/', never)).rejects.toMatchObject({ status: code, says: 'no' });
		expect(requests).toHaveLength(3);
	});

	test.for([400, 401, 403, 404, 409, 413, 422, 501])('a read is tried once on %i', async (code) => {
		const { client, requests } = makeClient([status(code)]);
		await expect(client.get('/', never)).rejects.toMatchObject({ status: code });
		expect(requests).toHaveLength(1);
	});

	test('a read succeeds when a later try does', async () => {
		const { client, requests } = makeClient([networkFailure(), status(503), ok]);
		expect(await client.get('/', never)).toMatchObject({ text: 'fine', status: 200 });
		expect(requests.map((request) => request.headers.get('authorization'))).toEqual(
			Array(3).fill('Bearer s3cret')
		);
	});

	test.for([
		['a server fault', status(500)],
		['a network failure', networkFailure()]
	] as const)('a POST is never tried again after %s', async ([, reaction]) => {
		const { client, requests } = makeClient([reaction]);
		await expect(client.postForm('/', never, {})).rejects.toBeInstanceOf(SourceError);
		expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	test('waits longer each time', async () => {
		const waits: number[] = [];
		const { client } = makeClient([status(500)], {
			retry: { delay: (retry) => (waits.push(retry), 0) }
		});
		await expect(client.get('/', never)).rejects.toMatchObject({ failure: 'server-fault' });
		expect(waits).toEqual([1, 2]);
	});

	test('waits as long as the server asks, not as long as usual', async () => {
		const { client } = makeClient([status(429, { 'Retry-After': '0' }), ok], {
			retry: { delay: () => 1_000_000 }
		});
		expect(await client.get('/', never)).toMatchObject({ text: 'fine' });
	});

	test.for(['3600', 'soon'])('does not sit out a Retry-After of %s', async (wait) => {
		const { client, requests } = makeClient([status(429, { 'Retry-After': wait })]);
		await expect(client.get('/', never)).rejects.toMatchObject({ failure: 'rate-limited' });
		expect(requests).toHaveLength(1);
	});
});
