import type { OpeningMutation } from '$lib/domain/mutations/mutation';
import type { User } from '$lib/domain/chat/participant';
import { toContact } from './person-labels';

/** The user's input for a new chat. */
export interface NewChatInput {
	accountID: string;
	type: 'single' | 'group';
	people: readonly User[];
	/** For groups; may be empty. */
	title: string;
	/** Sent to everyone immediately; may be empty. */
	messageText: string;
}

/**
 * The mutation that opens a chat: `start` for a direct chat where the server supports it, as it
 * reuses an existing chat.
 *
 * @returns null without an account or without people
 */
export function createOpeningMutation(
	order: NewChatInput,
	canStart: boolean
): OpeningMutation | null {
	const { accountID, type, people } = order;
	const [person] = people;
	if (!accountID || !person) return null;
	const words = order.messageText.trim();
	const message = words && { messageText: words };
	if (type === 'single' && canStart) {
		return { kind: 'start', accountID, user: toContact(person), ...message };
	}
	if (type === 'single') {
		return { kind: 'create', accountID, type, participantIDs: [person.id], ...message };
	}
	const participantIDs = people.map(({ id }) => id);
	const title = order.title.trim();
	return { kind: 'create', accountID, type, participantIDs, ...(title && { title }), ...message };
}
