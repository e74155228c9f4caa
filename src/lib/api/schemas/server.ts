import * as v from 'valibot';
import { SourceError } from '$lib/domain/connection/source-error';
import type { Access, Server } from '$lib/domain/connection/server';
import { name, record, seconds } from './primitives';
import { parseTolerant } from '../parse';

const server = record({
	app: v.exactOptional(
		record({
			name: v.exactOptional(name),
			version: v.exactOptional(name),
			bundle_id: v.exactOptional(name)
		})
	),
	server: v.exactOptional(record({ status: v.exactOptional(name) }))
});

/** @throws SourceError `malformed` if the response is not from a Beeper server */
export function readServer(raw: unknown): Server {
	const { value } = parseTolerant(server, raw);
	if (!value || (!value.app && !value.server)) throw new SourceError('malformed');
	const { bundle_id: bundleID, ...app } = value.app ?? {};
	return { ...app, ...value.server, ...(bundleID && { bundleID }) };
}

const introspection = record({
	active: v.boolean(),
	scope: v.exactOptional(name),
	exp: v.exactOptional(seconds)
});

/** @throws SourceError `token-refused` when the token is not active, `malformed` when the response does not say */
export function readAccess(raw: unknown): Access {
	const { value } = parseTolerant(introspection, raw);
	if (!value) throw new SourceError('malformed');
	if (!value.active) throw new SourceError('token-refused');
	const { scope, exp } = value;
	return {
		...(scope !== undefined && { canWrite: scope.split(/\s+/).includes('write') }),
		// Seconds; some servers write 0 for “never”.
		...(exp && { expiresAt: exp * 1000 })
	};
}
