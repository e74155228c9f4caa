import { describe, expect, test } from 'vitest';
import { diagnose, findElsewhere, probe, checkToken } from '$lib/api/diagnostics';
import type { Diagnosis } from '$lib/domain/connection/diagnosis';
import { silence } from '../../fixtures/http';
import { beeper, INFO, json, network, oldBeeper, type ServerAnswer } from '../../fixtures/network';

const address = 'http://localhost:23373';

const { signal } = new AbortController();

describe('what is at an address', () => {
	test.for<[string, Record<string, ServerAnswer>, Diagnosis]>([
		[
			'a Beeper',
			{ [address]: beeper() },
			{
				kind: 'running',
				address,
				server: { name: 'Beeper Desktop', version: '4.3.73', status: 'running' }
			}
		],
		[
			'a Beeper older than its own /v1/info',
			{ [address]: oldBeeper },
			{ kind: 'running', address, server: {} }
		],
		[
			'an old Beeper that tells its version in a header',
			{ [address]: () => json({}, 404, { 'X-Beeper-Desktop-Version': '4.2.500' }) },
			{ kind: 'running', address, server: { version: '4.2.500' } }
		],
		[
			'a Beeper whose API is off',
			{ [address]: () => json({ ...INFO, server: { status: 'stopped' } }) },
			{ kind: 'switched-off', address, status: 'stopped' }
		],
		[
			'a Beeper that says in another word that it runs',
			{ [address]: () => json({ ...INFO, server: { status: 'ok' } }) },
			{
				kind: 'running',
				address,
				server: { name: 'Beeper Desktop', version: '4.3.73', status: 'ok' }
			}
		],
		['nothing', {}, { kind: 'not-running', address }],
		['a web page', { [address]: () => new Response('<!doctype html>') }, elsewise()],
		['other JSON', { [address]: () => json({ hello: 'world' }) }, elsewise()],
		['empty objects of the right names', { [address]: () => json({ app: {} }) }, elsewise()],
		[
			'a server without the page',
			{ [address]: () => new Response('', { status: 404 }) },
			elsewise()
		],
		['a login page', { [address]: loginPage }, elsewise()],
		['a broken server', { [address]: () => new Response('', { status: 500 }) }, elsewise()],
		['a server that lets no page in', { [address]: () => undefined }, { kind: 'blocked', address }]
	])('%s', async ([, servers, expected]) => {
		const { fetch } = network(servers);
		expect(await probe(address, { fetch, signal })).toEqual(expected);
	});

	function elsewise(): Diagnosis {
		return { kind: 'something-else', address };
	}

	function loginPage(request: Request): Response {
		const status = new URL(request.url).pathname === '/v1/accounts' ? 401 : 404;
		return new Response('<h1>Sign in</h1>', { status });
	}

	test('counts as nothing while it stays silent', async () => {
		expect(await probe(address, { fetch: silence, signal, timeout: 5 })).toEqual({
			kind: 'not-running',
			address
		});
	});

	test.for([
		[{ isRefused: true, isDenied: true }, 'not-allowed'],
		[{ isRefused: false, isDenied: true }, 'local-network-denied'],
		[{ isRefused: false, isDenied: false }, 'not-running']
	] as const)('is hidden by a browser that says %o: %s', async ([says, kind]) => {
		const browser = { isRefused: async () => says.isRefused, isDenied: async () => says.isDenied };
		const { fetch } = network({});
		expect(await probe(address, { fetch, signal, browser })).toEqual({ kind, address });
	});

	test('is not asked for any longer once cancelled', async () => {
		const { fetch } = network({ [address]: beeper() });
		const cancelled = probe(address, { fetch, signal: AbortSignal.abort() });
		await expect(cancelled).rejects.toMatchObject({ failure: 'cancelled' });
	});
});

