import { describe, expect, test } from 'vitest';
import { checkToken } from '$lib/api/diagnostics';
import { beeper, INFO, json, network, oldBeeper, type ServerAnswer } from '../../fixtures/network';

const address = 'http://localhost:23373';
const { signal } = new AbortController();

describe('a token', () => {
	test.for<[string, string, ServerAnswer, string]>([
		['that may write', 'good', beeper(), 'token-ok'],
		['that may only read', 'good', beeper({ active: true, scope: 'read' }), 'token-read-only'],
		['whose scopes are unsaid', 'good', beeper({ active: true }), 'token-ok'],
		['that was removed', 'good', beeper({ active: false }), 'token-refused'],
		['that was never one', 'bad', beeper(), 'token-refused'],
		['that an old server takes', 'good', oldBeeper, 'token-ok'],
		['that an old server refuses', 'bad', oldBeeper, 'token-refused']
	])('%s', async ([, token, server, kind]) => {
		const { fetch } = network({ [address]: server });
		expect(await checkToken(address, token, { fetch, signal })).toEqual({ kind, address });
	});

	test('is not shown to anything but a running Beeper', async () => {
		const { fetch, requests } = network({ [address]: () => json({}) });
		expect(await checkToken(address, 'good', { fetch, signal })).toMatchObject({
			kind: 'something-else'
		});
		expect(requests.some((request) => request.headers.has('authorization'))).toBe(false);
	});

	test('stays unjudged when the server fails', async () => {
		const { fetch } = network({
			[address]: (request) =>
				request.method === 'POST' ? new Response('', { status: 500 }) : json(INFO)
		});
		await expect(checkToken(address, 'good', { fetch, signal })).rejects.toMatchObject({
			failure: 'server-fault'
		});
	});
});
