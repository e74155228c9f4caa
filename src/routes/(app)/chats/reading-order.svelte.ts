import { createContext } from 'svelte';
import type { Account } from '$lib/domain/chat/account';
import type { ChatID } from '$lib/domain/chat/chat';
import type { IndexedChat } from '$lib/domain/chat-list/chat-index';
import { groupChats } from '$lib/domain/chat-list/group';
import { createViewTest, findNearest, type IsInView } from '$lib/domain/chat-list/reading-order';
import { sortChats } from '$lib/domain/chat-list/sort';
import type { TitleOrder } from '$lib/domain/chat-list/title-order';
import { formatView, parseView } from '$lib/domain/chat-list/view-url';

interface ReadingOrderOptions {
	/** Newest activity first. */
	chats: () => readonly IndexedChat[];
	titles: () => TitleOrder;
	accounts: () => readonly Account[];
	/** Epoch milliseconds. */
	now: () => number;
}

/** The rows of a list as they were when it was left for one of its chats. */
interface KeptList {
	/** The query of its view, in normal form. */
	query: string;
	ids: readonly ChatID[];
	/** Its scroll position, in pixels. */
	top: number;
}

/**
 * The order in which the chats of a list are read one after the other: that of its rows when it was
 * left. After a reload, it's the order of its view when the user first goes on to another chat.
 */
export class ReadingOrder {
	readonly #options: ReadingOrderOptions;
	#query = $state('');
	#kept = $state.raw<KeptList>();
	/** The chat that was open when its page was left. */
	#leftID: ChatID | undefined;
	/** Chats that left the view by a change, after which the user went on to another one. */
	#passedIDs: readonly ChatID[] = [];

	readonly #view = $derived.by(() => parseView(this.#query).view);
	readonly #viewQuery = $derived.by(() => formatView(this.#view).toString());
	readonly #isMatching: IsInView = $derived.by(() =>
		createViewTest(this.#options.chats(), this.#view.filter, this.#options.now)
	);

	constructor(options: ReadingOrderOptions) {
		this.#options = options;
	}

	/** The address of the list from which the user came, without `?`; empty: every chat. */
	get query() {
		return this.#query;
	}

	setQuery(query: string) {
		this.#query = query;
	}

	/** Keeps the rows of a list that's left for one of its chats. */
	keepList(list: KeptList) {
		this.#kept = list;
	}

	/** Keeps the order from now on, as the user has begun to go through it. */
	keep(ids: readonly ChatID[]) {
		const query = this.#viewQuery;
		if (this.#kept?.query !== query) this.#kept = { query, ids, top: 0 };
	}

	readonly isInView: IsInView = (id) => this.#isMatching(id);

	/**
	 * The chats of the list, in order; some may have left its view since.
	 *
	 * @param openID - the open chat, which has a place even if it isn't in the view
	 */
	getIDs(openID: ChatID): readonly ChatID[] {
		if (this.#kept?.query === this.#viewQuery) return this.#kept.ids;
		const { chats, titles, accounts, now } = this.#options;
		const rows = chats().filter(({ chat }) => chat.id === openID || this.isInView(chat.id));
		const { sort, group } = this.#view;
		const sorted = sortChats(rows, sort, titles());
		if (!group) return sorted.map(({ chat }) => chat.id);
		const context = { now: now(), accounts: accounts() };
		return groupChats(sorted, group, context).flatMap(({ chats }) => chats.map(({ id }) => id));
	}

	/** Notes that the user goes on because a change took the chat out of the view. */
	pass(id: ChatID) {
		this.#passedIDs = [...this.#passedIDs, id];
	}

	/** @returns the first of these chats that was passed; from then on it no longer counts as passed */
	takePassed(ids: Iterable<ChatID>): ChatID | undefined {
		const passed = [...ids].find((id) => this.#passedIDs.includes(id));
		this.#passedIDs = this.#passedIDs.filter((id) => id !== passed);
		return passed;
	}

	/** Called when the page of a chat is left. */
	leave(openID: ChatID) {
		this.#leftID = openID;
	}

	/**
	 * The place at which a list goes on when the user returns from a chat: that chat, or the nearest one
	 * that's still in the view.
	 *
	 * @param query - of the list's view, in normal form
	 * @returns undefined if the chat was opened from another view
	 */
	findReturn(query: string): { top: number; currentID: ChatID | undefined } | undefined {
		if (this.#leftID === undefined || this.#viewQuery !== query) return undefined;
		const currentID = findNearest(this.getIDs(this.#leftID), this.#leftID, this.isInView);
		return { top: this.#kept?.query === query ? this.#kept.top : 0, currentID };
	}
}

export const [getReadingOrder, setReadingOrder] = createContext<ReadingOrder>();
