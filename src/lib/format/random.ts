/** Repeatable random numbers: one seed always gives the same numbers in the same order. */
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

	/** From `min` to `max`, both included. */
	int(min: number, max: number): number {
		return min + Math.floor(this.next() * (max - min + 1));
	}

	chance(share: number): boolean {
		return this.next() < share;
	}

	pick<Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number] {
		return items[this.int(0, items.length - 1)] ?? items[0];
	}

	/** Random letters and digits, as network IDs are made of them. */
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

/** One seed for each combination of numbers, so that parts can be made in any order. */
export function combineSeeds(...parts: readonly number[]): number {
	let seed = 0x811c9dc5;
	for (const part of parts) {
		seed = Math.imul(seed ^ (part >>> 0), 0x01000193);
		seed ^= seed >>> 13;
		seed = Math.imul(seed, 0x5bd1e995);
		seed ^= seed >>> 15;
	}
	return seed >>> 0;
}

/** A number for a text, the same every time: 32 bits of FNV-1a over its UTF-16 units. */
export function hashText(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}
