import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { GridGroup } from '$lib/components/chats/lines';
import { labelNames } from '$lib/domain/chat/labels';
import type { ChatID } from '$lib/domain/chat/chat';
import {
	keepOnly,
	NOTHING_SELECTED,
	selectAll,
	selectedOf,
	withOne
} from '$lib/domain/chat-list/selection';
import { findFacetChoices } from '$lib/domain/chat-list/facets';
import { filterChats, type FilterResult } from '$lib/domain/chat-list/filter';
import { groupChats } from '$lib/domain/chat-list/group';
import { createRowOrder } from '$lib/domain/chat-list/row-order';
import { sortChats } from '$lib/domain/chat-list/sort';
import { findUnknownFilterValues, formatView, parseView } from '$lib/domain/chat-list/view-url';
import type { ChatView } from '$lib/domain/chat-list/view';
import type { Session } from '$lib/state/session.svelte';
import { clock } from '$lib/app/app';

type ChatPath = '/chats' | `/chats?${string}`;

/** Asked for again: no reason for another step back. */
function isAddress(path: ChatPath): boolean {
	return resolve(path) === location.pathname + location.search;
}

/** The chats of the view in the address, as they stand on the page. */
export class ChatList {
	readonly #session: Session;
	readonly #parsed = $derived.by(() => parseView(page.url.searchParams));
	readonly #keepRowOrder = createRowOrder();
	#ahead = $state.raw<ChatView>();
	#settled: FilterResult | undefined;
	#picked = $state.raw(NOTHING_SELECTED);
	#heldID = $state.raw<ChatID>();
	#folded = $state.raw<readonly string[]>([]);

	readonly #held = $derived(withOne(this.#picked.ids, this.#heldID));
	/** What is shown, as an address has it: the same text as long as nothing else is asked for. */
	readonly asked = $derived.by(() => formatView(this.#ahead ?? this.view).toString());
	/** What the rows are of, at times ahead of the address. */
	readonly showing = $derived.by(() => parseView(this.asked).view);
	readonly #isAhead = $derived.by(() => this.asked !== formatView(this.view).toString());
	readonly #result = $derived.by(() =>
		filterChats(this.#session.indexedChats, this.showing.filter, () => clock.now)
	);
	/** What the filter leaves, to be counted: the rows, which somebody waits for, go first. */
	readonly settled = $derived.by(() => {
		if (!this.#isAhead || !this.#settled) this.#settled = this.#result;
		return this.#settled;
	});
	readonly #sorted = $derived.by(() =>
		this.#keepRowOrder(
			sortChats(this.#result.matching, this.showing.sort, this.#session.chatIndex.titles),
			this.asked,
			this.#held
		)
	);
	/** In the order of the rows. */
	readonly shown = $derived.by(() => this.#sorted.map(({ chat }) => chat));

	readonly groups: readonly GridGroup[] = $derived.by(() => {
		const { group } = this.showing;
		if (!group) return [{ key: '', label: null, chats: this.shown }];
		const context = { now: clock.now, accounts: this.#session.accounts };
		return groupChats(this.#sorted, group, context).map((each) => this.#foldIfAsked(each));
	});
	readonly choices = $derived.by(() => findFacetChoices(this.#session.indexedChats));
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
	readonly selection = $derived.by(() => keepOnly(this.#picked, this.shown));
	readonly selected = $derived.by(() => selectedOf(this.selection, this.shown));

	constructor(session: Session) {
		this.#session = session;
	}

	/** What the address asks for. */
	get view() {
		return this.#parsed.view;
	}

	/** What nobody here knows of the address, to be kept. */
	get unknown() {
		return this.#parsed.unknown;
	}

	get networks() {
		return this.choices.networks;
	}

	pathOf(view: ChatView): ChatPath {
		const query = formatView(view, this.unknown).toString();
		return query ? `/chats?${query}` : '/chats';
	}

	readonly hrefOf = (view: ChatView) => resolve(this.pathOf(view));

	/** Ask for another view: its chats are shown at once, while the address is on its way to it. */
	async go(path: ChatPath, { replaceState = isAddress(path) } = {}) {
		const { view } = parseView(path.slice('/chats'.length));
		this.#ahead = view;
		try {
			await goto(resolve(path), { replaceState, keepFocus: true, noScroll: true });
		} finally {
			// Another may have been asked for meanwhile.
			if (this.#ahead === view) this.#ahead = undefined;
		}
	}

	readonly select = (selection: typeof this.selection) => {
		this.#picked = selection;
		// The bar takes the place of the last summary; what it told is in the activity.
		this.#session.acting.bulk.close();
	};

	selectAll() {
		this.#picked = selectAll(this.shown);
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

	#keyOf({ key }: GridGroup): string {
		return `${this.showing.group}:${key}`;
	}

	#foldIfAsked(group: GridGroup): GridGroup {
		if (!this.#folded.includes(this.#keyOf(group))) return group;
		return { ...group, count: group.chats.length, chats: [] };
	}
}
