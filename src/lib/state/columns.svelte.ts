import {
	formatChoice,
	readChoice,
	USUAL_COLUMNS,
	type ColumnChange,
	type ColumnChoice
} from '$lib/domain/chat-list/columns';
import type { TextStore } from './persisted.svelte';

const NAME = 'columns';

/** The columns somebody wants in the table of chats; remembered on this device. */
export class Columns {
	readonly #store: TextStore;
	/** The text that the choice was last read from, or written to. */
	#text: string | null;
	#kept = $state.raw<ColumnChoice>(USUAL_COLUMNS);
	#attempt = $state.raw<ColumnChange>();

	/** What is only tried is in it. */
	readonly choice: ColumnChoice = $derived(this.#attempt?.(this.#kept) ?? this.#kept);

	constructor(store: TextStore) {
		this.#store = store;
		this.#text = store.read(NAME);
		this.#kept = readChoice(this.#text);
	}

	/** Take over what another tab has changed. */
	reread() {
		const text = this.#store.read(NAME);
		// What could not be written is not there, and still holds.
		if (text === this.#text) return;
		this.#text = text;
		this.#kept = readChoice(text);
	}

	/** Change what is kept, which another tab may have changed meanwhile; ends what was tried. */
	change(change: ColumnChange) {
		this.reread();
		this.#attempt = undefined;
		this.#kept = change(this.#kept);
		const text = formatChoice(this.#kept);
		if (this.#store.write(NAME, text)) this.#text = text;
	}

	/** Show a change and keep nothing, as while a column is drawn wider; undefined: never mind. */
	attempt(change: ColumnChange | undefined) {
		this.#attempt = change;
	}

	/** As if nobody had ever changed anything. */
	reset() {
		this.#attempt = undefined;
		this.#kept = USUAL_COLUMNS;
		this.#store.remove(NAME);
		this.#text = this.#store.read(NAME);
	}
}
