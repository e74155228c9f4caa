import { describe, expect, test } from 'vitest';
import { createClient, type ClientOptions } from '$lib/api/client';
import { SourceError } from '$lib/domain/source';
import { makeFetch, networkFailure, never, type Reaction } from '../../fixtures/http';

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
