import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { clock } from '$lib/app/app';
import type { GridGroup } from '$lib/components/chat-grid/virtual-rows';
import { getLabelNames } from '$lib/domain/chat/labels';
import type { ChatID } from '$lib/domain/chat/chat';
import {
	retainSelected,
	NOTHING_SELECTED,
	selectAll,
	getSelected,
	addID,
	type Selection
} from '$lib/domain/chat-list/selection';
import { countFacets } from '$lib/domain/chat-list/facets';
import { filterChats } from '$lib/domain/chat-list/filter';
import { getGroupOrder } from '$lib/domain/chat-list/change-view';
import { groupChats } from '$lib/domain/chat-list/group';
import { getPeek, setPeek, type PeekedChat } from '$lib/domain/chat-list/peek-url';
import { createRowOrder } from '$lib/domain/chat-list/row-order';
import { sortChats } from '$lib/domain/chat-list/sort';
import { findUnknownFilterValues, formatView, parseView } from '$lib/domain/chat-list/view-url';
import type { ChatView } from '$lib/domain/chat-list/view';
import type { Session } from '$lib/state/session.svelte';

/**
 * The chats of the view in the address. The view is stored only in the address: to change it,
 * navigate to `getHref(view)`.
 */
export class ChatList {
	readonly #session: Session;
	// A string, because it compares equal when another part of the URL changes.
	readonly #search = $derived(setPeek(page.url.search, undefined));
	readonly #parsed = $derived.by(() => parseView(this.#search));
	readonly #keepRowOrder = createRowOrder();
	#picked = $state.raw(NOTHING_SELECTED);
	#heldID = $state.raw<ChatID>();
	#folded = $state.raw<readonly string[]>([]);

	readonly #held = $derived(addID(this.#picked.ids, this.#heldID));
	/** The chat that is shown beside the list. */
	readonly peekID: ChatID | undefined = $derived(getPeek(page.url.search)?.chatID);
	/** The query of the view in its normal form: equal for equal views. */
	readonly query = $derived.by(() => formatView(this.view).toString());
	readonly #filtered = $derived.by(() =>
		filterChats(this.#session.indexedChats, this.view.filter, () => clock.now)
	);
	readonly #sorted = $derived.by(() =>
		this.#keepRowOrder(
			sortChats(this.#filtered.matching, this.view.sort, this.#session.chatIndex.titles),
			this.query,
			this.#held,
			this.#session.mutations.undoingChatIDs
		)
	);
	/** The chats of the view, in order. */
	readonly results = $derived.by(() => this.#sorted.map(({ chat }) => chat));

	/** Number of chats for each choice of the filter. */
	readonly facets = $derived.by(() => countFacets(this.#filtered, this.#session.facetChoices));
	readonly groups: readonly GridGroup[] = $derived.by(() => {
		const { group } = this.view;
		if (!group) return [{ key: '', label: null, chats: this.results }];
		const context = {
			now: clock.now,
			accounts: this.#session.accounts,
			labelNames: this.labelNames,
			order: getGroupOrder(this.view)
		};
		return groupChats(this.#sorted, group, context).map((each) => this.#foldIfAsked(each));
	});
	/** By label ID. */
	readonly labelNames = $derived.by(() => getLabelNames(this.#session.labels));
	/** Parts of the address that match nothing or cannot be parsed. */
	readonly problems = $derived.by(() => {
		const { problems } = this.#parsed;
		// Networks and accounts appear with their chats, so one is known to be missing only after
		// loading.
		if (this.#session.inbox.isLoading) return problems;
		const { filterNames } = this.#session;
		return [...problems, ...findUnknownFilterValues(this.view.filter, filterNames)];
	});
	/** Limited to the chats of the view, so that no action applies to a chat out of sight. */
	readonly selection = $derived.by(() => retainSelected(this.#picked, this.results));
	readonly selected = $derived.by(() => getSelected(this.selection, this.results));

	constructor(session: Session) {
		this.#session = session;
	}

	get view() {
		return this.#parsed.view;
	}

	/** Keys of the address that no view defines, kept for navigation. */
	get unknown() {
		return this.#parsed.unknown;
	}

	/** The view as it is saved: with the keys of the address that no view defines. */
	get pageView() {
		return { query: this.#getQuery(this.view) };
	}

	readonly getHref = (view: ChatView) => resolve(toPath(this.#getQuery(view)));

	/** Navigates to another view, as a link to it would. */
	go(view: ChatView, { replaceState = false } = {}): Promise<void> {
		return this.follow(this.#getQuery(view), { replaceState });
	}

	/**
	 * Navigates to the view of a query, without the frame that Kit waits before it follows a link. The
	 * chat beside the list stays, unless the query names one.
	 */
	follow(query: string, { replaceState }: { replaceState?: boolean } = {}): Promise<void> {
		return this.#open(setPeek(query, getPeek(query) ?? getPeek(page.url.search)), replaceState);
	}

	/** Shows a chat beside the list; undefined: none. `replaceState`: in place of the one before. */
	peek(peeked: PeekedChat | undefined, { replaceState = false } = {}): Promise<void> {
		return this.#open(setPeek(page.url.search, peeked), replaceState);
	}

	#open(query: string, replaceState = query === page.url.search.slice(1)): Promise<void> {
		return goto(resolve(toPath(query)), { replaceState, keepFocus: true, noScroll: true });
	}

	readonly select = (selection: Selection) => {
		this.#picked = selection;
		// The selection bar replaces the last bulk summary; the activity page still lists the
		// mutations.
		this.#session.mutations.bulk.close();
	};

	selectAll() {
		this.#picked = selectAll(this.results);
	}

	clear() {
		this.#picked = NOTHING_SELECTED;
	}

	/** Keeps the row of this chat in place while the user works with it; undefined: of none. */
	hold(id: ChatID | undefined) {
		this.#heldID = id;
	}

	/** Folds or unfolds a group. */
	fold(group: GridGroup) {
		const key = this.#getKey(group);
		this.#folded = this.#folded.includes(key)
			? this.#folded.filter((other) => other !== key)
			: [...this.#folded, key];
	}

	#getQuery(view: ChatView): string {
		return formatView(view, this.unknown).toString();
	}

	#getKey({ key }: GridGroup): string {
		return `${this.view.group}:${key}`;
	}

	#foldIfAsked(group: GridGroup): GridGroup {
		if (!this.#folded.includes(this.#getKey(group))) return group;
		return { ...group, count: group.chats.length, chats: [] };
	}
}

function toPath(query: string): '/chats' | `/chats?${string}` {
	return query ? `/chats?${query}` : '/chats';
}
