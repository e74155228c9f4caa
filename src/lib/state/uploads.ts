import { isOutcomeUnknown, type MutationOutcome } from '$lib/domain/mutations/result';
import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { SourceError } from '$lib/domain/connection/source-error';
import type { OnProgress, Uploaded, Uploader } from '$lib/domain/mutations/upload';
import type { Activity } from './activity-log.svelte';

export interface UploadsOptions {
	source: Uploader;
	chats: { get(id: ChatID): Chat | undefined };
	activity: Activity;
	/** Why nothing may be changed: see `getBlockedReason`. */
	blockedReason: () => string | null;
	/** Epoch milliseconds. */
	now: () => number;
}

/** Gives files to Beeper, each once, and logs it. */
export class Uploads {
	readonly #options: UploadsOptions;

	constructor(options: UploadsOptions) {
		this.#options = options;
	}

	/**
	 * @param chatID - of the chat in whose draft it is to be
	 * @throws SourceError `scope` where nothing may be changed; then nothing is sent
	 */
	async send(
		chatID: ChatID,
		file: File,
		signal: AbortSignal,
		onprogress?: OnProgress
	): Promise<Uploaded> {
		const { source, chats, activity, blockedReason, now } = this.#options;
		if (blockedReason() !== null) throw new SourceError('scope');
		const { name: fileName, type: mimeType, size: fileSize } = file;
		const entry = activity.begin({
			groupId: activity.newGroupId(),
			at: now(),
			mutation: { kind: 'upload', chatID, fileName, mimeType, fileSize },
			before: chats.get(chatID)
		});
		try {
			const { uploaded, status, json } = await source.upload(file, signal, onprogress);
			const outcome: MutationOutcome = { kind: 'done', mismatch: null };
			activity.settle(entry, { status, answer: json, outcome });
			return uploaded;
		} catch (error) {
			// Nobody knows what a bug has left behind.
			const known = error instanceof SourceError ? error : new SourceError('malformed');
			const outcome: MutationOutcome = isOutcomeUnknown(known)
				? { kind: 'unknown', error: known, found: undefined }
				: { kind: 'failed', error: known };
			activity.settle(entry, { status: known.status, answer: known.says ?? '', outcome });
			throw error;
		}
	}
}
