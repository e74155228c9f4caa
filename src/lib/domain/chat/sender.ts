import { findTitle, type Chat } from './chat';
import type { Message } from './message';
import { cleanName } from './name';
import { findName } from './participant';

/** Who wrote a message, as far as the message itself says. */
export interface Sender {
	senderID?: string;
	senderName?: string;
}

/**
 * What to call the sender of a message by somebody else; in a direct chat there's only one. An ID is
 * no name.
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

/** Who the user is in a chat; undefined as long as nothing says so. */
export function findSelfID(chat: Chat, messages: readonly Message[]): string | undefined {
	return (
		chat.participants.items.find(({ isSelf }) => isSelf)?.id ??
		messages.find(({ isSender }) => isSender)?.senderID
	);
}
