import type { Chat } from '$lib/domain/chat/chat';
import type { MessageSource } from '$lib/domain/connection/source';
import type { Threads } from '$lib/state/threads';

interface ReadingOptions {
	/** A new token creates a new source, with which reads begin again. */
	getSource: () => MessageSource;
	threads: Pick<Threads, 'read'>;
	/** The chat that is shown comes first. */
	getChats: () => readonly Chat[];
}

/**
 * Reads the messages of the chat that is shown, and of those likely to be shown next, until the
 * component is left. When these chats change, reads of those that stay go on: a list may change faster
 * than the server answers.
 */
export function keepReading({ getSource, threads, getChats }: ReadingOptions) {
	let end: (() => void) | undefined;

	$effect(() => {
		getSource();
		return () => end?.();
	});
	$effect(() => {
		getSource();
		end = threads.read(getChats());
	});
}