describe('a Beeper elsewhere on this computer', () => {
	test.for(['http://127.0.0.1:23373', 'http://127.0.0.1:23374', 'http://127.0.0.1:23392'])(
		'is found at %s',
		async (other) => {
			const { fetch } = network({ [other]: beeper() });
			expect(await findElsewhere(address, { fetch, signal, isWide: true })).toBe(other);
		}
	);

	test('is not another server', async () => {
		const { fetch } = network({ 'http://127.0.0.1:23374': () => json({}) });
		expect(await findElsewhere(address, { fetch, signal, isWide: true })).toBeNull();
	});

	test('is looked for at its usual port alone, unless more is asked', async () => {
		const { fetch, requests } = network({ 'http://127.0.0.1:23374': beeper() });
		expect(await findElsewhere('http://localhost:8080', { fetch, signal })).toBeNull();
		expect(requests.map(({ url }) => new URL(url).origin)).toEqual([
			'http://localhost:23373',
			'http://127.0.0.1:23373'
		]);
	});

	test('is not looked for when the address is on another computer', async () => {
		const { fetch, requests } = network({ [address]: beeper() });
		expect(await findElsewhere('https://beeper.example.net', { fetch, signal })).toBeNull();
		expect(requests).toEqual([]);
	});
});

describe('the connection check', () => {
	test('says of nonsense that it is no address, and sends nothing', async () => {
		const { fetch, requests } = network({});
		const found: Diagnosis[] = [];
		for await (const diagnosis of diagnose('ftp://x', { fetch, signal })) found.push(diagnosis);
		expect(found).toEqual([{ kind: 'invalid-address', problem: expect.any(String) }]);
		expect(requests).toEqual([]);
	});

	test('requests a silent address only once, since each failure is logged in the console', async () => {
		const leaving = new AbortController();
		const { fetch, requests } = network({});
		const options = { fetch, signal: leaving.signal, again: 60_000 };
		for await (const { kind } of diagnose('localhost', options)) {
			if (kind === 'not-running') setTimeout(() => leaving.abort(), 0);
		}
		expect(requests.map(({ url }) => new URL(url).origin)).toEqual([
			address,
			'http://127.0.0.1:23373'
		]);
	});

	test('looks on all ports when asked, and says that it does', async () => {
		const leaving = new AbortController();
		const { fetch, requests } = network({});
		const found: Diagnosis[] = [];
		const options = { fetch, signal: leaving.signal, again: 60_000, isWide: true };
		for await (const diagnosis of diagnose('localhost', options)) {
			found.push(diagnosis);
			if ('search' in diagnosis && diagnosis.search === 'done') leaving.abort();
		}
		expect(found).toEqual([
			{ kind: 'checking', address },
			{ kind: 'not-running', address },
			{ kind: 'not-running', address, search: 'running' },
			{ kind: 'not-running', address, search: 'done' }
		]);
		expect(requests).toHaveLength(21);
	});

	test('checks again only while the page is visible', async () => {
		const leaving = new AbortController();
		const { fetch, requests } = network({});
		const looks: string[] = [];
		const options = {
			...{ fetch, signal: leaving.signal, again: 1 },
			seen: async () => {
				looks.push('hidden');
				leaving.abort();
			}
		};
		for await (const { kind } of diagnose('https://beeper.example.net', options)) looks.push(kind);
		expect(looks).toEqual(['checking', 'not-running', 'hidden']);
		expect(requests).toHaveLength(1);
	});

	test('reports checking, the result, the nearby search, and the start of Beeper', async () => {
		const servers: Record<string, ServerAnswer> = { 'http://127.0.0.1:23373': beeper() };
		const { fetch } = network(servers);
		const found: Diagnosis[] = [];
		for await (const diagnosis of diagnose('localhost:23373', { fetch, signal, again: 1 })) {
			found.push(diagnosis);
			if ('foundAt' in diagnosis) servers[address] = beeper();
		}
		expect(found).toEqual([
			{ kind: 'checking', address },
			{ kind: 'not-running', address },
			{ kind: 'not-running', address, foundAt: 'http://127.0.0.1:23373' },
			expect.objectContaining({ kind: 'running', address })
		]);
	});

	describe('with a relay', () => {
		const relay = 'http://localhost:23323/beeper';
		const relaying: ServerAnswer = (request) =>
			beeper()(new Request(request.url.replace('/beeper', ''), request));

		/** The last diagnosis of an address, with what the relay answers. */
		async function diagnoseWith(server: ServerAnswer, relayed: ServerAnswer, typed = address) {
			const leaving = new AbortController();
			const { fetch } = network({ [address]: server, [new URL(relay).origin]: relayed });
			const options = { fetch, relay, signal: leaving.signal, again: 60_000 };
			let last: Diagnosis | undefined;
			for await (const diagnosis of diagnose(typed, options)) {
				last = diagnosis;
				if (!['checking', 'running'].includes(diagnosis.kind)) setTimeout(() => leaving.abort());
			}
			return last;
		}

		/** Hides responses from the page, as browsers do. */
		function hide(isHidden: (request: Request, response: Response) => boolean): ServerAnswer {
			return (request) => {
				const response = beeper()(request);
				return response && isHidden(request, response) ? undefined : response;
			};
		}

		test.for<[string, ServerAnswer, object]>([
			['that lets no page in', () => undefined, { kind: 'blocked', relay }],
			[
				'that lets pages read only',
				hide(({ method }) => method === 'PATCH' || method === 'DELETE'),
				{ kind: 'running', limit: 'reads-only', relay }
			],
			[
				'that refuses one method',
				hide(({ method }) => method === 'DELETE'),
				{ kind: 'running', limit: 'reads-only', relay }
			],
			[
				'that hides its errors',
				hide((_, { status }) => status >= 400),
				{ kind: 'running', limit: 'no-errors', relay }
			]
		])('a Beeper %s is offered through it', async ([, server, expected]) => {
			expect(await diagnoseWith(server, relaying)).toEqual(expect.objectContaining(expected));
		});

		test.for<[string, ServerAnswer, ServerAnswer, object]>([
			['the relay reaches no Beeper', () => undefined, answerNoBeeper, { kind: 'blocked' }],
			['the page is let in', beeper(), relaying, { kind: 'running' }]
		])('it is not offered when %s', async ([, server, relayed, expected]) => {
			const found = await diagnoseWith(server, relayed);
			expect(found).toEqual(expect.objectContaining(expected));
			expect(found).not.toHaveProperty('relay');
			expect(found).not.toHaveProperty('limit');
		});

		test('a relay that reaches no Beeper is told as Beeper not running', async () => {
			expect(await diagnoseWith(() => undefined, answerNoBeeper, relay)).toMatchObject({
				kind: 'not-running',
				address: relay
			});
		});

		function answerNoBeeper(): Response {
			return json({ message: 'Beeper isn’t running', code: 'RELAY_NO_BEEPER' }, 502);
		}
	});

	test('gives up on an address that the page may never call', async () => {
		const browser = { isRefused: async () => true, isDenied: async () => false };
		const { fetch } = network({});
		const kinds: string[] = [];
		const options = { fetch, signal, browser, again: 1 };
		for await (const { kind } of diagnose('https://beeper.example.net', options)) kinds.push(kind);
		expect(kinds).toEqual(['checking', 'not-allowed']);
	});

	test.for(['checking', 'not-running'])('ends quietly when cancelled while %s', async (kind) => {
		const leaving = new AbortController();
		const { fetch } = network({});
		const kinds: string[] = [];
		const options = { fetch, signal: leaving.signal, again: 60_000 };
		for await (const diagnosis of diagnose('https://beeper.example.net', options)) {
			kinds.push(diagnosis.kind);
			if (diagnosis.kind === kind) leaving.abort();
		}
		expect(kinds.at(-1)).toBe(kind);
	});

	test('ends quietly when cancelled while it waits to look again', async () => {
		const leaving = new AbortController();
		const { fetch } = network({});
		const options = { fetch, signal: leaving.signal, again: 60_000 };
		const rounds = diagnose('https://beeper.example.net', options);
		await rounds.next();
		await rounds.next();
		const waiting = rounds.next();
		leaving.abort();
		expect(await waiting).toEqual({ done: true, value: undefined });
	});
});

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
