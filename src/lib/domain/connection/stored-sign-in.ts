import { getFields, parseJSONOrUndefined } from '$lib/format/parse-json';
import type { Grant, PendingSignIn, Scope } from './sign-in';

type Fields = Readonly<Record<string, unknown>>;

function areTexts(fields: Fields, names: readonly string[]): boolean {
	return names.every((name) => typeof fields[name] === 'string');
}

function areOptionalTexts(fields: Fields, names: readonly string[]): boolean {
	return names.every((name) => fields[name] === undefined || typeof fields[name] === 'string');
}

function isScope(value: unknown): value is Scope {
	return value === 'read' || value === 'read write';
}

export function isGrant(value: unknown): value is Grant {
	const fields = getFields(value);
	return (
		isScope(fields.scope) &&
		areTexts(fields, ['clientID']) &&
		areOptionalTexts(fields, ['revocationPath']) &&
		(fields.expiresAt === undefined || Number.isFinite(fields.expiresAt))
	);
}

function isPending(value: unknown): value is PendingSignIn {
	const fields = getFields(value);
	return (
		isScope(fields.scope) &&
		typeof fields.remember === 'boolean' &&
		areTexts(fields, ['address', 'returnTo', 'state', 'verifier']) &&
		areTexts(fields, ['clientID', 'redirectURI', 'tokenPath']) &&
		areOptionalTexts(fields, ['revocationPath', 'issuer'])
	);
}

/** @returns null if the text is no sign-in */
export function parsePendingSignIn(text: string | null): PendingSignIn | null {
	const value = parseJSONOrUndefined(text);
	return isPending(value) ? value : null;
}
