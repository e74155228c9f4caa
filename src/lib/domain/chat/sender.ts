import { findTitle, type Chat } from './chat';
import type { Message } from './message';
import { cleanName } from './name';
import { findName } from './participant';

/** The sender of a message, as far as the message states it. */
export interface Sender {
	senderID?: string;
	senderName?: string;
}

/**
 * Display name for the sender of another person's message; never an ID. A direct chat has only one
 * such sender, so its title is a fallback.
 */
export function nameSender(chat: Chat, { senderID, senderName }: Sender): string {
	const member = chat.participants.items.find(({ id }) => id === senderID);
	return (
		cleanName(senderName) ||
		(member && findName(member)) ||
		(chat.type === 'single' && findTitle(chat)) ||
		'Unknown sender'
	);
}

/** The user's own participant ID in a chat; undefined while unknown. */
export function findSelfID(chat: Chat, messages: readonly Message[]): string | undefined {
	return (
		chat.participants.items.find(({ isSelf }) => isSelf)?.id ??
		messages.find(({ isSender }) => isSender)?.senderID
	);
}
