import type { Hono } from 'hono';
import * as v from 'valibot';
import { findChat, readBody, requireSince } from './validate';
import type { Tokens } from './middleware';
import type { SampleContext } from './sample-context';

const focusBody = v.object({
	chatID: v.optional(v.string()),
	messageID: v.optional(v.string()),
	draftText: v.optional(v.string()),
	draftAttachmentPath: v.optional(v.string())
});

function getOAuthEndpoints(origin: string) {
	return {
		authorization_endpoint: `${origin}/oauth/authorize`,
		token_endpoint: `${origin}/oauth/token`,
		introspection_endpoint: `${origin}/oauth/introspect`,
		registration_endpoint: `${origin}/oauth/register`,
		revocation_endpoint: `${origin}/oauth/revoke`,
		userinfo_endpoint: `${origin}/oauth/userinfo`
	};
}

/** Adds the routes for information about the server and about a token. */
export function addInfoRoutes(app: Hono, sample: SampleContext, tokens: Tokens) {
	app.get('/v1/info', (context) => {
		requireSince(sample, '4.2.557');
		const { origin, hostname, port, host } = new URL(context.req.url);
		return context.json({
			app: {
				name: 'Beeper',
				version: sample.version,
				bundle_id: sample.behaviour.bundleID ?? 'com.automattic.beeper.sample'
			},
			platform: { os: 'sample', arch: 'x64' },
			server: {
				status: 'running',
				base_url: origin,
				port: Number(port) || 80,
				hostname,
				remote_access: false,
				mcp_enabled: false
			},
			endpoints: {
				oauth: getOAuthEndpoints(origin),
				spec: `${origin}/v1/spec`,
				mcp: `${origin}/v0/mcp`,
				ws_events: `ws://${host}/v1/ws`
			}
		});
	});

	app.get('/.well-known/oauth-authorization-server', (context) => {
		requireSince(sample, '4.2.557');
		const { origin } = new URL(context.req.url);
		return context.json({
			issuer: origin,
			...getOAuthEndpoints(origin),
			scopes_supported: ['read', 'write'],
			response_types_supported: ['code'],
			grant_types_supported: ['authorization_code'],
			code_challenge_methods_supported: ['S256'],
			token_endpoint_auth_methods_supported: ['none']
		});
	});

	app.post('/oauth/introspect', async (context) => {
		requireSince(sample, '4.2.557');
		const { token } = await context.req.parseBody();
		const grant = typeof token === 'string' ? tokens.get(token) : undefined;
		if (!grant || sample.now() >= grant.expiresAt) return context.json({ active: false });
		return context.json({
			active: true,
			// The scopes of an inactive token are unknown.
			...(sample.behaviour.tokenWrites === 0 && { scope: grant.scopes.join(' ') }),
			...(grant.expiresAt < Infinity && { exp: Math.floor(grant.expiresAt / 1000) }),
			token_type: 'Bearer'
		});
	});

	app.post('/v1/focus', async (context) => {
		const { chatID } = await readBody(context, focusBody);
		if (chatID !== undefined) findChat(sample, chatID);
		return context.json({ success: true });
	});
}
