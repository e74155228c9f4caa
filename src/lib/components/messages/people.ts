import type { Chat } from '$lib/domain/chat';
import { selfIDOf, type Message } from '$lib/domain/messages';
import { nameOf } from '$lib/domain/user';

/** Tells what to call a member of a chat, by their ID. */
export type Naming = (id: string) => string;

/** People who have left are known from what they wrote, else by their ID alone. */
export function createNaming(chat: Chat, messages: readonly Message[]): Naming {
	const names = new Map(messages.map(({ senderID, senderName }) => [senderID, senderName]));
	for (const person of chat.participants.items) names.set(person.id, nameOf(person));
	const selfID = selfIDOf(chat, messages);
	return (id) => (id === selfID ? 'You' : names.get(id) || id || 'Somebody');
}
