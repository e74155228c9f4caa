import { formatNumber } from '$lib/format/number';
import { toSentences } from '$lib/format/sentence';
import { checkSending } from '../capabilities/check/check';
import { readTextFacts } from '../capabilities/check/text';
import { isWorking } from '../capabilities/model';
import type { Chat } from '../chat/chat';
import { getMembers } from '../chat/merge';
import type { FileToSend } from './attachment';

/** A message that is being written. */
export interface ReplyContent {
	/** Plain text or Markdown. */
	text: string;
	/** Sent with the text as its caption; absent: none. */
	file?: FileToSend;
	/** True when it answers one message. */
	isAnswer: boolean;
}

/** The fitness of a message for its chat, decided before it is sent. */
export interface ReplyCheck {
	/** The reason why it can’t be sent; null when it may be tried. */
	refusal: string | null;
	/** A line about formatting or files that are lost, changed or unknown; often empty. */
	note: string;
	/** `1,950 of 2,000 characters`, near the limit and beyond; otherwise empty. */
	count: string;
}

/** Share of the longest text from which on the number of characters is shown. */
const NEAR_LIMIT = 0.9;

/** The chat that a message to this one goes to: of a merged chat, the member that Beeper prefers. */
export function getRecipient(chat: Chat): Chat {
	return getMembers(chat)[0] ?? chat;
}

/**
 * Checks a message against the capabilities of the chat that it goes to.
 *
 * @param network - display name of that chat’s network
 */
export function checkReply(chat: Chat, reply: ReplyContent, network: string): ReplyCheck {
	const { text, file, isAnswer } = reply;
	const { capabilities } = getRecipient(chat);
	const sending = file
		? { files: [file], text: null, caption: readTextFacts(text) }
		: { files: [], text: readTextFacts(text), caption: null };
	const { kind, parts } = checkSending(capabilities, sending, network);
	const words = toSentences(parts.flatMap((part) => part.reasons));
	const level = capabilities?.reply;
	const isQuoteLost = isAnswer && level !== undefined && !isWorking(level);
	const notes = [
		// Without capabilities nothing is known, so a note would not help.
		capabilities && (kind === 'changed' || kind === 'unknown') && words,
		isQuoteLost && `${network} doesn’t support replies to a message, so the quote is lost.`
	];
	return {
		refusal: kind === 'no' ? words : null,
		note: notes.filter(Boolean).join(' '),
		count: file ? '' : formatCharacters(text, capabilities?.maxTextLength)
	};
}

function formatCharacters(text: string, limit: number | undefined): string {
	if (limit === undefined) return '';
	const { length } = [...text];
	if (length < limit * NEAR_LIMIT) return '';
	return `${formatNumber(length)} of ${formatNumber(limit)} characters`;
}
