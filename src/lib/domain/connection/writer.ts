import type { Chat, ChatID } from '../chat/chat';
import type { Mutation } from '../mutations/mutation';

/** What became of a write that the server took. */
export interface MutationResponse {
	status: number;
	/** The body as it came; empty after a 204. */
	json: string;
	/**
	 * The answer is none that the API gives to such a write, or is about another chat: whether the write
	 * happened is open, and nothing of the answer is to be shown.
	 */
	isOdd?: true;
	/** Absent when the answer does not hold the chat: it has to be read again. */
	chat?: Chat;
	/** The chat that was opened. Older servers answer with nothing else. */
	chatID?: ChatID;
}

/** Changes things at the server, and with that for real people. */
export interface MutationSender {
	/**
	 * Sends one request, once, and never again by itself.
	 *
	 * @throws SourceError; when it {@link isOutcomeUnknown}, the write may have happened all the same
	 */
	sendMutation(mutation: Mutation, signal: AbortSignal): Promise<MutationResponse>;
}
