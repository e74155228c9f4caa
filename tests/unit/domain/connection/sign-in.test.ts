import { describe, expect, test } from 'vitest';
import {
	canSignIn,
	getConsentURL,
	locateEndpoints,
	matchResponse,
	readAuthorizationResponse,
	type PendingSignIn
} from '$lib/domain/connection/sign-in';
import { describeSignInError, SignInError } from '$lib/domain/connection/sign-in-error';

const PAGE = 'http://localhost:23323';

function endpointsAt(origin: string) {
	return {
		issuer: origin,
		authorization: `${origin}/oauth/authorize`,
		token: `${origin}/oauth/token`,
		registration: `${origin}/oauth/register`,
		revocation: `${origin}/oauth/revoke`
	};
}

const PENDING: PendingSignIn = {
	address: 'http://localhost:23373',
	scope: 'read write',
	remember: false,
	returnTo: '/chats',
	state: 'a-state',
	verifier: 'a-verifier',
	clientID: 'a-client',
	redirectURI: `${PAGE}/connect`,
	tokenPath: '/oauth/token',
	issuer: 'http://127.0.0.1:23373'
};

test.for([
	['http://localhost:23373', true],
	['http://127.0.0.1:9000', true],
	[`${PAGE}/beeper`, true],
	['https://beeper.example.net', false],
	['https://beeper.example.net/beeper', false],
	['http://localhost.example.net:23373', false]
] as const)('one can sign in at %s: %s', ([address, isPossible]) => {
	expect(canSignIn(address, PAGE)).toBe(isPossible);
});

test('a page that isn’t at localhost has a relay of its own', () => {
	const page = 'https://dashboard.example.net';
	expect(canSignIn(`${page}/beeper`, page)).toBe(true);
	expect(canSignIn('https://other.example.net/beeper', page)).toBe(false);
});

describe('endpoints', () => {
	test('are those of the API, by the name of this computer that the user has chosen', () => {
		const named = endpointsAt('http://127.0.0.1:23373');
		expect(locateEndpoints(named, 'http://localhost:23373', PAGE)).toEqual({
			issuer: 'http://127.0.0.1:23373',
			authorizationURL: 'http://localhost:23373/oauth/authorize',
			tokenPath: '/oauth/token',
			registrationPath: '/oauth/register',
			revocationPath: '/oauth/revoke'
		});
	});

	test('behind the relay the consent page is opened at Beeper, and requests go to the relay', () => {
		const named = endpointsAt('http://127.0.0.1:23373');
		const { authorizationURL, tokenPath } = locateEndpoints(named, `${PAGE}/beeper`, PAGE);
		expect(authorizationURL).toBe('http://127.0.0.1:23373/oauth/authorize');
		expect(tokenPath).toBe('/oauth/token');
	});

	test.for([
		['https://evil.example/oauth/token'],
		['http://localhost:9/oauth/token'],
		['https://localhost:23373/oauth/token'],
		['http://localhost.evil.example:23373/oauth/token'],
		['http://localhost:23373@evil.example/oauth/token'],
		['http://user:password@localhost:23373/oauth/token'],
		['javascript:alert(1)'],
		['/oauth/token']
	] as const)('no endpoint leads elsewhere: %s', ([endpoint]) => {
		const good = endpointsAt('http://localhost:23373');
		for (const name of ['authorization', 'token', 'registration', 'revocation'] as const) {
			expect(() =>
				locateEndpoints({ ...good, [name]: endpoint }, 'http://localhost:23373', PAGE)
			).toThrow(new SignInError('elsewhere'));
		}
	});

	test.for([`${PAGE}/oauth/authorize`, 'https://evil.example/oauth/authorize'])(
		'behind the relay no consent page is %s',
		(authorization) => {
			const named = { ...endpointsAt('http://127.0.0.1:23373'), authorization };
			expect(() => locateEndpoints(named, `${PAGE}/beeper`, PAGE)).toThrow(
				new SignInError('elsewhere')
			);
		}
	);

	test.for(['authorization', 'token', 'registration'] as const)(
		'without one for %s there is no sign-in',
		(name) => {
			const named = { ...endpointsAt('http://localhost:23373'), [name]: '' };
			expect(() => locateEndpoints(named, 'http://localhost:23373', PAGE)).toThrow(
				new SignInError('not-offered')
			);
		}
	);
});

test('the consent page is asked for a code, with the challenge and never the verifier', () => {
	const server = { authorizationURL: 'http://localhost:23373/oauth/authorize?theme=dark' };
	const url = new URL(getConsentURL(server, PENDING, 'a-challenge'));
	expect(Object.fromEntries(url.searchParams)).toEqual({
		theme: 'dark',
		response_type: 'code',
		client_id: 'a-client',
		redirect_uri: `${PAGE}/connect`,
		scope: 'read write',
		state: 'a-state',
		code_challenge: 'a-challenge',
		code_challenge_method: 'S256'
	});
	expect(url.href).not.toContain('a-verifier');
});

function receive(query: string, pending: PendingSignIn | null = PENDING) {
	const response = readAuthorizationResponse(new URLSearchParams(query));
	return response && matchResponse(response, pending);
}

describe('the response', () => {
	test.for(['code=a-code&state=a-state', 'code=a-code&state=a-state&iss=http://127.0.0.1:23373'])(
		'%s has the code of this sign-in',
		(query) => {
			expect(receive(query)).toEqual({ code: 'a-code', signIn: PENDING });
		}
	);

	test.for([
		['code=a-code&state=another', 'forged'],
		['code=a-code', 'forged'],
		['code=a-code&state=', 'forged'],
		['error=access_denied&state=another', 'forged'],
		['code=a-code&state=a-state&iss=https://evil.example', 'forged'],
		['error=access_denied&state=a-state', 'denied'],
		['error=server_error&state=a-state', 'refused'],
		['error=access_denied&code=a-code&state=a-state', 'denied'],
		['code=&state=a-state', 'refused']
	] as const)('%s: %s', ([query, failure]) => {
		expect(() => receive(query)).toThrow(new SignInError(failure));
	});

	test('is forged if this tab has not asked', () => {
		expect(() => receive('code=a-code&state=a-state', null)).toThrow(new SignInError('forged'));
	});

	test('other addresses are none', () => {
		expect(receive('to=%2Fchats')).toBeNull();
	});
});

test('a failure is told in plain words, with what to do', () => {
	const { title, next } = describeSignInError(new SignInError('denied'));
	expect(title).toBe('You didn’t allow access');
	expect(next).toContain('paste a token');
});
