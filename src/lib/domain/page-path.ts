/**
 * True when an address of the dashboard's origin is a page of the app, as the server and the service
 * worker agree on it. A chat's ID may hold dots; in any other address an extension means a file.
 * Below `/beeper/` the server passes requests on to Beeper.
 */
export function isPagePath(pathname: string): boolean {
	if (/^\/(_app|beeper)\//.test(pathname)) return false;
	return pathname.startsWith('/chats/') || !/\.\w+$/.test(pathname) || pathname === '/index.html';
}

/**
 * The path of a page with percent signs that encode nothing as `%25`, as in `/chats/50%`, for which
 * no page could be found otherwise. A path that can be decoded stays as it is.
 */
export function mendPagePath(pathname: string): string {
	const mended = pathname.replace(/%(?![\da-f]{2})/gi, '%25');
	return decode(mended) === undefined ? pathname.replaceAll('%', '%25') : mended;
}

function decode(path: string): string | undefined {
	try {
		return decodeURI(path);
	} catch {
		return undefined;
	}
}
