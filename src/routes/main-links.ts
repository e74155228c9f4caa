import { resolve } from '$app/paths';
import { INBOX } from '$lib/domain/chat-list/view';
import { formatView } from '$lib/domain/chat-list/view-url';

/** The links of the main navigation; `path` begins the address of every page that one stands for. */
export function listMainLinks(): { href: string; label: string; path: string }[] {
	return [
		{ href: resolve('/overview'), label: 'Overview', path: resolve('/overview') },
		{
			href: resolve(`/chats?${formatView(INBOX)}`),
			label: 'Chats',
			path: resolve('/chats')
		},
		{ href: resolve('/capabilities'), label: 'Capabilities', path: resolve('/capabilities') },
		{ href: resolve('/activity'), label: 'Activity', path: resolve('/activity') }
	];
}
