import { describeView } from '$lib/domain/chat-list/describe-view';
import { parseView } from '$lib/domain/chat-list/view-url';

const PAGES: Readonly<Record<string, string>> = {
	'/overview': 'Overview',
	'/accounts': 'Accounts',
	'/activity': 'Activity',
	'/capabilities': 'Capabilities',
	'/capabilities/check': 'Check before sending',
	'/chats/new': 'New chat'
};

/**
 * Where somebody lands who was on the way to a page of the dashboard.
 *
 * @param path - as `toReturnPath` gives it
 * @returns null for the page on which everybody begins
 */
export function describeLanding(path: string): string | null {
	const { pathname, search } = new URL(path, 'http://localhost');
	if (pathname === '/chats') return describeView(parseView(search).view);
	// Which one it is, nobody knows before the chats are here.
	return PAGES[pathname] ?? (pathname.startsWith('/chats/') ? 'One chat' : null);
}
