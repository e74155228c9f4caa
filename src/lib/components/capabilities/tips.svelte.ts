import { createContext } from 'svelte';

/** Words that explain a part of the table. */
export interface Tip {
	title: string;
	text: string;
	/** The place in the API. */
	path?: string;
}

/**
 * The one tip of a table. It stands outside the table: inside, the sticky cells would cover it and
 * its words would become part of a header's name.
 */
export class Tips {
	#placed = $state.raw<{ tip: Tip; anchor: HTMLElement }>();

	/** @param id - of the element that shows the tip */
	constructor(readonly id: string) {}

	get placed() {
		return this.#placed;
	}

	show(tip: Tip, anchor: HTMLElement) {
		this.#placed = { tip, anchor };
	}

	hide() {
		this.#placed = undefined;
	}
}

export const [getTips, setTips] = createContext<Tips>();
