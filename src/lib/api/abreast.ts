import type { Chat } from '$lib/domain/chat';
import type { ChatPage } from '$lib/domain/source';
import { isExpired, RESTARTS, TimeIgnored, type Ask, type ChatPages, type Step } from './steps';
import { splitLongest, type Stretch } from './stretches';
import { together } from './together';

/** Requests under way together: the server is a program that somebody works with. */
const WALKERS = 4;
/** The most that the search gives at once. */
const ROWS = 200;

/**
 * Everything the search gives, by several walkers that start at different times.
 *
 * @param newest - epoch milliseconds of the newest activity known
 * @throws TimeIgnored after some pages, which are true all the same
 */
export async function* walkAbreast(ask: Ask, newest: number): ChatPages {
	const start: Stretch = {
		before: undefined,
		reached: newest,
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
		const stretch = splitLongest(stretches, newest, 2 * ROWS);
		if (!stretch) return undefined;
		stretches.add(stretch);
		return walk(stretch);
	});
}

async function* along(stretch: Stretch, ask: Ask): ChatPages {
	const walked = new Set<string>();
	let { until } = stretch;
	let restarts = 0;
	let cursor: string | undefined;

	/** From where it has come to, as if it began there. */
	function beginAnew() {
		stretch.before = stretch.reached;
		({ until } = stretch);
		cursor = undefined;
	}

	for (;;) {
		// A cursor would lead on into what another walker has taken over.
		if (stretch.until !== until) beginAnew();
		let step: Step;
		try {
			step = await ask(queryOf(stretch, cursor));
		} catch (error) {
			if (cursor === undefined || !isExpired(error) || ++restarts > RESTARTS) throw error;
			beginAnew();
			continue;
		}
		advance(stretch, step);
		yield { ...step, isBrief: true };
		cursor = step.next;
		// A server that comes back to a place would lead in circles.
		if (cursor === undefined || walked.has(cursor) || isBeyond(stretch, step)) return;
		walked.add(cursor);
	}
}

function queryOf({ before, until }: Stretch, cursor: string | undefined): Record<string, string> {
	return {
		limit: String(ROWS),
		// Whether the moment itself counts is not said, so it is asked for.
		...(before !== undefined && { lastActivityBefore: new Date(before + 1).toISOString() }),
		...(until !== undefined && { lastActivityAfter: new Date(until - 1).toISOString() }),
		...(cursor !== undefined && { cursor, direction: 'before' })
	};
}

function advance(stretch: Stretch, { items }: ChatPage) {
	const times = timesOf(items);
	if (times.length === 0) return;
	const [newest, oldest] = [Math.max(...times), Math.min(...times)];
	if (newest > (stretch.before ?? Infinity) + 1) throw new TimeIgnored();
	stretch.density = times.length / Math.max(newest - oldest, 1);
	// One odd row at the end of a page must not make it look further than it is.
	stretch.reached = Math.min(stretch.reached, Math.max(...times.slice(-2)));
}

/** The end of the page is another's: one odd row there proves nothing. */
function isBeyond({ until }: Stretch, { items }: ChatPage): boolean {
	if (until === undefined) return false;
	const end = items.slice(-2);
	return end.every(({ lastActivity }) => lastActivity !== undefined && lastActivity < until);
}

/** When these chats were last active, as far as they say; epoch milliseconds. */
export function timesOf(chats: readonly Chat[]): number[] {
	return chats.flatMap(({ lastActivity }) => lastActivity ?? []);
}
