import type { ChatID } from '../chat/chat';
import type { Message } from '../chat/message';
import type { MessageMutation } from './mutation';
import type { LogEntry } from './result';
import { findSentMessage } from './sent-message';

/** A message sent from this tab, as a conversation shows it until the server lists it. */
export interface OutgoingMessage {
	/** ID of its log entry. */
	id: number;
	/** Epoch milliseconds. */
	at: number;
	mutation: MessageMutation;
	outcome: LogEntry['outcome'];
}

/**
 * The messages sent from this tab that a conversation does not hold, oldest first.
 *
 * @param entries - of the activity log, newest first
 * @param chatID - of the conversation; messages from a merged chat are also those of its member
 * @param messages - of the conversation, oldest first; empty for a merged chat
 */
export function findOutgoing(
	entries: readonly LogEntry[],
	chatID: ChatID,
	messages: readonly Message[]
): readonly OutgoingMessage[] {
	return entries
		.flatMap(({ id, at, mutation, outcome }) =>
			mutation.kind === 'message' ? [{ id, at, mutation, outcome }] : []
		)
		.filter(({ mutation, outcome }) => {
			const sentTo = outcome.kind === 'done' ? outcome.chatID : undefined;
			return mutation.chatID === chatID || sentTo === chatID;
		})
		.filter((sent) => !isListed(sent, messages))
		.reverse();
}

function isListed({ at, mutation, outcome }: OutgoingMessage, messages: readonly Message[]) {
	if (outcome.kind === 'failed' || outcome.kind === 'pending') return false;
	if (outcome.kind === 'unknown') {
		return outcome.found === true && findSentMessage(messages, mutation, at) !== undefined;
	}
	const { id, delivery } = outcome.message ?? {};
	// Its page may not be loaded, but the server lists the message by now.
	if (delivery === 'sent' && messages.length > 0) return true;
	return (
		messages.some((message) => message.id === id) ||
		(delivery !== 'failed' && findSentMessage(messages, mutation, at) !== undefined)
	);
}
