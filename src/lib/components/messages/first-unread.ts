import type { Chat } from '$lib/domain/chat/chat';
import { findFirstUnread } from '$lib/domain/chat/message-list';
import type { Message } from '$lib/domain/chat/message';

/**
 * Finds the message that “New” stands above: the first unread one when the chat was opened. It stays
 * there, though messages are read and others come.
 */
export function createFirstUnread() {
	let known: { id: string | undefined } | undefined;

	return (messages: readonly Message[], chat: Chat): string | undefined => {
		if (messages.length > 0) known ??= { id: findFirstUnread(messages, chat)?.id };
		return known?.id;
	};
}
