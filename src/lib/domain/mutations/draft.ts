import { isSameDraft, type Chat, type Draft } from '../chat/chat';
import { hasDraft } from './mutation';

/** A draft that made way for another, which then was not set as far as anybody knows. */
export interface RecoveredDraft {
	draft: Draft;
	/** Markdown of the one that was to take its place; empty for none. */
	wanted: string;
	/** `failed`: the new one could not be set. `left`: the page was left before that was known. */
	cause: 'failed' | 'left';
}

/**
 * Those of a chat's rescued drafts that are nowhere else.
 *
 * @param chat - as the server last described it; undefined when it did not
 */
export function findUnsavedDrafts(
	rescued: readonly RecoveredDraft[],
	chat: Chat | undefined
): readonly RecoveredDraft[] {
	const draft = hasDraft(chat) ? chat?.draft : undefined;
	if (!draft) return rescued;
	return rescued.filter((one) => {
		const wanted = one.wanted.trim();
		const isThere = wanted !== '' && [draft.text, draft.markdown].includes(wanted);
		return !isThere && !isSameDraft(one.draft, draft);
	});
}
