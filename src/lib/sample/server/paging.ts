import * as v from 'valibot';
import { findInsertionIndex } from '../binary-search';
import type { CursorKind } from './behaviour';
import { Refusal } from './failure';

export const pageQuery = {
	cursor: v.optional(v.string()),
	direction: v.optional(v.picklist(['before', 'after']), 'before')
};

export interface PageRequest {
	cursor?: string | undefined;
	direction: 'before' | 'after';
	size: number;
}

export interface WirePage<Item> {
	items: Item[];
	hasMore: boolean;
	oldestCursor: string | null;
	newestCursor: string | null;
}

/** The order of a list that is cut into pages, highest key first. */
export interface Ordering<Item> {
	/** Part of each key cursor, so that a cursor of another list is rejected. */
	name: string;
	getKey: (item: Item) => number;
	/** Orders items with the same key, highest first; absent: keys are unique. */
	findTie?: (item: Item) => number;
	/** By default `keys`. */
	cursors?: CursorKind;
}

/** Writes positions in a list as cursors, and finds them again. */
interface Cursors {
	/** The cursor for the page of items older than the one at `place`. */
	writeOldest(place: number): string;
	writeNewest(place: number): string;
	/**
	 * The index of the first item older than the cursor; `findNewer`: of the last newer one. @throws
	 * a 400 for an invalid cursor
	 */
	findOlder(cursor: string): number;
	findNewer(cursor: string): number;
}

function refuse(): never {
	throw new Refusal(400, 'Invalid cursor');
}

/** `<name>:<key>:<tie>` in Base64. Remains valid after its item is removed. */
function createKeyCursors<Item>(
	items: readonly Item[],
	{ name, getKey, findTie = () => 0 }: Ordering<Item>
): Cursors {
	function write(place: number): string {
		const item = items[place];
		if (item === undefined) return refuse();
		return btoa([name, getKey(item), findTie(item)].join(':')).replaceAll('=', '');
	}
	function find(cursor: string, isBeside: (tie: number, wanted: number) => boolean): number {
		const [key, tie] = readKey(name, cursor);
		let place = findInsertionIndex(items, getKey, key + 1);
		for (let item = items[place]; item !== undefined; item = items[++place]) {
			if (getKey(item) !== key || isBeside(findTie(item), tie)) break;
		}
		return place;
	}
	return {
		writeOldest: write,
		writeNewest: write,
		findOlder: (cursor) => find(cursor, (tie, wanted) => tie < wanted),
		findNewer: (cursor) => find(cursor, (tie, wanted) => tie <= wanted) - 1
	};
}

function readKey(name: string, cursor: string): readonly [key: number, tie: number] {
	let text: string;
	try {
		text = atob(cursor);
	} catch {
		return refuse();
	}
	const [found, key = '', tie = '0', ...rest] = text.split(':');
	const isKey = found === name && rest.length === 0 && [key, tie].every((n) => /^-?\d+$/.test(n));
	return isKey ? [Number(key), Number(tie)] : refuse();
}

/** The key alone, so items with the same key cannot be told apart. */
function createTimeCursors<Item>(items: readonly Item[], { getKey }: Ordering<Item>): Cursors {
	function write(place: number): string {
		const item = items[place];
		return item === undefined ? refuse() : String(getKey(item));
	}
	function read(cursor: string): number {
		return /^-?\d+$/.test(cursor) ? Number(cursor) : refuse();
	}
	return {
		writeOldest: write,
		writeNewest: write,
		findOlder: (cursor) => findInsertionIndex(items, getKey, read(cursor)),
		findNewer: (cursor) => findInsertionIndex(items, getKey, read(cursor) + 1) - 1
	};
}

/** The number of newer items: `c200` in every list. */
function createOffsetCursors(): Cursors {
	function read(cursor: string): number {
		const [, offset] = /^c(\d+)$/.exec(cursor) ?? [];
		return offset === undefined ? refuse() : Number(offset);
	}
	return {
		writeOldest: (place) => `c${place + 1}`,
		writeNewest: (place) => `c${place}`,
		findOlder: read,
		findNewer: (cursor) => read(cursor) - 1
	};
}

/**
 * The next `size` items that fit, older or newer than the cursor. With every kind of cursor, an
 * item that moves between two requests may be returned twice or not at all.
 */
export function cutPage<Item>(
	items: readonly Item[],
	ordering: Ordering<Item>,
	{ cursor, direction, size }: PageRequest,
	fits: (item: Item) => boolean = () => true
): WirePage<Item> {
	const byOffset = ordering.cursors === 'offsets';
	// Offsets count only items that fit.
	const listed = byOffset ? items.filter(fits) : items;
	const cursors = byOffset
		? createOffsetCursors()
		: ordering.cursors === 'times'
			? createTimeCursors(listed, ordering)
			: createKeyCursors(listed, ordering);
	const isOlder = direction === 'before';
	const step = isOlder ? 1 : -1;
	const first = isOlder ? 0 : listed.length - 1;
	const find = isOlder ? cursors.findOlder : cursors.findNewer;
	const places: number[] = [];
	let place = cursor === undefined ? first : find(cursor);
	for (; places.length <= size; place += step) {
		const item = listed[place];
		if (item === undefined) break;
		if (byOffset || fits(item)) places.push(place);
	}
	const hasMore = places.length > size;
	const shown = places.slice(0, size);
	if (!isOlder) shown.reverse();
	const [newest, oldest] = [shown[0], shown.at(-1)];
	return {
		items: shown.flatMap((shownPlace) => listed[shownPlace] ?? []),
		hasMore,
		oldestCursor: oldest === undefined ? null : cursors.writeOldest(oldest),
		newestCursor: newest === undefined ? null : cursors.writeNewest(newest)
	};
}
