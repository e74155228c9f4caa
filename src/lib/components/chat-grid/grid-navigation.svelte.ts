import type { Chat, ChatID } from '$lib/domain/chat/chat';
import { extendRange, toggle, toggleRange, type Selection } from '$lib/domain/chat-list/selection';
import { createCursor, type Cursor } from './cursor';
import { getNextIndex } from './virtual-rows';

/** The visible part of a list. Pixels, except for the number of chats side by side. */
interface Window {
	chatsPerLine: number;
	lineHeight: number;
	/** Height at the top of the list that is covered by sticky elements. */
	coveredAbove: number;
	/** Visible height from the top of the list to its end, or to an element that covers it. */
	heightInSight: number;
}

interface NavigationOptions {
	scroller: () => HTMLElement | undefined;
	chats: () => readonly Chat[];
	/** Changes with the view in the address. */
	view: () => unknown;
	/** See `CursorInput`. */
	returning: () => ReadonlySet<ChatID>;
	selection: () => Selection | undefined;
	onselect: (selection: Selection) => void;
	/** Returns the pixels from the top of the list to the line with the chat at an index. */
	findTop: (place: number) => number | undefined;
	window: () => Window;
}

/** The scroll position of a grid, in pixels, and the chat at the cursor. */
export interface GridPosition {
	top: number;
	currentID: string | undefined;
}

