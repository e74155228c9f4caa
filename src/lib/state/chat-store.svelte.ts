import type { Chat, ChatID, LastMessage, MessagePreview } from '$lib/domain/chat/chat';
import { NO_CHATS } from '$lib/domain/chat/chat-map';
import { createMergeIndexer, type MergeIndex } from '$lib/domain/chat/merge';
import type { ChatPage } from '$lib/domain/connection/source';
import {
	applyOptimisticUpdates,
	getUpdatedChatIDs,
	type OptimisticUpdate
} from '$lib/domain/mutations/optimistic';
import type { Anonymizer } from '$lib/domain/privacy/anonymizer';
import { exclude } from '$lib/format/list';
import { RequestOrder } from './concurrency';

export interface ChatStoreOptions {
	/** Anonymizes chats that are shown; null: Privacy mode is off. Read at each use. */
	getAnonymizer?: () => Anonymizer | null;
	/** False while chats are loading for the first time: see `createMergeIndexer`. Called at each use. */
	isWhole?: () => boolean;
}

/** The newest message of a chat, found among its messages. */
export interface FoundPreview {
	/** The chat before its messages were requested. */
	chat: Chat;
	preview: MessagePreview;
}

/**
 * Every chat of one connection, both as the server last returned it and as it is shown: with
 * optimistic updates, and anonymized.
 */
export class ChatStore {
	#known = $state.raw(NO_CHATS);
	#updates = $state.raw<readonly OptimisticUpdate[]>([]);
	readonly #updatedIDs = $derived.by(() => getUpdatedChatIDs(this.#updates));
	readonly #getAnonymizer: () => Anonymizer | null;
	readonly #isWhole: () => boolean;
	readonly #order = new RequestOrder();
	/** Chats whose last message is missing from all responses so far. */
	readonly missingPreviews = new MissingPreviews((id) => this.get(id));

