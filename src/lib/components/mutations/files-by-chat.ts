import { createContext } from 'svelte';
import type { ChatID } from '$lib/domain/chat/chat';
import type { Upload } from '$lib/domain/mutations/upload';
import { DraftFiles } from './draft-files.svelte';

/**
 * The files attached to each chat, which stay while other chats and pages are shown. Only the tab
 * holds them: it can store neither their bytes nor the right to read them again.
 */
export class FilesByChat {
	readonly #getUpload: (chatID: ChatID) => Upload;
	readonly #files = new Map<string, DraftFiles>();

	constructor(getUpload: (chatID: ChatID) => Upload) {
		this.#getUpload = getUpload;
	}

	/** True when the end of the tab would lose a file. */
	get hasAny(): boolean {
		return [...this.#files.values()].some(({ all }) => all.length > 0);
	}

	get(chatID: ChatID, use: 'draft' | 'reply'): DraftFiles {
		const key = `${use} ${chatID}`;
		const known = this.#files.get(key) ?? new DraftFiles(this.#getUpload(chatID));
		this.#files.set(key, known);
		return known;
	}

	/** Removes all files, and aborts their uploads. */
	clear() {
		for (const files of this.#files.values()) files.clear();
	}
}

/** The files attached to the chats of this session. */
export const [getFilesByChat, setFilesByChat] = createContext<FilesByChat>();
