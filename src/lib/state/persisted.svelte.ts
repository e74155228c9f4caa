/**
 * Text stored in the browser under a name. If storage is forbidden or full, text is silently lost.
 */
export interface TextStore {
	read(name: string): string | null;
	/** @returns false when the text could not be stored */
	write(name: string, text: string): boolean;
	remove(name: string): void;
	/** Removes every text. */
	clear(): void;
}

const PREFIX = 'beeper-dashboard.';

/** @param area - called at each use, because even accessing a forbidden `localStorage` throws */
export function createTextStore(area: () => Storage): TextStore {
	return {
		read(name) {
			try {
				return area().getItem(PREFIX + name);
			} catch {
				return null;
			}
		},
		write(name, text) {
			try {
				area().setItem(PREFIX + name, text);
				return true;
			} catch {
				return false;
			}
		},
		remove(name) {
			try {
				area().removeItem(PREFIX + name);
			} catch {
				// Storage that cannot be written to contains nothing to remove.
			}
		},
		clear() {
			try {
				const names = Array.from({ length: area().length }, (_, index) => area().key(index) ?? '');
				for (const name of names) if (name.startsWith(PREFIX)) area().removeItem(name);
			} catch {
				// As above.
			}
		}
	};
}

/** The conversion of a value to text and back. */
export interface StoredFormat<Value> {
	/**
	 * @param text - null when nothing is stored; may be anything, since other versions and users
	 * write it too
	 */
	parse(text: string | null): Value;
	/**
	 * @returns null for a value that is stored by removing the entry: the value that `parse` returns
	 * for null
	 */
	format(value: Value): string | null;
}

/** A value that outlives the page, in a {@link TextStore}. */
export class Persisted<Value> {
	readonly #store: TextStore;
	readonly #name: string;
	readonly #format: StoredFormat<Value>;
	/** The stored text that the value was last read from, or written to. */
	#text: string | null;
	#value: Value;

	constructor(store: TextStore, name: string, format: StoredFormat<Value>) {
		this.#store = store;
		this.#name = name;
		this.#format = format;
		this.#text = store.read(name);
		this.#value = $state.raw(format.parse(this.#text));
	}

	get value(): Value {
		return this.#value;
	}

	/** Stores a value. If storing fails, the value is kept until the page is left. */
	set(value: Value) {
		this.#value = value;
		const text = this.#format.format(value);
		if (text === null) this.#store.remove(this.#name);
		else this.#store.write(this.#name, text);
		this.#text = this.#store.read(this.#name);
	}

	/** Adopts the value that another tab has stored. */
	reread() {
		const text = this.#store.read(this.#name);
		// The stored text has not changed, so a value that could not be stored remains.
		if (text === this.#text) return;
		this.#text = text;
		this.#value = this.#format.parse(text);
	}
}
