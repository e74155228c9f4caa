/** A repeatable source of chance: the same seed gives the same numbers in the same order. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** At least 0, less than 1. The generator is mulberry32. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** From `least` to `most`, both included. */
	int(least: number, most: number): number {
		return least + Math.floor(this.next() * (most - least + 1));
	}

	chance(share: number): boolean {
		return this.next() < share;
	}

	pick<Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number] {
		return items[this.int(0, items.length - 1)] ?? items[0];
	}

	/** Some of the letters and digits that network IDs are made of. */
	token(length: number): string {
		let token = '';
		while (token.length < length) token += this.next().toString(36).slice(2);
		return token.slice(0, length);
	}

	shuffled<Item>(items: readonly Item[]): Item[] {
		return items
			.map((item) => ({ item, rank: this.next() }))
			.sort((one, other) => one.rank - other.rank)
			.map(({ item }) => item);
	}
}

/** A new seed for each combination of numbers, so that parts can be made in any order. */
export function seedOf(...parts: readonly number[]): number {
	let seed = 0x811c9dc5;
	for (const part of parts) {
		seed = Math.imul(seed ^ (part >>> 0), 0x01000193);
		seed ^= seed >>> 13;
		seed = Math.imul(seed, 0x5bd1e995);
		seed ^= seed >>> 15;
	}
	return seed >>> 0;
}

/** FNV-1a: a number for a text. */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (const character of text)
		hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
	return hash >>> 0;
}
