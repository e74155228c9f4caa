import { SourceError } from '$lib/domain/connection/source-error';
import type { ChatPage } from '$lib/domain/connection/source';

export type ChatPages = AsyncGenerator<ChatPage, void, undefined>;

/** A page, and where the next one of older chats starts; `next` is undefined at the end. */
export interface Step extends ChatPage {
	next: string | undefined;
}

/** What is asked of a list, its cursor left out. */
export type Query = Readonly<Record<string, string>>;

export type Ask = (query: Query) => Promise<Step>;

/** A cursor that expires again and again is no use. */
const RESTARTS = 3;

/**
 * Every page of one query, from new to old. Cursors mean something only together with their query,
 * so nothing is remembered of them from one call to the next.
 *
 * @param first - the first page, where it has been asked for
 */
export async function* walkQuery(
	ask: Ask,
	query: Query,
	first?: Step
): AsyncGenerator<Step, void, undefined> {
	const walked = new Set<string>();
	let restarts = 0;
	let step = first ?? (await ask(query));
	for (;;) {
		yield step;
		const cursor = step.next;
		// A server that comes back to a place would lead in circles.
		if (cursor === undefined || walked.has(cursor)) return;
		walked.add(cursor);
		try {
			step = await ask({ ...query, cursor, direction: 'before' });
		} catch (error) {
			if (!isExpired(error) || ++restarts > RESTARTS) throw error;
			walked.clear();
			step = await ask(query);
		}
	}
}

/** What a server answers to a cursor that it no longer knows. */
function isExpired(error: unknown): boolean {
	return error instanceof SourceError && error.status === 400;
}

/** The search does not keep to the time it was given, so nothing can be shared out by time. */
export class TimeIgnored extends Error {}
