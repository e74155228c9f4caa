import type { OpeningMutation } from '$lib/domain/mutations/mutation';
import type { User } from '$lib/domain/chat/participant';
import { toContact } from './person-labels';

/** What somebody has put together for a new chat. */
export interface NewChatOrder {
	accountID: string;
	type: 'single' | 'group';
	people: readonly User[];
	/** For groups; may be empty. */
	title: string;
	/** Sent to everybody at once; may be empty. */
	messageText: string;
}

/**
 * The write that opens a chat: `start` for a direct one, where the server has that, since it finds
 * the chat that is there already.
 *
 * @returns null as long as there is nobody to talk to
 */
export function createOpeningMutation(
	order: NewChatOrder,
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
