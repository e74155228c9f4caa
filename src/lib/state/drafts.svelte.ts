import { isDone, type MutationOutcome, isOutcomeUnknown } from '$lib/domain/mutations/result';
import { findUnsavedDrafts, type RecoveredDraft, hasDraft } from '$lib/domain/mutations/draft';
import { isSuperseded, SUPERSEDED } from '$lib/domain/mutations/undo';
import { toSteps, type DraftMutation } from '$lib/domain/mutations/mutation';
import {
	isSameDraft,
	type Chat,
	type ChatID,
	type Draft,
	type DraftAttachment
} from '$lib/domain/chat/chat';
import { getFields, isObject, parseJSONOrUndefined } from '$lib/format/parse-json';
import type { ChatStore } from './chat-store.svelte';
import type { MutationExecutor, SendOptions } from './mutation-executor';
import { SourceError } from '$lib/domain/connection/source-error';
import type { OnProgress, Uploaded, Uploader } from '$lib/domain/mutations/upload';
import type { ActivityLog } from './activity-log.svelte';
import type { TextStore } from './persisted.svelte';

/**
 * Sets and clears drafts. Beeper takes a new draft only after the old one is cleared, so replacing one
 * takes two steps; from before the first until after the second, the old one is kept here and stored.
 */
export class Drafts {
	readonly #executor: MutationExecutor;
	readonly #chats: ChatStore;
	readonly #storage: DraftStorage | undefined;
	#recovered = $state.raw<readonly (StoredDraft & RecoveredDraft)[]>([]);
	#replacing: readonly StoredDraft[] = [];
	/** Texts that were typed, and not saved when the page of a chat was left. */
	#typed: readonly { chatID: ChatID; text: string }[] = [];

	constructor(executor: MutationExecutor, chats: ChatStore, storage?: DraftStorage) {
		this.#executor = executor;
		this.#chats = chats;
		this.#storage = storage;
		this.#recovered = (storage?.drafts ?? []).map((kept) => ({ ...kept, cause: 'left' }));
	}

	/** Drafts of a chat whose replacement was interrupted, to be offered to the user. */
	getRecovered(id: ChatID): readonly RecoveredDraft[] {
		const ofChat = this.#recovered.filter(({ chatID }) => chatID === id);
		return findUnsavedDrafts(ofChat, this.#chats.get(id));
	}

	/** The text of a half-written draft, kept while other chats are shown; empty: none. */
	getTyped(id: ChatID): string {
		return this.#typed.find(({ chatID }) => chatID === id)?.text ?? '';
	}

	keepTyped(id: ChatID, text: string) {
		const others = this.#typed.filter(({ chatID }) => chatID !== id);
		this.#typed = text === '' ? others : [...others, { chatID: id, text }];
	}

	/** Removes a recovered draft that the user does not want. */
	forget(id: ChatID, draft: Draft) {
		this.#drop((one) => one.chatID === id && isSameDraft(one.draft, draft));
	}

	/** Removes all drafts, as on signing out. */
	erase() {
		this.#storage?.erase();
		this.#recovered = [];
		this.#typed = [];
	}

	async set(mutation: DraftMutation, options: SendOptions): Promise<MutationOutcome> {
		const { chatID, value } = mutation;
		const { left, canUndo } = options;
		// The kept draft must be the one that is cleared, so the chat is read first.
		if (left || toSteps(this.#chats.get(chatID), mutation).length > 1) {
			await this.#executor.read(chatID, options);
		}
		const old = this.#chats.get(chatID);
		if (isSuperseded(mutation, left, old)) return SUPERSEDED;

		const wanted = value?.text ?? '';
		const kept: StoredDraft[] = [];
		if (value && old?.draft && hasDraft(old)) kept.push({ chatID, draft: old.draft, wanted });
		// The text of an undo is in no field of the page, so it is kept as well.
		if (value && !canUndo) {
			const draft = { text: wanted, markdown: wanted, attachments: [] };
			kept.push({ chatID, draft, wanted: '' });
		}
		this.#keep(kept);
		let outcome: MutationOutcome | undefined;
		try {
			outcome = await this.#send(mutation, old, options);
			return outcome;
		} finally {
			this.#release(kept, outcome);
			if (outcome && isDone(outcome)) this.#settle(mutation, old, canUndo);
		}
	}

	async #send(
		mutation: DraftMutation,
		old: Chat | undefined,
		options: SendOptions
	): Promise<MutationOutcome> {
		const [first = mutation, second] = toSteps(old, mutation);
		const outcome = await this.#executor.send(first, options);
		if (!second || !isDone(outcome)) return outcome;
		const last = await this.#executor.send(second, { ...options, from: old });
		if (isDone(last)) this.#executor.dropUndo(first);
		return last;
	}

	#keep(kept: readonly StoredDraft[]) {
		this.#replacing = [...this.#replacing, ...kept];
		this.#store();
	}

