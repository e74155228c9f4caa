import type { Hono } from 'hono';
import * as v from 'valibot';
import { findChat, readBody, requireSince } from './validate';
import { getOAuthEndpoints } from './oauth-routes';
import type { SampleContext } from './sample-context';

const focusBody = v.object({
	chatID: v.optional(v.string()),
	messageID: v.optional(v.string()),
	draftText: v.optional(v.string()),
	draftAttachmentPath: v.optional(v.string())
});

/** Adds the routes for information about the server. */
export function addInfoRoutes(app: Hono, sample: SampleContext) {
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
				...(sample.behaviour.oauth !== 'off' && { oauth: getOAuthEndpoints(sample, origin) }),
				spec: `${origin}/v1/spec`,
				mcp: `${origin}/v0/mcp`,
				ws_events: `ws://${host}/v1/ws`
			}
		});
	});

	app.post('/v1/focus', async (context) => {
		const { chatID } = await readBody(context, focusBody);
		if (chatID !== undefined) findChat(sample, chatID);
		return context.json({ success: true });
	});
}
