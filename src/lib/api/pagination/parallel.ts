import { MOST_ROWS, type ChatPage } from '$lib/domain/connection/source';
import type { Chat } from '$lib/domain/chat/chat';
import { TimeIgnored, walkQuery, type Ask, type ChatPages, type Query } from './pages';
import { densityOf, medianOf, splitLongest, type Stretch } from './ranges';
import { together, WALKERS } from './merge';

/**
 * Everything the search gives, by several walkers that start at different times. What it gives
 * has no previews.
 *
 * @param newest - chats of the first page of the list: ages count from about their activity
 * @throws TimeIgnored after some pages, which are true all the same
 */
export async function* walkAbreast(ask: Ask, newest: readonly Chat[]): ChatPages {
	const times = timesOf(newest);
	// One chat may be dated in a year to come: ages count from one of the others.
	const origin = times.length > 0 ? medianOf(times) : undefined;
	const start: Stretch = {
		before: undefined,
		reached: Infinity,
		until: undefined,
		density: undefined
	};
	const stretches = new Set<Stretch>([start]);

	async function* walk(stretch: Stretch): ChatPages {
		try {
			yield* along(stretch, ask);
		} finally {
			stretches.delete(stretch);
		}
	}

	yield* together(WALKERS, walk(start), () => {
		if (origin === undefined) return undefined;
		const stretch = splitLongest(stretches, origin, 2 * MOST_ROWS);
		if (!stretch) return undefined;
		stretches.add(stretch);
		return walk(stretch);
	});
}

/**
 * Each page is asked for by the time that the one before has come to: so it does not matter what
 * cursors are made of, and nothing is lost where several chats have one time or some move away.
 * A cursor is needed only where a page does not get on in time.
 */
async function* along(stretch: Stretch, ask: Ask): ChatPages {
	for (let isOver = false; !isOver;) {
		isOver = true;
		for await (const step of walkQuery(ask, queryOf(stretch))) {
			advance(stretch, step);
			yield { ...step, isBrief: true };
			if (step.next === undefined || isBeyond(stretch)) return;
			if (stretch.reached < (stretch.before ?? Infinity)) {
				stretch.before = stretch.reached;
				isOver = false;
				break;
			}
		}
	}
}

function queryOf({ before, until }: Stretch): Query {
	return {
		limit: String(MOST_ROWS),
		...(before !== undefined && { lastActivityBefore: toInstant(before + 1) }),
		...(until !== undefined && { lastActivityAfter: toInstant(until - 1) })
	};
}

/** Whether the moment itself counts is not said, so callers ask for one millisecond more. */
export function toInstant(time: number): string {
	return new Date(time).toISOString();
}

function advance(stretch: Stretch, { items }: ChatPage) {
	const times = timesOf(items);
	if (times.length === 0) return;
	if (medianOf(times) > (stretch.before ?? Infinity) + 1) throw new TimeIgnored();
	stretch.density = densityOf(times);
	// One odd row at the end of a page must not make it look further than it is.
	stretch.reached = Math.min(stretch.reached, medianOf(times.slice(-3)));
}

/** It has come to where another walker began. */
function isBeyond({ until, reached }: Stretch): boolean {
	return until !== undefined && reached < until;
}

/** When these chats were last active, as far as they say; epoch milliseconds. */
export function timesOf(chats: readonly Chat[]): number[] {
	return chats.flatMap(({ lastActivity }) => lastActivity ?? []);
}
