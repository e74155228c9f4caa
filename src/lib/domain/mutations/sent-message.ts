import type { Message } from '../chat/message';
import type { MessageMutation } from './mutation';

/** Milliseconds by which the clocks of a network and this device may differ. */
const CLOCK_SLACK = 60_000;

/** The user's own messages that came after a message was sent, itself included. */
function findOwnSince(
	messages: readonly Message[],
	{ newestMessageID }: MessageMutation,
	at: number
): readonly Message[] {
	const place = messages.findIndex(({ id }) => id === newestMessageID);
	const since =
		place < 0
			? messages.filter(({ timestamp = Infinity }) => timestamp > at - CLOCK_SLACK)
			: messages.slice(place + 1);
	return since.filter(({ isSender, isHidden, isDeleted }) => isSender && !isHidden && !isDeleted);
}

/**
 * The message that a mutation has sent.
 *
 * @param messages - of the chat it went to, oldest first
 * @param at - when it was sent, epoch milliseconds
 * @param otherIDs - messages known to be others, though their text may be the same
 * @returns undefined when no message reads like it
 */
export function findSentMessage(
	messages: readonly Message[],
	mutation: MessageMutation,
	at: number,
	otherIDs: ReadonlySet<string> = new Set()
): Message | undefined {
	return findOwnSince(messages, mutation, at).find(
		(message) => !otherIDs.has(message.id) && readsAs(message, mutation)
	);
}

/**
 * True when a message of unknown outcome is among the messages, false when nothing was sent since.
 *
 * @returns undefined when something else was sent since, which may be the message in other words
 */
export function wasSent(
	messages: readonly Message[],
	mutation: MessageMutation,
	at: number,
	otherIDs: ReadonlySet<string> = new Set()
): boolean | undefined {
	if (findSentMessage(messages, mutation, at, otherIDs)) return true;
	const others = findOwnSince(messages, mutation, at).filter(({ id }) => !otherIDs.has(id));
	return others.length > 0 ? undefined : false;
}

/**
 * True when a message has the text of a mutation. Networks may change the formatting, so only
 * letters, digits and symbols are compared.
 */
function readsAs({ text = '', attachments }: Message, { text: sent, attachment }: MessageMutation) {
	if (attachment && attachments.length === 0) return false;
	const words = reduce(text);
	return [sent, stripAddresses(sent)].some((each) => reduce(each) === words);
}

function reduce(text: string): string {
	return text.replace(/[^\p{L}\p{N}\p{So}]+/gu, '') || text.trim();
}

/** A Markdown text without the addresses of plain links; others would need a parser. */
function stripAddresses(markdown: string): string {
	return markdown.replace(/\]\([^\s()]*\)/g, ' ');
}