	/** @param outcome - undefined when a bug ended it */
	#release(kept: readonly StoredDraft[], outcome: MutationOutcome | undefined) {
		this.#replacing = this.#replacing.filter((one) => !kept.includes(one));
		if (!outcome || !isDone(outcome)) {
			const isKnown = outcome?.kind === 'failed';
			const lost = kept
				.map((one) => ({ ...one, cause: 'failed' as const }))
				.filter(
					(one) => !isKnown || findUnsavedDrafts([one], this.#chats.get(one.chatID)).length > 0
				)
				.filter((one) => !this.#recovered.some((other) => isSameKept(one, other)));
			this.#recovered = [...this.#recovered, ...lost];
		}
		this.#store();
	}

	/** Removes recovered drafts once a draft was set or cleared. */
	#settle({ chatID, value }: DraftMutation, old: Chat | undefined, canUndo: boolean) {
		const now = value?.text ?? old?.draft?.markdown;
		const isBack = this.#recovered.some(
			(one) => one.chatID === chatID && one.draft.markdown === now
		);
		const isNew = value !== null && canUndo && !isBack;
		this.#drop((one) => one.chatID === chatID && (isNew || one.draft.markdown === now));
	}

	#drop(isDropped: (one: StoredDraft) => boolean) {
		this.#recovered = this.#recovered.filter((one) => !isDropped(one));
		this.#store();
	}

	#store() {
		this.#storage?.replace([...this.#recovered, ...this.#replacing]);
	}
}

function isSameKept(one: StoredDraft, other: StoredDraft): boolean {
	return one.chatID === other.chatID && isSameDraft(one.draft, other.draft);
}

export interface DraftStorageOptions {
	store: TextStore;
	/** The name to store them under; by default `drafts`. */
	name?: string;
	/** The server's address, which separates its drafts from those of other servers. */
	server: string;
}

/** A draft to be kept while another one replaces it, or a message that is being written. */
export interface StoredDraft extends Pick<RecoveredDraft, 'draft' | 'wanted'> {
	chatID: ChatID;
	/** ID of the message that a message answers; absent: none. */
	replyToMessageID?: string;
}

/**
 * Keeps the drafts of one server over a reload of the page; only in memory if storage is
 * unavailable.
 */
export class DraftStorage {
	readonly #store: TextStore;
	readonly #name: string;
	#server: string;
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
		const stored = [...parseDrafts(this.#store.read(this.#name))];
		const others = stored.filter(([server]) => server !== this.#server);
		const filled = [...others, [this.#server, drafts] as const].filter(
			([, each]) => each.length > 0
		);
		if (filled.length === 0) this.#store.remove(this.#name);
		else this.#store.write(this.#name, JSON.stringify(Object.fromEntries(filled)));
	}

	/** Keeps the drafts under another address of the same server. */
	moveTo(server: string) {
		const { drafts } = this;
		this.replace([]);
		this.#server = server;
		this.replace(drafts);
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
		['string', 'undefined'].includes(typeof value.replyToMessageID) &&
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

export interface UploadsOptions {
	source: Uploader;
	chats: { get(id: ChatID): Chat | undefined };
	activity: ActivityLog;
	/** Returns why no mutation is allowed; null if mutations may be tried. */
	blockedReason: () => string | null;
	/** Epoch milliseconds. */
	now: () => number;
}

/** Uploads files for drafts, each once, and logs it. */
export class Uploads {
	readonly #options: UploadsOptions;

	constructor(options: UploadsOptions) {
		this.#options = options;
	}

	/**
	 * @param chatID - of the chat whose draft gets the file
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
			// The effect of a bug is unknown.
			const known = error instanceof SourceError ? error : new SourceError('malformed');
			const outcome: MutationOutcome = isOutcomeUnknown(known)
				? { kind: 'unknown', error: known, found: undefined }
				: { kind: 'failed', error: known };
			activity.settle(entry, { status: known.status, answer: known.says ?? '', outcome });
			throw error;
		}
	}
}
