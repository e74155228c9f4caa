import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createHTTP, type HTTPOptions } from '$lib/api/http';
import { SourceError } from '$lib/domain/source';
import { makeFetch, networkFailure, never, silence, type Reaction } from '../../fixtures/http';

function makeHTTP(reactions: [Reaction, ...Reaction[]], options: Partial<HTTPOptions> = {}) {
	const { fetch, requests } = makeFetch(...reactions);
	const address = 'http://localhost:23373';
	const http = createHTTP({ address, token: 's3cret', fetch, retryDelay: () => 0, ...options });
	return { http, requests };
}

function status(status: number, headers: HeadersInit = {}): Response {
	return new Response('{"message":"no"}', { status, headers });
}

const ok = new Response('fine');

describe('what is sent', () => {
	test('a read carries the token and no other header', async () => {
		const { http, requests } = makeHTTP([ok]);
		await http.get('/v1/chats', never, { cursor: 'a' });
		expect([...(requests[0]?.headers ?? [])]).toEqual([['authorization', 'Bearer s3cret']]);
	});

	test('a form carries the token, its type and no other header', async () => {
		const { http, requests } = makeHTTP([ok]);
		await http.postForm('/oauth/introspect', never, { a: 'b' });
		expect([...(requests[0]?.headers ?? [])]).toEqual([
			['authorization', 'Bearer s3cret'],
			['content-type', 'application/x-www-form-urlencoded;charset=UTF-8']
		]);
	});

	test('a request follows no redirect and leaves no trace', async () => {
		const { http, requests } = makeHTTP([ok]);
		await http.get('/v1/chats', never);
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
		const { http, requests } = makeHTTP([ok], { token });
		await expect(http.get('/v1/chats', never)).rejects.toMatchObject({ failure });
		expect(requests).toEqual([]);
	});
});

describe('when nothing answers', () => {
	test('the server is unreachable if nobody gets an answer', async () => {
		const { http } = makeHTTP([networkFailure()]);
		await expect(http.get('/', never)).rejects.toMatchObject({ failure: 'unreachable' });
	});

	test('the page is blocked if somebody else would get one', async () => {
		const { http, requests } = makeHTTP(
			[(request) => (request.mode === 'no-cors' ? ok.clone() : Promise.reject(networkFailure()))],
			{ retries: 0 }
		);
		await expect(http.get('/v1/chats', never)).rejects.toMatchObject({ failure: 'blocked' });
		const [, probe] = requests;
		expect(probe?.url).toBe('http://localhost:23373/v1/info');
		expect([...(probe?.headers ?? [])]).toEqual([]);
	});

	test('an answer that breaks off is no answer', async () => {
		function broken() {
			return new Response(new ReadableStream({ pull: (stream) => stream.error(networkFailure()) }));
		}
		const { http, requests } = makeHTTP([broken, broken, ok]);
		expect(await http.get('/', never)).toMatchObject({ text: 'fine' });
		expect(requests).toHaveLength(3);
	});

	test('a try ends after its time, and is the last', async () => {
		const { http, requests } = makeHTTP([silence], { timeout: 5 });
		await expect(http.get('/', never)).rejects.toMatchObject({ failure: 'timed-out' });
		expect(requests).toHaveLength(1);
	});

	test('the time of a try covers the whole answer', async () => {
		function endless({ signal }: Request) {
			const body = new ReadableStream({
				start: (stream) => signal.addEventListener('abort', () => stream.error(signal.reason))
			});
			return new Response(body);
		}
		const { http } = makeHTTP([endless], { timeout: 5 });
		await expect(http.get('/', never)).rejects.toMatchObject({ failure: 'timed-out' });
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
		const { http } = makeHTTP([makeReaction(() => leaving.abort())], { retries: 0 });
		await expect(http.get('/', leaving.signal)).rejects.toMatchObject({ failure: 'cancelled' });
	});

	test('does not wait for the next try', async () => {
		const leaving = new AbortController();
		const { http, requests } = makeHTTP([status(500)], {
			retryDelay: () => (setTimeout(() => leaving.abort()), 1_000_000)
		});
		await expect(http.get('/', leaving.signal)).rejects.toMatchObject({ failure: 'cancelled' });
		expect(requests).toHaveLength(1);
	});
});

test('a bug is thrown as it is, at once', async () => {
	const bug = new RangeError('bug');
	const { http, requests } = makeHTTP([bug]);
	await expect(http.get('/', never)).rejects.toBe(bug);
	expect(requests).toHaveLength(1);
});

test.for([
	['a refusal', new Response('{"message":"s3cret is bad"}', { status: 401 })],
	['a fault', status(500)],
	['silence', silence],
	['a network failure', new TypeError('Bearer s3cret')]
] as const)('the token is nowhere in the error after %s', async ([, reaction]) => {
	const { http } = makeHTTP([reaction], { timeout: 5 });
	const error: unknown = await http.get('/', never).catch((error) => error);
	expect(error).toBeInstanceOf(SourceError);
	expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cret');
});
