import { getTitle, type Chat } from '../chat/chat';
import { formatDoing } from './actions';
import { getAction, type Mutation } from './mutation';
import type { SourceError } from '../connection/source-error';
import { describeError } from '../connection/error-messages';
import { isolateName } from '../chat/name';
import { getLosses, getSideEffects, type MutationOutcome, type MutationResult } from './result';
import { formatLosses, joinSideEffects } from './side-effects';
import { getMutationWords } from './describe-change';

/** The outcome of a mutation, for a toast. */
export interface MutationNotification {
	tone: 'plain' | 'bad';
	text: string;
	/** The reason for a failure, or the side effects. */
	detail?: string;
}

/**
 * @param chat - the chat of the mutation; undefined when there is none, or it is unknown
 * @returns null for a mutation ignored as a duplicate
 */
export function toNotification(
	mutation: Mutation,
	result: MutationResult,
	chat: Chat | undefined
): MutationNotification | null {
	const { label, done, failed } = getMutationWords(mutation);
	const about = formatAbout(chat);
	const describeDoubt = mutation.kind === 'message' ? formatMessageDoubt : formatDoubt;
	switch (result.kind) {
		case 'ignored':
			return null;
		case 'done':
			if (result.mismatch === null) return { tone: 'plain', text: formatDone() + about };
			return { tone: 'bad', text: label + about, detail: result.mismatch };
		case 'refused':
			return { tone: 'bad', text: failed + about, detail: result.reason };
		case 'failed': {
			const { title, details } = describeError(result.error);
			return { tone: 'bad', text: failed + about, detail: [title, ...details].join(' · ') };
		}
		case 'unknown':
			if (result.found === true)
				return { tone: 'plain', text: formatDone() + about, detail: describeDoubt(result) };
			return {
				tone: 'bad',
				text: formatUnconfirmed(mutation, chat),
				detail: describeDoubt(result)
			};
	}

	function formatDone(): string {
		return joinSideEffects(done, getSideEffects(result));
	}
}

/** The toast for a mutation without a clear response, while its chat is read again. */
export function toDoubtNotification(
	mutation: Mutation,
	chat: Chat | undefined
): MutationNotification {
	return { tone: 'plain', text: `${formatUnconfirmed(mutation, chat)} yet. Checking…` };
}

/**
 * `Couldn’t confirm archiving “Anna”`
 *
 * @param chat - undefined when there is none, or it is unknown
 */
export function formatUnconfirmed(mutation: Mutation, chat?: Chat): string {
	const object = chat ? `“${isolateName(getTitle(chat))}”` : 'the chat';
	return `Couldn’t confirm ${formatDoing(getAction(mutation), object)}`;
}

/** The toast for a message that Beeper had accepted, and its network has not. */
export function toUndeliveredNotification(chat: Chat | undefined): MutationNotification {
	return {
		tone: 'bad',
		text: `Message not sent${formatAbout(chat)}`,
		detail: 'The network rejected the message.'
	};
}

/** @returns null when the undo restored everything */
export function toUndoNotification(
	result: MutationResult,
	chat: Chat | undefined
): MutationNotification | null {
	const losses = getLosses(result);
	if (losses.length === 0) return null;
	return { tone: 'plain', text: `Undone${formatAbout(chat)}`, detail: formatLosses(losses) };
}

/** `: Anna`; empty without a chat. */
function formatAbout(chat: Chat | undefined): string {
	return chat ? `: ${isolateName(getTitle(chat))}` : '';
}

/** The reason why the outcome of a mutation is unknown, as the beginning of a sentence. */
export function getDoubtCause({ failure, status }: SourceError): string {
	if (failure === 'redirected') return 'Beeper’s response leads to another address';
	if (status === undefined || failure === 'unreachable') return 'Beeper didn’t respond';
	return failure === 'malformed'
		? 'Unexpected response from Beeper'
		: `Beeper returned an error (${status})`;
}

/** A sentence or two about a message without a clear response. */
export function formatMessageDoubt({
	error,
	found
}: Extract<MutationOutcome, { kind: 'unknown' }>): string {
	const cause = getDoubtCause(error);
	if (found) return `${cause}, but the message is in the chat.`;
	return found === undefined
		? `${cause}. Check the chat before sending again.`
		: `${cause}, and the message isn’t in the chat. It may still be sent. Check before sending again.`;
}

/** A sentence or two about a mutation without a clear response. */
export function formatDoubt({
	error,
	found
}: Extract<MutationOutcome, { kind: 'unknown' }>): string {
	const cause = getDoubtCause(error);
	if (found === undefined) return `${cause}. Check the chat before trying again.`;
	return found
		? `${cause}, but the chat shows the change.`
		: `${cause}, and the chat doesn’t show the change. It may still happen.`;
}
