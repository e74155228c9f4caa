import { parseJSONOrUndefined } from '$lib/format/parse-json';
import {
	canSignIn,
	getConsentURL,
	locateEndpoints,
	type Authorizer,
	type NamedEndpoints,
	type PendingSignIn
} from '$lib/domain/connection/sign-in';
import { SignInError } from '$lib/domain/connection/sign-in-error';
import { SourceError } from '$lib/domain/connection/source-error';
import { createClient, type Client, type Fetch, type PublicBody } from './client';
import { makeSecret, toChallenge } from './pkce';
import type { TextResponse } from './requests';
import {
	readClientID,
	readInfoEndpoints,
	readMetadata,
	readRefusal,
	readIssuedToken
} from './schemas/oauth';

export interface AuthorizerOptions {
	/** Origin of this page. */
	pageOrigin: string;
	/** The page that the server sends the user back to. */
	redirectURI: string;
	fetch?: Fetch;
	/** Epoch milliseconds; by default the system clock. */
	now?: () => number;
}

/** Statuses of a server that does not know a path. */
const UNKNOWN_PATH: ReadonlySet<number> = new Set([404, 405, 501]);

/**
 * Sign-in by OAuth 2.0: authorization code with PKCE, by a public client that registers itself.
 * Every request goes to the address of the API, and none carries a token but the one that ends it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636 and RFC 6749, 7009, 7591 and 8414
 */
export function createAuthorizer({
	pageOrigin,
	redirectURI,
	fetch,
	now = Date.now
}: AuthorizerOptions): Authorizer {
	function open(address: string): Client {
		return createClient({ address, retry: { limit: 0 }, ...(fetch && { fetch }) });
	}

	return {
		async prepare(request, signal) {
			const { address, scope } = request;
			if (!canSignIn(address, pageOrigin)) throw new SignInError('not-local');
			// Browsers have it at https and on this computer only.
			if (!('subtle' in crypto)) throw new SignInError('insecure-page');
			const client = open(address);
			const named = await discover(client, signal);
			const server = locateEndpoints(named, address, pageOrigin);
			const { issuer, tokenPath, registrationPath, revocationPath } = server;
			const pending: PendingSignIn = {
				...request,
				state: makeSecret(),
				verifier: makeSecret(),
				clientID: await register(client, registrationPath, { redirectURI, scope }, signal),
				redirectURI,
				tokenPath,
				...(revocationPath && { revocationPath }),
				...(issuer && { issuer })
			};
			const challenge = await toChallenge(pending.verifier);
			return { pending, consentURL: getConsentURL(server, pending, challenge) };
		},

		async exchange({ address, clientID, scope, verifier, ...pending }, code, signal) {
			const form = {
				grant_type: 'authorization_code',
				code,
				redirect_uri: pending.redirectURI,
				client_id: clientID,
				code_verifier: verifier
			};
			const { status, text } = await post(open(address), pending.tokenPath, { form }, signal);
			const body = parseJSONOrUndefined(text);
			if (status >= 400) throw new SignInError(toFailure(readRefusal(body)));
			const { token, expiresIn } = readIssuedToken(body);
			const { revocationPath } = pending;
			return {
				token,
				grant: {
					...{ clientID, scope },
					...(expiresIn !== undefined && { expiresAt: now() + expiresIn * 1000 }),
					...(revocationPath !== undefined && { revocationPath })
				}
			};
		},

		async revoke(address, { token, grant: { clientID, revocationPath } }) {
			if (revocationPath === undefined) return;
			const form = { token, token_type_hint: 'access_token', client_id: clientID };
			const { signal } = new AbortController();
			try {
				await open(address).postPublic(revocationPath, signal, { form, keepalive: true });
			} catch (error) {
				// The token is forgotten here in any case.
				if (!(error instanceof SourceError)) throw error;
			}
		}
	};
}

function toFailure(refusal: string) {
	if (refusal === 'invalid_grant') return 'code-expired';
	return refusal === 'access_denied' ? 'denied' : 'refused';
}

/** @returns empty if the server offers no sign-in */
async function discover(client: Client, signal: AbortSignal): Promise<NamedEndpoints> {
	const named = readMetadata(
		await readPublic(client, '/.well-known/oauth-authorization-server', signal)
	);
	if (named.token !== undefined) return named;
	return readInfoEndpoints(await readPublic(client, '/v1/info', signal));
}

/** @returns undefined if the server has no such page, or none in JSON */
async function readPublic(client: Client, path: string, signal: AbortSignal): Promise<unknown> {
	try {
		const { status, text } = await client.getPublic(path, signal);
		return status < 400 ? parseJSONOrUndefined(text) : undefined;
	} catch (error) {
		if (error instanceof SourceError && error.status !== undefined) return undefined;
		throw error;
	}
}

/** @returns the client ID */
async function register(
	client: Client,
	path: string,
	{ redirectURI, scope }: Pick<PendingSignIn, 'redirectURI' | 'scope'>,
	signal: AbortSignal
): Promise<string> {
	const json = {
		client_name: 'Beeper Dashboard',
		redirect_uris: [redirectURI],
		grant_types: ['authorization_code'],
		response_types: ['code'],
		scope,
		token_endpoint_auth_method: 'none'
	};
	const { status, text } = await post(client, path, { json }, signal);
	if (UNKNOWN_PATH.has(status)) throw new SignInError('not-offered');
	if (status >= 400) throw new SignInError('registration-refused');
	return readClientID(parseJSONOrUndefined(text));
}

/** @throws SourceError `blocked` if the browser hides the response, or refused to ask */
async function post(
	client: Client,
	path: string,
	body: PublicBody,
	signal: AbortSignal
): Promise<TextResponse> {
	try {
		return await client.postPublic(path, signal, body);
	} catch (error) {
		const isUnreachable = error instanceof SourceError && error.failure === 'unreachable';
		if (isUnreachable && (await client.isReachable(signal))) throw new SourceError('blocked');
		throw error;
	}
}
