import type { Chat } from '$lib/domain/chat';
import type { Message } from '$lib/domain/messages';
import { nameOf } from '$lib/domain/user';

/** Tells what to call a member of a chat, by their ID. */
export type Naming = (id: string) => string;

/** Who the user is in a chat; undefined as long as nothing says so. */
export function selfIDOf(chat: Chat, messages: readonly Message[]): string | undefined {
	return (
		chat.participants.items.find(({ isSelf }) => isSelf)?.id ??
		messages.find(({ isSender }) => isSender)?.senderID
	);
}

/** People who have left are known from what they wrote, else by their ID alone. */
export function createNaming(chat: Chat, messages: readonly Message[]): Naming {
	const names = new Map(messages.map(({ senderID, senderName }) => [senderID, senderName]));
	for (const person of chat.participants.items) names.set(person.id, nameOf(person));
	const selfID = selfIDOf(chat, messages);
	return (id) => (id === selfID ? 'You' : names.get(id) || id || 'Somebody');
}
