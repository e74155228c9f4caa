/** Bytes of randomness in a secret. */
const LENGTH = 32;

/** Makes a random text for an address: 43 letters, digits, `-` and `_`. */
export function makeSecret(): string {
	return toBase64URL(crypto.getRandomValues(new Uint8Array(LENGTH)));
}

/**
 * Derives the challenge that is shown to the server first, and for which only the verifier fits
 * later.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7636#section-4.2
 */
export async function toChallenge(verifier: string): Promise<string> {
	const bytes = new TextEncoder().encode(verifier);
	return toBase64URL(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

function toBase64URL(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/, '');
}
