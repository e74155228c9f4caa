import { MOST_ROWS, type ChatPage } from '$lib/domain/connection/source';
import type { Chat } from '$lib/domain/chat/chat';
import {
	limitPages,
	TimeIgnored,
	walkQuery,
	type FetchPage,
	type ChatPages,
	type Query
} from './pages';
import { getDensity, getMedian, splitLongestRange, type TimeRange } from './ranges';
import { mergeGenerators, MAX_REQUESTS } from './merge-generators';

/**
 * All chats of the search, by several parallel walks that start at different times. The search
 * returns no previews.
 *
 * @param newest - chats of the first page of the list: ages are relative to their activity
 * @throws TimeIgnored after some pages; those are correct
 */
export async function* walkInParallel(ask: FetchPage, newest: readonly Chat[]): ChatPages {
	const times = getTimes(newest);
	// A chat may have a date in the future; the median is not moved by it.
	const origin = times.length > 0 ? getMedian(times) : undefined;
	const start: TimeRange = {
		before: undefined,
		reached: Infinity,
		until: undefined,
		density: undefined
	};
	const ranges = new Set<TimeRange>([start]);

	async function* walk(range: TimeRange): ChatPages {
		try {
			yield* along(range, ask);
		} finally {
			ranges.delete(range);
		}
	}

	const walks = mergeGenerators(MAX_REQUESTS, walk(start), () => {
		if (origin === undefined) return undefined;
		const range = splitLongestRange(ranges, origin, 2 * MOST_ROWS);
		if (!range) return undefined;
		ranges.add(range);
		return walk(range);
	});
	// Each page is a walk of its own, with limits of its own.
	yield* limitPages(walks);
}

/**
 * Each page is requested by the time that the previous one reached. So the meaning of cursors does
 * not matter, and no chat is lost where several have the same time or some move. A cursor is needed
 * only if a page does not reach an earlier time.
 */
async function* along(range: TimeRange, ask: FetchPage): ChatPages {
	for (let isOver = false; !isOver;) {
		isOver = true;
		for await (const step of walkQuery(ask, toQuery(range))) {
			advance(range, step);
			yield { ...step, lacksPreviews: true };
			if (step.next === undefined || isBeyond(range)) return;
			if (range.reached < (range.before ?? Infinity)) {
				range.before = range.reached;
				isOver = false;
				break;
			}
		}
	}
}

function toQuery({ before, until }: TimeRange): Query {
	return {
		limit: String(MOST_ROWS),
		...(before !== undefined && { lastActivityBefore: toISOString(before + 1) }),
		...(until !== undefined && { lastActivityAfter: toISOString(until - 1) })
	};
}

/** An ISO date for a bound of the search. The API does not document if bounds are inclusive, so callers widen them by a millisecond. */
export function toISOString(time: number): string {
	return new Date(time).toISOString();
}

function advance(range: TimeRange, { items }: ChatPage) {
	const times = getTimes(items);
	if (times.length === 0) return;
	if (getMedian(times) > (range.before ?? Infinity) + 1) throw new TimeIgnored();
	range.density = getDensity(times);
	// One odd row at the end of a page must not count as progress.
	range.reached = Math.min(range.reached, getMedian(times.slice(-3)));
}

/** True when the walk has reached the range of another one. */
function isBeyond({ until, reached }: TimeRange): boolean {
	return until !== undefined && reached < until;
}

/** The last activity of each chat that has one, in epoch milliseconds. */
export function getTimes(chats: readonly Chat[]): number[] {
	return chats.flatMap(({ lastActivity }) => lastActivity ?? []);
}
