import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { getPageHeaders, renderConsent, renderRefusal } from './consent-page';
import { Refusal } from './failure';
import type { TokenScope, Tokens } from './middleware';
import type { SampleContext } from './sample-context';
import { readBody, requireSince } from './validate';

/** A client that has registered itself. */
interface Client {
	id: string;
	name: string;
	redirectURIs: readonly string[];
}

/** A client's request, which the user is asked to allow. */
interface AuthorizationRequest {
	client: Client;
	redirectURI: string;
	scopes: readonly TokenScope[];
	state: string | undefined;
	/** The PKCE challenge, by S256. */
	challenge: string;
}

interface Code extends AuthorizationRequest {
	/** Epoch milliseconds. */
	expiresAt: number;
}

/** Milliseconds between the user's consent and the exchange of the code. */
const CODE_LIFETIME = 60_000;

const registrationBody = v.object({
	client_name: v.optional(v.string(), 'An unnamed program'),
	redirect_uris: v.pipe(v.array(v.pipe(v.string(), v.url())), v.minLength(1)),
	token_endpoint_auth_method: v.optional(v.literal('none'), 'none')
});

const authorizationQuery = v.object({
	response_type: v.literal('code'),
	scope: v.optional(v.string(), 'read'),
	state: v.optional(v.string()),
	code_challenge: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
	code_challenge_method: v.literal('S256')
});

function makeID(): string {
	return crypto.randomUUID().replaceAll('-', '');
}

/** The endpoints as `/v1/info` names them. */
export function getOAuthEndpoints({ behaviour: { oauth } }: SampleContext, origin: string) {
	return {
		authorization_endpoint: `${origin}/oauth/authorize`,
		token_endpoint: `${oauth === 'elsewhere' ? 'http://localhost:9' : origin}/oauth/token`,
		introspection_endpoint: `${origin}/oauth/introspect`,
		...(oauth !== 'no-registration' && { registration_endpoint: `${origin}/oauth/register` }),
		revocation_endpoint: `${origin}/oauth/revoke`,
		userinfo_endpoint: `${origin}/oauth/userinfo`
	};
}

