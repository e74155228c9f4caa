/** The query key of `/connect` that holds the page to return to. */
export const RETURN_KEY = 'to';

/**
 * The page to open after connecting.
 *
 * @param wanted - path, query and fragment as requested; a URL that would leave `origin` is ignored
 */
export function toReturnPath(wanted: string | null, origin: string): string {
	const url =
		wanted?.startsWith('/') && URL.canParse(wanted, origin) ? new URL(wanted, origin) : null;
	if (url?.origin !== origin || url.pathname.startsWith('/connect')) return '/';
	return url.pathname + url.search + url.hash;
}

/** The fragment of an address, decoded, without `#`; unchanged if it is badly encoded. */
export function getFragment({ hash }: URL): string {
	const text = hash.slice(1);
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
