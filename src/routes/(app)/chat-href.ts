import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Chat, ChatID } from '$lib/domain/chat/chat';

/** The path of a chat's page, to which a query may be added. */
export function getChatPath(id: ChatID): `/chats/${string}` {
	return `/chats/${encodeURIComponent(id)}`;
}

/** The address of a chat's page. */
export function getChatHref({ id }: Pick<Chat, 'id'>): string {
	return resolve(getChatPath(id));
}

/** Opens a chat's page. */
export function goToChat({ id }: Pick<Chat, 'id'>): Promise<void> {
	return goto(resolve(getChatPath(id)));
}
