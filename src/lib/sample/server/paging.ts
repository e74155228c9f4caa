import * as v from 'valibot';
import { placeBefore } from '../order';
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

/** Where to cut lists of one sort: highest key first, no two items with the same key. */
export interface Ordering<Item> {
	/** Part of each cursor, so that one list does not take another's. */
	name: string;
	keyOf: (item: Item) => number;
}

function writeCursor(name: string, key: number): string {
	return btoa(`${name}:${key}`).replaceAll('=', '');
}

function readCursor(name: string, cursor: string): number {
	try {
		const [found, key] = atob(cursor).split(':');
		if (found === name && /^-?\d+$/.test(key ?? '')) return Number(key);
	} catch {
		// Not even Base64: refused like any other cursor that is not ours.
	}
	throw new Refusal(400, 'Invalid cursor');
}

/**
 * The next `size` items that fit, older or newer than the cursor. The cursor is a key, not a place:
 * an item that moves while somebody pages is seen twice or not at all.
 */
export function cutPage<Item>(
	items: readonly Item[],
	{ name, keyOf }: Ordering<Item>,
	{ cursor, direction, size }: PageRequest,
	fits: (item: Item) => boolean = () => true
): WirePage<Item> {
	const isOlder = direction === 'before';
	const key = cursor === undefined ? (isOlder ? Infinity : -Infinity) : readCursor(name, cursor);
	const step = isOlder ? 1 : -1;
	let place = isOlder ? placeBefore(items, keyOf, key) : placeBefore(items, keyOf, key + 1) - 1;
	const found: Item[] = [];
	for (; found.length <= size; place += step) {
		const item = items[place];
		if (item === undefined) break;
		if (fits(item)) found.push(item);
	}
	const page = found.slice(0, size);
	if (!isOlder) page.reverse();
	const [newest, oldest] = [page[0], page.at(-1)];
	return {
		items: page,
		hasMore: found.length > size,
		oldestCursor: oldest === undefined ? null : writeCursor(name, keyOf(oldest)),
		newestCursor: newest === undefined ? null : writeCursor(name, keyOf(newest))
	};
}
