import { parseCapabilityView } from '$lib/domain/capabilities/capability-view';
import { describeCapabilityView } from '$lib/domain/capabilities/describe-capability-view';
import { describeView } from '$lib/domain/chat-list/describe-view';
import { parseView } from '$lib/domain/chat-list/view-url';

const PAGES: Readonly<Record<string, string>> = {
	'/': 'Overview',
	'/overview': 'Overview',
	'/accounts': 'Accounts',
	'/activity': 'Activity',
	'/capabilities/check': 'Check before sending',
	'/chats/new': 'New chat'
};

/**
 * Describes the page that the user gets to after connecting.
 *
 * @param path - as returned by `toReturnPath`
 * @returns null for a page that doesn’t exist
 */
export function describeLanding(path: string): string | null {
	const { pathname, search, searchParams } = new URL(path, 'http://localhost');
	if (pathname === '/chats') return describeView(parseView(search).view);
	if (pathname === '/capabilities') {
		return describeCapabilityView(parseCapabilityView(searchParams).view);
	}
	// The chat's title is unknown before the chats are loaded.
	return PAGES[pathname] ?? (pathname.startsWith('/chats/') ? 'One chat' : null);
}
