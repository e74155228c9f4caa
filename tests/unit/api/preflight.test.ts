import { describe, expect, test } from 'vitest';
import { createClient } from '$lib/api/client';
import type { ProbeResult, Probe, RequestKind } from '$lib/api/preflight';
import { json, makeFetch, networkFailure, never, type Reaction } from '../../fixtures/http';

const PATCH = { method: 'PATCH', path: '/v1/chats/a', body: { isMuted: true } } as const;

/** A client for a server with this reaction, in a browser whose probes take this course. */
function makeHTTP(reaction: Reaction, course: (kind: RequestKind, count: number) => ProbeResult) {
	const { fetch, requests } = makeFetch(reaction);
	const probes: string[] = [];
	const probe: Probe = async ({ method, isJSON, url, authorization }) => {
		probes.push(`${method} ${url} ${authorization}`);
		return course({ method, isJSON }, probes.length);
	};
	const client = createClient({ address: 'http://localhost:1', token: 't', fetch, probe });
	return { client, requests, probes };
}

function isControl({ method, isJSON }: RequestKind) {
	return method === 'POST' && !isJSON;
}

describe('a write that fails without an answer', () => {
	test('was not sent, where only its kind is stopped; no more of that kind is sent', async () => {
		const { client, requests, probes } = makeHTTP(networkFailure(), (kind) =>
			isControl(kind) ? 'arrived' : 'stopped'
		);
		await expect(client.write(PATCH, never)).rejects.toMatchObject({ failure: 'not-sent' });
		expect(probes).toEqual(
			['PATCH', 'POST', 'PATCH'].map((method) => `${method} http://localhost:1/v1 Bearer t`)
		);
		await expect(client.write(PATCH, never)).rejects.toMatchObject({ failure: 'not-sent' });
		expect([requests.length, probes.length]).toEqual([1, 4]);
	});

	test('can be tried again once such a request arrives', async () => {
		let isAllowed = false;
		function react() {
			if (!isAllowed) throw networkFailure();
			return json({});
		}
		const { client, requests } = makeHTTP(react, (kind) =>
			isAllowed || isControl(kind) ? 'arrived' : 'stopped'
		);
		await expect(client.write(PATCH, never)).rejects.toMatchObject({ failure: 'not-sent' });
		isAllowed = true;
		expect(await client.write(PATCH, never)).toMatchObject({ status: 200 });
		expect(requests).toHaveLength(2);
	});

	test.for<[string, (kind: RequestKind, count: number) => ProbeResult]>([
		['such a request arrives', () => 'arrived'],
		['nothing arrives at all', () => 'stopped'],
		['the control is not answered', (kind) => (isControl(kind) ? 'silent' : 'stopped')],
		['the first probe is not answered', () => 'silent'],
		['the second arrives', (kind, count) => (isControl(kind) || count > 2 ? 'arrived' : 'stopped')]
	])('may have happened, where %s', async ([, course]) => {
		const { client, requests } = makeHTTP(networkFailure(), course);
		for (const count of [1, 2]) {
			await expect(client.write(PATCH, never)).rejects.toMatchObject({ failure: 'unreachable' });
			expect(requests).toHaveLength(count);
		}
	});

	test.for([
		['was done', json({})],
		['was refused', json({}, { status: 409 })],
		['led elsewhere', new Response(null, { status: 307 })]
	] as const)('may have happened, where another of its kind %s', async ([, answer]) => {
		let isFirst = true;
		function react() {
			if (!isFirst) throw networkFailure();
			isFirst = false;
			return answer.clone();
		}
		const { client, probes } = makeHTTP(react, (kind) => (isControl(kind) ? 'arrived' : 'stopped'));
		await client.write(PATCH, never).catch(() => {});
		await expect(client.write(PATCH, never)).rejects.toMatchObject({ failure: 'unreachable' });
		expect(probes).toEqual([]);
	});

	test('is found out once for several at once', async () => {
		const { client, probes } = makeHTTP(networkFailure(), (kind) =>
			isControl(kind) ? 'arrived' : 'stopped'
		);
		await Promise.allSettled([client.write(PATCH, never), client.write(PATCH, never)]);
		expect(probes).toHaveLength(3);
	});
});

test('a redirect of a write is not followed, and is no failure', async () => {
	const { client, requests } = makeHTTP(
		new Response(null, { status: 307, headers: { Location: '/v1/elsewhere' } }),
		() => 'arrived'
	);
	await expect(client.write(PATCH, never)).rejects.toMatchObject({ failure: 'redirected' });
	expect(requests).toHaveLength(1);
	expect(requests[0]?.redirect).toBe('manual');
});
