import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { INBOX } from '$lib/domain/chat-list/view';
import { formatView } from '$lib/domain/chat-list/view-url';
import { connection } from '$lib/app/app';

export function load() {
	if (!connection.login) redirect(307, resolve('/connect'));
	redirect(307, resolve(`/chats?${formatView(INBOX)}`));
}
