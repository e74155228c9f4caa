/**
 * True when an address of the dashboard's origin is a page of the app, as the server and the service
 * worker agree on it. A chat's ID may hold dots; in any other address an extension means a file.
 * Below `/beeper/` the server passes requests on to Beeper.
 */
export function isPagePath(pathname: string): boolean {
	if (/^\/(_app|beeper)\//.test(pathname)) return false;
	return pathname.startsWith('/chats/') || !/\.\w+$/.test(pathname) || pathname === '/index.html';
}
