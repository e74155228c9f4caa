import type { Chat, ChatID } from '$lib/domain/chat/chat';
import type { Source } from '$lib/domain/connection/source';
import { SourceError } from '$lib/domain/connection/source-error';

/** Requests under way together. */
const AT_ONCE = 4;

/** What is done with the answer for each chat. */
export interface Answers {
	there(chat: Chat): void;
	/** The server has it no more. */
	gone(id: ChatID): void;
	/** The server cannot tell of it, which does not mean that it is gone. */
	unknown(id: ChatID): void;
}

/**
 * Ask for chats one by one.
 *
 * @throws SourceError when the server is away
 */
export async function askForEach(
	ids: readonly ChatID[],
	source: Pick<Source, 'chat'>,
	signal: AbortSignal,
	answers: Answers
): Promise<void> {
	const waiting = ids.values();

	async function askAll() {
		for (const id of waiting) {
			try {
				answers.there((await source.chat(id, signal)).chat);
			} catch (error) {
				if (!(error instanceof SourceError)) throw error;
				if (error.failure === 'not-found') answers.gone(id);
				else if (['server-fault', 'malformed'].includes(error.failure)) answers.unknown(id);
				else throw error;
			}
		}
	}

	await Promise.all(Array.from({ length: AT_ONCE }, askAll));
}