/** Adds sign-in by OAuth 2.0: public clients that register themselves, with PKCE by S256. */
export function addOAuthRoutes(app: Hono, sample: SampleContext, tokens: Tokens) {
	const { oauth: fault, tokenLifetime } = sample.behaviour;
	const clients = new Map<string, Client>();
	const requests = new Map<string, AuthorizationRequest>();
	const codes = new Map<string, Code>();

	app.get('/.well-known/oauth-authorization-server', (context) => {
		requireOAuth(sample);
		const { origin } = new URL(context.req.url);
		return context.json({
			issuer: origin,
			...getOAuthEndpoints(sample, origin),
			scopes_supported: ['read', 'write'],
			response_types_supported: ['code'],
			grant_types_supported: ['authorization_code'],
			code_challenge_methods_supported: ['S256'],
			token_endpoint_auth_methods_supported: ['none']
		});
	});

	app.post('/oauth/register', async (context) => {
		requireOAuth(sample);
		if (fault === 'no-registration') throw new Refusal(404, 'Not found');
		if (fault === 'registration-refused') return refuse(context, 'access_denied', 403);
		const body = await readBody(context, registrationBody);
		const client = { id: makeID(), name: body.client_name, redirectURIs: body.redirect_uris };
		clients.set(client.id, client);
		return context.json({ ...body, client_id: client.id }, 201);
	});

	app.get('/oauth/authorize', async (context) => {
		requireOAuth(sample);
		const query = context.req.query();
		const client = clients.get(query.client_id ?? '');
		const redirectURI = client?.redirectURIs.find((uri) => uri === query.redirect_uri);
		// A redirect would lead wherever the unknown client wants.
		if (!client || redirectURI === undefined) {
			const page = renderRefusal('The program that asks is not known here.');
			return context.html(page, 400, await getPageHeaders());
		}
		const parsed = v.safeParse(authorizationQuery, query);
		const state = query.state;
		if (!parsed.success) return goBack(context, { redirectURI, state }, 'invalid_request');
		const scopes = readScopes(parsed.output.scope);
		if (!scopes) return goBack(context, { redirectURI, state }, 'invalid_scope');
		if (fault === 'deny') return goBack(context, { redirectURI, state }, 'access_denied');

		const challenge = parsed.output.code_challenge;
		const id = makeID();
		requests.set(id, { client, redirectURI, scopes, state, challenge });
		const { origin } = new URL(redirectURI);
		return context.html(
			renderConsent({
				...{ request: id, clientName: client.name, origin, scopes },
				lifetime: tokenLifetime
			}),
			200,
			await getPageHeaders(origin)
		);
	});

	app.post('/oauth/authorize', async (context) => {
		requireOAuth(sample);
		const form = await readForm(context);
		const request = requests.get(form.get('request') ?? '');
		requests.delete(form.get('request') ?? '');
		// Only the consent page itself may send the user's decision.
		const isOwn = context.req.header('Origin') === new URL(context.req.url).origin;
		if (!request || !isOwn) {
			const page = renderRefusal('This question was answered before, or asked by another page.');
			return context.html(page, 400, await getPageHeaders());
		}
		if (form.get('decision') !== 'allow') return goBack(context, request, 'access_denied');
		const code = makeID();
		const lifetime = fault === 'code-expired' ? 0 : CODE_LIFETIME;
		codes.set(code, { ...request, expiresAt: sample.now() + lifetime });
		return leave(context, request, { code });
	});

	app.post('/oauth/token', async (context) => {
		requireOAuth(sample);
		const form = await readForm(context);
		context.header('Cache-Control', 'no-store');
		if (form.get('grant_type') !== 'authorization_code')
			return refuse(context, 'unsupported_grant_type');
		const code = codes.get(form.get('code') ?? '');
		// Used up by the first attempt, whether it succeeds or not.
		codes.delete(form.get('code') ?? '');
		const isValid =
			code !== undefined &&
			sample.now() < code.expiresAt &&
			form.get('client_id') === code.client.id &&
			form.get('redirect_uri') === code.redirectURI &&
			(await toChallenge(form.get('code_verifier') ?? '')) === code.challenge;
		if (!isValid) return refuse(context, 'invalid_grant');
		const { scopes, client } = code;
		const token = `sample-${makeID()}`;
		tokens.set(token, { scopes, expiresAt: sample.now() + tokenLifetime, clientID: client.id });
		return context.json({
			access_token: token,
			token_type: 'Bearer',
			scope: scopes.join(' '),
			...(tokenLifetime < Infinity && { expires_in: tokenLifetime / 1000 })
		});
	});

	app.post('/oauth/revoke', async (context) => {
		requireOAuth(sample);
		const form = await readForm(context);
		const token = form.get('token') ?? '';
		const clientID = tokens.get(token)?.clientID;
		if (clientID !== undefined && clientID === form.get('client_id')) tokens.delete(token);
		// An unknown token is as good as revoked.
		return context.json({});
	});

	app.post('/oauth/introspect', async (context) => {
		requireSince(sample, '4.2.557');
		const grant = tokens.get((await readForm(context)).get('token') ?? '');
		if (!grant || sample.now() >= grant.expiresAt) return context.json({ active: false });
		return context.json({
			active: true,
			// The scopes of an inactive token are unknown.
			...(sample.behaviour.tokenWrites === 0 && { scope: grant.scopes.join(' ') }),
			...(grant.expiresAt < Infinity && { exp: Math.floor(grant.expiresAt / 1000) }),
			...(grant.clientID !== undefined && { client_id: grant.clientID }),
			token_type: 'Bearer'
		});
	});
}

/** @throws a 404 from a server without OAuth */
function requireOAuth(sample: SampleContext) {
	requireSince(sample, '4.2.557');
	if (sample.behaviour.oauth === 'off') throw new Refusal(404, 'Not found');
}

async function readForm(context: Context): Promise<URLSearchParams> {
	return new URLSearchParams(await context.req.text());
}

/** @returns undefined if the text names another scope, or none */
function readScopes(text: string): readonly TokenScope[] | undefined {
	const names = text.split(' ').filter(Boolean);
	const scopes = (['read', 'write'] as const).filter((scope) => names.includes(scope));
	return scopes.length > 0 && scopes.length === new Set(names).size ? scopes : undefined;
}

function refuse(context: Context, error: string, status: 400 | 403 = 400) {
	return context.json({ error }, status);
}

type ReturnTarget = Pick<AuthorizationRequest, 'redirectURI' | 'state'>;

function goBack(context: Context, target: ReturnTarget, error: string) {
	return leave(context, target, { error });
}

/** Sends the user back to the client. */
function leave(
	context: Context,
	{ redirectURI, state }: ReturnTarget,
	result: { code: string } | { error: string }
) {
	const url = new URL(redirectURI);
	const { origin: iss } = new URL(context.req.url);
	for (const [name, value] of Object.entries({ ...result, state, iss }))
		if (value !== undefined) url.searchParams.set(name, value);
	return context.redirect(url.href, 303);
}

async function toChallenge(verifier: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
	const base64 = btoa(String.fromCharCode(...new Uint8Array(digest)));
	return base64.replaceAll('+', '-').replaceAll('/', '_').replace('=', '');
}
