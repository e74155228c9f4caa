import { tick } from 'svelte';
import type { Chat, ChatID } from '$lib/domain/chat';
import { toggle, toggleRange, type Selection } from '$lib/domain/selection';
import { placeAfter } from './lines';

interface Ground {
	scroller: () => HTMLElement | undefined;
	chats: () => readonly Chat[];
	selection: () => Selection | undefined;
	onselect: (selection: Selection) => void;
	/** Pixels from the top of the list to the line with the chat at a place. */
	topOf: (place: number) => number | undefined;
	/** Pixels, but for the number of chats side by side. */
	size: () => { chatsPerLine: number; lineHeight: number; heightInSight: number };
}

/** How far a grid is scrolled, in pixels, and which row Tab stops at. */
export interface GridPlace {
	top: number;
	currentID: string | undefined;
}

/** Where the reader of a grid is, and how keys lead on from there. */
export class Walk {
	readonly #ground: Ground;
	#last = 0;
	/** The one row that Tab stops at: where the focus is, or was last. */
	id = $state.raw<ChatID>();
	/** Its place among all chats; -1 before anybody has been in the grid, and when it has gone. */
	readonly found: number = $derived.by(() =>
		this.id === undefined ? -1 : this.#ground.chats().findIndex(({ id }) => id === this.id)
	);
	/** Whatever takes the place of a chat that went is where the reader goes on. */
	readonly place: number = $derived.by(() => {
		if (this.found >= 0) this.#last = this.found;
		return Math.max(0, Math.min(this.#last, this.#ground.chats().length - 1));
	});

	constructor(ground: Ground) {
		this.#ground = ground;
	}

	/** The chat that keys are about. */
	get chat(): Chat | undefined {
		return this.#ground.chats()[this.found];
	}

	readonly readKey = (event: KeyboardEvent) => {
		const { target, key, altKey, ctrlKey, metaKey, shiftKey } = event;
		const isOnRow = target instanceof HTMLElement && target.hasAttribute('aria-rowindex');
		if (!isOnRow || altKey || ctrlKey || metaKey) return;
		const isPicking = key === ' ' && this.#ground.selection() !== undefined;
		if (isPicking) this.pickHere(shiftKey);
		if (isPicking || this.#step(key)) event.preventDefault();
	};

	/** As the arrow keys, wherever the focus is. */
	move(key: string) {
		if (this.found < 0) void this.goTo(this.place);
		else this.#step(key);
	}

	/** @returns whether the key leads anywhere */
	#step(key: string): boolean {
		const { chatsPerLine, lineHeight, heightInSight } = this.#ground.size();
		const linesPerPage = Math.max(1, Math.floor(heightInSight / lineHeight));
		const count = this.#ground.chats().length;
		const place = placeAfter(key, this.place, { count, chatsPerLine, linesPerPage });
		if (place !== undefined) void this.goTo(place);
		return place !== undefined;
	}

	pickHere(range: boolean) {
		if (!this.chat) return;
		this.pick(this.chat, { range });
		// It must not end up behind the bar.
		void this.goTo(this.found);
	}

	/** Select a chat, or put it back; `range`: and all from the last one on. */
	pick({ id }: Chat, { range }: { range: boolean }) {
		const { chats, selection, onselect } = this.#ground;
		const before = selection();
		if (!before) return;
		onselect(range ? toggleRange(before, id, chats()) : toggle(before, id));
	}

	async goTo(place: number) {
		const { chats, scroller, topOf, size } = this.#ground;
		this.id = chats()[place]?.id;
		await tick();
		const element = scroller();
		const lineTop = topOf(place);
		if (!element || lineTop === undefined) return;
		this.focus(place);
		const { lineHeight, heightInSight } = size();
		const bottom = lineTop + lineHeight - heightInSight;
		// Home shows the heading of the first group too.
		const top = place === 0 ? 0 : lineTop;
		element.scrollTop = Math.max(bottom, Math.min(element.scrollTop, top));
	}

	focus(place: number) {
		const row = this.#ground
			.scroller()
			?.querySelector<HTMLElement>(`[aria-rowindex="${place + 2}"]`);
		// Browsers would centre the row, and know nothing of the header that covers it.
		row?.focus({ preventScroll: true });
	}
}
