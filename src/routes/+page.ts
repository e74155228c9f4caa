import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { INBOX } from '$lib/domain/chat-list/view';
import { formatView } from '$lib/domain/chat-list/view-url';
import { tabs } from '$lib/app/tabs';

export async function load() {
	if (!(await tabs.findLogin())) redirect(307, resolve('/connect'));
	redirect(307, resolve(`/chats?${formatView(INBOX)}`));
}
