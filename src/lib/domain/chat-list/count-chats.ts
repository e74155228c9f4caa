import { NO_ACTIVITY, type IndexedChat } from './chat-index';
import {
	createFacetMatcher,
	filterChats,
	isDecidedByFacets,
	toInstant,
	type FacetTally
} from './filter';
import type { ChatFilter } from './view';
import { parseView } from './view-url';

/**
 * Creates a counter of the chats that match a filter. The chats are read once for all filters, since
 * those with equal facets are counted together; only filters on words and capabilities read each
 * chat.
 *
 * @param chats - newest first, as `ChatIndex.read` returns them
 * @param now - returns epoch milliseconds; called only if a filter counts days back from now
 */
export function createChatCounter(
	chats: readonly IndexedChat[],
	now: () => number
): (filter: ChatFilter) => number {
	/** By the places of the first chat and after the last. */
	const tallies = new Map<string, FacetTally>();

	function getTally(from: number, to: number): FacetTally {
		const key = `${from} ${to}`;
		let tally = tallies.get(key);
		if (!tally) tallies.set(key, (tally = tallyFacets(chats, from, to)));
		return tally;
	}

	return (filter) => {
		if (!isDecidedByFacets(filter)) return filterChats(chats, filter, now).matching.length;
		const matches = createFacetMatcher(filter);
		let count = 0;
		for (const [values, size] of getTally(...findSpan(chats, filter, now))) {
			if (matches(values)) count += size;
		}
		return count;
	};
}

/** Numbers of chats by the query of a view. */
export type ViewCounts = ReadonlyMap<string, number>;

/**
 * Counts the chats of several views, one view per step.
 *
 * @param queries - as in the addresses of the views
 * @param oncount - called with all counts after the last step
 */
export function* countViews(
	chats: readonly IndexedChat[],
	queries: readonly string[],
	now: () => number,
	oncount: (counts: ViewCounts) => void
): Generator<void, void> {
	const count = createChatCounter(chats, now);
	const counts = new Map<string, number>();
	for (const query of queries) {
		counts.set(query, count(parseView(query).view.filter));
		yield;
	}
	oncount(counts);
}

function tallyFacets(chats: readonly IndexedChat[], from: number, to: number): FacetTally {
	const tally = new Map<IndexedChat['facets'], number>();
	for (let place = from; place < to; place++) {
		const facets = chats[place]?.facets;
		if (facets) tally.set(facets, (tally.get(facets) ?? 0) + 1);
	}
	return tally;
}

/** The places of the chats within a filter's bounds of activity: of the first, and after the last. */
function findSpan(
	chats: readonly IndexedChat[],
	{ activeBefore, activeAfter }: ChatFilter,
	now: () => number
): [from: number, to: number] {
	if (!activeBefore && !activeAfter) return [0, chats.length];
	return [
		activeBefore ? findFirstOlder(chats, toInstant(activeBefore, now)) : 0,
		findFirstOlder(chats, activeAfter ? toInstant(activeAfter, now) : NO_ACTIVITY + 1)
	];
}

/** Binary search for the place of the first chat whose last activity was before a time. */
function findFirstOlder(chats: readonly IndexedChat[], time: number): number {
	let [low, high] = [0, chats.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((chats[middle]?.lastActivity ?? NO_ACTIVITY) < time) high = middle;
		else low = middle + 1;
	}
	return low;
}
