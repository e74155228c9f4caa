import { describe, expect, test } from 'vitest';
import { createAuthorizer } from '$lib/api/oauth';
import { makeSecret, toChallenge } from '$lib/api/pkce';
import { createSource } from '$lib/api/source';
import type { PendingSignIn, Scope } from '$lib/domain/connection/sign-in';
import { SignInError, type SignInFailure } from '$lib/domain/connection/sign-in-error';
import { SourceError } from '$lib/domain/connection/source-error';
import { json, network, type ServerAnswer } from '../../fixtures/network';
import { makeSampleServer, NOW, type SampleOptions } from '../../fixtures/sample';
import { decide } from '../../fixtures/consent';

const ADDRESS = 'http://localhost:23373';
const PAGE = 'http://localhost:23323';
const { signal } = new AbortController();

function open(options: SampleOptions = {}) {
	const { server } = makeSampleServer({ chats: 5, ...options });
	const requests: Request[] = [];
	function fetch(request: Request) {
		requests.push(request.clone());
		return server.fetch(request);
	}
	return { fetch, requests, authorizer: makeAuthorizer(fetch) };
}

function makeAuthorizer(fetch: (request: Request) => Promise<Response>) {
	return createAuthorizer({
		pageOrigin: PAGE,
		redirectURI: `${PAGE}/connect`,
		fetch,
		now: () => NOW
	});
}

function ask(scope: Scope = 'read write', address = ADDRESS) {
	return { address, scope, remember: false, returnTo: '/chats' };
}

/** Signs in as a person who says yes. */
async function signIn(options: SampleOptions = {}, scope: Scope = 'read write') {
	const { fetch, requests, authorizer } = open(options);
	const { pending, consentURL } = await authorizer.prepare(ask(scope), signal);
	const { searchParams } = await decide(fetch, consentURL, 'allow');
	const code = searchParams.get('code') ?? '';
	return { fetch, requests, authorizer, pending, code };
}

describe('secrets', () => {
	test('the challenge is that of the specification', async () => {
		// RFC 7636, appendix B.
		const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
		expect(await toChallenge(verifier)).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
	});

	test('are long, fit into an address, and differ', () => {
		const secrets = Array.from({ length: 50 }, makeSecret);
		for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
		expect(new Set(secrets).size).toBe(50);
	});
});

describe('signing in', () => {
	test.for([
		['read', false],
		['read write', true]
	] as const)('with the scope %s gives a token that may write: %s', async ([scope, canWrite]) => {
		const { fetch, authorizer, pending, code } = await signIn({}, scope);
		const { token, grant } = await authorizer.exchange(pending, code, signal);
		const source = createSource({ address: ADDRESS, token, fetch });
		expect(await source.access(signal)).toEqual({ canWrite });
		expect((await source.accounts(signal)).items).not.toEqual([]);
		expect(grant).toEqual({ clientID: pending.clientID, scope, revocationPath: '/oauth/revoke' });
	});

	test('the end of the token is told', async () => {
		const { authorizer, pending, code } = await signIn({
			behaviour: { tokenLifetime: 3_600_000 }
		});
		const { grant } = await authorizer.exchange(pending, code, signal);
		expect(grant.expiresAt).toBe(NOW + 3_600_000);
	});

	test('every request goes to the API, the verifier once and no token at all', async () => {
		const { authorizer, pending, code, requests } = await signIn();
		await authorizer.exchange(pending, code, signal);
		const texts = await Promise.all(
			requests.map(async (request) => request.url + (await request.text()))
		);
		expect(requests.map(({ url }) => new URL(url).origin)).toEqual(requests.map(() => ADDRESS));
		expect(texts.filter((text) => text.includes(pending.verifier))).toHaveLength(1);
		expect(requests.filter(({ headers }) => headers.has('authorization'))).toEqual([]);
	});

	test('a code is of use once, and only with its verifier', async () => {
		const one = await signIn();
		await one.authorizer.exchange(one.pending, one.code, signal);
		const again = one.authorizer.exchange(one.pending, one.code, signal);
		await expect(again).rejects.toThrow(new SignInError('code-expired'));

		const other = await signIn();
		const pending: PendingSignIn = { ...other.pending, verifier: makeSecret() };
		const stolen = other.authorizer.exchange(pending, other.code, signal);
		await expect(stolen).rejects.toThrow(new SignInError('code-expired'));
	});

	test('a server without metadata is asked at /v1/info', async () => {
		const { server } = makeSampleServer({ chats: 5 });
		const authorizer = makeAuthorizer(async (request) =>
			request.url.includes('.well-known') ? json({}, 404) : server.fetch(request)
		);
		const { consentURL } = await authorizer.prepare(ask(), signal);
		expect(new URL(consentURL).pathname).toBe('/oauth/authorize');
	});
});

