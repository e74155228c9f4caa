import * as v from 'valibot';
import type { NamedEndpoints } from '$lib/domain/connection/sign-in';
import { SourceError } from '$lib/domain/connection/source-error';
import { parseTolerant, UNUSABLE } from '../parse';
import { address, identifier, list, name, record, seconds } from './primitives';

const metadata = record({
	issuer: v.exactOptional(address),
	authorization_endpoint: v.exactOptional(address),
	token_endpoint: v.exactOptional(address),
	registration_endpoint: v.exactOptional(address),
	revocation_endpoint: v.exactOptional(address),
	code_challenge_methods_supported: v.exactOptional(list(name))
});

const serverInfo = record({
	endpoints: v.exactOptional(record({ oauth: v.exactOptional(metadata) }))
});

type Metadata = v.InferOutput<typeof metadata>;

/** @returns empty if the server cannot prove that the page which asks is the one that gets the token */
function toEndpoints({ issuer, ...named }: Metadata): NamedEndpoints {
	if (named.code_challenge_methods_supported?.includes('S256') === false) return {};
	const {
		authorization_endpoint: authorization,
		token_endpoint: token,
		registration_endpoint: registration,
		revocation_endpoint: revocation
	} = named;
	return {
		...(issuer && { issuer }),
		...(authorization && { authorization }),
		...(token && { token }),
		...(registration && { registration }),
		...(revocation && { revocation })
	};
}

/** Reads the metadata of RFC 8414; empty if the response holds none. */
export function readMetadata(raw: unknown): NamedEndpoints {
	const { value } = parseTolerant(metadata, raw);
	return value ? toEndpoints(value) : {};
}

/** Reads the endpoints in the response of `/v1/info`; empty if it names none. */
export function readInfoEndpoints(raw: unknown): NamedEndpoints {
	const { value } = parseTolerant(serverInfo, raw);
	return value?.endpoints?.oauth ? toEndpoints(value.endpoints.oauth) : {};
}

const registration = record({ client_id: identifier });

/** @returns the client ID. @throws SourceError `malformed` */
export function readClientID(raw: unknown): string {
	const { value } = parseTolerant(registration, raw);
	if (!value) throw new SourceError('malformed');
	return value.client_id;
}

const issued = record({
	// A header carries no other characters.
	access_token: v.pipe(identifier, v.regex(/^[\x21-\x7e]+$/, UNUSABLE)),
	token_type: v.exactOptional(v.pipe(name, v.regex(/^bearer$/i, UNUSABLE))),
	expires_in: v.exactOptional(
		v.union([seconds, v.pipe(name, v.regex(/^\d+$/), v.transform(Number), seconds)])
	)
});

/**
 * @returns `expiresIn`: seconds; absent if the server names no end
 * @throws SourceError `malformed` if the response has no token that the API takes
 */
export function readIssuedToken(raw: unknown): { token: string; expiresIn?: number } {
	const { value } = parseTolerant(issued, raw);
	if (!value) throw new SourceError('malformed');
	const { access_token: token, expires_in: expiresIn } = value;
	return { token, ...(expiresIn && { expiresIn }) };
}

const refusal = record({ error: v.exactOptional(name) });

/** The reason for a refusal in OAuth's own words, such as `invalid_grant`; empty if none is given. */
export function readRefusal(raw: unknown): string {
	return parseTolerant(refusal, raw).value?.error ?? '';
}
