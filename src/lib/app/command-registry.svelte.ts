import { createContext, untrack } from 'svelte';
import type { PaletteCommand } from '$lib/domain/find-commands';

/** A command of the palette, with the function that runs it. */
export interface RunnableCommand extends PaletteCommand {
	run: () => void;
}

type Offer = () => readonly RunnableCommand[];

export interface OfferOptions {
	/**
	 * Listed after the commands of every page: otherwise the first letters of a name would find these
	 * first.
	 */
	isLast?: true;
	/** The section of its commands that name none. */
	section?: string;
}

/** The commands that the current page offers to the palette. */
export class CommandRegistry {
	#offers = $state.raw<readonly (OfferOptions & { offer: Offer })[]>([]);

	/**
	 * Not cached: the commands are computed at each call.
	 *
	 * @param everywhere - the commands of every page
	 */
	all(everywhere: readonly RunnableCommand[] = []): readonly RunnableCommand[] {
		const first = this.#offers.filter(({ isLast }) => !isLast);
		const last = this.#offers.filter(({ isLast }) => isLast);
		return [...getOffered(first), ...everywhere, ...getOffered(last)];
	}

	/** @returns withdraws the offer */
	offer(offer: Offer, options: OfferOptions = {}): () => void {
		const own = { ...options, offer };
		// An effect that offers commands must not run again when others offer theirs.
		this.#offers = [...untrack(() => this.#offers), own];
		return () => (this.#offers = this.#offers.filter((other) => other !== own));
	}
}

function getOffered(
	offers: readonly (OfferOptions & { offer: Offer })[]
): readonly RunnableCommand[] {
	return offers.flatMap(({ offer, section }) =>
		section === undefined ? offer() : offer().map((command) => ({ section, ...command }))
	);
}

export const [getCommandRegistry, setCommandRegistry] = createContext<CommandRegistry>();
