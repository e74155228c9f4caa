/** What a part of the table is about: a row, a column, or the cell of both. */
export interface Subject {
	/** Of the row. */
	path?: string;
	columnKey?: string;
}

interface Placed {
	subject: Subject;
	anchor: HTMLElement;
	/** Opened on purpose, not by a pointer that came by: it takes the focus, and has more to offer. */
	isHeld: boolean;
}

/** Milliseconds a pointer rests before a card opens, or stays away before it closes. */
const REST = 150;

/**
 * The one card of a table, which tells more about one of its parts. It stands outside the table:
 * inside, the sticky cells would cover it and its words would become part of a header's name.
 */
export class Cards {
	#placed = $state.raw<Placed>();
	#rest: ReturnType<typeof setTimeout> | undefined;

	get placed() {
		return this.#placed;
	}

	hold(subject: Subject, anchor: HTMLElement) {
		this.stay();
		this.#placed = { subject, anchor, isHeld: true };
	}

	/** A pointer came by; a card that is held stays. */
	offer(subject: Subject, anchor: HTMLElement) {
		this.stay();
		if (this.#placed?.isHeld || this.#placed?.anchor === anchor) return;
		this.#rest = setTimeout(() => (this.#placed = { subject, anchor, isHeld: false }), REST);
	}

	/** The pointer went on. */
	leave() {
		this.stay();
		if (this.#placed?.isHeld === false) this.#rest = setTimeout(() => this.close(), REST);
	}

	/** The pointer came from the part to its card. */
	stay() {
		clearTimeout(this.#rest);
	}

	/** Gives back the focus, where the card has it. */
	close({ refocus = true } = {}) {
		this.stay();
		const placed = this.#placed;
		this.#placed = undefined;
		if (placed?.isHeld && refocus) placed.anchor.focus({ preventScroll: true });
	}
}
