/** The part of the table that a card describes: a row, or a cell of it. */
export interface CardSubject {
	/** The row's path. */
	path: string;
	/** Absent: the whole row. */
	columnKey?: string;
}

interface OpenCard {
	subject: CardSubject;
	/** The element that the card stands beside, and that gets the focus back. */
	anchor: HTMLElement;
	/** Opened on purpose: the card takes the focus and its links can be used. False: opened by a passing pointer. */
	isHeld: boolean;
}

/** Milliseconds that a pointer rests before a card opens, and stays away before it closes. */
const REST = 150;

/**
 * The one card of a table. It is rendered outside the table: inside, sticky cells would cover it and
 * its text would become part of a header's name.
 */
export class Cards {
	#open = $state.raw<OpenCard>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	get open() {
		return this.#open;
	}

	hold(subject: CardSubject, anchor: HTMLElement) {
		this.stay();
		this.#open = { subject, anchor, isHeld: true };
	}

	/** Opens a card for a resting pointer, unless a card is held. */
	offer(subject: CardSubject, anchor: HTMLElement) {
		this.stay();
		if (this.#open?.isHeld || this.#open?.anchor === anchor) return;
		this.#timer = setTimeout(() => (this.#open = { subject, anchor, isHeld: false }), REST);
	}

	/** Closes the card after a while, unless it is held: the pointer has left. */
	leave() {
		this.stay();
		if (this.#open?.isHeld === false) this.#timer = setTimeout(() => this.close(), REST);
	}

	/** Keeps the card: the pointer has moved onto it. */
	stay() {
		clearTimeout(this.#timer);
	}

	/** Closes the card. A held card gives the focus back to its anchor. */
	close({ refocus = true } = {}) {
		this.stay();
		const closed = this.#open;
		this.#open = undefined;
		if (closed?.isHeld && refocus) closed.anchor.focus({ preventScroll: true });
	}
}
