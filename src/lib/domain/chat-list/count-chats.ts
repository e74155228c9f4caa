import { NO_ACTIVITY, type IndexedChat } from './chat-index';
import {
	createFacetMatcher,
	filterChats,
	isDecidedByFacets,
	toInstant,
	type FacetTally
} from './filter';
import { UNREAD } from './presets';
import type { ChatFilter } from './view';
import { parseView } from './view-url';

/** Chats or values in one step, so that it takes a few milliseconds at most. */
const STEP = 2_500;

/** Steps that end with a value. */
type Steps<Value> = Generator<void, Value>;

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
	const count = createSteppedCounter(chats, now);
	return (filter) => finish(count(filter));
}

function finish<Value>(steps: Steps<Value>): Value {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

function createSteppedCounter(
	chats: readonly IndexedChat[],
	now: () => number
): (filter: ChatFilter) => Steps<number> {
	/** Tallies by the indexes of the first chat and of the one after the last. */
	const tallies = new Map<string, FacetTally>();

	function* getTally(from: number, to: number): Steps<FacetTally> {
		const key = `${from} ${to}`;
		let tally = tallies.get(key);
		if (!tally) tallies.set(key, (tally = yield* tallyFacets(chats, from, to)));
		return tally;
	}

	return function* (filter) {
		let count = 0;
		if (!isDecidedByFacets(filter)) {
			for (let from = 0; from < chats.length; from += STEP) {
				count += filterChats(chats.slice(from, from + STEP), filter, now).matching.length;
				yield;
			}
			return count;
		}
		const matches = createFacetMatcher(filter);
		let read = 0;
		for (const [values, size] of yield* getTally(...findSpan(chats, filter, now))) {
			if (matches(values)) count += size;
			if (++read % STEP === 0) yield;
		}
		return count;
	};
}

const isUnreadInInbox = createFacetMatcher(UNREAD.filter);

/** Counts the unread chats in the inbox, at once: few chats are unread, and only these are read. */
export function countUnread(chats: readonly IndexedChat[]): number {
	let count = 0;
	for (const { unread, facets } of chats) if (unread > 0 && isUnreadInInbox(facets)) count++;
	return count;
}

/** Numbers of chats by the query of a view. */
export type ViewCounts = ReadonlyMap<string, number>;

/**
 * Counts the chats of several views in short steps, at least one per view.
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
	const count = createSteppedCounter(chats, now);
	const counts = new Map<string, number>();
	for (const query of queries) {
		counts.set(query, yield* count(parseView(query).view.filter));
		yield;
	}
	oncount(counts);
}

function* tallyFacets(chats: readonly IndexedChat[], from: number, to: number): Steps<FacetTally> {
	const tally = new Map<IndexedChat['facets'], number>();
	for (let place = from; place < to; place++) {
		const facets = chats[place]?.facets;
		if (facets) tally.set(facets, (tally.get(facets) ?? 0) + 1);
		if ((place - from) % STEP === STEP - 1) yield;
	}
	return tally;
}

/**
 * The indexes of the chats within a filter's bounds of activity: that of the first, and the one
 * after the last.
 */
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

/** Binary search for the index of the first chat whose last activity was before a time. */
function findFirstOlder(chats: readonly IndexedChat[], time: number): number {
	let [low, high] = [0, chats.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((chats[middle]?.lastActivity ?? NO_ACTIVITY) < time) high = middle;
		else low = middle + 1;
	}
	return low;
}
