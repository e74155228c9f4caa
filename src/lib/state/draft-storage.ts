import type { RecoveredDraft } from '$lib/domain/mutations/draft';
import type { ChatID, Draft, DraftAttachment } from '$lib/domain/chat/chat';
import { getFields, isObject, parseJSONOrUndefined } from '$lib/format/json';
import { SHELF_NAME, type ShelfPlace } from './shelf-place';
import type { TextStore } from './persisted.svelte';

/** A draft that must not be lost while another takes its place. */
export interface KeptDraft extends Pick<RecoveredDraft, 'draft' | 'wanted'> {
	chatID: ChatID;
}

/** Keeps drafts over a reload of the page, each for its server; in memory where nothing can be stored. */
export class DraftShelf {
	readonly #store: TextStore;
	readonly #server: string;
	#kept: readonly KeptDraft[];
	#isErased = false;

	constructor({ store, server }: ShelfPlace) {
		this.#store = store;
		this.#server = server;
		this.#kept = parseShelf(store.read(SHELF_NAME)).get(server) ?? [];
	}

	get kept() {
		return this.#kept;
	}

	replace(kept: readonly KeptDraft[]) {
		if (this.#isErased) return;
		this.#kept = kept;
		// Another connection of this tab may have others there.
		const shelf = new Map(parseShelf(this.#store.read(SHELF_NAME))).set(this.#server, kept);
		const filled = [...shelf].filter(([, drafts]) => drafts.length > 0);
		if (filled.length === 0) this.#store.remove(SHELF_NAME);
		else this.#store.write(SHELF_NAME, JSON.stringify(Object.fromEntries(filled)));
	}

	/** Forget the drafts of every server, and keep nothing any more. */
	erase() {
		this.#isErased = true;
		this.#kept = [];
		this.#store.remove(SHELF_NAME);
	}
}

/** @returns nothing for anything but a shelf, however it got there */
function parseShelf(text: string | null): ReadonlyMap<string, readonly KeptDraft[]> {
	return new Map(
		Object.entries(getFields(parseJSONOrUndefined(text))).map(([server, drafts]) => [
			server,
			Array.isArray(drafts) ? drafts.filter(isKept) : []
		])
	);
}

function isKept(value: unknown): value is KeptDraft {
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
	return isNamed && typeof fileSize === 'number';
}
