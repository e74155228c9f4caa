import type { Chat } from '$lib/domain/chat/chat';
import type { Message } from '$lib/domain/chat/message';
import { findSelfID, nameSender } from '$lib/domain/chat/sender';
import { findName } from '$lib/domain/chat/participant';

/** Gives the display name of a chat member by ID. */
export type Naming = (id: string) => string;

/** People who have left the chat are named by their messages. */
export function createNaming(chat: Chat, messages: readonly Message[]): Naming {
	const names = new Map(
		messages.map((message) => [message.senderID, nameSender(chat, message)] as const)
	);
	for (const person of chat.participants.items) {
		const name = findName(person);
		if (name) names.set(person.id, name);
	}
	const selfID = findSelfID(chat, messages);
	return (id) => {
		if (id === selfID) return 'You';
		return names.get(id) ?? nameSender(chat, { senderID: id });
	};
}
