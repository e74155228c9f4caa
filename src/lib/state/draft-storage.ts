import type { RecoveredDraft } from '$lib/domain/mutations/draft';
import type { ChatID, Draft, DraftAttachment } from '$lib/domain/chat/chat';
import { getFields, isObject, parseJSONOrUndefined } from '$lib/format/parse-json';
import type { TextStore } from './persisted.svelte';

export interface DraftStorageOptions {
	store: TextStore;
	/** The name to store them under; by default `drafts`. */
	name?: string;
	/** The server's address, which separates its drafts from those of other servers. */
	server: string;
}

/** A draft to be kept while another one replaces it. */
export interface StoredDraft extends Pick<RecoveredDraft, 'draft' | 'wanted'> {
	chatID: ChatID;
}

/**
 * Keeps the drafts of one server over a reload of the page; only in memory if storage is
 * unavailable.
 */
export class DraftStorage {
	readonly #store: TextStore;
	readonly #name: string;
	readonly #server: string;
	#drafts: readonly StoredDraft[];
	#isErased = false;

	constructor({ store, name = 'drafts', server }: DraftStorageOptions) {
		this.#store = store;
		this.#name = name;
		this.#server = server;
		this.#drafts = parseDrafts(store.read(name)).get(server) ?? [];
	}

	get drafts() {
		return this.#drafts;
	}

	replace(drafts: readonly StoredDraft[]) {
		if (this.#isErased) return;
		this.#drafts = drafts;
		// Another connection of this tab may have stored others.
		const stored = new Map(parseDrafts(this.#store.read(this.#name))).set(this.#server, drafts);
		const filled = [...stored].filter(([, each]) => each.length > 0);
		if (filled.length === 0) this.#store.remove(this.#name);
		else this.#store.write(this.#name, JSON.stringify(Object.fromEntries(filled)));
	}

	/** Erases the drafts of every server, and stops storing. */
	erase() {
		this.#isErased = true;
		this.#drafts = [];
		this.#store.remove(this.#name);
	}
}

/** @returns the valid drafts, by server */
function parseDrafts(text: string | null): ReadonlyMap<string, readonly StoredDraft[]> {
	return new Map(
		Object.entries(getFields(parseJSONOrUndefined(text))).map(([server, drafts]) => [
			server,
			Array.isArray(drafts) ? drafts.filter(isStoredDraft) : []
		])
	);
}

function isStoredDraft(value: unknown): value is StoredDraft {
	return (
		isObject(value) &&
		typeof value.chatID === 'string' &&
		typeof value.wanted === 'string' &&
		isDraft(value.draft)
	);
}

function isDraft(value: unknown): value is Draft {
	return (
		isObject(value) &&
		typeof value.text === 'string' &&
		typeof value.markdown === 'string' &&
		Array.isArray(value.attachments) &&
		value.attachments.every(isAttachment)
	);
}

function isAttachment(value: unknown): value is DraftAttachment {
	if (!isObject(value)) return false;
	const { id, type, fileName = '', mimeType = '', fileSize = 0 } = value;
	const isNamed = [id, type, fileName, mimeType].every((word) => typeof word === 'string');
	return isNamed && Number.isFinite(fileSize);
}
