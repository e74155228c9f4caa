import type { Succession } from './succession';

/** One number for each row. */
export type Column = Uint8Array | Int32Array | Float64Array;

/** Things that many rows share, such as networks: each once, and for each row which one. */
export interface Shared<Thing> {
	/** In the order of their first rows; every one has a row. */
	things: readonly Thing[];
	/** By row: its place among the things. */
	at: Int32Array;
}

/**
 * Fill a column with what is known of the rows there were before, and read only the new ones.
 */
export function fill<Kind extends Column>(
	column: Kind,
	{ from, fresh, isInPlace }: Succession,
	known: Kind | undefined,
	read: (row: number) => number
): Kind {
	if (known && isInPlace) column.set(known);
	else if (known) {
		for (let row = 0; row < column.length; row++) column[row] = known[from[row] ?? 0] ?? 0;
	}
	if (known) for (const row of fresh) column[row] = read(row);
	else for (let row = 0; row < column.length; row++) column[row] = read(row);
	return column;
}

const EMPTY = Symbol();

/** Lists that many rows share, and of which most hold one thing: of such, equal ones are one list. */
export type SharedLists<Thing> = Shared<readonly Thing[]>;

/** Every thing in some lists once, in the order first met. */
export function thingsIn<Thing>({ things }: SharedLists<Thing>): readonly Thing[] {
	return [...new Set(things.flat())];
}

/** The same as {@link share} for lists. */
export function shareLists<Thing>(
	steps: Succession,
	known: SharedLists<Thing> | undefined,
	read: (row: number) => readonly Thing[]
): SharedLists<Thing> {
	/** By their one thing; the empty list by `EMPTY`. */
	const short = new Map<Thing | undefined | typeof EMPTY, readonly Thing[]>();
	function shared(list: readonly Thing[]): readonly Thing[] {
		if (list.length > 1) return list;
		const key = list.length === 0 ? EMPTY : list[0];
		const same = short.get(key) ?? list;
		short.set(key, same);
		return same;
	}
	for (const list of known?.things ?? []) shared(list);
	return share(steps, known, (row) => shared(read(row)));
}

/** The same as {@link fill} for things instead of numbers. */
export function share<Thing>(
	{ from }: Succession,
	known: Shared<Thing> | undefined,
	read: (row: number) => Thing
): Shared<Thing> {
	const things: Thing[] = [];
	const places = new Map<Thing, number>();
	const moved = new Int32Array(known?.things.length ?? 0).fill(-1);

	function placeOf(thing: Thing): number {
		let place = places.get(thing);
		if (place === undefined) {
			places.set(thing, (place = things.length));
			things.push(thing);
		}
		return place;
	}

	const at = new Int32Array(from.length);
	for (let row = 0; row < from.length; row++) {
		const old = from[row] ?? -1;
		const before = old < 0 ? undefined : known?.at[old];
		let place = before === undefined ? -1 : (moved[before] ?? -1);
		if (place < 0) place = placeOf(read(row));
		if (before !== undefined) moved[before] = place;
		at[row] = place;
	}
	return { things, at };
}
