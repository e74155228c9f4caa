import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { ChatID } from '$lib/domain/chat/chat';
import { findNearest, findNeighbour, findPosition } from '$lib/domain/chat-list/reading-order';
import type { Session } from '$lib/state/session.svelte';
import { getChatPath } from '../../chat-href';
import type { ReadingOrder } from '../reading-order.svelte';
import { formatPanel, parsePanel } from './panel';

/** The open chat among those of the list from which the user came. */
export class Neighbours {
	readonly #session: Session;
	readonly #order: ReadingOrder;
	readonly #getID: () => ChatID;

	readonly #ids = $derived.by(() => this.#order.getIDs(this.#getID()));
	readonly nextID = $derived.by(() => this.#find('next'));
	readonly previousID = $derived.by(() => this.#find('previous'));
	/** Undefined if the chat isn't part of the list. */
	readonly position = $derived.by(() =>
		findPosition(this.#ids, this.#getID(), this.#order.isInView)
	);

	/** @param getID - of the open chat, as the list has it: a merged chat stands for its members */
	constructor(session: Session, order: ReadingOrder, getID: () => ChatID) {
		this.#session = session;
		this.#order = order;
		this.#getID = getID;
	}

	get isInView(): boolean {
		return this.#order.isInView(this.#getID());
	}

	/** Called when the page is left, for the list to go on here. */
	leave() {
		// While chats are loading, the order isn't known to its end.
		if (!this.#session.inbox.isLoading) this.#order.keep(this.#ids);
		this.#order.leave(this.#getID());
	}

	/**
	 * Goes on to the next chat because a change took this one out of the list; after the last one, to
	 * the list.
	 */
	async pass() {
		this.#order.pass(this.#getID());
		const id = findNearest(this.#ids, this.#getID(), this.#order.isInView);
		await (id === undefined ? this.close() : openNeighbour(id));
	}

	/** Returns to the list. */
	async close() {
		const { query } = this.#order;
		await goto(resolve(query ? `/chats?${query}` : '/chats'));
	}

	#find(direction: 'next' | 'previous'): ChatID | undefined {
		return findNeighbour(this.#ids, this.#getID(), direction, this.#order.isInView);
	}
}

/** The path of another chat with the panel of this one. */
export function getNeighbourPath(id: ChatID): `/chats/${string}` {
	const { panel } = parsePanel(page.url.search);
	return `${getChatPath(id)}${formatPanel('', panel)}`;
}

/** Shows another chat in place of this one, so that Back leads to the list. */
export function openNeighbour(id: ChatID): Promise<void> {
	return goto(resolve(getNeighbourPath(id)), { replaceState: true });
}
