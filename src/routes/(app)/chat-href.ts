import { resolve } from '$app/paths';
import type { Chat } from '$lib/domain/chat/chat';

/** The address of a chat's page. */
export function getChatHref({ id }: Pick<Chat, 'id'>): string {
	return resolve('/(app)/chats/[chatID]', { chatID: encodeURIComponent(id) });
}
