import { createContext } from 'svelte';
import type { PaletteCommand } from '$lib/domain/palette';

/** Something the palette can do, and how. */
export interface RunnableCommand extends PaletteCommand {
	run: () => void;
}

type Offer = () => readonly RunnableCommand[];

/** What the page in sight offers to the palette. */
export class Commands {
	/** Not a rune: they are asked for when the palette opens, and never while it is. */
	#offers: readonly Offer[] = [];

	/** Worked out when asked for. */
	all(): readonly RunnableCommand[] {
		return this.#offers.flatMap((offer) => offer());
	}

	/** @returns what takes the offer back */
	offer(offer: Offer): () => void {
		this.#offers = [...this.#offers, offer];
		return () => (this.#offers = this.#offers.filter((other) => other !== offer));
	}
}

export const [getCommands, setCommands] = createContext<Commands>();
