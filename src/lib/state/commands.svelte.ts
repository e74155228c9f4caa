import { createContext, untrack } from 'svelte';
import type { PaletteCommand } from '$lib/domain/commands';

/** Something the palette can do, and how. */
export interface RunnableCommand extends PaletteCommand {
	run: () => void;
}

type Offer = () => readonly RunnableCommand[];

export interface OfferOptions {
	/** After what every page offers: else a name that somebody only begins would mean these. */
	isLast?: true;
}

/** What the page in sight offers to the palette. */
export class Commands {
	#offers = $state.raw<readonly (OfferOptions & { offer: Offer })[]>([]);

	/**
	 * Worked out when asked for.
	 *
	 * @param everywhere - what every page offers
	 */
	all(everywhere: readonly RunnableCommand[] = []): readonly RunnableCommand[] {
		const first = this.#offers.filter(({ isLast }) => !isLast);
		const last = this.#offers.filter(({ isLast }) => isLast);
		return [...commandsOf(first), ...everywhere, ...commandsOf(last)];
	}

	/** @returns what takes the offer back */
	offer(offer: Offer, options: OfferOptions = {}): () => void {
		const own = { ...options, offer };
		// Who offers does so because of what they know, not of what others offer.
		this.#offers = [...untrack(() => this.#offers), own];
		return () => (this.#offers = this.#offers.filter((other) => other !== own));
	}
}

function commandsOf(offers: readonly { offer: Offer }[]): readonly RunnableCommand[] {
	return offers.flatMap(({ offer }) => offer());
}

export const [getCommands, setCommands] = createContext<Commands>();
