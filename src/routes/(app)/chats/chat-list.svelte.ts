import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import { clock } from '$lib/app/app';
import type { GridGroup } from '$lib/components/chat-grid/virtual-rows';
import { labelNames } from '$lib/domain/chat/labels';
import type { ChatID } from '$lib/domain/chat/chat';
import {
	retainSelected,
	NOTHING_SELECTED,
	selectAll,
	getSelected,
	addID,
	type Selection
} from '$lib/domain/chat-list/selection';
import { countFacets, findFacetChoices } from '$lib/domain/chat-list/facets';
import { filterChats } from '$lib/domain/chat-list/filter';
import { groupChats } from '$lib/domain/chat-list/group';
import { createRowOrder } from '$lib/domain/chat-list/row-order';
import { sortChats } from '$lib/domain/chat-list/sort';
import { findUnknownFilterValues, formatView, parseView } from '$lib/domain/chat-list/view-url';
import type { ChatView } from '$lib/domain/chat-list/view';
import type { Session } from '$lib/state/session.svelte';

/**
 * The chats of the view in the address. The address is the only master of the view: whoever wants
 * another view goes to `getHref(view)`.
 */
export class ChatList {
	readonly #session: Session;
	// As text, which stays the same when something else of the address changes.
	readonly #search = $derived(page.url.search);
	readonly #parsed = $derived.by(() => parseView(this.#search));
	readonly #keepRowOrder = createRowOrder();
	#picked = $state.raw(NOTHING_SELECTED);
	#heldID = $state.raw<ChatID>();
	#folded = $state.raw<readonly string[]>([]);

	readonly #held = $derived(addID(this.#picked.ids, this.#heldID));
	/** The view as an address has it: equal as long as the same is asked for. */
	readonly query = $derived.by(() => formatView(this.view).toString());
	readonly #filtered = $derived.by(() =>
		filterChats(this.#session.indexedChats, this.view.filter, () => clock.now)
	);
	readonly #sorted = $derived.by(() =>
		this.#keepRowOrder(
			sortChats(this.#filtered.matching, this.view.sort, this.#session.chatIndex.titles),
			this.query,
			this.#held
		)
	);
	/** The chats of the view, in their order. */
	readonly results = $derived.by(() => this.#sorted.map(({ chat }) => chat));

	/** How many chats each choice of the filter would leave. */
	readonly facets = $derived.by(() => countFacets(this.#filtered, this.#choices));
	readonly groups: readonly GridGroup[] = $derived.by(() => {
		const { group } = this.view;
		if (!group) return [{ key: '', label: null, chats: this.results }];
		const context = { now: clock.now, accounts: this.#session.accounts };
		return groupChats(this.#sorted, group, context).map((each) => this.#foldIfAsked(each));
	});
	readonly #choices = $derived.by(() => findFacetChoices(this.#session.indexedChats));
	/** By ID. */
	readonly labelNames = $derived.by(() => labelNames(this.#session.labels));
	/** What the address asks for in vain. */
	readonly problems = $derived.by(() => {
		const { problems } = this.#parsed;
		// Networks and accounts come with their chats: only at the end is one surely missing.
		if (this.#session.inbox.isLoading) return problems;
		const { accounts, labels } = this.#session;
		return [
			...problems,
			...findUnknownFilterValues(this.view.filter, { networks: this.networks, accounts, labels })
		];
	});
	/** Nothing is done to a chat that nobody sees. */
	readonly selection = $derived.by(() => retainSelected(this.#picked, this.results));
	readonly selected = $derived.by(() => getSelected(this.selection, this.results));

	constructor(session: Session) {
		this.#session = session;
	}

	get view() {
		return this.#parsed.view;
	}

	/** Keys of the address that mean nothing here, to be kept. */
	get unknown() {
		return this.#parsed.unknown;
	}

	get networks() {
		return this.#choices.networks;
	}

	readonly getHref = (view: ChatView) => resolve(this.#pathOf(view));

	/** Go to another view, as a link to it would. */
	go(view: ChatView, { replaceState = false } = {}): Promise<void> {
		return goto(resolve(this.#pathOf(view)), { replaceState, keepFocus: true, noScroll: true });
	}

	readonly select = (selection: Selection) => {
		this.#picked = selection;
		// The bar takes the place of the last summary; what it told is in the activity.
		this.#session.mutations.bulk.close();
	};

	selectAll() {
		this.#picked = selectAll(this.results);
	}

	clear() {
		this.#picked = NOTHING_SELECTED;
	}

	/** Somebody works with this chat: it stays in its place. */
	hold(id: ChatID | undefined) {
		this.#heldID = id;
	}

	/** Fold a group, or unfold it. */
	fold(group: GridGroup) {
		const key = this.#keyOf(group);
		this.#folded = this.#folded.includes(key)
			? this.#folded.filter((other) => other !== key)
			: [...this.#folded, key];
	}

	#pathOf(view: ChatView): '/chats' | `/chats?${string}` {
		const query = formatView(view, this.unknown).toString();
		return query ? `/chats?${query}` : '/chats';
	}

	#keyOf({ key }: GridGroup): string {
		return `${this.view.group}:${key}`;
	}

	#foldIfAsked(group: GridGroup): GridGroup {
		if (!this.#folded.includes(this.#keyOf(group))) return group;
		return { ...group, count: group.chats.length, chats: [] };
	}
}
