import type { Hono, MiddlewareHandler } from 'hono';
import { Refusal } from './failure';
import type { SampleContext } from './sample-context';

export type TokenScope = 'read' | 'write';

export interface TokenGrant {
	scopes: readonly TokenScope[];
	/** Epoch milliseconds; `Infinity`: never. */
	expiresAt: number;
	/** The client that the token was issued to; absent for a token made by hand. */
	clientID?: string;
}

/** The valid tokens, with their grants. Tokens are issued and revoked while the server runs. */
export type Tokens = Map<string, TokenGrant>;

const LOCAL_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const LOCALHOST = /^https?:\/\/localhost(:\d+)?$/;

/** Allows only pages of this machine to read responses, and only these request headers. */
function allowLocalPages({ behaviour: { cors } }: SampleContext): MiddlewareHandler {
	const allowed = cors.includes('localhost-only') ? LOCALHOST : LOCAL_ORIGIN;
	const methods = cors.includes('reads-only') ? 'GET, POST' : 'GET, POST, PUT, PATCH, DELETE';
	return async (context, next) => {
		const origin = context.req.header('Origin') ?? '';
		const isPreflight = context.req.method === 'OPTIONS';
		if (isPreflight) context.res = new Response(null, { status: 204 });
		else await next();
		context.header('Vary', 'Origin', { append: true });
		const isHidden = context.res.status >= 400 && cors.includes('no-error-headers');
		if (cors.includes('none') || !allowed.test(origin) || isHidden) return;
		context.header('Access-Control-Allow-Origin', origin);
		if (!isPreflight) return;
		context.header('Access-Control-Allow-Methods', methods);
		context.header('Access-Control-Allow-Headers', 'Authorization, Content-Type');
	};
}

/** POST routes that change nothing on any network. */
const READING_POSTS = new Set(['/v1/focus', '/v1/assets/download']);

function requireToken(sample: SampleContext, tokens: Tokens): MiddlewareHandler {
	const { tokenWrites } = sample.behaviour;
	return async (context, next) => {
		if (context.req.path === '/v1/info') return next();
		const [, token = ''] = /^Bearer (.+)$/i.exec(context.req.header('Authorization') ?? '') ?? [];
		const grant = tokens.get(token);
		if (!grant) throw new Refusal(401, 'A valid access token is required');
		if (sample.now() >= grant.expiresAt) throw new Refusal(401, 'Token expired');
		const isRead = context.req.method === 'GET' || READING_POSTS.has(context.req.path);
		const needed = isRead ? 'read' : 'write';
		if (!isRead && tokenWrites !== 0) throw new Refusal(tokenWrites, 'This is not allowed');
		if (!grant.scopes.includes(needed))
			throw new Refusal(403, `This token lacks the scope "${needed}"`);
		return next();
	};
}

/** Adds the middleware that runs before and after every route. */
export function addMiddleware(app: Hono, sample: SampleContext, tokens: Tokens, latency: number) {
	app.use(async (context, next) => {
		if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
		await next();
		context.header('X-Beeper-Desktop-Version', sample.version);
	});
	app.use(allowLocalPages(sample));
	app.use('/v1/*', requireToken(sample, tokens));
}