	/**
	 * All chats as shown, including merged chats and their members, in order of arrival: newest
	 * activity first, as far as the server kept to it.
	 */
	readonly everyChat: readonly Chat[] = $derived.by(() => this.#toShown(this.all));

	readonly #indexMerges = createMergeIndexer();
	readonly merges: MergeIndex = $derived.by(() =>
		this.#indexMerges(this.everyChat, this.#isWhole())
	);

	/** The chats that lists show and count: merged chats stand for their members. */
	readonly chats: readonly Chat[] = $derived.by(() => this.merges.listed);

	constructor({ getAnonymizer = () => null, isWhole = () => true }: ChatStoreOptions = {}) {
		this.#getAnonymizer = getAnonymizer;
		this.#isWhole = isWhole;
	}

	/** All chats as the server last returned them, in order of arrival. */
	get all(): readonly Chat[] {
		return this.#known.chats;
	}

	/** A chat as the server last returned it, by `id`. */
	get(id: ChatID): Chat | undefined {
		return this.#known.get(id);
	}

	has(id: ChatID): boolean {
		return this.#known.has(id);
	}

	ids(): Iterable<ChatID> {
		return this.#known.ids();
	}

	/** A chat as shown, by `id`, or by `localChatID`, which some links contain. */
	find(id: ChatID): Chat | undefined {
		const known = this.get(id) ?? this.all.find((chat) => chat.localChatID === id);
		return known && (this.merges.getFilledChat(known.id) ?? this.#toShown([known])[0]);
	}

	#toShown(chats: readonly Chat[]): readonly Chat[] {
		const updated = applyOptimisticUpdates(chats, this.#updates);
		const anonymizer = this.#getAnonymizer();
		return anonymizer ? updated.map(anonymizer.chat) : updated;
	}

	/** Stores chats from a response, new ones included. */
	put(chats: readonly Chat[]) {
		this.#order.note(chats.map(({ id }) => id));
		this.#known = this.#known.add(chats);
	}

	/** Adds chats from an earlier time; chats that are known already do not change. */
	restore(chats: readonly Chat[]) {
		const unknown = chats.filter(({ id }) => !this.has(id));
		this.#known = this.#known.add(unknown);
	}

	/** To be passed to `apply` with the response to a request that starts now. */
	getRequestTime(): number {
		return this.#order.time;
	}

	/**
	 * Stores a page of the list. Chats that were put since its request started, or that have a
	 * pending mutation, do not change, because their rows in the page may be outdated.
	 *
	 * @returns the chats that were new or different
	 */
	apply(chats: readonly Chat[], requestTime: number): readonly Chat[] {
		return this.#addSettled(this.findChanged(chats), requestTime);
	}

	/**
	 * Returns the chats of a response that are new or different. Comparing takes longer than storing:
	 * many pages can be compared one by one as they arrive, and stored together.
	 */
	findChanged(chats: readonly Chat[]): readonly Chat[] {
		return this.#known.findChanged(chats);
	}

	/**
	 * Stores chats that were requested alone, or because they had changed. Unlike with `apply`, rows of
	 * requests that started before are outdated now.
	 *
	 * @param chats - from `findChanged`, where unchanged chats should stay the same objects
	 */
	applyLatest(chats: readonly Chat[], requestTime: number) {
		const settled = this.#addSettled(chats, requestTime);
		this.#order.note(settled.map(({ id }) => id));
	}

	#addSettled(changed: readonly Chat[], requestTime: number): readonly Chat[] {
		const settled = changed.filter(({ id }) => !this.has(id) || !this.#isNewer(id, requestTime));
		this.#known = this.#known.add(settled);
		return settled;
	}

	#isNewer(id: ChatID, requestTime: number): boolean {
		return this.#order.isNewer(id, requestTime) || this.#updatedIDs.has(id);
	}

	/** All chats except those that were put after `requestTime`. */
	getIDsBefore(requestTime: number): readonly ChatID[] {
		return [...this.ids()].filter((id) => !this.#order.isNewer(id, requestTime));
	}

	/** Stores the newest messages of chats, except those that have had a newer one since. */
	putPreviews(found: readonly FoundPreview[]) {
		const chats = found.flatMap(({ chat: { id }, chat: asked, preview }) => {
			const chat = this.get(id);
			return chat && this.isQuietSince(id, asked) ? { ...chat, preview } : [];
		});
		this.#known = this.#known.add(chats);
	}

	/** True while a chat has the same last message as in an earlier version; undefined: not yet known. */
	isQuietSince(id: ChatID, earlier: Chat | undefined): boolean {
		const chat = this.get(id);
		return chat?.lastActivity === earlier?.lastActivity && chat?.preview === earlier?.preview;
	}

	/** Stores the last real messages of chats, which their previews don't show, by the chats' `id`. */
	putLastMessages(found: ReadonlyMap<ChatID, LastMessage>) {
		const chats = [...found].flatMap(([id, lastMessage]) => {
			const chat = this.get(id);
			return chat ? { ...chat, lastMessage } : [];
		});
		this.#known = this.#known.add(chats);
	}

	/** Removes chats that the server no longer has. */
	remove(ids: readonly ChatID[]) {
		this.#known = this.#known.remove(ids);
	}

	/** Shows mutations as if they were done. @returns ends that, for all of them or for some */
	applyOptimistic(
		...updates: readonly OptimisticUpdate[]
	): (ended?: readonly OptimisticUpdate[]) => void {
		this.#updates = [...this.#updates, ...updates];
		return (ended = updates) => {
			this.#updates = exclude(this.#updates, ended);
		};
	}
}

/** Chats for which no response has contained the last message, or shown that there is none. */
class MissingPreviews {
	readonly #ids = new Set<ChatID>();
	readonly #getKnown: (id: ChatID) => Chat | undefined;

	constructor(getKnown: (id: ChatID) => Chat | undefined) {
		this.#getKnown = getKnown;
	}

	get size() {
		return this.#ids.size;
	}

	has(id: ChatID): boolean {
		return this.#ids.has(id);
	}

	/** Call it before the page is applied to the store. */
	note({ items, lacksPreviews }: ChatPage) {
		for (const { id, lastActivity } of items) {
			const before = this.#getKnown(id);
			if (!lacksPreviews) this.#ids.delete(id);
			else if (!before || before.lastActivity !== lastActivity) this.#ids.add(id);
		}
	}

	remove(ids: Iterable<ChatID>) {
		for (const id of ids) this.#ids.delete(id);
	}
}
