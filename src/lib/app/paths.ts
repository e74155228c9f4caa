/** The key that carries, on `/connect`, the page to come back to. */
export const RETURN_KEY = 'to';

/**
 * Where to go once connected.
 *
 * @param wanted - path, query and fragment as asked for; anything that would leave `origin` is not followed
 */
export function toReturnPath(wanted: string | null, origin: string): string {
	const url =
		wanted?.startsWith('/') && URL.canParse(wanted, origin) ? new URL(wanted, origin) : null;
	if (url?.origin !== origin || url.pathname.startsWith('/connect')) return '/';
	return url.pathname + url.search + url.hash;
}

/** The words behind the `#` of an address; as they stand when they are badly encoded. */
export function getFragment({ hash }: URL): string {
	const text = hash.slice(1);
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