/** The cursor of a grid, and the keys that move it. */
export class GridNavigation {
	readonly #options: NavigationOptions;
	readonly #keep = createCursor();
	#goal = $state.raw<{ id: ChatID | undefined; isShown: boolean }>({
		id: undefined,
		isShown: false
	});
	readonly #cursor: Cursor = $derived.by(() =>
		this.#keep({
			chats: this.#options.chats(),
			view: this.#options.view(),
			goal: this.#goal,
			returning: this.#options.returning()
		})
	);
	/** The chat at the cursor: its row has the focus, or had it last. */
	readonly id: ChatID | undefined = $derived.by(() => this.#cursor.id);
	/** Index of the one row that Tab stops at, among all chats. */
	readonly place: number = $derived.by(() => this.#cursor.place);

	constructor(options: NavigationOptions) {
		this.#options = options;
	}

	get chat(): Chat | undefined {
		return this.id === undefined ? undefined : this.#options.chats()[this.place];
	}

	/** The chats beside the cursor, the next one first, for reading ahead. */
	get neighbours(): readonly Chat[] {
		const chats = this.#options.chats();
		return [1, -1, 2].flatMap((step) => chats[this.place + step] ?? []);
	}

	/** The latest move. `isShown`: the row scrolls into view and takes the focus. */
	get goal() {
		return this.#goal;
	}

	readonly readKey = (event: KeyboardEvent) => {
		const { key, shiftKey } = event;
		if (!isPlainOnRow(event)) return;
		const isPicking = key === ' ' && shiftKey && this.#options.selection() !== undefined;
		if (isPicking) this.pickHere(false);
		if (isPicking || (shiftKey ? this.#extend(key) : this.#step(key))) event.preventDefault();
	};

	/**
	 * Runs before the row handles a key, because a key must not act on a chat that is out of view.
	 */
	readonly guardKey = (event: KeyboardEvent) => {
		if (!isPlainOnRow(event) || !['Enter', ' '].includes(event.key)) return;
		if (this.bringIntoSight()) return;
		event.preventDefault();
		event.stopPropagation();
	};

	/** Moves as an arrow key would, wherever the focus is. `isExtending`: with Shift. */
	move(key: string, { isExtending = false } = {}) {
		if (this.id === undefined) this.goTo(this.#firstInSight());
		else if (isExtending) this.#extend(key);
		else this.#step(key);
	}

	/** Moves to the first chat, and shows what is above it. */
	goToTop() {
		this.goTo(0);
		const scroller = this.#options.scroller();
		if (scroller) scroller.scrollTop = 0;
	}

	/** @returns whether the key moves the cursor */
	#step(key: string): boolean {
		const place = this.#findStep(key);
		if (place !== undefined) this.goTo(place);
		return place !== undefined;
	}

	/** Selects everything to where the key moves the cursor. @returns whether the key moves it */
	#extend(key: string): boolean {
		const { chats, selection, onselect } = this.#options;
		const [place, before] = [this.#findStep(key), selection()];
		const [from, to] = [this.chat, place === undefined ? undefined : chats()[place]];
		if (!before || !from || !to) return this.#step(key);
		// The first press only shows a cursor that is out of view, as with every other key.
		if (!this.bringIntoSight()) return true;
		onselect(extendRange(before, from.id, to.id, chats()));
		return this.#step(key);
	}

	/** Index of the chat to which a key moves the cursor; undefined: the key does not move it. */
	#findStep(key: string): number | undefined {
		const { chatsPerLine, lineHeight, coveredAbove, heightInSight } = this.#options.window();
		const linesPerPage = Math.max(1, Math.floor((heightInSight - coveredAbove) / lineHeight));
		const count = this.#options.chats().length;
		return getNextIndex(key, this.place, { count, chatsPerLine, linesPerPage });
	}

	pickHere(range: boolean) {
		if (!this.chat) return;
		this.pick(this.chat, { range });
		this.goTo(this.place);
	}

	/** Toggles a chat in the selection. `range`: also every chat since the last one toggled. */
	pick({ id }: Chat, { range }: { range: boolean }) {
		const { chats, selection, onselect } = this.#options;
		const before = selection();
		if (!before) return;
		onselect(range ? toggleRange(before, id, chats()) : toggle(before, id));
	}

	/** Moves the cursor to a chat, which may not have arrived in the list yet. */
	set(id: ChatID | undefined) {
		if (id !== this.id) this.#goal = { id, isShown: false };
	}

	/** Moves the cursor to a row, scrolls it into view and focuses it. */
	goTo(place: number) {
		this.#goal = { id: this.#options.chats()[place]?.id, isShown: true };
	}

	/** @returns whether the row of the cursor was already in view */
	bringIntoSight(): boolean {
		const scroller = this.#options.scroller();
		const top = this.#scrollFor(this.place);
		if (!scroller || top === undefined || this.isInSight()) return true;
		scroller.scrollTop = top;
		return false;
	}

	/** True when the row of the cursor is as far in view as scrolling allows. */
	isInSight(): boolean {
		const { scrollTop = 0 } = this.#options.scroller() ?? {};
		// Scroll positions are fractional at some zoom levels.
		return Math.abs((this.#scrollFor(this.place) ?? scrollTop) - scrollTop) < 1;
	}

	/** The scroll position, in pixels, that brings a row into view. */
	#scrollFor(place: number): number | undefined {
		const { scroller, findTop, window } = this.#options;
		const [lineTop, scrollTop] = [findTop(place), scroller()?.scrollTop];
		if (lineTop === undefined || scrollTop === undefined) return undefined;
		const { lineHeight, coveredAbove, heightInSight } = window();
		const [highest, lowest] = [lineTop - coveredAbove, lineTop + lineHeight - heightInSight];
		return Math.max(0, Math.min(highest, Math.max(lowest, scrollTop)));
	}

	#firstInSight(): number {
		const { scroller, chats, findTop, window } = this.#options;
		const from = (scroller()?.scrollTop ?? 0) + window().coveredAbove;
		if (from <= 0) return 0;
		return Math.max(
			0,
			chats().findIndex((_, place) => (findTop(place) ?? 0) >= from)
		);
	}

	/** The element of the cursor's row; null if it is not rendered. */
	get row(): HTMLElement | null {
		const { scroller } = this.#options;
		return scroller()?.querySelector(`[aria-rowindex="${this.place + 2}"]`) ?? null;
	}

	focus() {
		// The browser's own scrolling would centre the row, and ignore elements that cover it.
		this.row?.focus({ preventScroll: true });
	}
}

function isPlainOnRow({ target, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
	const isOnRow = target instanceof HTMLElement && target.hasAttribute('aria-rowindex');
	return isOnRow && !(altKey || ctrlKey || metaKey);
}
