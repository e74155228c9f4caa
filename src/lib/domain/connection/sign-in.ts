import { isLoopback, isRelay } from './address';
import { SignInError } from './sign-in-error';

/** The permissions that a sign-in asks for, as OAuth spells them. */
export type Scope = 'read' | 'read write';

/** The data for renewing and revoking a token from a sign-in. */
export interface Grant {
	clientID: string;
	scope: Scope;
	/** Epoch milliseconds; absent: the server named no end. */
	expiresAt?: number;
	/** Absent: the server does not revoke tokens. */
	revocationPath?: string;
}

/** The user's choices before a sign-in starts. */
export interface SignInRequest {
	/** Address of the API. */
	address: string;
	scope: Scope;
	/** Keep the token after this tab is closed. */
	remember: boolean;
	/** The page to open afterwards. */
	returnTo: string;
}

/** A sign-in between leaving for Beeper's consent page and coming back. */
export interface PendingSignIn extends SignInRequest {
	/** Random; comes back with the response, which proves that the response belongs to this sign-in. */
	state: string;
	/** Random; proves to the server that the same page asks for the token. */
	verifier: string;
	clientID: string;
	redirectURI: string;
	tokenPath: string;
	revocationPath?: string;
	/** The server's name for itself; absent if it named none. */
	issuer?: string;
}

/** A token that the server issued for a sign-in. */
export interface IssuedToken {
	token: string;
	grant: Grant;
}

/** The requests of a sign-in. Each throws `SignInError`, or `SourceError` if the server can't be reached. */
export interface Authorizer {
	/** Registers the dashboard. @returns the sign-in, and the URL of the page that asks the user */
	prepare(
		request: SignInRequest,
		signal: AbortSignal
	): Promise<{ pending: PendingSignIn; consentURL: string }>;
	/** Exchanges the code, once, for a token. */
	exchange(pending: PendingSignIn, code: string, signal: AbortSignal): Promise<IssuedToken>;
	/** Asks the server to end a token. Best effort: never throws for an expected failure. */
	revoke(address: string, issued: IssuedToken): Promise<void>;
}

/** The endpoints by their names in RFC 8414 and RFC 7591, as the server gives them. */
export interface NamedEndpoints {
	issuer?: string;
	authorization?: string;
	token?: string;
	registration?: string;
	revocation?: string;
}

/** The URLs of the steps of a sign-in. Paths are relative to the address of the API. */
export interface AuthorizationServer {
	issuer?: string;
	/** URL of the consent page. */
	authorizationURL: string;
	tokenPath: string;
	registrationPath: string;
	revocationPath?: string;
}

/** True when a server allows signing in: on this computer, or behind this page's own relay. */
export function canSignIn(address: string, pageOrigin: string): boolean {
	return isLoopback(address) || isRelay(address, pageOrigin);
}

/**
 * Finds the endpoints of a server, none of which may lead away from the API.
 *
 * Beeper calls itself `127.0.0.1` at whatever name it was reached, so names of this computer are
 * equal if scheme and port are. Requests go to the path only, at the address that the user has
 * chosen. Behind the relay the consent page is opened at Beeper itself: no foreign page may have
 * this page's origin.
 *
 * @throws SignInError `not-offered` for a missing endpoint, `elsewhere` for one of another server
 */
export function locateEndpoints(
	named: NamedEndpoints,
	address: string,
	pageOrigin: string
): AuthorizationServer {
	const api = new URL(address);
	const isRelayed = isRelay(address, pageOrigin);

	function locate(endpoint: string): URL {
		if (!URL.canParse(endpoint)) throw new SignInError('elsewhere');
		const url = new URL(endpoint);
		const isSameServer = isRelayed
			? url.origin !== pageOrigin
			: url.protocol === api.protocol && url.port === api.port;
		if (!isLoopback(endpoint) || !isSameServer || url.username || url.password || url.hash)
			throw new SignInError('elsewhere');
		return url;
	}

	function toPath(endpoint: string): string {
		const { pathname, search } = locate(endpoint);
		return pathname + search;
	}

	const { issuer, authorization, token, registration, revocation } = named;
	if (!authorization || !token || !registration) throw new SignInError('not-offered');
	const consent = locate(authorization);
	return {
		...(issuer && { issuer }),
		authorizationURL: isRelayed ? consent.href : api.origin + consent.pathname + consent.search,
		tokenPath: toPath(token),
		registrationPath: toPath(registration),
		...(revocation && { revocationPath: toPath(revocation) })
	};
}

/**
 * The URL of the consent page for one sign-in.
 *
 * @param challenge - derived from the verifier, S256
 */
export function getConsentURL(
	{ authorizationURL }: Pick<AuthorizationServer, 'authorizationURL'>,
	{ clientID, redirectURI, scope, state }: PendingSignIn,
	challenge: string
): string {
	const url = new URL(authorizationURL);
	const parameters = {
		response_type: 'code',
		client_id: clientID,
		redirect_uri: redirectURI,
		scope,
		state,
		code_challenge: challenge,
		code_challenge_method: 'S256'
	};
	for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
	return url.href;
}

/** The parameters that the consent page adds to the address. */
export interface AuthorizationResponse {
	state: string;
	/** Exchanged for the token, once. */
	code?: string;
	/** Reason in OAuth's own words, such as `access_denied`. */
	error?: string;
	/** The name of the server that sends it, by RFC 9207. */
	issuer?: string;
}

/** @returns null for an address that is no response */
export function readAuthorizationResponse(query: URLSearchParams): AuthorizationResponse | null {
	const [code, error, issuer] = [query.get('code'), query.get('error'), query.get('iss')];
	if (code === null && error === null) return null;
	return {
		state: query.get('state') ?? '',
		...(code !== null && { code }),
		...(error !== null && { error }),
		...(issuer !== null && { issuer })
	};
}

/**
 * The code of a response, and the sign-in that it belongs to.
 *
 * @param pending - null if this tab has not left for a consent page
 * @throws SignInError `forged` if the response does not belong to this sign-in; else the refusal
 */
export function matchResponse(
	{ state, code, error, issuer }: AuthorizationResponse,
	pending: PendingSignIn | null
): { code: string; signIn: PendingSignIn } {
	if (!pending || state !== pending.state) throw new SignInError('forged');
	const issuers = new Set([issuer, pending.issuer].filter((name) => name !== undefined));
	if (issuers.size > 1) throw new SignInError('forged');
	if (error !== undefined || !code)
		throw new SignInError(error === 'access_denied' ? 'denied' : 'refused');
	return { code, signIn: pending };
}
