import { isSameDraft, type Chat, type Draft } from '../chat/chat';

export interface NewAttachment {
	/** From an upload; valid as long as Beeper keeps the file. */
	uploadID: string;
	fileName?: string;
	mimeType?: string;
	/** Bytes; shown, not sent. */
	fileSize?: number;
	type?: 'image' | 'video' | 'audio' | 'file' | 'gif' | 'voice-note' | 'sticker';
}

export interface NewDraft {
	/** Plain text or Markdown: Beeper does not distinguish them. */
	text: string;
	attachments: readonly NewAttachment[];
}

/** True when a chat has a draft that is not empty. */
export function hasDraft(chat: Chat | undefined): boolean {
	return chat?.draft !== undefined && chat.draft !== null && !isEmptyDraft(chat.draft);
}

export function isEmptyDraft(draft: Draft | NewDraft): boolean {
	return draft.text.trim() === '' && draft.attachments.length === 0;
}

/** A draft that was cleared for a replacement whose save failed or was not confirmed. */
export interface RecoveredDraft {
	draft: Draft;
	/** Markdown of the replacement; empty when the draft was only to be cleared. */
	wanted: string;
	/**
	 * `failed`: the replacement could not be saved. `left`: the page was closed before the outcome
	 * was known.
	 */
	cause: 'failed' | 'left';
}

/**
 * The recovered drafts of a chat that exist nowhere else.
 *
 * @param chat - as the server last described it; undefined when unknown
 */
export function findUnsavedDrafts(
	recovered: readonly RecoveredDraft[],
	chat: Chat | undefined
): readonly RecoveredDraft[] {
	const draft = hasDraft(chat) ? chat?.draft : undefined;
	if (!draft) return recovered;
	return recovered.filter((one) => {
		const wanted = one.wanted.trim();
		const isThere = wanted !== '' && [draft.text, draft.markdown].includes(wanted);
		return !isThere && !isSameDraft(one.draft, draft);
	});
}