describe('no sign-in', () => {
	test.for([
		['off', 'not-offered'],
		['no-registration', 'not-offered'],
		['registration-refused', 'registration-refused'],
		['elsewhere', 'elsewhere']
	] as const)('from a server that is %s: %s', async ([oauth, failure]) => {
		const { authorizer } = open({ behaviour: { oauth } });
		await expect(authorizer.prepare(ask(), signal)).rejects.toThrow(new SignInError(failure));
	});

	test('from a server before 4.2.557', async () => {
		const { authorizer } = open({ version: '4.1.294' });
		await expect(authorizer.prepare(ask(), signal)).rejects.toThrow(new SignInError('not-offered'));
	});

	test('at another computer, which is not even asked', async () => {
		const { authorizer, requests } = open();
		const refused = authorizer.prepare(ask('read', 'https://beeper.example.net'), signal);
		await expect(refused).rejects.toThrow(new SignInError('not-local'));
		expect(requests).toEqual([]);
	});

	test('with a code that has expired', async () => {
		const { authorizer, pending, code } = await signIn({ behaviour: { oauth: 'code-expired' } });
		await expect(authorizer.exchange(pending, code, signal)).rejects.toThrow(
			new SignInError('code-expired')
		);
	});

	test('where nothing answers', async () => {
		const authorizer = makeAuthorizer(network({}).fetch);
		await expect(authorizer.prepare(ask(), signal)).rejects.toThrow(new SourceError('unreachable'));
	});

	test('without S256', async () => {
		const answer: ServerAnswer = () =>
			json({
				authorization_endpoint: `${ADDRESS}/a`,
				token_endpoint: `${ADDRESS}/t`,
				registration_endpoint: `${ADDRESS}/r`,
				code_challenge_methods_supported: ['plain']
			});
		const authorizer = makeAuthorizer(network({ [ADDRESS]: answer }).fetch);
		await expect(authorizer.prepare(ask(), signal)).rejects.toThrow(new SignInError('not-offered'));
	});
});

const PENDING: PendingSignIn = {
	...ask(),
	state: 'state',
	verifier: 'verifier',
	clientID: 'client',
	redirectURI: `${PAGE}/connect`,
	tokenPath: '/oauth/token'
};

describe('the answer with the token', () => {
	function exchange(body: unknown, status = 200) {
		const { fetch } = network({ [ADDRESS]: () => json(body, status) });
		return makeAuthorizer(fetch).exchange(PENDING, 'code', signal);
	}

	test.for([
		[{ access_token: 'good' }, undefined],
		[{ access_token: 'good', token_type: 'bearer', expires_in: 60 }, NOW + 60_000],
		[{ access_token: 'good', expires_in: '60' }, NOW + 60_000],
		[{ access_token: 'good', expires_in: 0 }, undefined],
		[{ access_token: 'good', expires_in: null, scope: 7 }, undefined],
		[{ access_token: 'good', expires_in: -1 }, undefined]
	] as const)('%j is taken', async ([body, expiresAt]) => {
		const { token, grant } = await exchange(body);
		expect([token, grant.expiresAt]).toEqual(['good', expiresAt]);
	});

	test.for([
		[{}],
		[{ access_token: '' }],
		[{ access_token: 'two words' }],
		[{ access_token: 'line\nbreak' }],
		[{ access_token: 'good', token_type: 'mac' }],
		[null],
		['good']
	] as const)('%j makes no sense', async ([body]) => {
		await expect(exchange(body)).rejects.toThrow(new SourceError('malformed'));
	});

	test.for([
		['invalid_grant', 'code-expired'],
		['access_denied', 'denied'],
		['invalid_client', 'refused'],
		['', 'refused']
	] as const satisfies [string, SignInFailure][])('%s: %s', async ([error, failure]) => {
		await expect(exchange({ error }, 400)).rejects.toThrow(new SignInError(failure));
	});

	test('a redirect of it is not followed', async () => {
		const { fetch, requests } = network({
			[ADDRESS]: () =>
				new Response(null, { status: 307, headers: { Location: 'https://evil.example' } })
		});
		await expect(makeAuthorizer(fetch).exchange(PENDING, 'code', signal)).rejects.toThrow();
		expect(requests.map(({ url, redirect }) => [new URL(url).origin, redirect])).toEqual([
			[ADDRESS, 'error']
		]);
	});
});

describe('signing out', () => {
	test('ends the token at the server', async () => {
		const { fetch, authorizer, pending, code } = await signIn();
		const issued = await authorizer.exchange(pending, code, signal);
		await authorizer.revoke(ADDRESS, issued);
		const source = createSource({ address: ADDRESS, token: issued.token, fetch });
		await expect(source.accounts(signal)).rejects.toMatchObject({ failure: 'token-refused' });
	});

	test.for([
		['nothing answers', {}],
		['it is refused', { [ADDRESS]: () => json({}, 400) }],
		['the server is at fault', { [ADDRESS]: () => json({}, 500) }]
	] as const)('is no failure where %s', async ([, servers]) => {
		const grant = { clientID: 'client', scope: 'read', revocationPath: '/oauth/revoke' } as const;
		const revoked = makeAuthorizer(network(servers).fetch).revoke(ADDRESS, { token: 'x', grant });
		await expect(revoked).resolves.toBeUndefined();
	});
});
